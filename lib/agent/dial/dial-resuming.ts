import type { AgentState } from '../state/agent-state.ts';
import type { SeenScreen } from '../state/screen-reading.ts';
import { type Dial, isOwedReady } from './dial.ts';
import type { DialEvent, Transition } from './dial-event.ts';
import { enter, stay } from './dial-transition.ts';
import type { DialProblem } from './dial-view.ts';
import { isNamedIn, judgeByScreen } from './screen-verdict.ts';

// VICIdial refuses RESUME only once a call is stored: between DIAL and that, a loaded dialer takes seconds in which the agent looks
// free, and RESUME would send him a second customer.
const FREE_FOR_MS = 5_000;
const LOOK_AGAIN_MS = 1_500;
// What was not read for longer is not known to have stayed so: a slow dialer, a worker that died, a computer that slept.
const GAP_MS = 4_000;
// By then he is told that he is paused, and may have gone on to something else.
const LOOKED_AFTER_MS = 30_000;

/**
 * A preview that has come to no call, as far as was seen. A loaded dialer may refuse the call only now: then the agent is told why. One
 * who was ready is made ready again once the server has said for five seconds that he is free, reading after reading; else he stays
 * paused, and is told.
 */
export function onPreviewOver(dial: Dial, event: DialEvent): Transition {
  const { screen = null, now } = event;
  const isLate = now - dial.stepSince > LOOKED_AFTER_MS;
  if (dial.step === 'cancelled' && dial.shownAt !== undefined && !isLate) {
    const problem = whyRefusedLate(dial, screen, now);
    if (problem) return enter({ ...dial, problem }, 'refused', now);
  }
  if (!isOwedReady(dial) || event.type !== 'agent') return stay(dial);
  const { agent } = event;
  if (isElsewhere(agent)) return stay({ ...dial, wasReady: false });
  // The agent screen's own word is no reading of the server's.
  if (isLate || agent.source === 'screen') return stay(dial);
  if (!isFree(agent)) return look({ ...dial, freeFrom: null }, now);
  const { freeFrom = null, freeAt = 0 } = dial;
  const from = freeFrom === null || Math.abs(now - freeAt) > GAP_MS ? now : freeFrom;
  if (now - from < FREE_FOR_MS) return look({ ...dial, freeFrom: from }, now);
  return { dial: { ...dial, wasReady: false }, effects: [{ do: 'resume' }] };
}

/** By then the agent may have called another number in the agent screen, whose refusal is not this one's: it has to name the number. */
function whyRefusedLate(dial: Dial, screen: SeenScreen | null, now: number): DialProblem | null {
  const verdict = judgeByScreen(screen, dial, now);
  return verdict.is === 'refused' && isNamedIn(screen?.alert?.text ?? '', dial.number) ? verdict.problem : null;
}

function look(dial: Dial, now: number): Transition {
  return { dial: { ...dial, freeAt: now }, effects: [{ do: 'askServer', afterMs: LOOK_AGAIN_MS }] };
}

/** By agent_status alone: PAUSED without a lead and without a sub status. The agent's own login tells neither (api.md 10.2). */
function isFree({ phase, source, leadId, isUnclear }: AgentState): boolean {
  return source === 'agentStatus' && phase === 'paused' && leadId === undefined && !isUnclear;
}

/** Ready by himself, gone, or at something else. */
function isElsewhere({ phase }: AgentState): boolean {
  return phase !== 'paused' && phase !== 'unknown' && phase !== 'phoneRinging';
}
