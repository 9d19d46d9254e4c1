import type { AgentStats } from '../../lib/messages/supervisor.ts';

/** One column of the file: its heading, and what stands below it. */
interface FileColumn {
  readonly heading: string;
  readonly of: (stats: AgentStats) => string | number;
}

/**
 * A table as spreadsheets read it: RFC 4180, with a mark that says it is UTF-8, without which Excel takes it for something else. Names
 * are what people have typed: one that begins like a formula is kept from being one.
 */
export function figuresCsv(stats: readonly AgentStats[], columns: readonly FileColumn[]): string {
  const lines = [columns.map(({ heading }) => heading), ...stats.map((one) => columns.map(({ of }) => of(one)))];
  return `\uFEFF${lines.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('')}`;
}

/** Hours too, unlike what the page shows: a spreadsheet would take `5:30` for half past five. */
export function clockTime(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

function cellOf(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
