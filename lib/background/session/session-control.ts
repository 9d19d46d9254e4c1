import { type AgentState, type StatusReading, UNKNOWN_AGENT } from '../../agent/state/agent-state.ts';
import { readAgent } from '../../agent/state/read-agent.ts';
import type { SignInProblem, SignInRequest } from '../../messages/sign-in.ts';
import { ok, type Result } from '../../result.ts';
import type { Connection } from '../../session/connection.ts';
import type { SessionState, SessionStore } from '../../session/session-store.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import type { VicidialFailure } from '../../vicidial/failure.ts';
import {
  dropStatusLogin,
  followRefusals,
  isLoginOf,
  isLoginRefused,
  mayBeRemembered,
  type PlacedLogin,
  type RefusedLogin,
  refusedOf,
} from './refused-login.ts';
import { type SignInDeps, signIn } from './sign-in.ts';

export interface SessionControlDeps extends SignInDeps {
  readonly store: SessionStore;
  readonly settings: SettingsStore;
  /** Runs after every reading that was taken in. */
  readonly onAgent: (agent: AgentState) => Promise<void>;
  /** Runs after every end of a session, whoever ended it, with what it left: nobody is signed in any more. */
  readonly onEnded: (left: SessionState) => Promise<void>;
  /** Runs when the server refused a login that this device may remember: that of a session, or one like it as it was typed. */
  readonly onRefused: (reason: VicidialFailure) => Promise<void>;
  /** Runs when the server refused a login that this device may remember as the second one. */
  readonly onSecondRefused: (refused: RefusedLogin) => Promise<void>;
  /** Runs when the server refused a login as it was typed: whoever else has it gives it up, before it is sent again. */
  readonly onTypedRefused: (login: PlacedLogin) => Promise<void>;
  /** Closes a window of an agent who has gone. */
  readonly closeWindow: (windowId: number) => Promise<void>;
  readonly now: () => number;
}

export interface SessionControl {
  signIn(request: SignInRequest): Promise<Result<null, SignInProblem>>;
  signOut(): Promise<null>;
  takeReading(reading: StatusReading): Promise<void>;
  /** Keeps the reason for the panel; a refused login is not used again. */
  takeFailure(failure: VicidialFailure): Promise<void>;
  /** Signs out because the server refused the login. What is known of the running dial stays to be shown. */
  end(reason: VicidialFailure): Promise<void>;
  /** A login that was refused as it was typed, here or elsewhere, is used no more where it is held already, or may be. */
  giveUp(refused: RefusedLogin): Promise<void>;
}

