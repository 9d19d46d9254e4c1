import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Dialer } from '../../simulator/dialer.ts';
import { textOf } from './hostile-web.ts';

/** One request to the API of the dialer. */
export interface DialerRequest {
  readonly host: string;
  readonly address: string;
  readonly function: string;
  readonly parameters: URLSearchParams;
  /** When it came (ms since 1970). */
  readonly at: number;
}

/** Writes an answer in place of the right one. */
export type Answer = (out: ServerResponse) => void;

/**
 * A dialer that has turned against its agents: it answers as the simulated one does, unless an attack says otherwise. Dials
 * are refused, so that the agent is free for the next attack; that they were sent is what counts.
 */
export interface HostileDialer {
  readonly url: string;
  readonly port: number;
  readonly requests: DialerRequest[];
  /** Numbers in E.164 for which a dial was sent. */
  dialled(): string[];
  /** Answers this function so, until {@link reset}. */
  answer(name: string, answer: Answer): void;
  reset(): void;
  close(): Promise<void>;
}

// Long enough for a second dial to be sent before the first was answered.
const REFUSE_AFTER_MS = 150;
const REFUSAL = 'ERROR: external_dial agent_user is not allowed to place manual dial calls - 1000\n';

export async function createHostileDialer(dialer: Dialer): Promise<HostileDialer> {
  const requests: DialerRequest[] = [];
  const refuse: Answer = (out) => void setTimeout(() => plain(out, REFUSAL), REFUSE_AFTER_MS);
  const answers = new Map<string, Answer>();
  const handle = async (incoming: IncomingMessage, out: ServerResponse) => {
    const request = readRequest(incoming, await textOf(incoming));
    requests.push(request);
    const answer = answers.get(request.function) ?? (request.function === 'external_dial' ? refuse : null);
    if (answer) return answer(out);
    const { pathname } = new URL(request.address, dialer.url);
    const right = await fetch(dialer.url + pathname, { method: 'POST', body: request.parameters });
    return plain(out, await right.text());
  };
  const server = createServer((incoming, out) => void handle(incoming, out).catch(() => out.destroy()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const port = typeof bound === 'object' ? (bound?.port ?? 0) : 0;

  return {
    url: `http://127.0.0.1:${port}`,
    port,
    requests,
    dialled: () =>
      requests
        .filter((request) => request.function === 'external_dial')
        .map(({ parameters }) => `+${parameters.get('phone_code')}${parameters.get('value')}`),
    answer: (name, answer) => void answers.set(name, answer),
    reset() {
      answers.clear();
      requests.length = 0;
    },
    close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    },
  };
}

/** An answer as the dialer sends it. */
export function plain(out: ServerResponse, body: string): void {
  out.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  out.end(body);
}

function readRequest(incoming: IncomingMessage, body: string): DialerRequest {
  const address = incoming.url ?? '/';
  const parameters = new URLSearchParams(body || address.split('?')[1]);
  const host = (incoming.headers.host ?? '').replace(/:\d+$/, '');
  return { host, address, function: parameters.get('function') ?? '', parameters, at: Date.now() };
}
