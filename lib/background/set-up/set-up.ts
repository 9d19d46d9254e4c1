import type { SetUpProblem, SetUpReport } from '../../messages/set-up-report.ts';
import type { SignInRequest } from '../../messages/sign-in.ts';
import { fail, ok, type Result } from '../../result.ts';
import { type Connection, hasDetail } from '../../session/connection.ts';
import type { SessionStore } from '../../session/session-store.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import type { VicidialFailure } from '../../vicidial/failure.ts';
import { createRequestLine } from '../request-line.ts';
import { asCompanySays } from '../session/company-policy.ts';
import type { RefusedLogin } from '../session/refused-login.ts';
import type { SessionControl } from '../session/session-control.ts';
import { openConnection, type SignInDeps } from '../session/sign-in.ts';
import { checkSetUp, type SetUpCheckDeps } from './set-up-check.ts';

export interface SetUpDeps
  extends SignInDeps,
    Pick<SetUpCheckDeps, 'inTurn' | 'sleep' | 'supervisors' | 'desk' | 'signOut'> {
  readonly store: SessionStore;
  readonly settings: SettingsStore;
  /** Sends for one session alone: refuses when that is over. */
  readonly fetchIn: (connection: Connection) => typeof fetch;
  readonly newId: () => string;
  /** What a refused login leads to, of the session or as it was typed. */
  readonly session: () => Pick<SessionControl, 'takeFailure' | 'end' | 'giveUp'>;
}

export interface SetUp {
  /** Checks the logins of the session; of a request, where one is given because nobody can sign in yet. */
  check(typed: SignInRequest | null): Promise<Result<SetUpReport, SetUpProblem>>;
}

export function createSetUp(deps: SetUpDeps): SetUp {
  const { store, settings } = deps;
  let isChecking = false;
  // Twenty signs are the most that VICIdial's column holds; no user has such a name.
  const nobody = () =>
    `nobody${deps
      .newId()
      .replace(/[^\da-f]/g, '')
      .slice(0, 14)}`;

  type Own = Pick<SetUpCheckDeps, 'fetch' | 'inTurn' | 'onAgentRefused' | 'onServiceRefused'>;
  const check = (connection: Connection, own: Own): Promise<SetUpReport> => {
    const { sleep, supervisors, desk, signOut } = deps;
    return checkSetUp(connection, { ...own, sleep, supervisors, desk, signOut, nobody: nobody() });
  };

  const checkSession = async (): Promise<Result<SetUpReport, SetUpProblem>> => {
    const { connection } = store.current();
    if (!connection) return fail({ code: 'notSignedIn' });
    const isStill = () => store.current().connection?.id === connection.id;
    const report = await check(connection, {
      ...{ fetch: deps.fetchIn(connection), inTurn: deps.inTurn },
      onAgentRefused: async (failure) => {
        if (isStill()) await deps.session().end(failure);
        return true;
      },
      onServiceRefused: async (failure) => {
        const now = store.current().connection;
        // Given up already by whoever asked with it meanwhile: what is refused then would be the agent's own.
        if (isStill() && now && hasDetail(now)) await deps.session().takeFailure(failure);
      },
    });
    return ok(report);
  };

  const checkTyped = async (typed: SignInRequest): Promise<Result<SetUpReport, SetUpProblem>> => {
    const request = asCompanySays(typed, (await settings.read()).policy);
    if (request.relay !== undefined) return fail({ code: 'relayFirst' });
    const opened = await openConnection(request, deps);
    if (!opened.ok) return opened;
    const { inTurn } = createRequestLine();
    const { server } = opened.value;
    const giveUp = async (which: RefusedLogin['which'], failure: VicidialFailure) => {
      const credentials = opened.value[which];
      if (credentials) await deps.session().giveUp({ server, credentials, which, failure });
    };
    const report = await check(opened.value, {
      ...{ fetch: deps.fetch, inTurn },
      onAgentRefused: async (failure) => {
        await giveUp('credentials', failure);
        return false;
      },
      onServiceRefused: (failure) => giveUp('statusCredential', failure),
    });
    return ok(report);
  };

  return {
    async check(typed) {
      if (isChecking) return fail({ code: 'checking' });
      isChecking = true;
      try {
        return await (typed ? checkTyped(typed) : checkSession());
      } finally {
        isChecking = false;
      }
    },
  };
}
