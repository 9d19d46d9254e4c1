import { type AgentState, withPauseCode } from '../agent/agent-state.ts';
import { type AskedPhase, askedAfter, askedByNow, withAsked } from '../agent/asked-phase.ts';
import { type CallAction, type NotNow, whyNotNow } from '../agent/call-actions.ts';
import {
  beginFinish,
  type Finish,
  type FinishEffect,
  type FinishTransition,
  type FinishWish,
  isEnding,
  isFinishing,
  reduceFinish,
} from '../agent/finish-call.ts';
import { pauseIn, untilNoticed, withPause } from '../agent/held-pause.ts';
import { isSameCall, type MeantCall, meantCallOf, needsReading } from '../agent/meant-call.ts';
import { isFresh } from '../agent/reading-freshness.ts';
import type { CallControlRequest } from '../messages/call-control.ts';
import type { CommandProblem, PendingCommand } from '../messages/panel-state.ts';
import { fail, ok, type Result } from '../result.ts';
import type { SessionStore } from '../session/session-store.ts';
import type { AgentClient } from '../vicidial/client.ts';
import type { VicidialFailure } from '../vicidial/failure.ts';
import { createSerialQueue } from './serial-queue.ts';

// When a command has been acted on by a visible screen (agent-screen.md 4).
const READ_MS = 1_000;
// What follows a disposition follows within seconds; from then on it is looked after less often.
const SOON_READS = 2;
const LATER_READ_MS = 2_000;

export interface CallControlDeps {
  readonly store: SessionStore;
  readonly client: () => AgentClient | null;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly requestReading: (afterMs: number) => void;
  /** Asks the dialer once no other question to it is open; readings of the status stand in the same line. */
  readonly inLine: <T>(ask: () => Promise<T>) => Promise<T>;
  /** Resolves when a reading has been taken in, or has failed. */
  readonly readNow: () => Promise<void>;
  /** The same, from whoever tells a parked customer and a third line. */
  readonly requestDetail: (afterMs: number) => void;
}

export interface CallControl {
  /**
   * Ends the call, or the wrap-up, with a disposition; the steps go on by themselves. Read first unless that was just done, and
   * refused where the agent is with another customer by now than the one that he meant.
   */
  finish(wish: FinishWish & { readonly meant?: MeantCall }): Promise<Result<null, CommandProblem>>;
  /** One command for the running call. Refused here where VICIdial would accept and ignore it. */
  control(request: CallControlRequest): Promise<Result<null, CommandProblem>>;
  queueCount(): Promise<Result<number, CommandProblem>>;
  isRecording(): Promise<Result<boolean, CommandProblem>>;
  agentRead(agent: AgentState): Promise<void>;
  readingFailed(): Promise<void>;
  /** The agent chose another state by himself: the finish does not work against him. */
  overtake(): Promise<void>;
  /** Looks after a finish that an earlier worker left in storage. */
  restore(): Promise<void>;
}

