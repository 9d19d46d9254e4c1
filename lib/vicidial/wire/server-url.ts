import { readTypedUrl } from '../../read-url.ts';
import { fail, ok, type Result } from '../../result.ts';
import { hostKind } from './host-kind.ts';

declare const serverUrlBrand: unique symbol;

/** Origin of a dialer, for example `https://dialer.example.com`; no path, query or credentials. */
export type ServerUrl = string & { readonly [serverUrlBrand]: true };

export type ServerUrlProblem =
  | { readonly code: 'empty' }
  | { readonly code: 'notUrl' }
  | { readonly code: 'scheme' }
  | { readonly code: 'credentials' }
  /** Plain http to a private-network address: allowed only when the agent confirms it, each time. */
  | { readonly code: 'insecurePrivate'; readonly host: string }
  /** Plain http to a public address: never allowed. */
  | { readonly code: 'insecurePublic'; readonly host: string };

export interface ParsedServer {
  readonly server: ServerUrl;
  /** Path of the Agent API where the typed path gives it away; null means the usual one. */
  readonly agentPath: string | null;
  /** Path of the Non-Agent API where the typed path gives it away; null means the usual one. */
  readonly nonAgentPath: string | null;
}

/** Where VICIdial's own installer puts the two APIs. */
export const USUAL_AGENT_PATH = '/agc/api.php';
export const USUAL_NON_AGENT_PATH = '/vicidial/non_agent_api.php';

/** Longer than any address a person types; keeps a pasted document out of the parser. */
const MAX_LENGTH = 2048;

/**
 * Reads a dialer's address as a person types or pastes it: with or without scheme (https then), with the path of any
 * page of the dialer; its query and fragment are left out. Plain http is for loopback, and with `allowInsecure` for private networks, because the password
 * travels in the body.
 */
export function parseServerUrl(
  text: unknown,
  { allowInsecure }: { readonly allowInsecure: boolean },
): Result<ParsedServer, ServerUrlProblem> {
  const typed = typeof text === 'string' ? text.trim() : (text ?? '');
  if (typed === '') return fail({ code: 'empty' });
  const url = typeof typed === 'string' ? readTyped(typed) : null;
  if (!url) return fail({ code: 'notUrl' });
  const problem = problemOf(url, allowInsecure);
  if (problem) return fail(problem);
  return ok({ server: url.origin as ServerUrl, ...apiPaths(url.pathname) });
}

/** Whether a text can stand as the path of an API: on the server itself, without query, fragment or credentials. */
export function isApiPath(path: string): boolean {
  return /^\/(?!\/)[\w.~/-]{1,200}$/.test(path);
}

function readTyped(typed: string): URL | null {
  // The URL parser drops tabs and line breaks silently, and turns a backslash into a slash.
  if (typed.length > MAX_LENGTH || /[\s\\]/.test(typed)) return null;
  return readTypedUrl(typed);
}

function problemOf(url: URL, allowInsecure: boolean): ServerUrlProblem | null {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { code: 'scheme' };
  if (url.username !== '' || url.password !== '') return { code: 'credentials' };
  if (url.protocol === 'https:') return null;
  const kind = hostKind(url.hostname);
  if (kind === 'public') return { code: 'insecurePublic', host: url.hostname };
  return kind === 'private' && !allowInsecure ? { code: 'insecurePrivate', host: url.hostname } : null;
}

/** The folders stand side by side (`/agc`, `/vicidial`), maybe below another one; a site may have renamed one of them. */
function apiPaths(pathname: string): Pick<ParsedServer, 'agentPath' | 'nonAgentPath'> {
  const usual = /^(.*)\/(?:agc|vicidial)(?:\/[^/]*)?$/.exec(pathname);
  const site = usual?.[1];
  if (site !== undefined) return given(`${site}/agc/api.php`, `${site}/vicidial/non_agent_api.php`);
  const renamed = /^(.*)\/([^/]+\.php)$/.exec(pathname);
  const [, folder = '', page = ''] = renamed ?? [];
  if (page === 'api.php' || page === 'vicidial.php') return given(`${folder}/api.php`, null);
  if (page === 'non_agent_api.php' || page === 'admin.php') return given(null, `${folder}/non_agent_api.php`);
  return given(null, null);
}

function given(agentPath: string | null, nonAgentPath: string | null) {
  const usable = (path: string | null) => (path !== null && isApiPath(path) ? path : null);
  return { agentPath: usable(agentPath), nonAgentPath: usable(nonAgentPath) };
}
