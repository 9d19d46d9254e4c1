import { readAheadMs } from '../../agent/call/callback-time.ts';
import type { SignInRequest } from '../../messages/sign-in.ts';
import type {
  LoggedInAgent,
  QueueRow,
  SupervisorAnswer,
  SupervisorSignInProblem,
  SupervisorState,
} from '../../messages/supervisor.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { SessionStore } from '../../session/session-store.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import type { VicidialFailure } from '../../vicidial/failure.ts';
import type { ServiceOptions } from '../../vicidial/non-agent-api/service-connection.ts';
import { createStatusClient } from '../../vicidial/non-agent-api/status-client.ts';
import { createSupervisorClient } from '../../vicidial/non-agent-api/supervisor-client.ts';
import { createServiceProbe, type Right, type ServiceFunction } from '../../vicidial/set-up/service-probe.ts';
import { serviceCredentials } from '../../vicidial/wire/credentials.ts';
import { createSerialQueue } from '../serial-queue.ts';
import { asCompanySays } from '../session/company-policy.ts';
import {
  followRefusals,
  isLoginRefused,
  isSameLogin,
  type PlacedLogin,
  type RefusedLogin,
} from '../session/refused-login.ts';
import { reach, type SignInDeps } from '../session/sign-in.ts';
import { regionsOf } from '../sites/regions.ts';
import { type AltUrls, createAltUrls } from './alt-urls.ts';
import type { Ask } from './ask.ts';
import { createFigures, type Figures } from './figures.ts';
import { createFloor, type Floor, type SharedFloor } from './floor.ts';
import { createNumbers, type Numbers } from './numbers.ts';
import { createSharedAnswers, type SharedAnswers } from './shared-answers.ts';
import type { SupervisorLogin, SupervisorLogins } from './supervisor-login.ts';

export interface SupervisorDeps extends SignInDeps {
  readonly store: SessionStore;
  readonly settings: SettingsStore;
  readonly logins: SupervisorLogins;
  readonly newId: () => string;
  /** Runs when the dialer refused a supervisor's login: whoever else has it gives it up, before it is sent again. */
  readonly onRefused: (refused: RefusedLogin) => Promise<void>;
}

/** What the supervisor's page may ask, and the set-up check of its login. */
export interface Supervisor {
  state(): Promise<SupervisorState>;
  signIn(request: SignInRequest): Promise<Result<null, SupervisorSignInProblem>>;
  /** Ends the sign-in that is there; where one is named, that one alone. */
  signOut(session?: string): Promise<null>;
  /** Ends the sign-in whose login was refused to somebody else: it would be sent again with the next question. */
  giveUp(refused: PlacedLogin): Promise<void>;
  /** Answers for that sign-in alone: to a page that shows another one nobody is signed in. */
  desk(session: string): SupervisorDesk;
}

/** What is asked with a supervisor's login. Every write is one request, and never repeated. */
export interface SupervisorDesk extends Floor, Figures, Numbers, AltUrls {
  /** Whether the login may use that function, which is not done. */
  right(name: ServiceFunction): Promise<SupervisorAnswer<Right>>;
}

