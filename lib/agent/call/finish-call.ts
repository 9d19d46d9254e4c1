import type { CallbackRequest } from '../../vicidial/client.ts';
import { isOutcomeUnknown, type VicidialFailure } from '../../vicidial/failure.ts';
import type { AgentState } from '../state/agent-state.ts';
import { isOnCall, isPauseSettled } from '../state/pending-command.ts';
import { isSameCall, type MeantCall, meantCallOf } from './meant-call.ts';

/** What the agent wants to be after the call. */
export type AfterCall = 'stayPaused' | 'next';

/** Ends a call in the one order that VICIdial keeps: pause while the call is answered, hang up, set the disposition. */
export interface Finish {
  readonly status: string;
  readonly callback: CallbackRequest | null;
  readonly afterCall: AfterCall;
  /** Sent once the agent is paused after the call; null for none. Where codes are forced a box waits for it. */
  readonly pauseCode: string | null;
  readonly step: FinishStep;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** The newest dial when it began; null where there was none. A clock may be set back, so time tells no later one. */
  readonly dialId: string | null;
  /** The call that it ends, as it was read then. */
  readonly call: MeantCall;
  /** Why it failed, or the answer of the hang-up that was lost; null when it was interrupted. */
  readonly problem: FinishProblem | null;
  /** Readings made in this step. */
  readonly tries: number;
  /** The answer to the disposition was lost: only the agent's state can tell whether it was set. */
  readonly isUnknown: boolean;
  /** He was read off the call since: one that is read then is the next. */
  readonly isLeft: boolean;
  /** The one correcting PAUSE or RESUME has been sent. */
  readonly corrected: boolean;
  /** The pause code has been sent for the present pause. */
  readonly codeSent: boolean;
}

/** What the agent asks for when he ends a call. */
export type FinishWish = Pick<Finish, 'status' | 'callback' | 'afterCall'> & Partial<Pick<Finish, 'pauseCode'>>;

export type FinishStep = 'pausing' | 'hangingUp' | 'awaitingEnd' | 'disposing' | 'awaitingFree' | 'done' | 'failed';

/** `notConfirmed`: nothing shows that the agent is free, so his disposition may not be set. */
export type FinishProblem = VicidialFailure | { readonly code: 'notConfirmed' };

export type FinishEvent =
  | { readonly type: 'answered'; readonly failure: VicidialFailure | null }
  /** The PAUSE before the hang-up has no answer yet, and the customer hears the agent. */
  | { readonly type: 'pauseLate' }
  | { readonly type: 'agent'; readonly agent: AgentState }
  | { readonly type: 'readingFailed' }
  /** The agent did something else with his state, or the worker that was ending the call was stopped. */
  | { readonly type: 'overtaken' };

export type FinishEffect =
  | { readonly do: 'pause' | 'resume' | 'hangUp' | 'read' }
  | { readonly do: 'sendCode'; readonly code: string }
  | { readonly do: 'dispose'; readonly status: string; readonly callback: CallbackRequest | null };

export interface FinishTransition {
  readonly finish: Finish;
  readonly effects: readonly FinishEffect[];
}

// After the disposition the screen is PAUSED for a second and then, with a dial level, READY (agent-screen.md 3.1); with
// a hidden but awake screen each takes up to two seconds. Readings are one second apart, from the third on two.
const SETTLE_READS = 4;
const CODE_READS = 2;
// A status is accepted two ticks after the box opened, and a throttled screen ticks slowly.
const MOST_READS = 20;
// A hang-up is acted on within two seconds, also by a hidden screen that is kept awake (agent-screen.md 8).
const END_READS = 6;

