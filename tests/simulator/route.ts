import type { IncomingHttpHeaders } from 'node:http';
import type { Clock } from './clock.ts';
import type { FaultList } from './faults.ts';
import type { RequestLog } from './request-log.ts';
import type { World } from './world.ts';

/** A request that has arrived completely. */
export interface SimRequest {
  readonly method: string;
  readonly path: string;
  /** Without the question mark, as it was sent. */
  readonly queryString: string;
  readonly body: string;
  readonly headers: IncomingHttpHeaders;
  readonly remoteAddress: string;
  /** Query string and form body together, as PHP sees them: the last of equal names, and the query string wins. */
  readonly parameters: ReadonlyMap<string, string>;
}

export interface SimResponse {
  /** 200 when left out. */
  readonly status?: number;
  /** What PHP sends when left out. */
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** What the parts of the simulator share. */
export interface DialerContext {
  readonly world: World;
  readonly clock: Clock;
  readonly log: RequestLog;
  readonly faults: FaultList;
  /** Puts the world back to its start and forgets faults and log. */
  reset(): void;
  /** Origins that get CORS headers. VICIdial sends none unless the administrator edits a file on the web server. */
  readonly corsOrigins: readonly string[];
}

export interface Route {
  /** Every method when left out, as PHP scripts answer. */
  readonly method?: string;
  /** The exact path, or everything below it when it ends in `/*`. */
  readonly path: string;
  readonly handle: (request: SimRequest) => SimResponse | Promise<SimResponse>;
}

export const phpContentType = 'text/html; charset=utf-8';

/** Anything above this is no request of a browser, and is cut off. */
export const maxBodyBytes = 1_000_000;

export function findRoute(routes: readonly Route[], method: string, path: string): Route | undefined {
  return routes.find((route) => (route.method ?? method) === method && isPathOf(route, path));
}

function isPathOf(route: Route, path: string): boolean {
  return route.path.endsWith('/*') ? path.startsWith(route.path.slice(0, -1)) : path === route.path;
}

export function jsonResponse(value: unknown, status = 200): SimResponse {
  return { status, contentType: 'application/json', body: `${JSON.stringify(value, null, 1)}\n` };
}

/** PHP reads `application/x-www-form-urlencoded` bodies only; a JSON body gives no parameters. */
export function readParameters(queryString: string, contentType: string | undefined, body: string) {
  const parameters = new Map<string, string>();
  const isForm = contentType?.split(';')[0]?.trim().toLowerCase() === 'application/x-www-form-urlencoded';
  if (isForm) for (const [name, value] of new URLSearchParams(body)) parameters.set(name, value);
  for (const [name, value] of new URLSearchParams(queryString)) parameters.set(name, value);
  return parameters;
}
