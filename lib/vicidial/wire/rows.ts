import { ok } from '../../result.ts';
import type { ErrorReader, Reader } from './answer.ts';

/** A table of an answer. */
export interface TableShape<T> {
  /** The first column's name: a line that starts with it is a heading, which some servers print unasked. */
  readonly heading: string;
  /** The columns of the oldest build; newer ones have more behind them. */
  readonly least: number;
  /** A column holds what people write, line breaks too. Rows that were broken have exactly `least` columns together. */
  readonly holdsText?: boolean;
  readonly read: (columns: readonly string[]) => T | null;
}

/**
 * Rows by position. Asked for with `stage=tab`, because names hold bars and commas but no tabs; a function that knows no
 * tabs answers with bars. Null, that is no answer of this function, when one row does not fit.
 */
export function table<T>({ heading, least, holdsText = false, read }: TableShape<T>): Reader<readonly T[]> {
  return (answered) => {
    if (answered.word !== null) return null;
    const separator = answered.lines.some((line) => line.includes('\t')) ? '\t' : '|';
    const [first, ...others] = answered.lines;
    const isHeaded = first?.split(separator, 1)[0] === heading;
    const parts = (isHeaded ? others : answered.lines).map((line) => line.split(separator));
    const rows = holdsText ? wholeRows(parts, least) : parts;
    const values = rows.map((columns) => (columns.length < least ? null : read(columns)));
    const known = values.filter((value) => value !== null);
    return known.length === 0 || known.length < values.length ? null : ok(known);
  };
}

/** A row that ends early goes on in the lines behind it, and a line of one column can only be the rest of a text. */
function wholeRows(parts: readonly (readonly string[])[], columns: number): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  for (const part of parts) {
    const last = rows.at(-1);
    const fits = last && part.length < columns && last.length + part.length - 1 <= columns;
    const isRest = last && (part.length === 1 ? last.length > 1 : fits);
    if (isRest) rows.splice(-1, 1, [...last.slice(0, -1), `${last.at(-1)}\n${part[0]}`, ...part.slice(1)]);
    else rows.push(part);
  }
  return rows;
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

/** An ERROR line that starts like this, the function's name left out, is the answer that there is nothing. */
export function nothingFound<T>(name: string, start: string, nothing: T): ErrorReader<T> {
  return (text) => (text.startsWith(`${name} ${start}`) ? ok(nothing) : null);
}

/** The do-not-call list that an ERROR line of that function says the number is on; null for any other line. */
export function listedIn(name: string, text: string): 'system' | 'campaign' | null {
  if (text.startsWith(`${name} PHONE NUMBER IN DNC`)) return 'system';
  return text.startsWith(`${name} PHONE NUMBER IN CAMPAIGN DNC`) ? 'campaign' : null;
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
