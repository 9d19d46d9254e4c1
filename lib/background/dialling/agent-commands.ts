import { isDialRunning, mayHaveShown } from '../../agent/dial/dial.ts';
import { type AgentState, withPauseCode } from '../../agent/state/agent-state.ts';
import { isPauseInVain, pauseIn, untilNoticed, willBeTaken, withPause } from '../../agent/state/held-pause.ts';
import { isOnCall, settlePending } from '../../agent/state/pending-command.ts';
import type { CommandProblem, PendingCommand, PendingPause } from '../../messages/panel-state.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { SessionStore } from '../../session/session-store.ts';
import type { AgentClient } from '../../vicidial/client.ts';
import { isOutcomeUnknown, type VicidialFailure } from '../../vicidial/failure.ts';
import { createPauseCodes } from './pause-codes.ts';

// The customer hears the agent for as long as a hang-up waits: time for the page to notice an answer, and for a PAUSE to arrive.
const HANG_UP_WAITS_MS = 2_000;
// An alarm wakes a worker again within half a minute; by then the agent has not gone on to something else unseen.
const RESUME_DUE_FOR_MS = 60_000;

export interface AgentCommandsDeps {
  readonly store: SessionStore;
  readonly client: () => AgentClient | null;
  readonly readNow: () => Promise<void>;
  readonly after: (ms: number, task: () => void) => void;
  readonly now: () => number;
}

export interface AgentCommands {
  /** Sent when VICIdial acts on it: while a call rings and in wrap-up the wish is kept until then. */
  pause(pauseCode: string | null): Promise<Result<null, CommandProblem>>;
  /** Sent once, however often it is pressed until the status shows it. */
  resume(): Promise<Result<null, CommandProblem>>;
  /** For an agent who was paused for a call that is not placed. Nothing is said where he is on another one by now. */
  resumeAgain(): Promise<void>;
  /** Lets the PAUSE that lasts beyond the call go first, and waits for it no longer than two seconds. */
  hangUp(): Promise<Result<null, CommandProblem>>;
  /** Rings the agent's own phone; VICIdial queues one ring for each request, so it is asked once per press. */
  ringMe(): Promise<Result<null, CommandProblem>>;
  /** Settles what is pending by the newest reading. */
  agentRead(agent: AgentState): Promise<void>;
  /** Tells of a hang-up that nothing has shown for too long: it can be pressed again. */
  readingFailed(): Promise<void>;
  /** Looks after what an earlier worker left pending. */
  restore(): Promise<void>;
}

/**
 * Pause, resume and hang-up: shown as pending until the live status says that they are true. Sent also when storage takes
 * nothing more. A later worker repeats none of them but what was not answered of a held PAUSE, or of a RESUME that is due: a second does no harm.
 */
