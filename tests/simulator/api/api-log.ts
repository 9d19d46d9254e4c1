import { type Clock, serverTime } from '../clock.ts';
import type { SimRequest } from '../route.ts';
import { newRow, nextId, type World } from '../world.ts';
import type { Parameters } from './parameters.ts';

export interface ApiLogEntry {
  readonly script: 'api' | 'non-agent';
  readonly result: string;
  readonly reason: string;
  readonly data: string;
}

/** Writes both of VICIdial's own logs. The second holds the URL with the credentials in clear, as the real one does. */
export function writeApiLog(world: World, clock: Clock, request: SimRequest, p: Parameters, entry: ApiLogEntry): void {
  const api_id = nextId(world.api_log.slice(-1).map((row) => row.api_id));
  const api_date = serverTime(clock.now());
  world.api_log.push(
    newRow('api_log', {
      api_id,
      api_date,
      user: p('user'),
      agent_user: p('agent_user'),
      api_script: entry.script,
      function: p('function').slice(0, 20),
      value: p('value'),
      result: entry.result,
      result_reason: entry.reason,
      source: p('source').slice(0, 20),
      data: entry.data,
    }),
  );
  world.api_urls.push(
    newRow('api_urls', { api_id, api_date, remote_ip: request.remoteAddress, url: loggedUrl(request) }),
  );
  world.changed('api_log', api_id);
}

// A POST body is appended to the query string, and stands in for a missing one: recorded in agent.post.body_credentials.
function loggedUrl(request: SimRequest): string {
  const query = request.queryString === '' ? request.body : request.queryString;
  const posted = request.body === '' ? '' : `&GET-AND-POST=Y&${request.body}`;
  return `http://${request.headers.host ?? ''}${request.path}?${query}${posted}`;
}
