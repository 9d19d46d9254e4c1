import type { Disposition } from '../messages/panel-state.ts';
import { LONGEST_CODE_NAME } from './limits.ts';
import { readPastedCodes } from './pasted-table.ts';
import { columnAt, isFirstOfWords } from './pasted-text.ts';
import { isPauseCode } from './pause-codes.ts';

export interface PastedDispositions {
  readonly dispositions: readonly Disposition[];
  /** Lines that begin with no status, as pasted. */
  readonly skipped: readonly string[];
}

/** Where a table keeps what is wanted; null where it has no such column. */
interface Columns {
  readonly code: number;
  readonly name: number | null;
  readonly callback: number | null;
  readonly selectable: number | null;
}

/** VICIdial's own status for a call-back, which its list of statuses names "Call Back" and marks as one. */
const OWN_CALLBACK = 'CALLBK';

/** Statuses have the length and signs of pause codes (vicidial_statuses.status). */
export const isDispositionCode = isPauseCode;

/**
 * Reads what an administrator has at hand: lines of code, name and, for a call-back other than CALLBK, `*` or `callback` at the end; or a
 * table as it is copied from VICIdial's admin pages or a sheet, also as HTML, whose heading says which column is which. Statuses that a
 * table calls not selectable are left out. The last line of a code counts.
 */
export function parseDispositionLines(text: string): PastedDispositions {
  const { entries, skipped } = readPastedCodes(text, { columnsOf, readRow, readLine });
  return { dispositions: entries, skipped };
}

/** The list with more dispositions; one that is there already keeps its place and becomes the new one. */
export function mergeDispositions(
  present: readonly Disposition[],
  more: readonly Disposition[],
): readonly Disposition[] {
  return [...new Map([...present, ...more].map((disposition) => [disposition.code, disposition])).values()];
}

function columnsOf(cells: readonly string[]): Columns | null {
  const code = columnAt(cells, /^(status|code)$/i);
  const name = columnAt(cells, /name|description/i);
  if (code === null || name === null) return null;
  return { code, name, callback: columnAt(cells, /call[\s_-]?back/i), selectable: columnAt(cells, /selectable/i) };
}

function readRow(cells: readonly string[], columns: Columns): Disposition | 'left out' | null {
  const cell = (index: number | null) => (index === null ? '' : (cells[index] ?? ''));
  const code = cell(columns.code);
  if (!isDispositionCode(code)) return null;
  if (/^n/i.test(cell(columns.selectable))) return 'left out';
  const isCallback = columns.callback === null ? code === OWN_CALLBACK : /^y/i.test(cell(columns.callback));
  return { code, name: cell(columns.name).slice(0, LONGEST_CODE_NAME), isCallback };
}

function readLine(line: string): Disposition | null {
  const [, code = '', star = '', gap = '', rest = ''] =
    /^\s*([^\s,;:،؛*|]+)(\*?)([\s,;:،؛|]+(?:-\s+)?)?(.*)$/.exec(line.trimEnd()) ?? [];
  if (!isDispositionCode(code) || isFirstOfWords(code, gap)) return null;
  const [whole, marker] = /[\s,;|(]*(\*|\bcall-?back)\)?\s*$/i.exec(rest) ?? [];
  const unmarked = whole === undefined ? rest : rest.slice(0, -whole.length);
  // "CALLBK Callback" has its name in the marker; of another status it is the last word of the name, unless something parts the two.
  const isWord = marker !== '*' && /^ *call-?back$/i.test(whole ?? '') && code !== OWN_CALLBACK;
  const isName = isWord || (unmarked.trim() === '' && marker !== '*');
  const name = (isName ? rest : unmarked).replace(/[\s,;|]+$/, '');
  const isCallback = star !== '' || whole !== undefined || code === OWN_CALLBACK;
  return { code, name: name.slice(0, LONGEST_CODE_NAME), isCallback };
}
