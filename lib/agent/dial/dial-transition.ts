import type { VicidialFailure } from '../../vicidial/failure.ts';
import { mayPass } from '../state/passing-failure.ts';
import { type Dial, type DialStep, mayHaveShown } from './dial.ts';
import type { DialEffect, Transition } from './dial-event.ts';
import type { DialProblem } from './dial-view.ts';

/** The step begins: its tries are counted from none. */
export function enter(dial: Dial, step: DialStep, now: number, ...effects: DialEffect[]): Transition {
  return { dial: { ...dial, step, stepSince: now, tries: 0, ...talkTimes(dial, step, now) }, effects };
}

function talkTimes(dial: Dial, step: DialStep, now: number): Pick<Dial, 'talkedFrom' | 'talkedTo'> {
  if (step === 'talking') return { talkedFrom: dial.talkedFrom ?? now };
  return dial.step === 'talking' ? { talkedTo: now } : {};
}

/** The event means nothing here. */
export function stay(dial: Dial): Transition {
  return { dial, effects: [] };
}

/** Reads once more in the same step. */
export function again(dial: Dial, afterMs: number): Transition {
  return { dial: { ...dial, tries: dial.tries + 1 }, effects: [{ do: 'readStatus', afterMs }] };
}

/** Nothing was dialled, and the agent is told why. */
export function refuse(dial: Dial, problem: DialProblem, now: number): Transition {
  if (!IS_ELSEWHERE.has(problem.code)) return enter({ ...dial, problem }, 'refused', now, ...readyAgain(dial));
  return enter({ ...leaveAlone(dial), problem }, 'refused', now);
}

/** The dial of an agent who is not made ready after it, though a lead was shown to him before: he is gone, or at something else. */
export function leaveAlone({ isAfterPreview: _isAfterPreview, ...dial }: Dial): Dial {
  return dial;
}

/** What shows that the agent has gone on to something else by now, or has left. */
const IS_ELSEWHERE: ReadonlySet<DialProblem['code']> = new Set([
  ...(['tooLate', 'notSignedIn', 'notLoggedIn', 'agentOnCall', 'agentInWrapUp', 'agentPreviewing'] as const),
]);

/**
 * No call comes of it: an agent who was paused for it is what he was. VICIdial refuses it of one who is on a call (api.md 7.5). Of a lead
 * that was shown, a call may be on its way all the same: the server is asked first (dial-resuming.ts).
 */
export function readyAgain(dial: Dial): readonly DialEffect[] {
  if (!dial.wasReady) return [];
  return [{ do: mayHaveShown(dial) ? 'askServer' : 'resume' }];
}

/** Whether something was or will be dialled is not known. */
export function giveUp(dial: Dial, problem: DialProblem, now: number): Transition {
  return enter({ ...dial, problem }, 'unknown', now);
}

/** True for a failure that the next reading would meet again. */
export function stopsReading(failure: VicidialFailure): boolean {
  return !mayPass(failure);
}
