import { browser } from '../platform/extension-api.ts';
import { watchVisibility } from '../platform/visibility.ts';
import { type Envelope, unwrapReply } from './envelope.ts';
import type { PanelState } from './panel-state.ts';
import type { PanelRequests } from './protocol.ts';

/** Name of the port on which the background pushes {@link PanelState}. */
export const PANEL_PORT = 'panel';

/** The same for pages that show the state by the way: for them alone the dialer is not asked how the agent is. */
export const QUIET_PORT = 'quiet';

// The browser ends a port whenever it stops the worker; connecting again wakes the worker. The pause keeps a worker that
// fails at start from being woken in a tight loop.
const RECONNECT_MS = 250;

/**
 * Pushes the panel state now and on every change, across stops of the worker, until `signal` aborts; the background learns
 * whether this page can be seen.
 */
export function connectPanel(
  onState: (state: PanelState) => void,
  signal: AbortSignal,
  name: typeof PANEL_PORT | typeof QUIET_PORT = PANEL_PORT,
): void {
  if (signal.aborted) return;
  const port = browser.runtime.connect({ name });
  const life = new AbortController();
  const close = () => {
    life.abort();
    port.disconnect();
  };
  signal.addEventListener('abort', close, { once: true });
  watchVisibility((isVisible) => port.postMessage(isVisible), life.signal);
  port.onMessage.addListener((message) => onState(message as PanelState));
  port.onDisconnect.addListener(() => {
    life.abort();
    signal.removeEventListener('abort', close);
    setTimeout(() => connectPanel(onState, signal, name), RECONNECT_MS);
  });
}

/**
 * Asks the background. Rejects when it cannot be reached, refuses the sender or cannot read the payload; expected
 * failures are values of the answer.
 */
export async function sendPanel<K extends keyof PanelRequests & string>(
  name: K,
  ...args: Parameters<PanelRequests[K]>
): Promise<ReturnType<PanelRequests[K]>> {
  const envelope: Envelope = { dialside: name, payload: args[0] ?? null };
  return unwrapReply<ReturnType<PanelRequests[K]>>(await browser.runtime.sendMessage(envelope));
}
