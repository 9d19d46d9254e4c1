import { type Clock, serverTime } from '../clock.ts';
import { isTableName, schema, type TableName } from '../schema.ts';
import { newRow, type World } from '../world.ts';

type AnyRow = Record<string, string>;

/**
 * Runs the set-up statements of the recorded cases on a world: `update`, `insert` and `delete` with plain values, `NOW()`
 * and `DATE_SUB(NOW(),INTERVAL n MINUTE)`. Throws on anything else, and on a table or column the world does not have.
 */
export function runRecordedSql(world: World, clock: Clock, sql: string): void {
  for (const statement of sql.split(';')) runStatement(world, clock, statement.trim());
}

function runStatement(world: World, clock: Clock, statement: string): void {
  for (const [pattern, run] of statements) {
    const match = statement.match(pattern);
    if (match) {
      run(world, clock, match);
      return;
    }
  }
  throw new Error(`no rule for the statement: ${statement}`);
}

const statements: readonly (readonly [RegExp, (world: World, clock: Clock, match: RegExpMatchArray) => void])[] = [
  [/^update (\w+) set (.+?)(?: where (.+))?$/, updateRows],
  [/^insert into (\w+)\((.+?)\) values(.+)$/, insertRows],
  [
    /^insert into (\w+) set (.+)$/,
    (world, clock, [, table, set]) => addRow(world, tableNamed(table), Object.fromEntries(assignments(set, clock))),
  ],
  [
    /^delete from (\w+)$/,
    (world, _clock, [, table]) => {
      rowsOf(world, tableNamed(table)).length = 0;
    },
  ],
];

function updateRows(world: World, clock: Clock, [, table, set, where]: RegExpMatchArray): void {
  const name = tableNamed(table);
  const [columns, wanted] = [assignments(set, clock), where === undefined ? [] : assignments(where, clock)];
  for (const [column] of [...columns, ...wanted]) assertColumn(name, column);
  const rows = rowsOf(world, name).filter((row) => wanted.every(([column, value]) => row[column] === value));
  if (rows.length === 0) throw new Error(`no row to update in ${name}`);
  for (const row of rows) Object.assign(row, Object.fromEntries(columns));
}

function insertRows(world: World, clock: Clock, [, table, names = '', tuples = '']: RegExpMatchArray): void {
  for (const [, values = ''] of tuples.matchAll(/\(((?:'[^']*'|NOW\(\)|[^()'])*)\)/g)) {
    const columns = names.split(',').map((name, index) => [name, readValue(splitValues(values)[index] ?? '', clock)]);
    addRow(world, tableNamed(table), Object.fromEntries(columns));
  }
}

function addRow(world: World, table: TableName, columns: AnyRow): void {
  for (const column of Object.keys(columns)) assertColumn(table, column);
  rowsOf(world, table).push({ ...newRow(table), ...columns });
}

function assignments(text = '', clock: Clock): [string, string][] {
  return splitValues(text).map((part) => {
    const [, column = '', value = ''] = part.match(/^(\w+)=(.+)$/) ?? [];
    return [column, readValue(value, clock)];
  });
}

/** Parts between commas that stand neither in quotes nor in brackets. */
function splitValues(text: string): string[] {
  return text.match(/(?:'[^']*'|\((?:[^()]|\(\))*\)|[^,'(])+/g) ?? [];
}

function readValue(text: string, clock: Clock): string {
  const quoted = text.match(/^'(.*)'$/)?.[1];
  if (quoted !== undefined) return quoted;
  if (/^\d+$/.test(text)) return text;
  if (text === 'NOW()') return serverTime(clock.now());
  const minutesAgo = text.match(/^DATE_SUB\(NOW\(\),INTERVAL (\d+) MINUTE\)$/)?.[1];
  if (minutesAgo === undefined) throw new Error(`no rule for the value: ${text}`);
  return serverTime(clock.now() - Number(minutesAgo) * 60_000);
}

function tableNamed(name = ''): TableName {
  const table = name === 'system_settings' ? 'system' : name.replace(/^vicidial_/, '');
  if (!isTableName(table)) throw new Error(`a world has no table for ${name}`);
  return table;
}

function assertColumn(table: TableName, column: string): void {
  if (!Object.hasOwn(schema[table], column)) throw new Error(`table "${table}" has no column "${column}"`);
}

function rowsOf(world: World, table: TableName): AnyRow[] {
  return world[table];
}
