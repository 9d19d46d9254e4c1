import type { JoinRule } from '../telephone/agent-phones.ts';
import type { World } from '../world.ts';

/** How the agent's phone is set up. N is a desk phone that the telephone server rings at login. */
export type WebphoneSetting = 'N' | 'Y' | 'Y_API_LAUNCH';

export interface PhoneSetting {
  readonly login: string;
  readonly password: string;
  readonly webphone: WebphoneSetting;
  readonly joins: JoinRule;
}

/** The phones of a site have no table in a world: they follow from the users and from what a test says. */
export interface PhoneSettings {
  of(user: string): PhoneSetting;
  change(user: string, setting: { readonly webphone?: WebphoneSetting; readonly joins?: JoinRule }): void;
  reset(): void;
}

export function createPhoneSettings(world: World): PhoneSettings {
  const changes = new Map<string, { readonly webphone?: WebphoneSetting; readonly joins?: JoinRule }>();
  return {
    of(user) {
      const change = changes.get(user);
      const webphone = change?.webphone ?? recordedWebphone(world, user);
      const login = phoneLogin(world, user);
      return {
        login,
        password: `sip-secret-${login.replace(/\D/g, '')}`,
        webphone,
        joins: change?.joins ?? (webphone === 'N' ? 'whenRung' : 'webphone'),
      };
    },
    change: (user, setting) => void changes.set(user, { ...changes.get(user), ...setting }),
    reset: () => changes.clear(),
  };
}

export function parseWebphoneSetting(text: string | undefined): WebphoneSetting | undefined {
  return (['N', 'Y', 'Y_API_LAUNCH'] as const).find((setting) => setting === text);
}

function rowsOf(world: World, user: string) {
  return [...world.live_agents, ...world.agent_sessions].filter((row) => row.user === user);
}

function phoneLogin(world: World, user: string): string {
  const known = rowsOf(world, user).find((row) => row.extension)?.extension;
  return known?.split('/').at(-1) ?? `cc1${user.slice(-2)}`;
}

function recordedWebphone(world: World, user: string): WebphoneSetting {
  const session = world.agent_sessions.find((row) => row.user === user);
  return session?.webphone_url ? 'Y_API_LAUNCH' : 'N';
}
