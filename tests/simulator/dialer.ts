import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { agentApiRoutes } from './api/agent-api.ts';
import { nonAgentApiRoutes } from './api/non-agent-api.ts';
import { type Clock, realClock } from './clock.ts';
import { controlRoutes } from './control.ts';
import { applyFault, deliver, pause } from './deliver.ts';
import { createFaultList, type FaultList, preventsEffect } from './faults.ts';
import { recordingRoutes } from './recordings.ts';
import { createRequestLog, type RequestLog, type RequestRecorder } from './request-log.ts';
import {
  type DialerContext,
  findRoute,
  maxBodyBytes,
  type Route,
  readParameters,
  type SimRequest,
  type SimResponse,
} from './route.ts';
import { type AgentScreens, createAgentScreens } from './screen/agent-screens.ts';
import { agentScreenRoutes } from './screen/routes.ts';
import { telephoneRoutes } from './telephone/routes.ts';
import { createTelephone, type Telephone } from './telephone/telephone.ts';
import { webphoneRoutes } from './webphone/routes.ts';
import { createWorld, loadWorld, recordedWorld, type World, type WorldData } from './world.ts';

/** Each part of the simulator adds its routes here. The first route that fits answers. */
const parts: readonly ((context: DialerContext) => Route[])[] = [agentApiRoutes, nonAgentApiRoutes, controlRoutes];

export interface DialerOptions {
  /** The state to start from, and to go back to on reset. The recorded one when left out. */
  readonly world?: WorldData;
  readonly clock?: Clock;
  /** Any free port when left out. */
  readonly port?: number;
  readonly host?: string;
  readonly corsOrigins?: readonly string[];
}

export interface Dialer {
  readonly url: string;
  readonly world: World;
  readonly clock: Clock;
  readonly log: RequestLog;
  readonly faults: FaultList;
  readonly telephone: Telephone;
  readonly screens: AgentScreens;
  /** Puts the world back to its start and forgets faults and log. */
  reset(): void;
  /** Breaks what is open, and resolves when the port is free. */
  close(): Promise<void>;
}

const loopbackHosts: readonly string[] = ['127.0.0.1', '::1', 'localhost'];

/** Starts a dialer on the loopback interface; passwords in it are public, so it answers nobody else. */
export async function createDialer(options: DialerOptions = {}): Promise<Dialer> {
  const host = options.host ?? '127.0.0.1';
  if (!loopbackHosts.includes(host)) throw new Error(`the simulated dialer binds to loopback only, not to ${host}`);
  const data = options.world ?? recordedWorld();
  const world = createWorld(data);
  const [clock, log, faults] = [options.clock ?? realClock(), createRequestLog(), createFaultList()];
  const telephone = createTelephone(world, clock);
  let url = '';
  const screens = createAgentScreens({ world, clock, telephone, origin: () => url });

  function reset() {
    telephone.reset();
    screens.reset();
    loadWorld(world, data);
    faults.clear();
    log.clear();
  }

  const context: DialerContext = { world, clock, log, faults, reset, corsOrigins: options.corsOrigins ?? [] };
  const routes = [
    ...parts.flatMap((part) => part(context)),
    ...telephoneRoutes(telephone),
    ...agentScreenRoutes(context, screens),
    ...webphoneRoutes(world, telephone),
    ...recordingRoutes(world),
  ];
  const server = createServer((incoming, out) => {
    answer({ routes, clock, log, faults }, incoming, out).catch((error: unknown) => {
      // A client that gives up in the middle of a request is no bug.
      if (!incoming.destroyed) console.error(error);
      out.destroy();
    });
  });
  url = await listen(server, options.port ?? 0, host);
  return { url, world, clock, log, faults, telephone, screens, reset, close: () => close(server) };
}

function listen(server: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      const taken = typeof address === 'object' ? address?.port : port;
      resolve(`http://${host === '::1' ? '[::1]' : host}:${taken}`);
    });
  });
}

function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  return closed;
}

interface Answering {
  readonly routes: readonly Route[];
  readonly clock: Clock;
  readonly log: RequestRecorder;
  readonly faults: FaultList;
}

async function answer(answering: Answering, incoming: IncomingMessage, out: ServerResponse): Promise<void> {
  const { routes, clock, log, faults } = answering;
  const request = await readRequest(incoming);
  const withBody = request.method !== 'HEAD';
  // Remote control is neither logged nor hit by faults.
  if (request.path.startsWith('/control/')) {
    return deliver(out, await handle(routes, request), { fault: null, clock, withBody });
  }
  const fault = faults.take(request);
  const id = log.arrived(request, clock.now(), fault?.kind ?? null);
  if (fault?.kind === 'delayBefore') await pause(clock, fault.ms);
  const right = preventsEffect(fault) ? { body: '' } : await handle(routes, request);
  const response = applyFault(right, fault);
  log.answered(id, response.status ?? 200, response.body);
  await deliver(out, response, { fault, clock, withBody });
}

async function handle(routes: readonly Route[], request: SimRequest): Promise<SimResponse> {
  const route = findRoute(routes, request.method, request.path);
  return route ? route.handle(request) : { status: 404, contentType: 'text/plain', body: 'Not Found\n' };
}

async function readRequest(incoming: IncomingMessage): Promise<SimRequest> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += chunk.length;
    if (size <= maxBodyBytes) chunks.push(chunk);
  }
  const [path = '/', queryString = ''] = splitOnce(incoming.url ?? '/', '?');
  const body = Buffer.concat(chunks).toString('utf8');
  return {
    method: incoming.method ?? 'GET',
    path,
    queryString,
    body,
    headers: incoming.headers,
    remoteAddress: (incoming.socket.remoteAddress ?? '').replace(/^::ffff:/, ''),
    parameters: readParameters(queryString, incoming.headers['content-type'], body),
  };
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
