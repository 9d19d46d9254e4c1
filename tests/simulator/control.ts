import { parseFaultRule } from './faults.ts';
import type { LogFilter } from './request-log.ts';
import { type DialerContext, jsonResponse, type Route, type SimRequest, type SimResponse } from './route.ts';
import { isTableName } from './schema.ts';
import { assertRow, newRow, type TableName, type World } from './world.ts';

type Handler = (request: SimRequest) => SimResponse;

/**
 * `/control/...` steers the dialer from another process, in JSON:
 * `GET|DELETE log`, `GET|POST|DELETE faults`, `POST reset`,
 * `GET world`, and for one table `GET|POST|PATCH|DELETE world/TABLE`, its rows chosen by `?column=value`.
 */
export function controlRoutes(context: DialerContext): Route[] {
  const route = (method: string, path: string, handle: Handler): Route => ({
    method,
    path: `/control/${path}`,
    handle: guarded(handle),
  });
  return [
    route('GET', 'log', (request) => jsonResponse(readLog(context, request))),
    route('DELETE', 'log', () => done(() => context.log.clear())),
    route('GET', 'faults', () => jsonResponse(context.faults.list())),
    route('POST', 'faults', (request) => done(() => context.faults.add(parseFaultRule(JSON.parse(request.body))))),
    route('DELETE', 'faults', () => done(() => context.faults.clear())),
    route('POST', 'reset', () => done(() => context.reset())),
    route('GET', 'world', () => jsonResponse(tablesOf(context.world))),
    route('GET', 'world/*', (request) => jsonResponse(chosenRows(context.world, request))),
    route('POST', 'world/*', (request) => done(() => addRow(context.world, request))),
    route('PATCH', 'world/*', (request) => jsonResponse(changeRows(context.world, request))),
    route('DELETE', 'world/*', (request) => done(() => removeRows(context.world, request))),
  ];
}

/**
 * Keeps pages of a browser on the same machine away from a control route: they can neither send JSON without a preflight,
 * which is not answered, nor keep their own host name out of the Host header. What the handler throws is answered as 400.
 */
export function guarded(handle: Handler): Handler {
  return (request) => {
    const changes = request.method === 'POST' || request.method === 'PATCH';
    const isJson = request.headers['content-type']?.startsWith('application/json') ?? false;
    const isLoopback = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(request.headers.host ?? '');
    if (!isLoopback || (changes && !isJson)) return jsonResponse({ error: 'JSON from loopback only' }, 403);
    try {
      return handle(request);
    } catch (error) {
      return jsonResponse({ error: error instanceof Error ? error.message : String(error) }, 400);
    }
  };
}

function done(act: () => void): SimResponse {
  act();
  return jsonResponse({ done: true });
}

function readLog(context: DialerContext, request: SimRequest) {
  const { path, function: name, agentUser, passwords } = Object.fromEntries(request.parameters);
  const filter: LogFilter = {
    ...(path === undefined ? {} : { path }),
    ...(name === undefined ? {} : { function: name }),
    ...(agentUser === undefined ? {} : { agentUser }),
  };
  return context.log.requests(filter, { showPasswords: passwords === 'shown' });
}

function tablesOf(world: World) {
  return Object.fromEntries(Object.entries(world).filter(([name]) => isTableName(name)));
}

function tableOf(request: SimRequest): TableName {
  const name = request.path.slice('/control/world/'.length);
  if (!isTableName(name)) throw new Error(`a world has no table "${name}"`);
  return name;
}

function chosenRows(world: World, request: SimRequest): Record<string, string>[] {
  const rows: Record<string, string>[] = world[tableOf(request)];
  const wanted = [...request.parameters];
  return rows.filter((row) => wanted.every(([column, value]) => row[column] === value));
}

function addRow(world: World, request: SimRequest): void {
  const [table, row] = [tableOf(request), readRow(request)];
  const rows: Record<string, string>[] = world[table];
  rows.push({ ...newRow(table), ...row });
  tellOf(world, table, [row]);
}

function changeRows(world: World, request: SimRequest): Record<string, string>[] {
  const [rows, columns] = [chosenRows(world, request), readRow(request)];
  for (const row of rows) Object.assign(row, columns);
  tellOf(world, tableOf(request), rows);
  return rows;
}

function removeRows(world: World, request: SimRequest): void {
  const [table, gone] = [tableOf(request), chosenRows(world, request)];
  const rows: Record<string, string>[] = world[table];
  rows.splice(0, rows.length, ...rows.filter((row) => !gone.includes(row)));
  tellOf(world, table, gone);
}

function readRow(request: SimRequest): Record<string, string> {
  const row: unknown = JSON.parse(request.body);
  assertRow(tableOf(request), row);
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, value ?? '']));
}

// The first column of each table names its row.
function tellOf(world: World, table: TableName, rows: readonly Record<string, string>[]): void {
  const [key = ''] = Object.keys(newRow(table));
  for (const row of rows) world.changed(table, row[key] ?? '');
}
