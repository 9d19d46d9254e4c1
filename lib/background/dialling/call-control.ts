import { type AskedPhase, askedAfter, askedByNow, withAsked } from '../../agent/call/asked-phase.ts';
import { type CallAction, type NotNow, whyNotNow } from '../../agent/call/call-actions.ts';
import { takenWithinMs } from '../../agent/call/command-taken.ts';
import { handedOverByNow, handOver } from '../../agent/call/handed-over.ts';
import { isSameCall, type MeantCall, meantCallOf, needsReading } from '../../agent/call/meant-call.ts';
import { isDialRunning } from '../../agent/dial/dial.ts';
import { mayBeNumber } from '../../agent/dial/live-number.ts';
import { isToldByServer } from '../../agent/state/agent-table.ts';
import { isFresh } from '../../agent/state/reading-freshness.ts';
import type { CallControlRequest } from '../../messages/call-control.ts';
import type { CommandProblem } from '../../messages/panel-state.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { SessionStore } from '../../session/session-store.ts';
import type { AgentClient } from '../../vicidial/client.ts';
import { isOutcomeUnknown, type VicidialFailure } from '../../vicidial/failure.ts';
import { pageFieldsOf } from '../page-fields.ts';
import { learnPreviews } from '../previews.ts';
import { columnsOf } from '../records/person-columns.ts';
import { type CallFinish, createCallFinish } from './call-finish.ts';
import { createOncePerCall } from './once-per-call.ts';

export interface CallControlDeps {
  readonly store: SessionStore;
  readonly client: () => AgentClient | null;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly requestReading: (afterMs: number) => void;
  /** Resolves when a reading has been taken in, or has failed. */
  readonly readNow: () => Promise<void>;
  /** The same, from whoever tells a parked customer and a third line. */
  readonly readDetail: () => Promise<void>;
  /** Asks for one reading of that kind after `afterMs`. */
  readonly requestDetail: (afterMs: number) => void;
  /** Ends what would pause him, or make him ready: it would be sent in place of the log-out, in the same field (api.md 7.7). */
  readonly beforeLogOut: () => Promise<unknown>;
}

export type SendOnce = () => Promise<Result<null, CommandProblem>>;

/** The ending of a call has its own steps (call-finish.ts); everything else is one command. */
export interface CallControl extends CallFinish {
  /**
   * One command for the running call. Refused here where VICIdial would accept and ignore it. `around` stands about what is sent:
   * once for impatient presses, which get the answer of the first.
   */
  control(request: CallControlRequest, around?: (send: SendOnce) => ReturnType<SendOnce>): ReturnType<SendOnce>;
  queueCount(): Promise<Result<number, CommandProblem>>;
  isRecording(): Promise<Result<boolean, CommandProblem>>;
}

