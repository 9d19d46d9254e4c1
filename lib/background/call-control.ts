import type { AgentState } from '../agent/agent-state.ts';
import { type CallAction, whyNotNow } from '../agent/call-actions.ts';
import {
  beginFinish,
  type Finish,
  type FinishEffect,
  type FinishTransition,
  isFinishing,
  reduceFinish,
} from '../agent/finish-call.ts';
import type { CallControlRequest } from '../messages/call-control.ts';
import type { CommandProblem } from '../messages/panel-state.ts';
import { fail, ok, type Result } from '../result.ts';
import type { SessionStore } from '../session/session-store.ts';
import type { AgentClient } from '../vicidial/client.ts';
import type { VicidialFailure } from '../vicidial/failure.ts';
import { createSerialQueue } from './serial-queue.ts';

// When a command has been acted on by a visible screen (agent-screen.md 4).
const READ_MS = 1_000;

export interface CallControlDeps {
  readonly store: SessionStore;
  readonly client: () => AgentClient | null;
  readonly requestReading: (afterMs: number) => void;
  /** The same, from whoever tells a parked customer and a third line. */
  readonly requestDetail: (afterMs: number) => void;
}

export interface CallControl {
  /** Ends the call, or the wrap-up, with a disposition; the steps go on by themselves, across stops of the worker. */
  finish(wish: Pick<Finish, 'status' | 'callback' | 'afterCall'>): Promise<Result<null, CommandProblem>>;
  /** One command for the running call. Refused here where VICIdial would accept and ignore it. */
  control(request: CallControlRequest): Promise<Result<null, CommandProblem>>;
  queueCount(): Promise<Result<number, CommandProblem>>;
  isRecording(): Promise<Result<boolean, CommandProblem>>;
  agentRead(agent: AgentState): Promise<void>;
  /** Goes on with a finish that an earlier worker left in storage. */
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

  const apply = async ({ finish, effects }: FinishTransition) => {
    if (finish !== store.current().finish) await store.update({ finish });
    for (const effect of effects) run(effect);
  };

  const happen = (event: Parameters<typeof reduceFinish>[1]) =>
    inTurn(async () => {
      const { finish } = store.current();
      if (isFinishing(finish)) await apply(reduceFinish(finish, event));
    });

  const run = (effect: FinishEffect): void => {
    switch (effect.do) {
      case 'read':
        deps.requestReading(READ_MS);
        return;
      case 'pause':
        void answer((client) => client.pause('PAUSE'));
        return;
      case 'resume':
        void answer((client) => client.pause('RESUME'));
        return;
      case 'hangUp':
        void answer((client) => client.hangup());
        return;
      case 'dispose':
        void answer((client) => client.disposition(effect.status, effect.callback ?? undefined));
        return;
    }
  };

  const answer = async (send: (client: AgentClient) => Promise<Result<unknown, VicidialFailure>>) => {
    const client = deps.client();
    if (!client) return;
    const result = await send(client);
    await happen({ type: 'answered', failure: result.ok ? null : result.failure });
  };

  return {
    finish: (wish) =>
      inTurn(async () => {
        const { agent, finish, connection } = store.current();
        if (!connection) return fail({ code: 'notSignedIn' });
        // A second press is the same wish.
        if (isFinishing(finish)) return ok(null);
        const reason = whyNotNow('finish', agent.phase);
        if (reason) return fail({ code: 'notNow', reason });
        await apply(beginFinish(wish, agent));
        return ok(null);
      }),
    async control(request) {
      const reason = whyNotNow(actionOf(request), store.current().agent.phase);
      if (reason) return fail({ code: 'notNow', reason });
      const sent = await ask(
        request.action,
        (client): Promise<Result<unknown, VicidialFailure>> => send(client, request),
      );
      if (!sent.ok) return sent;
      deps.requestDetail(READ_MS);
      return ok(null);
    },
    queueCount: () => ask('queueCount', (client) => client.callsInQueue()),
    async isRecording() {
      const state = await ask('recording', (client) => client.recordingState());
      return state.ok ? ok(state.value.recording) : state;
    },
    agentRead: (agent) => happen({ type: 'agent', agent }),
    async restore() {
      const { finish } = store.current();
      if (!isFinishing(finish)) return;
      // Pause and hang-up may be repeated without harm, and so may a disposition that waits for its box; what was under
      // way is asked for again by beginning anew from the agent's next reading.
      if (finish.step === 'awaitingFree') deps.requestReading(0);
      else await inTurn(() => apply(beginFinish(finish, store.current().agent)));
    },
  };
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
