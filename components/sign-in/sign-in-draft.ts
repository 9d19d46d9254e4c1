import type { DialMethod, RememberedConnection } from '../../lib/messages/panel-state.ts';

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

/** Reads a stored draft; a field that is missing or of another kind keeps what `fallback` has. */
export function parseDraft(stored: unknown, fallback: SignInDraft): SignInDraft {
  if (typeof stored !== 'object' || stored === null) return fallback;
  const fields = new Map<string, unknown>(Object.entries(stored));
  const text = (key: Exclude<keyof SignInDraft, 'dialMethod'>) => {
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
  };
}