/** What an agent does with a call beside dialling it. */
export function createCallControl(deps: CallControlDeps): CallControl {
  const { store } = deps;

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
    // Another may have taken the customer back, or left: the agent screen shows no difference.
    const isDoubtful =
      agent.source === 'screen' && isToldByServer(asShown().phase) && (!isAllowed || needsReading(action));
    if (isDoubtful) await deps.readDetail();
    else if (!isRead) await deps.readNow();
    return whyNotNow(action, asShown()) ?? whyNotThis(action, meant);
  };

  /** Why not although VICIdial would act on it. */
  const whyNotThis = (action: CallAction, meant: MeantCall): NotNow | null => {
    const { agent, screen, dial } = store.current();
    if (action === 'logOut' && isDialRunning(dial)) return 'callWaiting';
    if (!isSameCall(meant, asShown())) return 'otherCall';
    // What the agent screen would call is not what was looked at.
    if (action === 'previewDial' && dial?.step === 'previewing' && !mayBeNumber(asShown().phoneNumber, dial.number))
      return 'otherCall';
    // Two leads with one first number may have different others.
    if (action === 'previewAlternative' && meant.leadId !== asShown().leadId) return 'otherCall';
    // The reading has failed: by now the next customer may be there.
    return needsReading(action) && !isFresh(agent, screen, deps.now()) ? 'notRead' : null;
  };

  const remember = async (askedPhase: AskedPhase | null) => {
    if (askedPhase !== store.current().askedPhase) await store.keep({ askedPhase });
  };

  const control = async (request: CallControlRequest): Promise<Result<null, CommandProblem>> => {
    const action = actionOf(request);
    const reason = await whyNot(action, 'meant' in request ? request.meant : undefined);
    if (reason) return fail({ code: 'notNow', reason });
    const pushed = pageFieldsOf(store.current());
    if (request.action === 'pushFields' && pushed?.dialId !== request.dialId)
      return fail({ code: 'notNow', reason: 'otherCall' });
    if (action === 'logOut') await deps.beforeLogOut();
    const { askedPhase: before, agent, screen } = store.current();
    const after = askedAfter(action, before, agent, deps.now());
    const isBegun = after !== null && after !== before && !after.isEnding;
    // Stored first: without an answer, or this worker, a customer on hold could not be taken back.
    if (isBegun) await remember({ ...after, isUnknown: true });
    // A reading, or another command, may have changed it meanwhile.
    const isStill = () => store.current().askedPhase?.at === after?.at;
    const session = store.current().connection?.id;
    const sent = await ask(
      request.action,
      (client): Promise<Result<unknown, VicidialFailure>> =>
        request.action === 'pushFields'
          ? client.updateFields(columnsOf(pushed?.person ?? {}), agent.leadId)
          : send(client, request),
    );
    if (!sent.ok) {
      if (request.action === 'pushFields' && isNotPermitted(sent.failure)) await store.keep({ mayPushFields: false });
      if (sent.failure.code === 'vicidial') await learnPreviews(store, session, sent.failure.failure);
      if (isBegun && isRefused(sent.failure) && isStill()) await remember(before);
      return sent;
    }
    if (isBegun ? isStill() : after !== before) await remember(after);
    const to = givenTo(request);
    if (to !== undefined) await store.keep({ handedOver: handOver(to, agent, deps.now()) });
    deps.requestDetail(takenWithinMs(screen));
    return ok(null);
  };

  let wasPreviewing = false;
  const takenMs = () => takenWithinMs(store.current().screen);
  const oncePerCall = createOncePerCall(deps.now, takenMs);
  // VICIdial keeps it in a column of its own, where no other command overwrites it (api.md 7.12): none waits for it.
  const oncePerFields = createOncePerCall(deps.now, takenMs);

  const finishing = createCallFinish({ ...deps, whyNot: (meant) => whyNot('finish', meant) });

  return {
    ...finishing,
    control(request, around = (send) => send()) {
      const send = () => around(() => control(request));
      if (request.action === 'pushFields') return oncePerFields.once(JSON.stringify(request), send);
      return isLasting(actionOf(request)) ? oncePerCall.once(JSON.stringify(request), send) : send();
    },
    queueCount: () => ask('queueCount', (client) => client.callsInQueue()),
    async isRecording() {
      const state = await ask('recording', (client) => client.recordingState());
      return state.ok ? ok(state.value.recording) : state;
    },
    async agentRead(agent) {
      // A preview that is over was dialled or skipped: the next lead's may be there in a second.
      if (wasPreviewing && agent.phase !== 'previewing') oncePerCall.taken();
      wasPreviewing = agent.phase === 'previewing';
      await remember(askedByNow(store.current().askedPhase, agent));
      const handedOver = handedOverByNow(store.current().handedOver, agent);
      if (handedOver !== store.current().handedOver) await store.keep({ handedOver });
      await finishing.agentRead(agent);
    },
  };
}

function isRefused(problem: CommandProblem): boolean {
  return problem.code !== 'vicidial' || !isOutcomeUnknown(problem.failure);
}

function isNotPermitted(problem: CommandProblem): boolean {
  return problem.code === 'vicidial' && problem.failure.code === 'notPermitted';
}

/** What makes another call of it, or another's: the same twice would reach the next. */
function isLasting(action: CallAction): boolean {
  return needsReading(action) || action === 'threeWay' || action === 'hangUpThird';
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

/** To whom the request gives the call, null for the third person in it; undefined where the agent stays. */
function givenTo(request: CallControlRequest): string | null | undefined {
  switch (request.action) {
    case 'blindTransfer':
      return request.number;
    case 'ingroupTransfer':
      return request.ingroup;
    case 'leaveThreeWay':
      return null;
    default:
      return undefined;
  }
}

type PlainRequest = Exclude<CallControlRequest, { readonly action: 'pushFields' }>;

function send(client: AgentClient, request: PlainRequest): Promise<Result<unknown, VicidialFailure>> {
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
