import type { AgentState } from '../state/agent-state.ts';
import { type Pace, waitAt } from '../state/reading-interval.ts';
import type { Dial, DialEvent, Transition } from './dial.ts';
import { callOf, follow, onFollowing } from './dial-following.ts';
import { enter, giveUp, readyAgain } from './dial-transition.ts';

// Between preview and call the page takes the lead down first: it dials within 65 ms (agent-screen.md 3.7), and a hidden one
// polls every 2 s. What says nothing of the lead twice, so far apart, says that it was skipped.
const LOOK_AGAIN_MS = 1_500;
const GONE_MS = 1_000;
// An agent screen that was reloaded, or whose computer slept, is heard of again by then, or shows the lead no more.
const UNSEEN: Pace = { fromMs: 5_000, ofAge: 1 / 3, mostMs: 15_000 };
const UNSEEN_FOR_MS = 60_000;
// A lead may be read for as long; after that what stands there was put there by somebody else.
const STANDS_MS = 30 * 60_000;

/** A lead that the agent screen shows, and calls or skips at the agent's word. */
export function onPreviewing(dial: Dial, event: DialEvent): Transition {
  if (event.type !== 'agent') return onFollowing(dial, 'previewing', event);
  const { agent, now } = event;
  const next = callOf(dial, agent);
  if (next) return follow(dial, next, agent, now);
  if (!tellsPreviews(agent)) return unseen(dial, now);
  const { goneAt = now } = dial;
  // A clock that was set back holds nobody up.
  if (Math.abs(now - goneAt) >= GONE_MS) return over(dial, agent, now);
  return { dial: { ...dial, goneAt }, effects: [{ do: 'readStatus', afterMs: LOOK_AGAIN_MS }] };
}

/** The agent's own login says PAUSED with a lead on preview and without (api.md 10.2). */
function tellsPreviews({ source, phase }: AgentState): boolean {
  return phase !== 'unknown' && (source !== 'recording' || phase !== 'paused');
}

function unseen(dial: Dial, now: number): Transition {
  const unseenMs = now - (dial.shownAt ?? dial.stepSince);
  if (unseenMs > UNSEEN_FOR_MS) return giveUp(dial, { code: 'previewUnseen' }, now);
  return { dial, effects: [{ do: 'readStatus', afterMs: waitAt(UNSEEN, unseenMs) }] };
}

/** Skipped, or called under another number. Who was ready, and does nothing else by now, is ready again. */
function over(dial: Dial, { phase }: AgentState, now: number): Transition {
  const isFree = phase === 'paused' || phase === 'phoneRinging';
  return enter({ ...dial, problem: null }, 'cancelled', now, ...(isFree ? readyAgain(dial) : []));
}

/** True where somebody names the very lead that was shown: it still stands there, or has been called after all. */
export function isToldOf({ previewOf, shownAt }: Dial, { leadId, source }: AgentState, now: number): boolean {
  if (previewOf === undefined || shownAt === undefined || source === 'recording') return false;
  return leadId === previewOf && now - shownAt <= STANDS_MS;
}
