import { createSessionControl, type SessionControlDeps } from '../../../lib/background/session/session-control.ts';
import { createSupervisor, type Supervisor } from '../../../lib/background/supervisor/supervisor.ts';
import { createSupervisorLogins } from '../../../lib/background/supervisor/supervisor-login.ts';
import type { SignInRequest } from '../../../lib/messages/sign-in.ts';
import { createSessionStore } from '../../../lib/session/session-store.ts';
import { createSettingsStore } from '../../../lib/settings/settings-store.ts';
import type { Dialer } from '../../simulator/dialer.ts';
import { createArea } from './rig.ts';

export const SUPERVISOR = { user: 'apiuser', password: 'apipass123' };
const NOTHING = async () => {};
const NOT_REMEMBERED = { onRefused: NOTHING, onSecondRefused: NOTHING };
/** Of level 9, which some reports ask for. */
export const ADMINISTRATOR = { user: '6666', password: '1234' };
/** Of level 8, whose list of functions is short. */
export const LIMITED = { user: 'apilimited', password: 'limited123' };

export function signInRequest(
  dialer: Dialer,
  login: { readonly user: string; readonly password: string },
  more: Partial<SignInRequest> = {},
): SignInRequest {
  return {
    ...{ server: dialer.url, agentPath: '', nonAgentPath: '', allowInsecure: false, agentUser: '', pin: null },
    ...{ region: 'US', dialMethod: 'unknown', statusCredential: null, ...login, ...more },
  };
}

/** A supervisor's side of the background at that dialer, signed in unless the login is null, and the agents' session beside it. */
export async function createSupervisorRig(
  dialer: Dialer,
  login: typeof SUPERVISOR | null = SUPERVISOR,
  area = createArea(),
  now = Date.now,
  remembered: Pick<SessionControlDeps, 'onRefused' | 'onSecondRefused'> = NOT_REMEMBERED,
) {
  const store = createSessionStore(area);
  await store.load();
  const settings = createSettingsStore(createArea());
  const common = { store, settings, fetch, hasPermission: async () => true, keepConnectionsFresh: async () => {} };
  const session = createSessionControl({
    ...{ ...common, now, ...remembered },
    ...{ onAgent: NOTHING, onEnded: NOTHING, closeWindow: NOTHING },
    onTypedRefused: (login) => supervisor.giveUp(login),
  });
  const supervisor = createSupervisor({
    ...{ ...common, logins: createSupervisorLogins(area), onRefused: session.giveUp },
    newId: () => crypto.randomUUID(),
    now,
  });
  const signedIn = login && (await supervisor.signIn(signInRequest(dialer, login)));
  return { supervisor, session, desk: await deskOf(supervisor), store, settings, area, signedIn };
}

/** What a page asks that was opened now. */
export async function deskOf(supervisor: Supervisor) {
  return supervisor.desk(await sessionOf(supervisor));
}

/** The sign-in that is there; empty for none. */
export async function sessionOf(supervisor: Supervisor): Promise<string> {
  const state = await supervisor.state();
  return state.status === 'signedIn' ? state.session : '';
}

/** What was asked of the Non-Agent API, but for its version. */
export function askedOf(dialer: Dialer, name?: string) {
  return dialer.log
    .requests({ path: '/vicidial/non_agent_api.php', ...(name && { function: name }) })
    .filter(({ function: one }) => one !== 'version');
}
