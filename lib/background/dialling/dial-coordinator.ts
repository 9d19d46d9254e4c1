import {
  type Dial,
  type DialPolicy,
  type DialRecord,
  type DialSource,
  isBeforeSending,
  isDialRunning,
  isLeftPaused,
  isOwedReady,
  mayHaveShown,
  recordOfDial,
  viewOfDial,
} from '../../agent/dial/dial.ts';
import { whyNotTakenBack } from '../../agent/dial/dial-awaiting.ts';
import type { Transition } from '../../agent/dial/dial-event.ts';
import { isFollowed } from '../../agent/dial/dial-following.ts';
import { beginDial, giveWay, reduceDial } from '../../agent/dial/dial-machine.ts';
import { toldGoneInMs } from '../../agent/dial/dial-previewing.ts';
import type { ConfirmReason, DialProblem, DialView } from '../../agent/dial/dial-view.ts';
import { isSameQuestion } from '../../agent/dial/same-question.ts';
import type { AgentState } from '../../agent/state/agent-state.ts';
import { withHeldPause } from '../../agent/state/held-pause.ts';
import { isFresh } from '../../agent/state/reading-freshness.ts';
import type { PendingCommand } from '../../messages/panel-state.ts';
import type { DialableNumber } from '../../phone/phone-number.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { VicidialFailure } from '../../vicidial/failure.ts';
import { createSerialQueue } from '../serial-queue.ts';
import { createDialEffects, type DialEffectsDeps, type Happening, NOBODY } from './dial-effects.ts';
import { countSent, tooManyDials } from './toll-guard.ts';

const HISTORY_LENGTH = 20;
// Who has not called or skipped a lead by then has left it, or the agent screen was reloaded.
const MAY_STAND_OPEN_MS = 30 * 60_000;
const RESUME_DUE: PendingCommand = { kind: 'resume', isDue: true };

export interface DialCoordinatorDeps extends DialEffectsDeps {
  readonly policy: () => Promise<DialPolicy>;
  /** Resolves when a reading has been taken in, or has failed. */
  readonly readNow: () => Promise<void>;
  readonly newId: () => string;
}

export interface DialStart {
  readonly number: DialableNumber;
  readonly source: DialSource;
  /** What the agent is asked in Dialside's own window first; empty for nothing. */
  readonly confirm: readonly ConfirmReason[];
  /** Dials that may be sent within a minute; left out for as many as the spacing lets through. */
  readonly mostPerMinute?: number;
  /** What the page shows of whom the number is. */
  readonly record?: DialRecord | null;
  /** The agent screen only shows this lead, whose first number it is. */
  readonly previewOf?: string;
}

export interface DialCoordinator {
  /**
   * Claims the agent for one dial. A click on the number that is already being dialled is answered from that dial; one while the
   * agent is asked brings the same question to the front, or asks its own in that one's place. A call that goes on is read for
   * the click first: its end may have come since it was read last.
   */
  start(request: DialStart): Promise<Result<DialView, DialProblem>>;
  answerConfirmation(id: string, confirmed: boolean): Promise<Result<null, DialProblem>>;
  cancel(id: string): Promise<Result<null, DialProblem>>;
  /** The agent chose another state by himself: a dial that has paused him makes him ready no more. */
  overtake(): Promise<void>;
  agentRead(agent: AgentState): Promise<void>;
  readingFailed(failure: VicidialFailure): Promise<void>;
  /** The agent screen shows something else than before. */
  screenChanged(): Promise<void>;
  /**
   * Ends a dial that the agent screen has not taken, before its agent is signed out: taken back where VICIdial lets it be, else
   * left as unknown. Resolves when that is in the history; a call that is on stays as it is.
   */
  signingOut(): Promise<void>;
  /** Takes up a dial that an earlier worker left in storage. */
  restore(): Promise<void>;
}

/**
 * Runs the dial machine: one dial at a time per agent, one event after the other, every transition stored before its
 * effect runs. What a dial may do next is decided by the machine alone.
 */
