import type { NotNow } from '../../agent/call/call-actions.ts';
import { dialerClockOf, judgeCallbackTime } from '../../agent/call/callback-time.ts';
import {
  beginFinish,
  type Finish,
  type FinishEffect,
  type FinishTransition,
  type FinishWish,
  isAnotherCall,
  isEnding,
  isFinishing,
  reduceFinish,
} from '../../agent/call/finish-call.ts';
import type { MeantCall } from '../../agent/call/meant-call.ts';
import { type Dial, isBeforeSending, isDialRunning } from '../../agent/dial/dial.ts';
import { type AgentState, withoutWrapUp, withPauseCode } from '../../agent/state/agent-state.ts';
import { pauseIn, untilNoticed, withHeldPause, withPause } from '../../agent/state/held-pause.ts';
import { isOnCall } from '../../agent/state/pending-command.ts';
import type { CommandProblem, PendingCommand } from '../../messages/panel-state.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { SessionStore } from '../../session/session-store.ts';
import type { AgentClient } from '../../vicidial/client.ts';
import type { VicidialFailure } from '../../vicidial/failure.ts';
import { createSerialQueue } from '../serial-queue.ts';

// The customer hears the agent for as long as his PAUSE is on its way; one that is late is made up for at the end.
const PAUSE_WAITS_MS = 2_000;
// When a disposition has been acted on by a visible screen (agent-screen.md 4).
const READ_MS = 1_000;
// What follows a disposition follows within seconds; from then on it is looked after less often.
const SOON_READS = 2;
const LATER_READ_MS = 2_000;

export interface CallFinishDeps {
  readonly store: SessionStore;
  readonly client: () => AgentClient | null;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly requestReading: (afterMs: number) => void;
  /** Why the call that was meant cannot be ended now, by a reading that is fresh; null when it can. */
  readonly whyNot: (meant: MeantCall | undefined) => Promise<NotNow | null>;
}

export interface CallFinish {
  /**
   * Ends the call, or the wrap-up, with a disposition; the steps go on by themselves. Read first unless that was just done, and
   * refused where the agent is with another customer by now than the one that he meant, or where the call-back is past.
   */
  finish(wish: FinishWish & { readonly meant?: MeantCall }): Promise<Result<null, CommandProblem>>;
  agentRead(agent: AgentState): Promise<void>;
  readingFailed(): Promise<void>;
  /** The agent chose another state by himself: the finish does not work against him. */
  overtake(): Promise<void>;
  /** Looks after a finish that an earlier worker left in storage. */
  restore(): Promise<void>;
}

