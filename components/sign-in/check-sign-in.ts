import { isSameUser } from '../../lib/agent/same-user.ts';
import { explainServer, explainSignIn } from '../../lib/messages/explain-sign-in.ts';
import { type Explanation, explain } from '../../lib/messages/explanation.ts';
import { type PinWeakness, pinWeakness } from '../../lib/messages/pin-weakness.ts';
import type { ServerAddress, ServerUrlProblem, SignInProblem, SignInRequest } from '../../lib/messages/sign-in.ts';
import type { MessageKey } from '../../lib/messages/text.ts';
import { readTypedUrl } from '../../lib/read-url.ts';
import type { VicidialFailure } from '../../lib/vicidial/failure.ts';
import type { SignInDraft } from './sign-in-draft.ts';

/** The field a problem is shown at; `form` stands below all of them. */
export type SignInField = 'server' | 'user' | 'password' | 'agentUser' | 'statusUser' | 'pin' | 'form';

export interface FieldProblem {
  readonly field: SignInField;
  readonly explanation: Explanation;
  /** Set when a tick box can accept an unencrypted private network. */
  readonly insecureHost: string | null;
}

export interface SignInSecrets {
  readonly password: string;
  readonly statusPassword: string;
  /** Null while nothing is to be remembered. */
  readonly pin: string | null;
}

export function signInRequest(draft: SignInDraft, secrets: SignInSecrets, allowInsecure: boolean): SignInRequest {
  const statusUser = draft.statusUser.trim();
  if (draft.relay !== undefined) return relayRequest(draft, draft.relay, allowInsecure);
  return {
    server: draft.server.trim(),
    agentPath: draft.agentPath.trim(),
    nonAgentPath: draft.nonAgentPath.trim(),
    allowInsecure,
    user: draft.user.trim(),
    password: secrets.password,
    agentUser: draft.agentUser.trim(),
    region: draft.region,
    dialMethod: draft.dialMethod,
    statusCredential: statusUser === '' ? null : { user: statusUser, password: secrets.statusPassword },
    pin: secrets.pin,
  };
}

/** Whatever stands in the fields of a login, also where the browser filled it in, stays here. */
function relayRequest(draft: SignInDraft, relay: string, allowInsecure: boolean): SignInRequest {
  const { server, agentPath, nonAgentPath, region, dialMethod } = draft;
  const place = {
    server: server.trim(),
    agentPath: agentPath.trim(),
    nonAgentPath: nonAgentPath.trim(),
    allowInsecure,
  };
  const nobody = { user: '', password: '', agentUser: '', statusCredential: null, pin: null };
  return { ...place, region, dialMethod, relay, ...nobody };
}

/** Everything that can be said before anything is asked or sent; empty when the request may go. */
export function checkSignIn(
  request: SignInRequest,
  secrets: SignInSecrets,
  checkServer: (address: ServerAddress) => ServerUrlProblem | null,
): readonly FieldProblem[] {
  const server = checkServer(request);
  if (request.relay !== undefined) return server ? [serverProblem(server)] : [];
  const status = checkStatusLogin(request, secrets);
  return [
    server && serverProblem(server),
    request.user === '' ? at('user', explain('signInUserEmpty')) : null,
    request.password === '' ? at('password', explain('signInPasswordEmpty')) : null,
    status,
    checkPin(request.pin),
  ].filter((problem) => problem !== null);
}

const PIN_SENTENCES: Readonly<Record<PinWeakness, MessageKey>> = {
  short: 'signInPinShort',
  guessable: 'signInPinGuessable',
};

function checkPin(pin: string | null): FieldProblem | null {
  const weakness = pin === null ? null : pinWeakness(pin);
  return weakness && at('pin', explain(PIN_SENTENCES[weakness]));
}

function checkStatusLogin(request: SignInRequest, secrets: SignInSecrets): FieldProblem | null {
  const status = request.statusCredential;
  if (!status) return secrets.statusPassword === '' ? null : at('statusUser', explain('signInStatusIncomplete'));
  if (status.password === '') return at('statusUser', explain('signInStatusIncomplete'));
  return [request.user, request.agentUser].some((own) => isSameUser(own, status.user))
    ? at('statusUser', explain('signInStatusSame'))
    : null;
}

/** Where and how a refused sign-in is shown; `server` is the address as it was typed. */
export function placeProblem(problem: SignInProblem, server: string): FieldProblem {
  switch (problem.code) {
    case 'server':
      return serverProblem(problem.problem);
    case 'permissionMissing':
      return at('form', explainSignIn(problem));
    case 'vicidial':
      return at(fieldOf(problem.failure), explainSignIn(problem, originOf(server)));
    case 'statusCredential':
      return at('statusUser', explainSignIn(problem));
  }
}

/** What was asked in the end: an address without a scheme is read as https. Null where there is none yet. */
function originOf(typed: string): string | null {
  return readTypedUrl(typed.trim())?.origin ?? null;
}

function serverProblem(problem: ServerUrlProblem): FieldProblem {
  const insecureHost = problem.code === 'insecurePrivate' ? problem.host : null;
  return { field: 'server', explanation: explainServer(problem), insecureHost };
}

function fieldOf(failure: VicidialFailure): SignInField {
  switch (failure.code) {
    case 'badCredentials':
      return 'password';
    case 'unreachable':
    case 'timeout':
    case 'redirected':
    case 'relaySignedOut':
    case 'notVicidial':
    case 'httpStatus':
      return 'server';
    case 'lockedOut':
    case 'noApiAccess':
    case 'twoFactorRequired':
      return 'user';
    case 'agentNotFound':
      return 'agentUser';
    default:
      return 'form';
  }
}

function at(field: SignInField, explanation: Explanation): FieldProblem {
  return { field, explanation, insecureHost: null };
}