/** What an agent does with a call beside dialling it. */
export function createCallControl(deps: CallControlDeps): CallControl {
  const { store } = deps;
  const inTurn = createSerialQueue();

  const ask = async <T>(
    command: string,
    send: (client: AgentClient) => Promise<Result<T, VicidialFailure>>,
  ): Promise<Result<T, CommandProblem>> => {
    const client = deps.client();
    if (!client) return fail({ code: 'notSignedIn' });
    const answer = await send(client);
    return answer.ok ? answer : fail({ code: 'vicidial', command, failure: answer.failure });
  };

  const asShown = () => withAsked(store.current().agent, store.current().askedPhase);

  /** Why the action has no effect now, or one on another call: what was read last may be over. */
  const whyNot = async (action: CallAction, meant = meantCallOf(asShown())): Promise<NotNow | null> => {
    const { agent, screen } = store.current();
    const isAllowed = whyNotNow(action, asShown()) === null;
    const isRead = isFresh(agent, screen, deps.now()) || (isAllowed && !needsReading(action));
    if (!isRead) await deps.readNow();
    return whyNotNow(action, asShown()) ?? (isSameCall(meant, asShown()) ? null : 'otherCall');
  };

  const remember = async (askedPhase: AskedPhase | null) => {
    if (askedPhase !== store.current().askedPhase) await store.keep({ askedPhase });
  };

  // Sent also when it cannot be stored: a later worker finds no finish then, and repeats nothing.
  const apply = async ({ finish, effects }: FinishTransition) => {
    if (finish !== store.current().finish) await store.keep({ finish });
    for (const effect of effects) run(finish, effect);
  };

  const happen = (event: Parameters<typeof reduceFinish>[1]) =>
    inTurn(async () => {
      const { finish } = store.current();
      if (isFinishing(finish)) await apply(reduceFinish(finish, event));
    });

  const run = (finish: Finish, effect: FinishEffect): void => {
    switch (effect.do) {
      case 'read':
        deps.requestReading(finish.tries > SOON_READS ? LATER_READ_MS : READ_MS);
        return;
      case 'pause':
        void answer(finish, (client) => client.pause('PAUSE'));
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

  const sendCode = async (code: string) => {
    const { connection } = store.current();
    const sent = await ask('pauseCode', (client) => client.pauseCode(code));
    if (store.current().connection?.id !== connection?.id) return;
    await store.keep(sent.ok ? { agent: withPauseCode(store.current().agent, code) } : { problem: sent.failure });
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
      if (!isFinishing(finish) || finish.startedAt !== asking.startedAt || finish.step !== asking.step) return;
      await apply(reduceFinish(finish, { type: 'answered', failure: result.ok ? null : result.failure }));
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
      // Outside of the queue, in which a reading is taken in.
      const reason = await whyNot('finish', wish.meant);
      return inTurn(async () => {
        const { finish, connection, pending } = store.current();
        if (!connection) return fail({ code: 'notSignedIn' });
        if (isEnding(finish)) return ok(null);
        if (reason) return fail({ code: 'notNow', reason });
        // The finish pauses by itself, or goes on to the next call.
        if (pauseIn(pending)) await store.keep({ pending: withPause(pending, null) });
        // Its PAUSE would be used up without effect.
        if (wish.afterCall === 'stayPaused') await deps.sleep(untilNoticed(store.current().agent, deps.now()));
        await apply(beginFinish(withPendingCode(wish, pending), store.current().agent, deps.now()));
        return ok(null);
      });
    },
    async control(request) {
      const action = actionOf(request);
      const reason = await whyNot(action);
      if (reason) return fail({ code: 'notNow', reason });
      const sent = await ask(
        request.action,
        (client): Promise<Result<unknown, VicidialFailure>> => send(client, request),
      );
      if (!sent.ok) return sent;
      await remember(askedAfter(action, store.current().askedPhase, deps.now()));
      deps.requestDetail(READ_MS);
      return ok(null);
    },
    queueCount: () => ask('queueCount', (client) => client.callsInQueue()),
    async isRecording() {
      const state = await ask('recording', (client) => deps.inLine(() => client.recordingState()));
      return state.ok ? ok(state.value.recording) : state;
    },
    async agentRead(agent) {
      const { finish, dial, askedPhase } = store.current();
      await remember(askedByNow(askedPhase, agent));
      // Told for as long as the agent is not free again.
      if (finish?.step === 'failed' && (agent.phase === 'paused' || agent.phase === 'ready')) {
        await store.keep({ finish: null });
        return;
      }
      const isNextCall = finish !== null && dial !== null && dial.startedAt > finish.startedAt;
      await happen(isNextCall ? { type: 'overtaken' } : { type: 'agent', agent });
    },
    readingFailed: () => happen({ type: 'readingFailed' }),
    overtake: () => happen({ type: 'overtaken' }),
    async restore() {
      const { finish } = store.current();
      // What was on its way may be done, and by now the agent may be with the next customer: nothing of it is repeated.
      if (isEnding(finish)) await happen({ type: 'overtaken' });
      else if (isFinishing(finish)) deps.requestReading(0);
    },
  };
}

/** A pause that was asked for during the call comes with the code that was chosen for it. */
function withPendingCode(wish: FinishWish, pending: PendingCommand | null): FinishWish {
  const pauseCode = wish.pauseCode ?? pauseIn(pending)?.pauseCode ?? null;
  return { ...wish, pauseCode };
}

function actionOf(request: CallControlRequest): CallAction {
  switch (request.action) {
    case 'startRecording':
    case 'stopRecording':
      return 'record';
    default:
      return request.action;
  }
}

function send(client: AgentClient, request: CallControlRequest): Promise<Result<unknown, VicidialFailure>> {
  switch (request.action) {
    case 'park':
      return client.park('PARK_CUSTOMER');
    case 'grab':
      return client.park('GRAB_CUSTOMER');
    case 'blindTransfer':
      return client.transfer({ action: 'BLIND_TRANSFER', phoneNumber: request.number });
    case 'ingroupTransfer':
      return client.transfer({ action: 'LOCAL_CLOSER', ingroup: request.ingroup });
    case 'threeWay':
      return client.transfer({ action: 'DIAL_WITH_CUSTOMER', phoneNumber: request.number });
    case 'leaveThreeWay':
      return client.transfer({ action: 'LEAVE_3WAY_CALL' });
    case 'hangUpThird':
      return client.transfer({ action: 'HANGUP_XFER' });
    case 'dtmf':
      return client.sendDtmf(request.tones);
    case 'startRecording':
      return client.recording('START');
    case 'stopRecording':
      return client.recording('STOP');
    case 'previewDial':
      return client.preview('DIALONLY');
    case 'previewSkip':
      return client.preview('SKIP');
    case 'previewAlternative':
      return client.preview('ALTDIAL');
    case 'logOut':
      return client.logout();
  }
}
