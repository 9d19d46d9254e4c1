import { isFinishing } from '../../agent/call/finish-call.ts';
import { type Dial, isDialRunning, viewOfDial } from '../../agent/dial/dial.ts';
import type { DialView } from '../../agent/dial/dial-view.ts';
import { pauseIn } from '../../agent/state/held-pause.ts';
import type { SessionState, SessionStore } from '../../session/session-store.ts';
import type { BadgeWatch } from '../notices/badge-watch.ts';
import type { Attention } from '../notices/notices-attention.ts';
import type { PanelFeed } from '../status/panel-feed.ts';
import type { StatusWatch } from '../status/status-watch.ts';
import type { KeptCalls } from './kept-calls.ts';
import { toldAfterRequest } from './told-after-request.ts';

export interface SessionFollowers {
  readonly store: Pick<SessionStore, 'load' | 'onChange'>;
  readonly watch: Pick<StatusWatch, 'reconsider'>;
  readonly panels: Pick<PanelFeed, 'push'>;
  readonly attention: Pick<Attention, 'follow'>;
  readonly keptCalls: Pick<KeptCalls, 'follow'>;
  readonly badge: Pick<BadgeWatch, 'follow'>;
  /** Tells the pages of the dial that they show; null for none. */
  readonly tellPages: (dial: DialView | null) => void;
  /** Has this worker woken, or no longer, in case the browser stops it. */
  readonly keepAwake: (isWanted: boolean) => void;
  /** Runs `task` after `ms`; the returned function takes it back. */
  readonly after: (ms: number, task: () => void) => () => void;
}

/** Pages, panels, notifications, badge and the wake-up alarm follow what is stored. */
export function followSession(followers: SessionFollowers): void {
  const { store, watch, panels, attention, keptCalls, badge, tellPages, keepAwake, after } = followers;
  let told: SessionState | null = null;
  let isKeptAwake = false;
  // What an earlier worker stored, it has told.
  void store.load().then((state) => {
    told = state;
    isKeptAwake = goesOn(state);
  });
  const tell = (state: SessionState) => {
    void panels.push();
    // Each reading of a running call is stored; only what can be seen of it is told.
    const [view, before] = [viewIn(state), told && viewIn(told)];
    if (JSON.stringify(view) !== JSON.stringify(before)) tellPages(view);
    if (told) attention.follow(told, state);
    if (told) void keptCalls.follow(told, state);
    badge.follow(state);
    told = state;
  };
  const tellInTime = toldAfterRequest(tell, after);
  store.onChange((state) => {
    watch.reconsider();
    // At once: a worker that died now would be woken by nothing else.
    if (goesOn(state) !== isKeptAwake) keepAwake(goesOn(state));
    isKeptAwake = goesOn(state);
    tellInTime(state);
  });
}

function viewIn({ dial }: { readonly dial: Dial | null }): DialView | null {
  return dial && viewOfDial(dial);
}

/** True while something goes on in which the browser may have stopped the worker: a call, its end, a pause after it, a resume that is due. */
function goesOn({ dial, pending, finish }: SessionState): boolean {
  const isResumeDue = pending?.kind === 'resume' && pending.isDue === true;
  const isEnding = isFinishing(finish) || pending?.kind === 'hangUp';
  return isDialRunning(dial) || pauseIn(pending) !== null || isResumeDue || isEnding;
}
