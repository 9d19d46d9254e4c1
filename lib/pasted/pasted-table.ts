import { cellsOf, linesOfPaste } from './pasted-text.ts';

/** How entries with a code stand in a table under its heading, and in lines that have none. */
export interface PastedForm<Columns, Entry> {
  /** Null for what is no heading. */
  readonly columnsOf: (cells: readonly string[]) => Columns | null;
  /** Null where no code stands in its column. */
  readonly readRow: (cells: readonly string[], columns: Columns) => Entry | 'left out' | null;
  readonly readLine: (line: string) => Entry | null;
}

export interface PastedCodes<Entry> {
  readonly entries: readonly Entry[];
  /** Lines without a code, as pasted. */
  readonly skipped: readonly string[];
}

/** Every line below a heading is a row of its table, whatever stands between its cells. The last line of a code counts. */
export function readPastedCodes<Columns, Entry extends { readonly code: string }>(
  text: string,
  { columnsOf, readRow, readLine }: PastedForm<Columns, Entry>,
): PastedCodes<Entry> {
  const lines = linesOfPaste(text)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const headingAt = lines.findIndex((line) => columnsOf(cellsOf(line)) !== null);
  const columns = columnsOf(cellsOf(lines[headingAt] ?? ''));
  const found = new Map<string, Entry>();
  const skipped: string[] = [];
  lines.forEach((line, at) => {
    if (at === headingAt) return;
    // What stands above a table is its title.
    const entry = columns === null ? readLine(line) : at < headingAt ? null : readRow(cellsOf(line), columns);
    if (entry === null) skipped.push(line.trim());
    else if (entry !== 'left out') found.set(entry.code, entry);
  });
  return { entries: [...found.values()], skipped };
}
