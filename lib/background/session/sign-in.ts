import { readAheadMs } from '../../agent/call/callback-time.ts';
import type { StatusReading } from '../../agent/state/agent-state.ts';
import type { SignInProblem, SignInRequest } from '../../messages/sign-in.ts';
import { fail, ok, type Result } from '../../result.ts';
import { type Connection, hasDetail } from '../../session/connection.ts';
import { createAgentClient } from '../../vicidial/agent-api/agent-client.ts';
import { askRelay, relayPathIn } from '../../vicidial/agent-api/relay.ts';
import type { AgentClient, ServerVersion, StatusClient } from '../../vicidial/client.ts';
import type { VicidialFailure } from '../../vicidial/failure.ts';
import { createStatusClient } from '../../vicidial/non-agent-api/status-client.ts';
import { isSameUser } from '../../vicidial/same-user.ts';
import { isApiPath, parseServerUrl, USUAL_AGENT_PATH, USUAL_NON_AGENT_PATH } from '../../vicidial/wire/server-url.ts';

export type FetchLike = typeof fetch;

/** A session that can begin, with the first that was read of its agent. */
export interface SignedIn {
  readonly connection: Connection;
  readonly reading: StatusReading;
}

export interface SignInDeps {
  readonly fetch: FetchLike;
  /** Resolves to whether the dialer's origin may be reached, waiting while the browser asks the agent. */
  readonly hasPermission: (origin: string) => Promise<boolean>;
  /** Keeps the browser from sending a request again by itself; before the first request to that origin. */
  readonly keepConnectionsFresh: (origin: string) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

export function agentClientOf(connection: Connection, fetch: FetchLike): AgentClient {
  const { server, agentPath, credentials, agentUser, relay } = connection;
  return createAgentClient({ server, path: relay?.path ?? agentPath, credentials, relay: !!relay, agentUser, fetch });
}

export function statusClientOf(
  { server, nonAgentPath, statusCredential, relay }: Connection,
  fetch: FetchLike,
): StatusClient {
  const path = relay?.path ?? nonAgentPath;
  return createStatusClient({ server, path, credentials: statusCredential, relay: !!relay, fetch });
}

const SAME_LOGIN: SignInProblem = {
  code: 'statusCredential',
  failure: { code: 'refusedInput', field: 'user', problem: 'notAllowed' },
};

/** The agent's own login counts as a failed one on the Non-Agent API, every time. */
function isSeparateLogin({ user, agentUser, statusCredential }: SignInRequest): boolean {
  return statusCredential === null || ![user, agentUser].some((own) => isSameUser(own, statusCredential.user));
}

/** One reading of the agent's live status by the strongest credential there is. Not being logged in is a reading too. */
export async function readStatus(
  connection: Connection,
  fetch: FetchLike,
): Promise<Result<StatusReading, VicidialFailure>> {
  if (hasDetail(connection)) {
    const answer = await statusClientOf(connection, fetch).agentStatus(connection.agentUser);
    if (answer.ok) return ok({ source: 'agentStatus', row: answer.value });
    return asReading(answer.failure, 'agentStatus');
  }
  const answer = await agentClientOf(connection, fetch).recordingState();
  if (answer.ok) {
    const { liveStatus, recording } = answer.value;
    return ok({ source: 'recording', liveStatus, isRecording: recording });
  }
  return asReading(answer.failure, 'recording');
}

function asReading(
  failure: VicidialFailure,
  source: 'recording' | 'agentStatus',
): Result<StatusReading, VicidialFailure> {
  return failure.code === 'notLoggedIn' ? ok({ source, notLoggedIn: true }) : fail(failure);
}

/**
 * Checks address, permission, server and credentials, in this order, so that a password is only sent to a VICIdial.
 * Each credential is tried once: ten failures lock the agent out of the agent screen.
 */
export async function signIn(request: SignInRequest, deps: SignInDeps): Promise<Result<SignedIn, SignInProblem>> {
  const place = await reach(request, deps);
  if (!place.ok) return place;
  if (request.relay !== undefined)
    return signInByRelay(place.value, request.relay || relayPathIn(request.server), deps.fetch);
  const found = await findVicidial(place.value, request, deps);
  if (!found.ok) return found;
  const timed = found.value;

  const own = await signedInWith({ ...timed, statusCredential: null }, deps.fetch);
  if (!own.ok || !timed.statusCredential) return own;

  const detailed = await readStatus(timed, deps.fetch);
  if (!detailed.ok) return fail({ code: 'statusCredential', failure: detailed.failure });
  return ok({ connection: timed, reading: detailed.value });
}

/** Where the logins of a request would go, at a VICIdial that answers there; none of them has been sent yet. */
export async function openConnection(
  request: SignInRequest,
  deps: SignInDeps,
): Promise<Result<Connection, SignInProblem>> {
  const place = await reach(request, deps);
  return place.ok ? findVicidial(place.value, request, deps) : place;
}

/** An address that may be reached, and has its requests on connections of their own. Nothing has been sent yet. */
export async function reach(request: SignInRequest, deps: SignInDeps): Promise<Result<Place, SignInProblem>> {
  const address = parseServerUrl(request.server, { allowInsecure: request.allowInsecure });
  if (!address.ok) return fail({ code: 'server', problem: address.failure });
  const { server } = address.value;
  const agentPath = request.agentPath || address.value.agentPath || USUAL_AGENT_PATH;
  const nonAgentPath = request.nonAgentPath || address.value.nonAgentPath || USUAL_NON_AGENT_PATH;
  if (!isApiPath(agentPath) || !isApiPath(nonAgentPath)) return fail({ code: 'server', problem: { code: 'notUrl' } });
  if (!(await deps.hasPermission(server))) return fail({ code: 'permissionMissing', origin: server });
  await deps.keepConnectionsFresh(server);
  const { region, dialMethod } = request;
  const signedInAt = (deps.now ?? Date.now)();
  return ok({ id: crypto.randomUUID(), server, agentPath, nonAgentPath, region, dialMethod, signedInAt });
}

async function findVicidial(
  place: Place,
  request: SignInRequest,
  deps: SignInDeps,
): Promise<Result<Connection, SignInProblem>> {
  const connection: Connection = {
    ...place,
    credentials: { user: request.user, password: request.password },
    agentUser: request.agentUser || request.user,
    statusCredential: request.statusCredential,
  };
  if (!isSeparateLogin(request)) return fail(SAME_LOGIN);
  const version = await agentClientOf(connection, deps.fetch).version();
  if (!version.ok) return fail({ code: 'vicidial', failure: version.failure });
  return ok(withClock(connection, version.value, (deps.now ?? Date.now)()));
}

function withClock(connection: Connection, { localTime }: ServerVersion, now: number): Connection {
  const clockAheadMs = readAheadMs(localTime, now);
  return clockAheadMs === undefined ? connection : { ...connection, clockAheadMs };
}

type Place = Pick<Connection, 'id' | 'server' | 'agentPath' | 'nonAgentPath' | 'region' | 'dialMethod' | 'signedInAt'>;

/** Nothing that was typed goes along: the relay says who the agent is, and signs what it passes on. */
async function signInByRelay(place: Place, path: string, fetch: FetchLike): Promise<Result<SignedIn, SignInProblem>> {
  const known = await askRelay({ server: place.server, path, fetch });
  if (!known.ok) return fail({ code: 'vicidial', failure: known.failure });
  const { agentUser, hasStatus } = known.value;
  const connection: Connection = {
    ...place,
    credentials: null,
    agentUser,
    statusCredential: null,
    relay: { path, hasStatus },
  };
  const reading = await readStatus(connection, fetch);
  if (reading.ok) return ok({ connection, reading: reading.value });
  // Its login for the live detail alone may be refused: without it the agent's own state still serves.
  if (hasStatus && reading.failure.code === 'relayLoginRefused')
    return signedInWith({ ...connection, relay: { path, hasStatus: false } }, fetch);
  return fail({ code: 'vicidial', failure: reading.failure });
}

async function signedInWith(connection: Connection, fetch: FetchLike): Promise<Result<SignedIn, SignInProblem>> {
  const reading = await readStatus(connection, fetch);
  return reading.ok ? ok({ connection, reading: reading.value }) : fail({ code: 'vicidial', failure: reading.failure });
}
