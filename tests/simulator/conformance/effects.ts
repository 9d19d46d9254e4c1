import { findLiveAgent, findUser, type LiveAgent, type Row, type World } from '../world.ts';
import { crmEffects } from './crm-effects.ts';
import { type EffectReader, join, type Recorded } from './effect-reader.ts';
import type { RecordedCase } from './recorded-case.ts';

const recordedOrigin = 'http://127.0.0.1:8180';
const managerColumns = ['status', 'server_ip', 'action', 'callerid'] as const;
const lineColumns = ['cmd_line_b', 'cmd_line_c', 'cmd_line_d', 'cmd_line_e', 'cmd_line_f'] as const;

/** How each way of describing an effect is read from a world. The recorded rows are columns joined by bars. */
const readers: readonly EffectReader[] = [
  ...crmEffects,
  [/^vicidial_live_agents\.(\w+) user (\d+)$/, (world, [, column, user]) => [cell(liveAgent(world, user), column)]],
  [
    /^vicidial_users\.(\w+)(?: of (\d+))?$/,
    (world, [, column, user], { apiUser }) => [cell(findUser(world, user ?? apiUser), column)],
  ],
  [
    /^vicidial_api_urls\.url$/,
    (world, _match, { origin }) => [world.api_urls.at(-1)?.url.replace(origin, recordedOrigin) ?? ''],
  ],
  [/^vicidial_api_log\.source$/, (world) => [world.api_log.at(-1)?.source ?? '']],
  [
    /^external_dial of 1000 and 1002$/,
    (world) => ['1000', '1002'].map((user) => `${user}|${liveAgent(world, user).external_dial}`),
  ],
  [
    /^vicidial_manual_dial_queue$/,
    (world, _match, { rows }) => world.manual_dial_queue.map((row) => queueRow(row, rows)),
  ],
  [/^vicidial_manual_dial_queue count$/, (world) => [String(world.manual_dial_queue.length)]],
  [/^vicidial_manager count$/, (world) => [String(world.manager.length)]],
  [
    /^vicidial_manager$/,
    (world, _match, { rows }) =>
      rows[0]?.split('|').length === 4
        ? playedSounds(world)
        : world.manager.map((row) => [...managerColumns, ...lineColumns].map((column) => row[column]).join('|')),
  ],
  [
    /^live row of (\d+)$/,
    (world, [, user]) => [
      join(liveAgent(world, user), ['status', 'lead_id', 'external_dial', 'preview_lead_id', 'comments']),
    ],
  ],
  [
    /^queue and live row$/,
    (world) => [
      ...world.manual_dial_queue.map((row) => `queue|${row.phone_number}|${row.status}|`),
      `live|${join(liveAgent(world, '1000'), ['status', 'external_dial', 'lead_id'])}`,
    ],
  ],
  [/^flags$/, (world) => [join(liveAgent(world, '1000'), ['external_hangup', 'external_status'])]],
];

// The recordings of a sound that was played show four columns only.
function playedSounds(world: World): string[] {
  return world.manager.map((row) => join(row, ['action', 'callerid', 'cmd_line_b', 'cmd_line_d']));
}

/** The effects of a case as the world shows them now, in the form they were recorded in. */
export function readEffects(world: World, { effect = {}, request }: RecordedCase, origin: string) {
  const apiUser = request.user ?? '';
  return Object.fromEntries(
    Object.entries(effect).map(([name, rows]) => [name, readEffect(world, name, { apiUser, origin, rows, request })]),
  );
}

function readEffect(world: World, name: string, recorded: Recorded): string[] {
  for (const [pattern, read] of readers) {
    const match = name.match(pattern);
    if (match) return read(world, match, recorded);
  }
  throw new Error(`no rule for the effect: ${name}`);
}

// The recordings show two, three or four columns of the queue; how many tells which.
function queueRow(row: Row<'manual_dial_queue'>, recorded: readonly string[]): string {
  switch (recorded[0]?.split('|').length) {
    case 2:
      return join(row, ['phone_number', 'external_dial']);
    case 3:
      return join(row, ['user', 'phone_number', 'status']);
    default:
      return join(row, ['user', 'phone_number', 'status', 'external_dial']);
  }
}

function liveAgent(world: World, user = ''): LiveAgent {
  const agent = findLiveAgent(world, user);
  if (!agent) throw new Error(`agent ${user} is not logged in`);
  return agent;
}

function cell(row: Readonly<Record<string, string>> | undefined, column = ''): string {
  const value = row?.[column];
  if (value === undefined) throw new Error(`no column ${column}`);
  return value;
}
