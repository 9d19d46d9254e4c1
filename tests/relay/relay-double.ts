import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cookieOf } from './sign-on.ts';

/**
 * A company's relay with its sign-on, as docs/relay/README.md describes both: for the browsers, which need no nginx to show that
 * cookie, headers and answers are understood. What the shipped configuration lets through is tested with nginx itself.
 */
export interface RelayDouble {
  readonly url: string;
  /** Where a person signs in, in a tab. */
  signInUrl(person: string): string;
  /** From now on each request is answered by that status; null ends it. */
  answerWith(status: 429 | null): void;
  close(): Promise<void>;
}

export interface RelayDoubleOptions {
  readonly dialerUrl: string;
  /** Person and agent. */
  readonly agents: Readonly<Record<string, string>>;
  /** Logins as form fields, `user=…&pass=…`. */
  readonly login: string;
  readonly statusLogin: string;
}

export async function startRelayDouble({
  dialerUrl,
  agents,
  login,
  statusLogin,
}: RelayDoubleOptions): Promise<RelayDouble> {
  let refusal: number | null = null;

  const signIn = (person: string, response: ServerResponse) => {
    response.writeHead(200, { 'set-cookie': `${cookieOf(person)}; Path=/; HttpOnly; SameSite=Strict` });
    response.end('You are signed in.');
  };

  const pass = async (name: string, agent: string, { headers }: IncomingMessage): Promise<string> => {
    if (name === 'relay_session') return `SUCCESS: relay_session - ${agent}|agent_status\n`;
    const isStatus = name === 'agent_status';
    const form = new URLSearchParams(`source=dialside&${isStatus ? `${statusLogin}&stage=tab` : login}`);
    form.set('function', name);
    for (const [header, value] of Object.entries(headers)) {
      const field = /^dialside-(?!relay$)(.+)/.exec(header)?.[1]?.replaceAll('-', '_');
      if (field) form.set(field, decodeURIComponent(String(value)));
    }
    form.set('agent_user', agent);
    const path = isStatus ? '/vicidial/non_agent_api.php' : '/agc/api.php';
    return (await fetch(dialerUrl + path, { method: 'POST', body: form })).text();
  };

  /** The status of a refusal, or the answer. */
  const answer = async (request: IncomingMessage, name: string): Promise<number | string> => {
    if (request.method !== 'POST') return 405;
    if (request.headers['dialside-relay'] !== '1') return 400;
    const person = Object.keys(agents).find((one) => request.headers.cookie?.includes(cookieOf(one)));
    const agent = person && agents[person];
    if (!agent) return 401;
    const claimed = request.headers['dialside-agent-user'];
    if (claimed !== agent && !['relay_session', 'version'].includes(name)) return 409;
    return refusal ?? pass(name, agent, request);
  };

  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://relay');
    if (pathname === '/oauth2/start') return signIn(searchParams.get('person') ?? '', response);
    const name = /^\/dialside\/([a-z_]+)$/.exec(pathname)?.[1];
    const answered = name === undefined ? 404 : await answer(request, name);
    if (typeof answered === 'number') response.writeHead(answered).end();
    else response.end(answered);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    signInUrl: (person) => `${url}/oauth2/start?person=${encodeURIComponent(person)}`,
    answerWith(status) {
      refusal = status;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