/** Who is signed in, and what the newest reading says of the agent. */
export function createSessionControl(deps: SessionControlDeps): SessionControl {
  const { store, settings, now } = deps;

  let newestAttempt = 0;

  // What cannot be stored holds for as long as this worker lives: a call is followed on, and the next reading says it anew.
  const { keep } = store;

  const takeReading = async (reading: StatusReading) => {
    // Signed out while it was on its way.
    if (!store.current().connection) return;
    const agent = readAgent(reading, store.current().agent, now());
    await keep({ agent, connectionProblem: null });
    await deps.onAgent(agent);
  };

  /** A refused login is tried by no later worker either: where the change cannot be stored, that one finds nobody signed in. */
  const dropLogin = async (change: Partial<SessionState>) => {
    if (!(await keep(change))) await store.withdraw('connection');
  };

  /** What an agent has open beside the panel: his phone, and whose number he looks at. */
  const closeWindowsOf = async ({ webphoneWindow, numberWindow }: SessionState) => {
    for (const windowId of [webphoneWindow, numberWindow?.windowId ?? null])
      if (windowId !== null) await deps.closeWindow(windowId);
  };

  const end = async (connectionProblem: VicidialFailure) => {
    const left = store.current();
    await dropLogin({ connection: null, connectionProblem, agent: UNKNOWN_AGENT, pending: null, finish: null });
    await deps.onEnded(left);
    await deps.onRefused(connectionProblem);
  };

  const giveUpOwn = async (refused: RefusedLogin) => {
    const { remembered } = await settings.read();
    const { connection } = store.current();
    if (isLoginOf(connection, 'credentials', refused)) await end(refused.failure);
    else if (isLoginOf(connection, 'statusCredential', refused)) await dropStatusLogin(store, refused.failure);
    // Who is signed in has the sign-in that is remembered: what he still has of it could be compared.
    const how = mayBeRemembered(refused, remembered);
    // What the Non-Agent API refuses may be the agent’s right password: it wants a level that he has not.
    if (how === 'asOwn' && !connection && refused.which === 'credentials') await deps.onRefused(refused.failure);
    if (how === 'asSecond' && !connection?.statusCredential) await deps.onSecondRefused(refused);
  };
  followRefusals(store, deps.onSecondRefused);

  // Together: what the one has to end must not keep the other's login in use.
  const giveUp = async (refused: RefusedLogin) => {
    await Promise.all([deps.onTypedRefused(refused), giveUpOwn(refused)]);
  };

  const wasLastSignedIn = async ({ server, agentUser }: Connection) => {
    const { remembered } = await settings.read();
    return remembered?.server === server && (remembered.agentUser || remembered.user) === agentUser;
  };

  return {
    takeReading,
    async takeFailure(failure) {
      const { connection } = store.current();
      if (!connection || !isLoginRefused(failure))
        await keep({ connectionProblem: failure, connectionFailedAt: now() });
      // The status is read with the separate login where there is one: without it the agent's own still serves.
      else if (connection.statusCredential) await dropStatusLogin(store, failure);
      else if (connection.relay?.hasStatus) {
        await dropLogin({
          connection: { ...connection, relay: { ...connection.relay, hasStatus: false } },
          statusLoginRefused: failure,
        });
      } else await end(failure);
    },
    end,
    giveUp,
    async signIn(request) {
      const attempt = ++newestAttempt;
      // An attempt that still waits for the browser's permission prompt gives way to a newer one, so that no password is
      // sent that the agent has already corrected.
      const hasPermission = async (origin: string) => (await deps.hasPermission(origin)) && attempt === newestAttempt;
      const signedIn = await signIn(request, { ...deps, hasPermission });
      if (!signedIn.ok) {
        const refused = refusedOf(request, signedIn.failure);
        if (refused) await giveUp(refused);
        return signedIn;
      }
      const { connection, reading } = signedIn.value;
      const isSame = await wasLastSignedIn(connection);
      // Another agent's session must leave nothing behind; one's own goes on: a call may run, and its phone with it. Taken
      // and given on in one step: the dial may be answered at any moment.
      const before = store.current();
      const { oncePages, webphoneWindow, dial, history, lastSentAt, sentTimes } = before;
      const { followedCall, pop, endedCalls } = before;
      // One that was opened while nobody was signed in says to sign in.
      const isKept = isSame || before.numberWindow?.isSomebodys === false;
      const numberWindow = isKept && before.numberWindow ? { ...before.numberWindow, isSomebodys: true } : null;
      await store.replace({
        connection,
        oncePages,
        numberWindow,
        // Whose they were: to change the agent must not be a way past the most of a minute.
        sentTimes,
        ...(isSame && { webphoneWindow, dial, history, lastSentAt, followedCall, pop, endedCalls }),
      });
      if (!isSame) await closeWindowsOf({ ...before, numberWindow: isKept ? null : before.numberWindow });
      const { agentPath, nonAgentPath, server, region, dialMethod } = connection;
      const { relay } = connection;
      // Whom the relay knows; the agent gave no name.
      const { user, agentUser } = relay ? { user: connection.agentUser, agentUser: '' } : request;
      const remembered = { server, agentPath, nonAgentPath, user, agentUser, region, dialMethod };
      await settings.write({ remembered: relay ? { ...remembered, relay: relay.path } : remembered });
      await takeReading(reading);
      return ok(null);
    },
    async signOut() {
      const left = store.current();
      try {
        await store.clear();
      } finally {
        await deps.onEnded(left);
        await closeWindowsOf(left);
      }
      return null;
    },
  };
}
