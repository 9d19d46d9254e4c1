import { browser } from 'wxt/browser';
import { type Envelope, readEnvelope, unwrapReply } from './envelope.ts';
import type { PageEvents, PageRequests } from './page-protocol.ts';

/**
 * Asks the background from a frame of a page. Rejects when the background died before it answered, or when the extension
 * was updated and this script is an orphan; the request may have taken effect all the same and is never sent again.
 */
export async function askBackground<K extends keyof PageRequests & string>(
  name: K,
  ...args: Parameters<PageRequests[K]>
): Promise<ReturnType<PageRequests[K]>> {
  const envelope: Envelope = { dialside: name, payload: args[0] ?? null };
  return unwrapReply<ReturnType<PageRequests[K]>>(await browser.runtime.sendMessage(envelope));
}

/** False in a script whose extension was updated or removed: it can reach nothing any more and had better withdraw. */
export function isExtensionAlive(): boolean {
  return Boolean(browser.runtime?.id);
}

type EventHandlers = { readonly [K in keyof PageEvents]: (payload: PageEvents[K]) => void };

/** Hears what the background tells this frame, until `signal` aborts. Only the extension itself can reach this listener. */
export function hearBackground(handlers: EventHandlers, signal: AbortSignal): void {
  const hear = (message: unknown): void => {
    const envelope = readEnvelope(message);
    if (!envelope || !Object.hasOwn(handlers, envelope.dialside)) return;
    const handler = handlers[envelope.dialside as keyof PageEvents] as (payload: unknown) => void;
    handler(envelope.payload);
  };
  browser.runtime.onMessage.addListener(hear);
  signal.addEventListener('abort', () => browser.runtime?.onMessage?.removeListener(hear), { once: true });
}
