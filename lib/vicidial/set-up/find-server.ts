import { fail, ok, type Result } from '../../result.ts';
import type { VicidialFailure } from '../failure.ts';
import { createCaller } from '../wire/caller.ts';
import { hostKind } from '../wire/host-kind.ts';
import {
  type ParsedServer,
  parseServerUrl,
  type ServerUrl,
  type ServerUrlProblem,
  USUAL_AGENT_PATH,
  USUAL_NON_AGENT_PATH,
} from '../wire/server-url.ts';
import type { Fetch } from '../wire/transport.ts';
import { askVersion } from '../wire/version.ts';

/** A VICIdial that has answered for itself. */
export interface FoundServer {
  readonly server: ServerUrl;
  readonly agentPath: string;
  /** Empty where the Non-Agent API answers at none of the usual places: only the second login needs it. */
  readonly nonAgentPath: string;
  /** As VICIdial prints it, for example `2.14-82`. */
  readonly version: string;
}

export type FindProblem =
  | { readonly code: 'server'; readonly problem: ServerUrlProblem }
  | { readonly code: 'permissionMissing'; readonly origin: string }
  /** What the server said that came closest; `notVicidial` where it answers and is none. */
  | { readonly code: 'vicidial'; readonly failure: VicidialFailure; readonly origin: string };

/**
 * Below what the folders `agc` and `vicidial` stand: at the top, as VICIdial is installed, or in the folder in which an
 * administrator keeps it beside another site.
 */
const SITES: readonly string[] = ['', '/vicidial', '/dialer', '/vici', '/astguiclient'];

/** A server that is there says what it is within some 10 ms; the agent waits in front of the page. */
const TIMEOUT_MS = 5_000;

/**
 * The servers that may be meant by what was typed, in the order in which they are asked: https first, whatever was typed, and plain
 * http only where {@link parseServerUrl} allows it. The page has to have the browser's permission for each of them.
 */
export function serversMeant(
  typed: string,
  { allowInsecure }: { readonly allowInsecure: boolean },
): Result<readonly ParsedServer[], ServerUrlProblem> {
  const text = typed.trim();
  const encrypted = parseServerUrl(text.replace(/^http:\/\//i, 'https://'), { allowInsecure });
  if (!encrypted.ok || /^https:\/\//i.test(text)) return encrypted.ok ? ok([encrypted.value]) : encrypted;
  const plain = parseServerUrl(encrypted.value.server.replace('https', 'http'), { allowInsecure });
  const open = plain.ok ? [{ ...encrypted.value, server: plain.value.server }] : [];
  // What was typed for this machine itself crosses no network, so that nothing is gained by asking for more.
  const isOwn = hostKind(new URL(encrypted.value.server).hostname) === 'loopback' && /^http:/i.test(text);
  return ok(isOwn ? open : [encrypted.value, ...open]);
}

export interface FindOptions {
  readonly allowInsecure: boolean;
  /** Where the Agent API is, where that is known and what was typed does not say it. */
  readonly agentPath?: string | undefined;
}

export interface FindDeps {
  readonly fetch: Fetch;
  /** Whether the browser lets the origin be reached, without asking anybody. */
  readonly hasPermission: (origin: string) => Promise<boolean>;
}

/**
 * Finds the VICIdial that is meant by what a person typed or pasted: a host, or the address of any of its pages. Asks for
 * `version` alone, which needs no login, and sends none; no other host than the typed one is asked, and no redirect followed.
 */
export async function findServer(
  typed: string,
  options: FindOptions,
  deps: FindDeps,
): Promise<Result<FoundServer, FindProblem>> {
  const meant = serversMeant(typed, options);
  if (!meant.ok) return fail({ code: 'server', problem: meant.failure });
  let closest: FindProblem | null = null;
  for (const place of meant.value) {
    const server = { ...place, agentPath: place.agentPath ?? options.agentPath ?? null };
    const origin = server.server;
    const found = (await deps.hasPermission(origin))
      ? await findAt(server, deps.fetch)
      : fail({ code: 'permissionMissing' as const, origin });
    if (found.ok) return found;
    // A server that has answered says more than one that did not.
    if (closest === null || !isSilent(found.failure)) closest = found.failure;
  }
  return fail(refusal(closest, typed, meant.value));
}

/**
 * Where nothing answers encrypted, and plain http is the agent's to allow, he is asked; where it is nobody's, whoever typed it is told
 * so, and not that a server which he sees in his browser cannot be reached.
 */
function refusal(closest: FindProblem | null, typed: string, meant: readonly ParsedServer[]): FindProblem {
  const first = meant[0];
  if (closest === null || first === undefined) return { code: 'server', problem: { code: 'notUrl' } };
  const plain = parseServerUrl(first.server.replace('https:', 'http:'), { allowInsecure: false });
  if (plain.ok || !isSilent(closest)) return closest;
  const isTypedHttps = /^\s*https:/i.test(typed);
  const mayAllow = plain.failure.code === 'insecurePrivate' && meant.length === 1 && !isTypedHttps;
  const isRefused = plain.failure.code === 'insecurePublic' && /^\s*http:/i.test(typed);
  const isAsked = closest.code !== 'permissionMissing';
  return mayAllow || (isRefused && isAsked) ? { code: 'server', problem: plain.failure } : closest;
}

async function findAt(typed: ParsedServer, fetch: Fetch): Promise<Result<FoundServer, FindProblem>> {
  const { server } = typed;
  let first: VicidialFailure | null = null;
  for (const { agentPath, nonAgentPath } of placesOf(typed)) {
    const answer = await ask(server, agentPath, fetch);
    if (answer.ok) {
      const { version } = answer.value;
      const second = await ask(server, nonAgentPath, fetch);
      return ok({ server, agentPath, nonAgentPath: second.ok ? nonAgentPath : '', version });
    }
    first ??= answer.failure;
    if (isSilent({ code: 'vicidial', failure: answer.failure, origin: server })) break;
  }
  return fail({ code: 'vicidial', failure: asFound(first), origin: server });
}

function placesOf({ agentPath, nonAgentPath }: ParsedServer) {
  const usual = SITES.map((site) => ({
    agentPath: site + USUAL_AGENT_PATH,
    nonAgentPath: nonAgentPath ?? site + USUAL_NON_AGENT_PATH,
  }));
  if (agentPath === null) return usual;
  const beside = agentPath.replace(/\/[^/]*\/[^/]*$/, USUAL_NON_AGENT_PATH);
  const typed = { agentPath, nonAgentPath: nonAgentPath ?? beside };
  return [typed, ...usual.filter((place) => place.agentPath !== agentPath)];
}

function ask(server: ServerUrl, path: string, fetch: Fetch) {
  return askVersion(createCaller({ server, path, credentials: null, fetch, timeoutMs: TIMEOUT_MS }).anonymous);
}

/** A page that is not there is what a server without VICIdial has in that place. */
function asFound(failure: VicidialFailure | null): VicidialFailure {
  if (failure === null || (failure.code === 'httpStatus' && failure.status === 404)) return { code: 'notVicidial' };
  return failure;
}

function isSilent(problem: FindProblem): boolean {
  if (problem.code === 'permissionMissing') return true;
  return problem.code === 'vicidial' && (problem.failure.code === 'unreachable' || problem.failure.code === 'timeout');
}