/** Begins with the step that the agent's present state asks for. */
export function beginFinish(
  wish: FinishWish,
  agent: AgentState,
  now: number,
  dialId: string | null = null,
): FinishTransition {
  const { status, callback, afterCall, pauseCode = null } = wish;
  const finish: Finish = {
    ...{ status, callback, afterCall, pauseCode, step: 'pausing', startedAt: now, dialId },
    ...{ problem: null, tries: 0, corrected: false, codeSent: false },
    ...{ isUnknown: false, isLeft: !isOnCall(agent.phase), call: meantCallOf(agent) },
  };
  if (!isOnCall(agent.phase)) return dispose(finish);
  // While it rings a PAUSE would be used up without effect (agent-screen.md 5); it is made up for at the end.
  return finish.afterCall === 'stayPaused' && agent.phase !== 'dialling'
    ? { finish, effects: [{ do: 'pause' }] }
    : hangUp(finish);
}

/** True while the finish still does something. */
export function isFinishing<T extends Pick<Finish, 'step'>>(finish: T | null): finish is T {
  return finish !== null && finish.step !== 'done' && finish.step !== 'failed';
}

/** True while commands of the finish are on their way: a second press is the same wish. */
export function isEnding(finish: Finish | null): finish is Finish {
  return isFinishing(finish) && finish.step !== 'awaitingFree';
}

/** The next step and what to do; an event that means nothing in a step changes nothing. */
export function reduceFinish(finish: Finish, event: FinishEvent): FinishTransition {
  if (event.type === 'overtaken') return overtake(finish);
  switch (finish.step) {
    case 'pausing':
      // A pause that failed does not keep the agent in the call; it is made up for at the end.
      return event.type === 'answered' || event.type === 'pauseLate' ? hangUp(finish) : stay(finish);
    case 'hangingUp':
      return event.type === 'answered' ? onHungUp(finish, event.failure) : stay(finish);
    case 'awaitingEnd':
      // Each takes seconds, in which the call may end and the next begin unseen.
      if (event.type === 'readingFailed') return waitForEnd({ ...finish, tries: finish.tries + END_READS / 2 });
      return event.type === 'agent' ? onAwaitingEnd(finish, event.agent) : stay(finish);
    case 'disposing':
      return event.type === 'answered' ? onDisposed(finish, event.failure) : stay(finish);
    case 'awaitingFree':
      if (event.type === 'readingFailed') return waitOn(finish);
      return event.type === 'agent' ? onAwaitingFree(finish, event.agent) : stay(finish);
    case 'done':
    case 'failed':
      return stay(finish);
  }
}

function onHungUp(finish: Finish, failure: VicidialFailure | null): FinishTransition {
  if (failure === null) return dispose(finish);
  if (isRefused(failure)) return failed(finish, failure);
  // Perhaps the customer is still there: a disposition is for after him.
  return read({ ...finish, step: 'awaitingEnd', problem: failure });
}

/** By its number and lead, which an agent's own login does not tell. */
export function isAnotherCall({ call }: Finish, agent: AgentState): boolean {
  return (isOnCall(agent.phase) || isWrapUp(agent)) && !isSameCall({ ...call, inWrapUp: false }, agent);
}

function onAwaitingEnd(finish: Finish, agent: AgentState): FinishTransition {
  const { phase } = agent;
  if (isAnotherCall(finish, agent)) return failed(finish, { code: 'notConfirmed' });
  if (isOnCall(phase) || phase === 'unknown') return waitForEnd(finish);
  // Who is free has ended it by hand: what was chosen here would be the next customer's.
  return isWrapUp(agent)
    ? dispose({ ...finish, problem: null, isLeft: true })
    : failed(finish, { code: 'notConfirmed' });
}

function waitForEnd(finish: Finish): FinishTransition {
  const isOver = finish.tries >= END_READS;
  return isOver ? failed(finish, finish.problem) : read({ ...finish, tries: finish.tries + 1 });
}

function onDisposed(finish: Finish, failure: VicidialFailure | null): FinishTransition {
  if (isRefused(failure)) return failed(finish, failure);
  return read({ ...finish, step: 'awaitingFree', tries: 0, isUnknown: failure !== null });
}