export function createAgentCommands(deps: AgentCommandsDeps): AgentCommands {
  const { store, now } = deps;
  const pauseCodes = createPauseCodes(deps);
  let pausing: Promise<void> | null = null;

  const isResumeDue = (): boolean => {
    const { pending } = store.current();
    return pending?.kind === 'resume' && pending.isDue === true;
  };

  const command = async (
    name: string,
    send: (client: AgentClient) => Promise<Result<unknown, VicidialFailure>>,
    pending: () => PendingCommand | null,
  ): Promise<Result<null, CommandProblem>> => {
    const client = deps.client();
    if (!client) return fail({ code: 'notSignedIn' });
    const asked = store.current().connection?.id;
    // What the agent asks for by himself counts more than what is owed to him for a dial.
    await store.keep({ problem: null, ...(isResumeDue() && { pending: null }) });
    const answer = await send(client);
    // Signed out or in as somebody else meanwhile: the answer is about another session.
    if (store.current().connection?.id !== asked) return fail({ code: 'notSignedIn' });
    if (!answer.ok) {
      const problem: CommandProblem = { code: 'vicidial', command: name, failure: answer.failure };
      await store.keep({ problem });
      return fail(problem);
    }
    await expect(pending());
    return ok(null);
  };

  const expect = async (pending: PendingCommand | null) => {
    if (!pending) return;
    await store.keep({ pending, pendingSince: now() });
    void deps.readNow();
  };

  const hold = async (pending: PendingPause): Promise<Result<null, CommandProblem>> => {
    if (!deps.client()) return fail({ code: 'notSignedIn' });
    await store.keep({ problem: null });
    await expect(pending);
    return ok(null);
  };

  /** Sends the PAUSE of a held pause; whoever wants it sent meanwhile waits for the same one. */
  const sendHeld = (): Promise<void> => {
    pausing ??= sendPause().finally(() => {
      pausing = null;
    });
    return pausing;
  };

  const sendPause = async () => {
    const { connection, agent } = store.current();
    const sent = await deps.client()?.pause('PAUSE');
    const { pending } = store.current();
    const pause = pauseIn(pending);
    if (!sent || !pause || store.current().connection?.id !== connection?.id) return;
    if (!sent.ok && !isOutcomeUnknown(sent.failure)) {
      const problem: CommandProblem = { code: 'vicidial', command: 'pause', failure: sent.failure };
      await store.keep({ pending: withPause(pending, null), problem });
      return;
    }
    // In a call it is sent again while it may not have arrived; after it the status says what came of it.
    if (agent.phase !== 'ready' && !(sent.ok && willBeTaken(agent, now()))) return;
    const { isHeld: _isHeld, ...rest } = pause;
    const asked = withPause(pending, { ...rest, afterCall: agent.phase !== 'ready' });
    await store.keep({ pending: asked, ...(pending?.kind === 'pause' && { pendingSince: now() }) });
  };

  /** The PAUSE that lasts beyond the call: in the disposition box it would not be taken any more. */
  const sendBeforeEnd = async () => {
    const { agent, pending } = store.current();
    if (!pauseIn(pending)?.isHeld || !isOnCall(agent.phase) || isPauseInVain(agent)) return;
    const leftMs = untilNoticed(agent, now());
    const sent = leftMs > 0 ? wait(leftMs).then(sendHeld) : sendHeld();
    await Promise.race([sent, wait(HANG_UP_WAITS_MS)]);
  };

  const pendingHangUp = (): PendingCommand => {
    const pause = pauseIn(store.current().pending);
    return pause ? { kind: 'hangUp', pause } : { kind: 'hangUp' };
  };

  const wait = (ms: number) => new Promise<void>((resolve) => deps.after(ms, resolve));

  const sendCode = async (code: string) => {
    let isTaken = false;
    const sent = await command(
      'pauseCode',
      async (client) => {
        const answer = await pauseCodes.send(client, code);
        isTaken = answer?.ok === true;
        return answer ?? ok(null);
      },
      () => null,
    );
    if (sent.ok && isTaken) await store.keep({ agent: withPauseCode(store.current().agent, code) });
  };

  const agentRead = async (agent: AgentState) => {
    const { pending, pendingSince, problem } = store.current();
    // It goes with the call that was to be hung up.
    if (problem && isOfHangUp(problem) && !isOnCall(agent.phase)) await store.keep({ problem: null });
    if (!pending) return;
    const outcome = settlePending(pending, pendingSince, agent, now());
    if (outcome.pending !== pending || outcome.problem) {
      await store.keep({ pending: outcome.pending, ...(outcome.problem && { problem: outcome.problem }) });
    }
    if (outcome.sendPause) void sendHeld();
    if (outcome.lookAgainMs) deps.after(outcome.lookAgainMs, () => void agentRead(store.current().agent));
    // A slow answer must not hold up the readings that come after.
    if (outcome.sendCode) void sendCode(outcome.sendCode);
  };

  const resume = async (): Promise<Result<null, CommandProblem>> => {
    pauseCodes.forget();
    if (!deps.client()) return fail({ code: 'notSignedIn' });
    const { pending: before, pendingSince } = store.current();
    // An impatient second press: its RESUME would be refused once the first has been acted on.
    if (before?.kind === 'resume' && !before.isDue) return ok(null);
    await store.keep({ pending: { kind: 'resume' }, pendingSince: now() });
    const resumed = await command(
      'resume',
      (client) => client.pause('RESUME'),
      () => ({ kind: 'resume' }),
    );
    const { pending } = store.current();
    if (!resumed.ok && pending?.kind === 'resume' && !pending.isDue)
      await store.keep({ pending: before, pendingSince });
    return resumed;
  };

  const resumeAgain = async () => {
    const asked = store.current().connection?.id;
    const sent = await deps.client()?.pause('RESUME');
    if (!sent || store.current().connection?.id !== asked) return;
    // The status says whether one without an answer has arrived.
    if (sent.ok || isOutcomeUnknown(sent.failure)) return expect({ kind: 'resume' });
    const isReady = sent.failure.code === 'alreadyReady';
    await store.keep({
      ...(isResumeDue() && { pending: null }),
      ...(!isReady && { problem: { code: 'vicidial', command: 'resume', failure: sent.failure } }),
    });
  };

  /** The RESUME that an earlier worker came to store, and perhaps not to send. */
  const resumeLate = async () => {
    const { dial, pendingSince } = store.current();
    // After a preview he was free at a reading that is over by now (dial-resuming.ts).
    const isOfPreview = dial !== null && mayHaveShown(dial);
    const isLate = now() - pendingSince > RESUME_DUE_FOR_MS;
    // Another dial needs him paused by now, or he may have left: he is told.
    if (isOfPreview) await store.keep({ pending: null, problem: { code: 'leftPaused' } });
    else if (isLate || isDialRunning(dial)) await store.keep({ pending: null, problem: { code: 'resumeIgnored' } });
    else await resumeAgain();
  };

  return {
    pause: (pauseCode) => {
      pauseCodes.forget();
      const { agent } = store.current();
      const isNow = !isPauseInVain(agent);
      const afterCall = isOnCall(agent.phase) || !isNow;
      const pending: PendingPause = { kind: 'pause', pauseCode, afterCall };
      const held: PendingPause = { ...pending, isHeld: true };
      if (!isNow) return hold(held);
      return command(
        'pause',
        (client) => client.pause('PAUSE'),
        () => (willBeTaken(agent, now()) ? pending : held),
      );
    },
    resume,
    resumeAgain,
    // Not read first, unlike what ends in a disposition: a hang-up without a call is ignored and forgotten when the next one
    // starts (api.md 6.8), while one that waits for a reading, or is refused by an old one, leaves the customer on the line.
    hangUp: async () => {
      if (!deps.client()) return fail({ code: 'notSignedIn' });
      await store.keep({ pending: pendingHangUp(), pendingSince: now() });
      await sendBeforeEnd();
      const hungUp = await command('hangUp', (client) => client.hangup(), pendingHangUp);
      const { pending } = store.current();
      if (!hungUp.ok && pending?.kind === 'hangUp') await store.keep({ pending: pauseIn(pending) });
      return hungUp;
    },
    ringMe: () =>
      command(
        'ringMe',
        (client) => client.callAgent(),
        () => null,
      ),
    agentRead,
    async readingFailed() {
      const { pending, pendingSince, agent } = store.current();
      if (pending?.kind !== 'hangUp') return;
      const outcome = settlePending(pending, pendingSince, agent, now());
      if (outcome.problem) await store.keep({ pending: outcome.pending, problem: outcome.problem });
    },
    async restore() {
      if (isResumeDue()) await resumeLate();
      else if (store.current().pending) void deps.readNow();
    },
  };
}

function isOfHangUp(problem: CommandProblem): boolean {
  return problem.code === 'hangUpNotSeen' || (problem.code === 'vicidial' && problem.command === 'hangUp');
}