export function createSupervisor(deps: SupervisorDeps): Supervisor {
  const { store, settings, logins } = deps;
  const inTurn = createSerialQueue();

  /** The users of the agent's session, whose passwords the Non-Agent API would count as wrong. */
  const agentUsers = () => {
    const { connection } = store.current();
    return connection ? [connection.agentUser, ...(connection.credentials ? [connection.credentials.user] : [])] : [];
  };
  const optionsOf = ({ server, path, credentials }: Omit<SupervisorLogin, 'id'>): ServiceOptions | null => {
    const service = serviceCredentials(credentials, agentUsers());
    return service.ok ? { server, path, credentials: service.value, fetch: deps.fetch } : null;
  };

  const now = deps.now ?? Date.now;
  const sharedAgents = createSharedAnswers<readonly LoggedInAgent[]>(now);
  const sharedQueues = createSharedAnswers<readonly QueueRow[]>(now);
  const nextQueue: SharedFloor['nextQueue'] = new Map();
  /** The login, and what it was told. */
  const forget = async () => {
    await logins.forget();
    for (const kept of [sharedAgents, sharedQueues, nextQueue]) kept.clear();
  };
  const giveUp = async (refused: PlacedLogin) => {
    const login = await logins.read();
    if (login?.server === refused.server && isSameLogin(login.credentials, refused.credentials)) await forget();
  };
  /** As an agent's second login, which is one of the same API: what is refused of the one is used no more as the other. */
  const dropElsewhere = async ({ server, credentials }: PlacedLogin, failure: VicidialFailure) => {
    if (!isLoginRefused(failure)) return;
    await deps.onRefused({ server, credentials, which: 'statusCredential', failure });
  };
  followRefusals(store, giveUp);
  /** What one login was told is no answer for the next, nor for anybody once it is gone. */
  const sharedIn =
    <T>(session: string, shared: SharedAnswers<T>): SharedAnswers<T> =>
    async (key, ask) =>
      (await logins.read())?.id === session ? shared(`${session}|${key}`, ask) : fail({ code: 'notSignedIn' });
  /** One question at a time; a login that came or was refused while it waited is not used for it. */
  const askIn =
    (session: string): Ask =>
    (question) =>
      inTurn(async () => {
        const login = await logins.read();
        if (login?.id !== session) return fail({ code: 'notSignedIn' });
        const options = optionsOf(login);
        if (!options) return fail({ code: 'sameUser' });
        const answer = await question(options);
        if (answer.ok) return answer;
        const isStill = (await logins.read())?.id === session;
        if (isStill && isLoginRefused(answer.failure)) await forget();
        await dropElsewhere(login, answer.failure);
        return fail({ code: 'vicidial', failure: answer.failure });
      });

  return {
    async state() {
      const login = await logins.read();
      if (login) return stateOf(login);
      const { remembered, policy } = await settings.read();
      return { status: 'signedOut', server: policy.values.server ?? remembered?.server ?? '' };
    },
    async signIn(typed) {
      const { relay, ...request } = asCompanySays(typed, (await settings.read()).policy);
      if (relay !== undefined) return fail({ code: 'byRelay' });
      const place = await reach(request, deps);
      if (!place.ok) return place;
      const { server, nonAgentPath: path } = place.value;
      const login = { server, path, credentials: { user: request.user, password: request.password } };
      const options = optionsOf(login);
      if (!options) return fail({ code: 'sameUser' });
      // So that a password is only sent to a VICIdial.
      const version = await createStatusClient({ ...options, credentials: null, relay: false }).version();
      if (!version.ok) return fail({ code: 'vicidial', failure: version.failure });
      const agents = await createSupervisorClient(options).agents();
      // Who may not do this one thing has the right password all the same.
      if (!agents.ok && agents.failure.code !== 'notPermitted') {
        if (isLoginRefused(agents.failure)) await giveUp(login);
        await dropElsewhere(login, agents.failure);
        return fail({ code: 'vicidial', failure: agents.failure });
      }
      const clockAheadMs = readAheadMs(version.value.localTime, now());
      await logins.keep({ id: deps.newId(), ...login, ...(clockAheadMs !== undefined && { clockAheadMs }) });
      return ok(null);
    },
    async signOut(session) {
      if (session === undefined || (await logins.read())?.id === session) await forget();
      return null;
    },
    giveUp,
    desk(session) {
      const ask = askIn(session);
      return {
        ...createFloor(ask, {
          agents: sharedIn(session, sharedAgents.share),
          queues: sharedIn(session, sharedQueues.share),
          nextQueue,
        }),
        ...createFigures(ask),
        ...createAltUrls(ask, async () => (await settings.read()).afterCallPages),
        ...createNumbers(ask, async () => regionsOf(store.current(), await settings.read())),
        right: (name) => ask((options) => createServiceProbe(options).right(name)),
      };
    },
  };
}

/** What the page is told of a login. */
function stateOf({ id, server, credentials, clockAheadMs }: SupervisorLogin): SupervisorState {
  const told = { status: 'signedIn', session: id, server, user: credentials.user } as const;
  return clockAheadMs === undefined ? told : { ...told, clockAheadMs };
}
