import type { SignInRequest } from '../../messages/sign-in.ts';
import { fail } from '../../result.ts';
import { type LockName, mayRemember, type Policy } from '../../settings/policy.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import type { RememberedLogin } from './remembered-login.ts';
import type { SessionControl } from './session-control.ts';

/** A sign-in to what the company has locked, whatever the form or the vault says. */
export function asCompanySays(request: SignInRequest, { values, locked }: Policy): SignInRequest {
  const set = <T>(name: LockName, value: T | undefined, own: T): T =>
    value !== undefined && locked.includes(name) ? value : own;
  const { relay, ...own } = request;
  const regions = set('regions', values.regions, [request.region]);
  const directed: SignInRequest = {
    ...own,
    server: set('server', values.server, request.server),
    agentPath: set('agentPath', values.agentPath, request.agentPath),
    nonAgentPath: set('nonAgentPath', values.nonAgentPath, request.nonAgentPath),
    region: regions.includes(request.region) ? request.region : (regions[0] ?? request.region),
  };
  if (!set('relay', values.relay, relay !== undefined)) return directed;
  // With the company's server comes its path. A login that was typed, or opened with a PIN, goes nowhere.
  const path = locked.includes('server') ? '' : (relay ?? '');
  return { ...directed, relay: path, user: '', password: '', agentUser: '', statusCredential: null };
}

/** Has every sign-in go where the company says. */
export function keepToCompany(session: SessionControl, settings: SettingsStore): SessionControl {
  const signIn: SessionControl['signIn'] = async (request) =>
    session.signIn(asCompanySays(request, (await settings.read()).policy));
  return { ...session, signIn };
}

/** Remembers nothing, and knows nothing remembered, where the company forbids it. */
export function rememberIfAllowed(login: RememberedLogin, settings: SettingsStore): RememberedLogin {
  const isAllowed = async () => mayRemember((await settings.read()).policy);
  return {
    ...login,
    isThere: async () => (await isAllowed()) && login.isThere(),
    keep: async (request) => login.keep((await isAllowed()) ? request : { ...request, pin: null }),
    open: async (unlock) => ((await isAllowed()) ? login.open(unlock) : fail({ code: 'nothingRemembered' })),
  };
}

/** Takes up in open tabs and on the disk what a new word of the company changes there. */
export function followCompany(
  settings: SettingsStore,
  { sites, remembered }: { readonly sites: { granted(): Promise<void> }; readonly remembered: RememberedLogin },
): void {
  settings.onChange((now, before) => {
    if (now.policy === before.policy) return;
    if (!mayRemember(now.policy)) void remembered.forget();
    if (now.sites.join() !== before.sites.join()) void sites.granted();
  });
}
