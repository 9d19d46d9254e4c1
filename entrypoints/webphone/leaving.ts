import { isTalkingNow } from '../../lib/agent/call/talking-now.ts';
import type { PanelState } from '../../lib/messages/panel-state.ts';

/** Has the browser ask before this window is closed in the middle of a call: the customer would be alone on the line. */
export function warnBeforeClosing(stateNow: () => PanelState | null | false): void {
  addEventListener('beforeunload', (event) => {
    const state = stateNow();
    if (state && isTalkingNow(state, Date.now())) event.preventDefault();
  });
}
