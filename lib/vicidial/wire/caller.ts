import { fail, type Result } from '../../result.ts';
import type { VicidialFailure } from '../failure.ts';
import { type ErrorReader, type Reader, readAnswer } from './answer.ts';
import type { Credentials } from './credentials.ts';
import { collect, type Input, input } from './inputs.ts';
import { isApiPath, type ServerUrl } from './server-url.ts';
import { type Fetch, MAX_ANSWER_BYTES, post, TIMEOUT_MS } from './transport.ts';

/** Who asks, in VICIdial's own log: the Agent API keeps letters and digits, at most 20. */
const SOURCE = 'dialside';

export interface ConnectionOptions {
  readonly server: ServerUrl;
  readonly path?: string;
  /** Null where something between signs the requests, such as a relay. */
  readonly credentials: Credentials | null;
  /** What is at `path` is a relay's folder: function and parameters go as relay-request.ts says. */
  readonly relay?: boolean;
  readonly fetch?: Fetch;
  readonly timeoutMs?: number;
}

/** What sort of answers come from there. */
export interface Answers {
  /** The longest answer that is read; that of the transport when left out. */
  readonly maxAnswerBytes?: number;
  /** Rows of what customers wrote, which is then no line of the grammar. */
  readonly isData?: boolean;
}

export type Inputs = Readonly<Record<string, Input | string | undefined>>;

/** One request for one function, signed. Refuses locally before anything is sent. */
export type Call = <T>(
  name: string,
  inputs: Inputs,
  read: Reader<T>,
  readError?: ErrorReader<T>,
) => Promise<Result<T, VicidialFailure>>;

/** `signed` sends the credentials along; `anonymous` is for `version`, which needs none, so that a probe leaks none. */
export function createCaller(options: ConnectionOptions & Answers & { readonly path: string }): {
  readonly signed: Call;
  readonly anonymous: Call;
} {
  const { server, path, credentials, relay = false, timeoutMs = TIMEOUT_MS } = options;
  // The platform's fetch refuses any other `this` than the global.
  const { fetch = (url: string, init: RequestInit) => globalThis.fetch(url, init) } = options;
  const { maxAnswerBytes = MAX_ANSWER_BYTES, isData = false } = options;
  const endpoint = { server, path, fetch, timeoutMs, relay, maxAnswerBytes };
  const secrets = credentials ? [credentials.password] : [];

  const anonymous: Call = async (name, inputs, read, readError) => {
    if (!isApiPath(path)) return fail({ code: 'refusedInput', field: 'path', problem: 'badCharacters' });
    const params = collect({ function: name, ...inputs });
    if (!params.ok) return params;
    const body = await post(endpoint, params.value);
    if (!body.ok) return body;
    const answer = readAnswer(body.value, { function: name, secrets, isData }, read, readError);
    return !answer.ok && relay && answer.failure.code === 'badCredentials'
      ? fail({ code: 'relayLoginRefused' })
      : answer;
  };
  const signed: Call = (name, inputs, read, readError) =>
    anonymous(name, { source: SOURCE, ...login(credentials), ...inputs }, read, readError);
  return { signed, anonymous };
}

function login(credentials: Credentials | null): Inputs {
  if (!credentials) return {};
  return { user: input('user', credentials.user), pass: input('pass', credentials.password) };
}
