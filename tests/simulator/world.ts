import { readFileSync } from 'node:fs';
import { isTableName, type Row, schema, type TableName, type Tables } from './schema.ts';

export { type Clock, epochSeconds, type ManualClock, manualClock, serverTime } from './clock.ts';
export type { AgentSession, Campaign, Lead, LiveAgent, LiveCall, Row, TableName, User } from './schema.ts';

/** One row changed; `key` is the user, lead, call or other id that names it. */
export interface WorldChange {
  readonly table: TableName;
  readonly key: string;
}

/** The state of the simulated dialer: plain tables, plus a list of those who want to hear of changes. */
export interface World extends Tables {
  readonly onChange: Set<(change: WorldChange) => void>;
  /** Whoever changes a row says so here; the API, the agent screen and the telephone listen. */
  changed(table: TableName, key: string): void;
}

/** A world file: some of the tables, each row with some of its columns. `note` is free text. */
export type WorldData = { readonly note?: string } & {
  readonly [T in TableName]?: readonly Partial<Record<keyof Row<T>, string | null>>[];
};

/** The state the conformance cases were recorded from; see the note in the file. */
export function recordedWorld(): WorldData {
  return readWorldFile(new URL('./data/world.json', import.meta.url));
}

/** Fails with a sentence about the first thing that is not part of a world. */
export function readWorldFile(file: string | URL): WorldData {
  const data: unknown = JSON.parse(readFileSync(file, 'utf8'));
  assertWorldData(data);
  return data;
}

/** A fresh world; nothing in it is shared with `data` or with another world. */
export function createWorld(data: WorldData = recordedWorld()): World {
  const world: World = {
    ...emptyTables(),
    onChange: new Set(),
    changed(table, key) {
      for (const listener of world.onChange) listener({ table, key });
    },
  };
  loadWorld(world, data);
  return world;
}

/** Puts every table back to `data`; tables it does not name become empty, or get their one row. */
export function loadWorld(world: World, data: WorldData): void {
  const fresh = emptyTables();
  for (const [table, rows] of Object.entries(data)) {
    if (isTableName(table) && Array.isArray(rows)) {
      const target: Record<string, string>[] = fresh[table];
      target.splice(0, target.length, ...rows.map((row: Record<string, string | null>) => completeRow(table, row)));
    }
  }
  Object.assign(world, fresh);
}

/** A row of `table` with every column it does not name at its default. */
export function newRow<T extends TableName>(table: T, columns: Partial<Row<T>> = {}): Row<T> {
  return { ...schema[table], ...columns };
}

/** The id an auto-increment column would give next. Recorded leads start at 3001, hence `floor`. */
export function nextId(ids: readonly string[], floor = 0): string {
  return String(Math.max(floor, ...ids.map(Number)) + 1);
}

export function findUser(world: World, user: string) {
  return world.users.find((row) => row.user.toLowerCase() === user.toLowerCase());
}

export function findLiveAgent(world: World, user: string) {
  return world.live_agents.find((row) => row.user.toLowerCase() === user.toLowerCase());
}

export function findCampaign(world: World, id: string) {
  return world.campaigns.find((row) => row.campaign_id === id);
}

export function findLead(world: World, id: string) {
  return world.leads.find((row) => row.lead_id === id);
}

/** The one row of the system settings. */
export function systemSettings(world: World): Row<'system'> {
  const row = world.system[0];
  if (!row) throw new Error('a world has one row of system settings');
  return row;
}

function emptyTables(): Tables {
  const tables = Object.fromEntries(Object.keys(schema).map((table) => [table, []])) as unknown as Tables;
  tables.system.push(newRow('system'));
  tables.servers.push(newRow('servers', { server_ip: '10.10.10.15' }));
  return tables;
}

function completeRow(table: TableName, columns: Record<string, string | null>): Record<string, string> {
  const row: Record<string, string> = { ...schema[table] };
  for (const [column, value] of Object.entries(columns)) row[column] = value ?? '';
  return row;
}

function assertWorldData(data: unknown): asserts data is WorldData {
  if (!isRecord(data)) throw new Error('a world file holds one JSON object');
  for (const [table, rows] of Object.entries(data)) {
    if (table === 'note') continue;
    if (!isTableName(table)) throw new Error(`a world has no table "${table}"`);
    if (!Array.isArray(rows)) throw new Error(`table "${table}" is a list of rows`);
    for (const row of rows) assertRow(table, row);
  }
}

export function assertRow(table: TableName, row: unknown): asserts row is Record<string, string | null> {
  if (!isRecord(row)) throw new Error(`a row of "${table}" is an object`);
  for (const [column, value] of Object.entries(row)) {
    if (!Object.hasOwn(schema[table], column)) throw new Error(`table "${table}" has no column "${column}"`);
    if (typeof value !== 'string' && value !== null) throw new Error(`"${table}.${column}" is text or null`);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