function onAwaitingFree(before: Finish, agent: AgentState): FinishTransition {
  const { phase } = agent;
  const onCall = isOnCall(phase);
  // The next customer is there, so the last one's wrap-up is over.
  if ((onCall && before.isLeft) || isAnotherCall(before, agent)) return done(before);
  const finish = onCall || before.isLeft ? before : { ...before, isLeft: true };
  if (finish.isUnknown && isWrapUp(agent)) return waitOn(finish, END_READS);
  const wanted = finish.afterCall === 'stayPaused' ? 'paused' : 'ready';
  const other = wanted === 'paused' ? 'ready' : 'paused';
  const isSettled = finish.tries >= SETTLE_READS;
  if (phase === 'notLoggedIn') return done(finish);
  if (wanted === 'paused' && wantsCode(finish, agent)) return sendCode(finish);
  // READY comes by itself and stays; PAUSED may still turn into READY for some seconds.
  if (phase === wanted && (wanted === 'ready' || (isSettled && !lacksCode(finish, agent)))) return done(finish);
  if (phase === other && !finish.corrected && (other === 'ready' || isSettled)) {
    const effect: FinishEffect = { do: wanted === 'paused' ? 'pause' : 'resume' };
    return { finish: { ...finish, corrected: true, codeSent: false, tries: 0 }, effects: [effect, { do: 'read' }] };
  }
  // Resuming does nothing in a MANUAL campaign: the agent's state is shown as it is.
  const isFree = !onCall && phase !== 'wrapUp' && phase !== 'unknown';
  return isFree && finish.tries >= MOST_READS ? done(finish) : waitOn(finish);
}

/** The readings are for the agent's own login, which shows the wrap-up as a pause. */
function wantsCode(finish: Finish, agent: AgentState): boolean {
  return lacksCode(finish, agent) && finish.tries >= CODE_READS && isPauseSettled(agent);
}

function lacksCode({ pauseCode, codeSent }: Finish, agent: AgentState): boolean {
  return pauseCode !== null && !codeSent && agent.pauseCode !== pauseCode;
}

function sendCode(finish: Finish): FinishTransition {
  const effects: FinishEffect[] = finish.pauseCode === null ? [] : [{ do: 'sendCode', code: finish.pauseCode }];
  return { finish: { ...finish, codeSent: true }, effects: [...effects, { do: 'read' }] };
}

/** Whether he is, or may be, in wrap-up: his own login shows that as a pause. */
function isWrapUp({ phase, mayBeWrapUp }: AgentState): boolean {
  return phase === 'wrapUp' || mayBeWrapUp === true;
}

function waitOn(finish: Finish, most = MOST_READS): FinishTransition {
  const isOver = finish.tries >= most;
  return isOver ? failed(finish, { code: 'notConfirmed' }) : read({ ...finish, tries: finish.tries + 1 });
}

/** Once the disposition is accepted nothing is left but to look; before that the rest is not sent at another call. */
function overtake(finish: Finish): FinishTransition {
  if (!isFinishing(finish)) return stay(finish);
  return finish.step === 'awaitingFree' ? done(finish) : { finish: { ...finish, step: 'failed' }, effects: [] };
}

function isRefused(failure: VicidialFailure | null): failure is VicidialFailure {
  return failure !== null && !isOutcomeUnknown(failure);
}

function hangUp(finish: Finish): FinishTransition {
  return { finish: { ...finish, step: 'hangingUp' }, effects: [{ do: 'hangUp' }] };
}

function dispose(finish: Finish): FinishTransition {
  const { status, callback } = finish;
  return { finish: { ...finish, step: 'disposing' }, effects: [{ do: 'dispose', status, callback }] };
}

function read(finish: Finish): FinishTransition {
  return { finish, effects: [{ do: 'read' }] };
}

function done(finish: Finish): FinishTransition {
  return { finish: { ...finish, step: 'done' }, effects: [] };
}

function failed(finish: Finish, problem: FinishProblem | null): FinishTransition {
  return { finish: { ...finish, step: 'failed', problem }, effects: [] };
}

function stay(finish: Finish): FinishTransition {
  return { finish, effects: [] };
}
