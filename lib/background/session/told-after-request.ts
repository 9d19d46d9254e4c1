import type { SessionState } from '../../session/session-store.ts';

/** A request is on the wire within some 10 ms, and nobody sees that a page or a panel is told this much later. */
const BEHIND_MS = 30;

/**
 * The same listener, which is told of a dial that is being sent once the request is out: telling every tab, the panels and the
 * toolbar button would come before the request in the browser's queue. All other states are told at once; of several that
 * waited, the newest.
 */
export function toldAfterRequest(
  tell: (state: SessionState) => void,
  after: (ms: number, task: () => void) => () => void,
): (state: SessionState) => void {
  let newest: SessionState | null = null;
  let cancel: (() => void) | null = null;

  const tellNewest = () => {
    cancel = null;
    if (newest) tell(newest);
  };
  return (state) => {
    newest = state;
    if (state.dial?.step === 'sending') {
      cancel ??= after(BEHIND_MS, tellNewest);
      return;
    }
    cancel?.();
    tellNewest();
  };
}