export function createDialCoordinator(deps: DialCoordinatorDeps): DialCoordinator {
  const { store, now } = deps;
  const inTurn = createSerialQueue();

  const happen = (id: string, happening: Happening): Promise<void> =>
    inTurn(async () => {
      const { dial, screen } = store.current();
      if (!dial || dial.id !== id) return;
      await apply(dial, reduceDial(dial, { ...happening, screen, now: now() }));
    });

  const apply = async (before: Dial | null, { dial, effects }: Transition): Promise<void> => {
    const isStored = dial === before || (await store.keep(changeFor(before, { dial, effects })));
    // A worker that died now would forget that it was sent, and the next one send it again.
    if (!isStored && effects.some((effect) => effect.do === 'dial')) {
      return apply(dial, reduceDial(dial, { type: 'notSent', problem: { code: 'notStored' }, now: now() }));
    }
    // The next worker would find it in the step before, and send what the agent was told is not called.
    if (!isStored && dial.sentAt === null && !isDialRunning(dial)) await store.withdraw('dial');
    for (const effect of effects) doing.run(dial, effect);
  };

  const changeFor = (before: Dial | null, { dial, effects }: Transition) => {
    const isOver = !isDialRunning(dial);
    const others = store.current().history.filter((record) => record.id !== dial.id);
    return {
      dial,
      ...(dial.sentAt !== null &&
        dial.sentAt !== before?.sentAt && {
          lastSentAt: dial.sentAt,
          sentTimes: countSent(store.current().sentTimes, dial.sentAt),
        }),
      // The dialer stamped the request at some moment between the two.
      ...(before?.step === 'sending' && { lastSentAt: now() }),
      // In the same write: a worker that died between the two would forget the one or repeat the other.
      ...(dial.stayPaused === 'asked' && before?.stayPaused !== 'asked' && keptPaused(dial)),
      ...(effects.some((effect) => effect.do === 'resume') && { pending: RESUME_DUE, pendingSince: now() }),
      ...(isOver && { history: [recordOfDial(dial, now()), ...others].slice(0, HISTORY_LENGTH) }),
    };
  };

  /** The agent is to be paused after this call, as he was before it. */
  const keptPaused = ({ policy }: Dial) => {
    const before = store.current().pending;
    const pending = withHeldPause(before, policy.pauseCode === '' ? null : policy.pauseCode);
    return pending === before ? {} : { pending, pendingSince: now() };
  };

  const doing = createDialEffects(deps, happen);

  const mayHaveEnded = (): boolean => {
    const { dial, agent, screen } = store.current();
    return dial !== null && isFollowed(dial) && !isFresh(agent, screen, now());
  };

  /** A lead that was skipped a moment ago is told as gone by two readings: a click is not refused for it before both were made. */
  const seePreviewGone = async (): Promise<void> => {
    const shown = store.current().dial;
    if (shown?.step !== 'previewing') return;
    if (shown.goneAt === undefined) await deps.readNow();
    const { dial } = store.current();
    const inMs = dial ? toldGoneInMs(dial, now()) : null;
    if (inMs === null) return;
    await new Promise<void>((resolve) => deps.after(inMs, resolve));
    await deps.readNow();
  };

  const claim = async (request: DialStart, policy: DialPolicy): Promise<Result<DialView, DialProblem>> => {
    const { number, source, confirm, mostPerMinute, record, previewOf } = request;
    const { connection, dial: running, agent, screen, lastSentAt, sentTimes, pending } = store.current();
    if (!connection) return fail({ code: 'notSignedIn' });
    const question = running?.step === 'confirming' ? running : null;
    if (question && isSameQuestion(question, request)) return askAgain(question);
    if (!question && isDialRunning(running)) return answerFrom(running, number);
    const tooMany = mostPerMinute === undefined ? null : tooManyDials(sentTimes, mostPerMinute, now());
    if (tooMany) return fail(tooMany);
    // Nothing was sent for the old question, and the new click says that it is no longer the agent's.
    if (question) await apply(question, giveWay(question, now()));
    const started = beginDial({
      id: deps.newId(),
      number,
      record: record ?? undefined,
      previewOf,
      policy,
      source,
      agent,
      screen,
      confirm: mayStandOpen(running, now()) ? [...confirm, 'previewOpen'] : confirm,
      previousSentAt: lastSentAt,
      ...leftFor(running, pending),
      now: now(),
    });
    // While the agent is paused, or asked, his lead is found.
    if (record && isBeforeSending(started.dial)) void deps.leads?.find(started.dial);
    await apply(null, started);
    return ok(viewOfDial(started.dial));
  };

  const askAgain = (dial: Dial): Result<DialView, DialProblem> => {
    doing.run(dial, { do: 'openConfirmation' });
    return ok(viewOfDial(dial));
  };

  return {
    async start(request) {
      const policy = await deps.policy();
      if (mayHaveEnded()) await deps.readNow();
      await seePreviewGone();
      return inTurn(() => claim(request, policy));
    },
    async answerConfirmation(id, confirmed) {
      await happen(id, { type: confirmed ? 'confirmed' : 'declined' });
      // Nothing will be read for a session that is over.
      if (confirmed && !deps.client()) await happen(id, { type: 'statusFailed', failure: NOBODY });
      return ok(null);
    },
    async cancel(id) {
      const { dial, agent } = store.current();
      const problem = dial?.id === id ? whyNotTakenBack(dial, agent, now()) : null;
      if (problem) return fail(problem);
      await happen(id, { type: 'cancelAsked' });
      return ok(null);
    },
    async overtake() {
      const { dial } = store.current();
      if (dial) await happen(dial.id, { type: 'stateChosen' });
    },
    async agentRead(agent) {
      const { dial } = store.current();
      if (dial) await happen(dial.id, { type: 'agent', agent });
    },
    async readingFailed(failure) {
      const { dial } = store.current();
      if (dial) await happen(dial.id, { type: 'statusFailed', failure });
    },
    async screenChanged() {
      const { dial } = store.current();
      if (dial) await happen(dial.id, { type: 'screenChanged' });
    },
    async signingOut() {
      // A request that is taken back before it has arrived is not.
      await doing.answered();
      const { dial } = store.current();
      if (!dial || (isFollowed(dial) && dial.step !== 'previewing')) return;
      // Nobody waits any longer for the agent screen to take it.
      if (!isBeforeSending(dial) && dial.step !== 'held') {
        await happen(dial.id, { type: 'statusFailed', failure: NOBODY });
      }
      const { dial: left, agent } = store.current();
      if (left && whyNotTakenBack(left, agent, now()) === null) {
        await happen(dial.id, { type: 'cancelAsked' });
        await doing.answered();
      }
      await happen(dial.id, { type: 'statusFailed', failure: NOBODY });
    },
    async restore() {
      const { dial, connection } = store.current();
      if (!dial) return;
      await happen(dial.id, { type: 'restored' });
      // The worker before stopped in the middle of signing out: nobody will read what became of it.
      if (!connection) await happen(dial.id, { type: 'statusFailed', failure: NOBODY });
    },
  };
}

