import type { DialMethod, RememberedConnection } from '../../lib/messages/panel-state.ts';
import type { Policy } from '../../lib/settings/policy.ts';

/** What was typed into the sign-in form, without any password: it may be kept while the browser asks for permission. */
export interface SignInDraft extends RememberedConnection {
  readonly statusUser: string;
}

const DIAL_METHODS: readonly DialMethod[] = ['unknown', 'manual', 'autoDial'];

export function emptyDraft(region: string): SignInDraft {
  return {
    server: '',
    agentPath: '',
    nonAgentPath: '',
    user: '',
    agentUser: '',
    region,
    dialMethod: 'unknown',
    statusUser: '',
  };
}

/**
 * A typed or pasted address without its query, fragment and credentials. The agent screen's own address is often shared with a
 * login and its password in the query.
 */
export function withoutSecrets(typed: string): string {
  return typed.replace(/[?#].*$/s, '').replace(/^(\s*[a-z][a-z\d+.-]*:\/\/)[^/@]*@/i, '$1');
}

/** A draft with what the company suggests where nothing stands, and with what it has locked in any case. */
export function draftUnderPolicy(draft: SignInDraft, { values, locked }: Policy): SignInDraft {
  const under = (name: 'server' | 'agentPath' | 'nonAgentPath') =>
    draft[name] === '' || locked.includes(name) ? (values[name] ?? draft[name]) : draft[name];
  const [first = draft.region, ...others] = locked.includes('regions') ? (values.regions ?? []) : [];
  return {
    ...draft,
    server: under('server'),
    agentPath: under('agentPath'),
    nonAgentPath: under('nonAgentPath'),
    region: others.includes(draft.region) ? draft.region : first,
    relay: relayUnder(draft, { values, locked }),
  };
}

/** By the relay or not as the company has locked it; as it suggests where nothing was typed yet. With its server comes its path. */
function relayUnder({ server, relay }: SignInDraft, { values, locked }: Pick<Policy, 'values' | 'locked'>) {
  if (values.relay === undefined || !(locked.includes('relay') || server === '')) return relay;
  return values.relay ? (relay ?? '') : undefined;
}

/** Reads a stored draft; a field that is missing or of another kind keeps what `fallback` has. */
export function parseDraft(stored: unknown, fallback: SignInDraft): SignInDraft {
  if (typeof stored !== 'object' || stored === null) return fallback;
  const fields = new Map<string, unknown>(Object.entries(stored));
  const text = (key: Exclude<keyof SignInDraft, 'dialMethod' | 'relay'>) => {
    const value = fields.get(key);
    return typeof value === 'string' ? value : fallback[key];
  };
  return {
    server: text('server'),
    agentPath: text('agentPath'),
    nonAgentPath: text('nonAgentPath'),
    user: text('user'),
    agentUser: text('agentUser'),
    region: text('region'),
    dialMethod: DIAL_METHODS.find((method) => method === fields.get('dialMethod')) ?? fallback.dialMethod,
    statusUser: text('statusUser'),
    // Left out is said as well: the agent has taken the tick away.
    relay: typeof fields.get('relay') === 'string' ? String(fields.get('relay')) : undefined,
  };
}
