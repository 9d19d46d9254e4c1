import type { Signal } from '@preact/signals';
import { connectPanel, sendPanel } from '../../lib/messages/panel-client.ts';
import type { PanelState } from '../../lib/messages/panel-state.ts';
import { watchFocus } from '../../lib/platform/visibility.ts';

/** For pages that stand open all day: whoever is at one sees what a panel would show, and nobody else costs the dialer a request. */
export function followInFront(state: Signal<PanelState | null>, leave: AbortSignal): void {
  let following = new AbortController();
  watchFocus((hasFocus) => {
    following.abort();
    if (!hasFocus) return;
    following = new AbortController();
    connectPanel((now) => {
      state.value = now;
    }, following.signal);
    void sendPanel('agent.refresh').catch(() => null);
  }, leave);
}
