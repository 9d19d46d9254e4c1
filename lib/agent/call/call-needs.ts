import { type Dial, type DialSource, isBeforeSending, isDialRunning, isLeftPaused } from '../dial/dial.ts';
import type { DialProblem } from '../dial/dial-view.ts';
import type { AgentPhase, AgentState } from '../state/agent-state.ts';
import { isOnCall } from '../state/pending-command.ts';
import { isScreenSpeaking, type SeenScreen } from '../state/screen-reading.ts';

/** What is known of the agent and the newest dial at one moment. */
export interface CallSituation {
  readonly agent: AgentState;
  readonly dial: Dial | null;
}

/** Something that wants the agent now, wherever he looks. */
export type CallNeed =
  | { readonly kind: 'incoming'; readonly phase: AgentPhase; readonly phoneNumber: string | null }
  | {
      readonly kind: 'dialProblem';
      readonly problem: DialProblem;
      readonly source: DialSource;
      /** He was ready, and stays paused for this call until he says otherwise. */
      readonly leftPaused: boolean;
    };

/** What has begun to want the agent between two moments. */
export function callNeeds(before: CallSituation, after: CallSituation): readonly CallNeed[] {
  return [incomingCall(before, after), newProblem(before, after)].filter((need) => need !== null);
}

/** A call that the agent has not placed: it comes to one who is ready, without ringing out first. */
function incomingCall(before: CallSituation, { agent, dial }: CallSituation): CallNeed | null {
  if (!hasArrived(before.agent.phase, agent.phase) || isPlaced(dial)) return null;
  return { kind: 'incoming', phase: agent.phase, phoneNumber: agent.phoneNumber };
}

function hasArrived(before: AgentPhase, after: AgentPhase): boolean {
  // The phone of an agent who is off the hook between calls rings for the call itself.
  if (after === 'phoneRinging') return before !== after && !isOnCall(before);
  return before === 'ready' && (after === 'onCall' || after === 'talking');
}

function newProblem(before: CallSituation, { dial }: CallSituation): CallNeed | null {
  if (!dial?.problem || dial.step === 'cancelled') return null;
  const leftPaused = isLeftPaused(dial);
  const wasTold = before.dial?.id === dial.id && before.dial.problem?.code === dial.problem.code;
  const isMore = leftPaused && before.dial !== null && !isLeftPaused(before.dial);
  return wasTold && !isMore ? null : { kind: 'dialProblem', problem: dial.problem, source: dial.source, leftPaused };
}

/** True while a call that is over waits for the agent to end it. */
export function isCallLeft(phase: AgentPhase): phase is 'customerGone' | 'wrapUp' {
  return phase === 'customerGone' || phase === 'wrapUp';
}

/** True while somebody keeps reading the agent's phase: what was read for a panel that is closed may have changed long ago. */
export function isPhaseFollowed({ dial, screen }: { readonly dial: Dial | null; readonly screen: SeenScreen | null }) {
  return isScreenSpeaking(screen) || isDialRunning(dial);
}

/** The call that is on was placed by Dialside from a page that shows the customer's record. */
export function isCalledFromRecord(dial: Dial | null): boolean {
  return isPlaced(dial) && dial?.record !== undefined;
}

/** A dial of which nothing was sent yet has placed no call: the one that is on is another. */
function isPlaced(dial: Dial | null): boolean {
  return isDialRunning(dial) && !isBeforeSending(dial);
}