/** Whether the agent is still paused for the dial before, or for what that one took over, or is being made ready. */
function leftFor(
  dial: Dial | null,
  pending: PendingCommand | null,
): { readonly wasReady: boolean; readonly isAfterPreview?: boolean } {
  const isResuming = pending?.kind === 'resume';
  if (dial === null) return { wasReady: isResuming };
  const isAfterPreview = mayHaveShown(dial);
  if (dial.step === 'confirming') return { wasReady: dial.wasReady === true || isResuming, isAfterPreview };
  // Of a lead that was lost sight of it is not known whether it is called after all: he has been told, and goes ready by himself.
  const isLeft = isOwedReady(dial) || (isLeftPaused(dial) && dial.shownAt === undefined);
  return { wasReady: isLeft || isResuming, isAfterPreview };
}

/** True for a while after a lead was shown that nobody has seen to go: a call would be placed over it, and the page go on showing it. */
function mayStandOpen(dial: Dial | null, now: number): boolean {
  // Of a question that gives way it was asked already.
  if (dial?.step === 'confirming') return dial.confirm.includes('previewOpen');
  return dial?.problem?.code === 'previewUnseen' && now - dial.stepSince <= MAY_STAND_OPEN_MS;
}

function answerFrom(running: Dial, number: DialableNumber): Result<DialView, DialProblem> {
  switch (running.step) {
    case 'previewing':
      return fail({ code: 'agentPreviewing' });
    case 'wrapUp':
      return fail({ code: 'agentInWrapUp' });
    case 'customerGone':
      return fail({ code: 'callRunning', e164: running.number.e164 });
    default:
      if (running.number.e164 === number.e164) return ok(viewOfDial(running));
      return fail({ code: isFollowed(running) ? 'callRunning' : 'busyDialling', e164: running.number.e164 });
  }
}
