import { ok } from '../result.ts';
import type { ErrorReader, Reader } from './answer.ts';

/** A table of an answer. */
export interface TableShape<T> {
  /** The first column's name: a line that starts with it is a heading, which some servers print unasked. */
  readonly heading: string;
  /** The columns of the oldest build; newer ones have more behind them. */
  readonly least: number;
  readonly read: (columns: readonly string[]) => T | null;
}

/**
 * Rows by position. Asked for with `stage=tab`, because names hold bars and commas but no tabs; a function that knows no
 * tabs answers with bars. Null, that is no answer of this function, when one row does not fit.
 */
export function table<T>({ heading, least, read }: TableShape<T>): Reader<readonly T[]> {
  return (answered) => {
    if (answered.word !== null) return null;
    const lines = answered.lines.map(columnsIn);
    const rows = lines[0]?.[0] === heading ? lines.slice(1) : lines;
    const values = rows.map((columns) => (columns.length < least ? null : read(columns)));
    const known = values.filter((value) => value !== null);
    return known.length === 0 || known.length < values.length ? null : ok(known);
  };
}

/** The first row of a table. */
export function oneRow<T>(shape: TableShape<T>): Reader<T> {
  const all = table(shape);
  return (answered) => {
    const rows = all(answered);
    const [first] = rows?.ok ? rows.value : [];
    return first === undefined ? null : ok(first);
  };
}

function columnsIn(line: string): string[] {
  return line.split(line.includes('\t') ? '\t' : '|');
}

/** An ERROR line that starts like this, the function's name left out, is the answer that there is nothing. */
export function nothingFound<T>(name: string, start: string, nothing: T): ErrorReader<T> {
  return (text) => (text.startsWith(`${name} ${start}`) ? ok(nothing) : null);
}

/** What follows the sentence of a line: some end it with ` - `, others with a colon, and a bar may open the fields. */
export function fieldsOf(text: string): readonly string[] {
  const end = /(?: - |: )\|?/.exec(text);
  return end ? text.slice(end.index + end[0].length).split('|') : [];
}

/** A count as VICIdial prints one; null for anything else. */
export function countIn(text: string | undefined): number | null {
  return /^\d{1,9}$/.test(text ?? '') ? Number(text) : null;
}