/** Runs the machine that ends a call: every transition is stored before its effect runs. */
export function createCallFinish(deps: CallFinishDeps): CallFinish {
  const { store } = deps;
  const inTurn = createSerialQueue();

  // Sent also when it cannot be stored: a later worker finds no finish then, and repeats nothing.
  const apply = async ({ finish, effects }: FinishTransition) => {
    if (finish !== store.current().finish) await store.keep({ finish });
    for (const effect of effects) run(finish, effect);
  };

  /** The agent goes on by hand with an ending that failed, and wants to be paused after it all the same. */
  const holdPause = async () => {
    const { finish, pending } = store.current();
    if (finish?.step !== 'failed' || finish.afterCall !== 'stayPaused') return;
    await store.keep({ pending: withHeldPause(pending, finish.pauseCode), pendingSince: deps.now() });
  };

  /** Told for as long as the agent is not free again, nor on the next call. */
  const tellFailed = async (finish: Finish, agent: AgentState, isNextCall: boolean) => {
    const isFree = (agent.phase === 'paused' && !agent.mayBeWrapUp) || agent.phase === 'ready';
    const isOff = !isOnCall(agent.phase);
    if (isFree || isNextCall || (finish.isLeft && !isOff)) await store.keep({ finish: null });
    else if (isOff && !finish.isLeft) await store.keep({ finish: { ...finish, isLeft: true } });
  };

  const happen = (event: Parameters<typeof reduceFinish>[1]) =>
    inTurn(async () => {
      const { finish } = store.current();
      if (!isFinishing(finish)) return;
      await apply(reduceFinish(finish, event));
      if (event.type !== 'overtaken') await holdPause();
    });

  const run = (finish: Finish, effect: FinishEffect): void => {
    switch (effect.do) {
      case 'read':
        deps.requestReading(finish.tries > SOON_READS ? LATER_READ_MS : READ_MS);
        return;
      case 'pause':
        void answer(finish, (client) => client.pause('PAUSE'));
        if (finish.step === 'pausing') void deps.sleep(PAUSE_WAITS_MS).then(() => hurry(finish));
        return;
      case 'resume':
        void answer(finish, (client) => client.pause('RESUME'));
        return;
      case 'hangUp':
        void answer(finish, (client) => client.hangup());
        return;
      case 'sendCode':
        void sendCode(effect.code);
        return;
      case 'dispose':
        void dispose(finish, effect);
        return;
    }
  };

  const hurry = (late: Finish) =>
    inTurn(async () => {
      const { finish } = store.current();
      if (isSameStep(finish, late)) await apply(reduceFinish(finish, { type: 'pauseLate' }));
    });

  const sendCode = async (code: string) => {
    const { connection } = store.current();
    const sent = await deps.client()?.pauseCode(code);
    if (!sent || store.current().connection?.id !== connection?.id) return;
    const problem: CommandProblem | null = sent.ok
      ? null
      : { code: 'vicidial', command: 'pauseCode', failure: sent.failure };
    await store.keep(problem ? { problem } : { agent: withPauseCode(store.current().agent, code) });
  };

  /** The answer moves the step that asked, and no other: it may come when the agent ends the next call already. */
  const answer = async <T>(
    asking: Finish,
    send: (client: AgentClient) => Promise<Result<T, VicidialFailure>>,
  ): Promise<T | null> => {
    const client = deps.client();
    if (!client) return null;
    const result = await send(client);
    await inTurn(async () => {
      const { finish } = store.current();
      if (!isSameStep(finish, asking)) return;
      await apply(reduceFinish(finish, { type: 'answered', failure: result.ok ? null : result.failure }));
      await holdPause();
    });
    return result.ok ? result.value : null;
  };

  const dispose = async (finish: Finish, { status, callback }: Extract<FinishEffect, { do: 'dispose' }>) => {
    const { connection } = store.current();
    const kept = await answer(finish, (client) => client.disposition(status, callback ?? undefined));
    // VICIdial takes the disposition and drops the date where its own status is no call-back one (api.md 7.4).
    if (!kept || !callback || kept.callbackStored || store.current().connection?.id !== connection?.id) return;
    await store.keep({ problem: { code: 'callbackNotKept', status } });
  };

  return {
    async finish(wish) {
      const now = deps.now();
      const clock = dialerClockOf(store.current().connection?.clockAheadMs, now);
      // VICIdial takes any date, and then calls back at once or never.
      if (wish.callback && judgeCallbackTime(wish.callback.at, clock, now) === 'past')
        return fail({ code: 'callbackPast' });
      // Outside of the queue, in which a reading is taken in.
      const reason = await deps.whyNot(wish.meant);
      return inTurn(async () => {
        const { finish, connection, pending } = store.current();
        if (!connection) return fail({ code: 'notSignedIn' });
        if (isEnding(finish)) return isSameWish(wish, finish) ? ok(null) : fail({ code: 'notNow', reason: 'justSent' });
        if (reason) return fail({ code: 'notNow', reason });
        // Its PAUSE would be used up without effect.
        if (wish.afterCall === 'stayPaused') await deps.sleep(untilNoticed(store.current().agent, deps.now()));
        const { agent, dial } = store.current();
        const begun = beginFinish(withPendingCode(wish, pending), agent, deps.now(), dial?.id ?? null);
        // It pauses by itself, or goes on to the next call: one write, so that no worker leaves neither of the two.
        if (pauseIn(pending)) await store.keep({ finish: begun.finish, pending: withPause(pending, null) });
        await apply(begun);
        return ok(null);
      });
    },
    async agentRead(agent) {
      const { finish, dial } = store.current();
      const isNextCall = finish !== null && (isLaterCall(finish, dial) || isAnotherCall(finish, agent));
      // What has ended the call has set its disposition. Once it is done, the wrap-up is another call's.
      const hasDisposed = finish?.step === 'awaitingFree' && !finish.isUnknown && !isNextCall;
      if (agent.mayBeWrapUp && hasDisposed) await store.keep({ agent: withoutWrapUp(agent) });
      if (finish?.step === 'failed') await tellFailed(finish, agent, isNextCall);
      else await happen(isNextCall ? { type: 'overtaken' } : { type: 'agent', agent });
    },
    readingFailed: () => happen({ type: 'readingFailed' }),
    overtake: () => happen({ type: 'overtaken' }),
    async restore() {
      const { finish } = store.current();
      // What was on its way may be done, and by now the agent may be with the next customer: nothing of it is repeated.
      if (isEnding(finish)) {
        await happen({ type: 'overtaken' });
        await holdPause();
      } else if (isFinishing(finish)) deps.requestReading(0);
    },
  };
}

/** A correction is no second press: the agent must not take it for done. */
function isSameWish({ status, callback, afterCall, pauseCode }: FinishWish, finish: Finish): boolean {
  const isSameCode = pauseCode === undefined || pauseCode === finish.pauseCode;
  const isSameCallback = JSON.stringify(callback) === JSON.stringify(finish.callback);
  return isSameCode && isSameCallback && status === finish.status && afterCall === finish.afterCall;
}

/** A pause that was asked for during the call comes with the code that was chosen for it, unless the wish says otherwise. */
function withPendingCode(wish: FinishWish, pending: PendingCommand | null): FinishWish {
  const pauseCode = wish.pauseCode === undefined ? (pauseIn(pending)?.pauseCode ?? null) : wish.pauseCode;
  return { ...wish, pauseCode };
}

/** A dial that was refused or taken back ends no wrap-up. */
function isLaterCall({ dialId }: Finish, dial: Dial | null): boolean {
  if (dial === null || dial.id === dialId || isBeforeSending(dial)) return false;
  return dial.step === 'ended' || isDialRunning(dial);
}

function isSameStep(finish: Finish | null, asking: Finish): finish is Finish {
  return isFinishing(finish) && finish.startedAt === asking.startedAt && finish.step === asking.step;
}
