import type { PauseCode } from '../messages/panel-state.ts';
import { LONGEST_CODE_NAME } from './limits.ts';
import { readPastedCodes } from './pasted-table.ts';
import { cellsOf, columnAt, isFirstOfWords } from './pasted-text.ts';

// As VICIdial stores them: 1 to 6 characters (vicidial_pause_codes.pause_code).
const CODE = /^(?!-+$)[\w-]{1,6}$/;

export function isPauseCode(text: string): boolean {
  return CODE.test(text);
}

export interface PastedPauseCodes {
  readonly codes: readonly PauseCode[];
  /** Lines that begin with no pause code, as pasted. */
  readonly skipped: readonly string[];
}

/** Where a table keeps code and name. */
interface Columns {
  readonly code: number;
  readonly name: number;
}

/**
 * Reads lines: the code, then a tab, comma, colon or dash, behind a code in capitals also blanks, then the name; or a table as it is
 * copied from VICIdial's page of a campaign or a sheet, also as HTML, whose heading says which column is which. The last line of a code
 * counts.
 */
export function parsePauseCodeLines(text: string): PastedPauseCodes {
  const { entries, skipped } = readPastedCodes(text, { columnsOf, readRow, readLine });
  return { codes: entries, skipped };
}

function columnsOf(cells: readonly string[]): Columns | null {
  const name = columnAt(cells, /\b(?:name|description)\b/i);
  const code = columnAt(cells, /^(?:pause )?codes?$/i);
  return code === null || name === null || code === name ? null : { code, name };
}

function readRow(cells: readonly string[], { code, name }: Columns): PauseCode | null {
  return pauseCodeOf(cells[code] ?? '', cells[name] ?? '');
}

function readLine(line: string): PauseCode | null {
  const [, code = '', gap = '', rest = ''] = /^([^\s,;:،؛]+)(?:([\s,;:،؛]+(?:-\s+)?)(.*))?$/.exec(line.trim()) ?? [];
  if (isFirstOfWords(code, gap)) return null;
  // Of a table without a heading the next cell is the name, whatever follows it.
  const cells = cellsOf(line);
  return pauseCodeOf(code, cells[0] === code ? (cells[1] ?? '') : rest);
}

function pauseCodeOf(code: string, name: string): PauseCode | null {
  return isPauseCode(code) ? { code, name: name.trim().slice(0, LONGEST_CODE_NAME) } : null;
}

/** The list with more codes; one that is there already keeps its place and takes the new name. */
export function mergePauseCodes(present: readonly PauseCode[], more: readonly PauseCode[]): readonly PauseCode[] {
  const merged = new Map([...present, ...more].map((pauseCode) => [pauseCode.code, pauseCode]));
  return [...merged.values()];
}
