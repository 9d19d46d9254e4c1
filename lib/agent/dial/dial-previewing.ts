import type { AgentState } from '../state/agent-state.ts';
import { isOnCall } from '../state/pending-command.ts';
import { type Pace, waitAt } from '../state/reading-interval.ts';
import type { Dial } from './dial.ts';
import type { DialEvent, Transition } from './dial-event.ts';
import { asked, callOf, follow, onFollowing } from './dial-following.ts';
import { enter, giveUp, readyAgain, stopsReading } from './dial-transition.ts';
import type { DialProblem } from './dial-view.ts';
import { judgeByScreen } from './screen-verdict.ts';

// Between preview and call the page takes the lead down first: it dials within 65 ms (agent-screen.md 3.7), and a hidden one
// polls every 2 s. What says nothing of the lead twice, so far apart, says that it was skipped.
const LOOK_AGAIN_MS = 1_500;
const GONE_MS = 1_000;
// An agent screen that was reloaded, or whose computer slept, is heard of again by then, or shows the lead no more.
const UNSEEN: Pace = { fromMs: 5_000, ofAge: 1 / 3, mostMs: 15_000 };
const UNSEEN_FOR_MS = 60_000;
// A lead may be read for as long; after that what stands there was put there by somebody else.
const STANDS_MS = 30 * 60_000;

/** In how many milliseconds a reading may say that this lead is gone, of which the last one said so; null where none has. */
export function toldGoneInMs({ step, goneAt }: Dial, now: number): number | null {
  if (step !== 'previewing' || goneAt === undefined) return null;
  return Math.max(0, Math.min(GONE_MS, goneAt + GONE_MS - now));
}

/** A lead that the agent screen shows, and calls or skips at the agent's word. */
export function onPreviewing(dial: Dial, event: DialEvent): Transition {
  // Nobody is signed in any more, or the dialer refuses to be read: the lead stands where it stood.
  if (event.type === 'statusFailed' && stopsReading(event.failure))
    return giveUp(dial, { code: 'previewUnseen' }, event.now);
  if (event.type !== 'agent') return onFollowing(dial, 'previewing', event);
  const { agent, screen = null, now } = event;
  const next = callOf(dial, agent);
  if (next) return follow(dial, next, agent, now);
  // Its first number is another by now, which is what DIAL would call.
  if (agent.phase === 'previewing' && agent.leadId === dial.previewOf)
    return giveUp(dial, { code: 'previewChanged' }, now);
  if (!tellsPreviews(agent)) return unseen(dial, now);
  const verdict = judgeByScreen(screen, dial, now);
  if (verdict.is === 'refused') return over(dial, 'refused', verdict.problem, agent, now);
  const { goneAt = now } = dial;
  // A clock that was set back holds nobody up.
  if (Math.abs(now - goneAt) >= GONE_MS) {
    if (verdict.is === 'doubtful') return giveUp(dial, verdict.problem, now);
    return over(dial, 'cancelled', null, agent, now);
  }
  return { dial: { ...dial, goneAt }, effects: [{ do: 'readStatus', afterMs: LOOK_AGAIN_MS }] };
}

/**
 * The agent's own login says PAUSED with a lead on preview and without (api.md 10.2). A phone that rings may stand before a preview:
 * both are a sub status, of which VICIdial names one.
 */
function tellsPreviews({ source, phase }: AgentState): boolean {
  return phase !== 'unknown' && phase !== 'phoneRinging' && (source !== 'recording' || phase !== 'paused');
}

function unseen(dial: Dial, now: number): Transition {
  const unseenMs = now - (dial.shownAt ?? dial.stepSince);
  if (unseenMs > UNSEEN_FOR_MS) return giveUp(dial, { code: 'previewUnseen' }, now);
  return { dial, effects: [{ do: 'readStatus', afterMs: waitAt(UNSEEN, unseenMs) }] };
}

/** Refused, skipped, or called under another number. Who was ready, and only waits by now, is looked after (dial-resuming.ts). */
function over(
  dial: Dial,
  step: 'refused' | 'cancelled',
  problem: DialProblem | null,
  agent: AgentState,
  now: number,
): Transition {
  const isOwed = dial.wasReady === true && agent.phase === 'paused';
  const next = {
    ...dial,
    problem,
    ...(dial.wasReady && { wasReady: isOwed }),
    // Called from the agent screen under another of its numbers: he is paused after that call, too.
    ...(isCallOfLead(dial, agent) && { stayPaused: asked(dial), isOtherCalled: true as const }),
  };
  return enter(agent.phase === 'ready' ? letGo(next) : next, step, now, ...readyAgain(next));
}

function isCallOfLead({ previewOf }: Dial, { phase, leadId }: AgentState): boolean {
  return leadId === previewOf && isOnCall(phase);
}

/**
 * A lead that was shown, whose agent is ready or has chosen for himself: who calls it after that does so by hand, or the campaign does,
 * and nobody is paused after that call for the sake of this one.
 */
export function letGo(dial: Dial): Dial {
  return dial.shownAt === undefined ? dial : { ...dial, stayPaused: 'no', isLetGo: true };
}

/** True where somebody names the very lead that was shown: it still stands there, or has been called after all. */
export function isToldOf(dial: Dial, { leadId, source }: AgentState, now: number): boolean {
  const { previewOf, shownAt } = dial;
  if (previewOf === undefined || shownAt === undefined || source === 'recording') return false;
  return leadId === previewOf && now - shownAt <= STANDS_MS;
}
