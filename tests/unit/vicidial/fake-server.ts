import { createAgentClient } from '../../../lib/vicidial/agent-api/agent-client.ts';
import type { AgentClient, StatusClient } from '../../../lib/vicidial/client.ts';
import { createStatusClient } from '../../../lib/vicidial/non-agent-api/status-client.ts';
import type { Credentials } from '../../../lib/vicidial/wire/credentials.ts';
import type { ServerUrl } from '../../../lib/vicidial/wire/server-url.ts';
import type { Fetch } from '../../../lib/vicidial/wire/transport.ts';

export const SERVER = 'https://dialer.example.com' as ServerUrl;
export const CREDENTIALS: Credentials = { user: 'apiuser', password: 'apipass123' };

export interface FakeServer {
  readonly fetch: Fetch;
  /** What was sent, in order. */
  readonly requests: { readonly url: string; readonly init: RequestInit }[];
}

/** Answers each request with the same text, or with what a function makes of it. */
export function fakeServer(answer: string | ((init: RequestInit) => Response | Promise<Response>)): FakeServer {
  const requests: FakeServer['requests'] = [];
  const fetch: Fetch = async (url, init) => {
    requests.push({ url, init });
    return typeof answer === 'string' ? new Response(answer) : answer(init);
  };
  return { fetch, requests };
}

export function agentOf(
  server: FakeServer,
  agentUser = '1000',
  credentials: Credentials | null = CREDENTIALS,
): AgentClient {
  return createAgentClient({ server: SERVER, credentials, agentUser, fetch: server.fetch });
}

export function statusOf(server: FakeServer, credentials: Credentials = CREDENTIALS): StatusClient {
  return createStatusClient({ server: SERVER, credentials, fetch: server.fetch });
}

/** The parameters of the one request that was sent. */
export function sentParams(server: FakeServer): Record<string, string> {
  if (server.requests.length !== 1) throw new Error(`${server.requests.length} requests were sent`);
  const body = server.requests[0]!.init.body;
  if (!(body instanceof URLSearchParams)) throw new Error('The body is not urlencoded');
  return Object.fromEntries(body);
}
