import { createRequestLine } from '../../../lib/background/request-line.ts';
import { createSetUp } from '../../../lib/background/set-up/set-up.ts';
import { createSupervisor } from '../../../lib/background/supervisor/supervisor.ts';
import {
  createSupervisorLogins,
  type SupervisorLogin,
  type SupervisorLogins,
} from '../../../lib/background/supervisor/supervisor-login.ts';
import type { LoginReport, SetUpReport } from '../../../lib/messages/set-up-report.ts';
import type { Connection } from '../../../lib/session/connection.ts';
import { createSessionStore } from '../../../lib/session/session-store.ts';
import { createSettingsStore } from '../../../lib/settings/settings-store.ts';
import type { VicidialFailure } from '../../../lib/vicidial/failure.ts';
import type { ServerUrl } from '../../../lib/vicidial/wire/server-url.ts';
import type { Dialer } from '../../simulator/dialer.ts';
import { findUser, type User } from '../../simulator/world.ts';
import { createArea } from './rig.ts';

export const AGENT = { user: '1000', password: 'agentpass' };
export const ADMINISTRATOR = { user: '6666', password: '1234' };
export const SERVICE = { user: 'apiuser', password: 'apipass123' };

type Report = (connection?: Partial<Connection>, supervisor?: Partial<SupervisorLogin> | null) => Promise<SetUpReport>;

export function change(dialer: Dialer, user: string, columns: Partial<User>) {
  Object.assign(findUser(dialer.world, user)!, columns);
}

/** Who is signed in at a dialer, as agent and as supervisor, and the check of both. */
export async function setUp(
  dialer: Dialer,
  connection: Partial<Connection> | null = {},
  supervisor: Partial<SupervisorLogin> | null = null,
  onSleep: (supervisors: SupervisorLogins) => Promise<void> = async () => {},
) {
  const supervisors = createSupervisorLogins(createArea());
  if (supervisor) {
    await supervisors.keep({
      ...{ id: 'supervisor-1', server: dialer.url as ServerUrl, path: '/vicidial/non_agent_api.php' },
      ...{ credentials: ADMINISTRATOR, ...supervisor },
    });
  }
  const store = createSessionStore(createArea());
  await store.load();
  if (connection) {
    await store.update({
      connection: {
        ...{ id: 'sign-in-1', server: dialer.url as ServerUrl, agentPath: '/agc/api.php', credentials: AGENT },
        ...{ nonAgentPath: '/vicidial/non_agent_api.php', agentUser: '1000', statusCredential: SERVICE },
        ...{ region: 'US', dialMethod: 'unknown' as const, ...connection },
      },
    });
  }
  const slept: number[] = [];
  const taken: string[] = [];
  const take =
    (how: string) =>
    async ({ code }: VicidialFailure) =>
      void taken.push(`${how} ${code}`);
  const line = createRequestLine();
  const common = {
    ...{ store, settings: createSettingsStore(createArea()), fetch, newId: () => crypto.randomUUID() },
    ...{ hasPermission: async () => true, keepConnectionsFresh: async () => {} },
  };
  const page = createSupervisor({ ...common, logins: supervisors, onRefused: async () => {} });
  const own = createSetUp({
    ...{ ...common, supervisors, desk: page.desk, signOut: page.signOut, fetchIn: () => fetch, inTurn: line.inTurn },
    sleep: async (ms) => {
      slept.push(ms);
      await onSleep(supervisors);
    },
    session: () => ({
      takeFailure: take('dropped'),
      end: take('ended'),
      giveUp: async ({ server, which, credentials, failure }) =>
        void taken.push(`gave up ${which} ${credentials.user}/${credentials.password} ${failure.code} ${server}`),
    }),
  });
  return { ...own, store, supervisors, desk: page.desk, slept, taken };
}

/** What a check finds of them. */
export function reports(dialer: Dialer): Report {
  return async (connection, supervisor) => {
    const { check } = await setUp(dialer, connection, supervisor);
    const answer = await check(null);
    if (!answer.ok) throw new Error(answer.failure.code);
    return answer.value;
  };
}

export const toldOf = ({ functions }: LoginReport) =>
  Object.fromEntries(functions.map(({ name, told }) => [name, told]));
