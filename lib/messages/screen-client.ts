import { browser } from 'wxt/browser';
import type { ScreenReading } from '../agent/state/screen-reading.ts';
import { type Envelope, unwrapReply } from './envelope.ts';
import type { ScreenRequests } from './page-protocol.ts';

/**
 * Tells the background what the agent screen shows. False when nobody wants to know: signed out, or at another dialer.
 * Rejects when the background died before it answered, or when this script is an orphan of an earlier version.
 */
export async function tellReading(reading: ScreenReading): Promise<boolean> {
  return unwrapReply<boolean>(await browser.runtime.sendMessage(request('screen.reading', reading)));
}

/** The page is being left: nobody waits for an answer any more. */
export function tellLeft(): void {
  void browser.runtime.sendMessage(request('screen.left', null)).catch(() => undefined);
}

function request<K extends keyof ScreenRequests>(name: K, payload: unknown): Envelope {
  return { dialside: name, payload };
}
