import { INGROUP_ID } from '../vicidial/ingroup-id.ts';
import { cellsOf, columnAt, isFirstOfWords, linesOfPaste } from './pasted-text.ts';

export function isIngroup(text: string): boolean {
  return INGROUP_ID.test(text);
}

export interface PastedIngroups {
  readonly ingroups: readonly string[];
  /** Lines that begin with no ID, as pasted. */
  readonly skipped: readonly string[];
}

/**
 * Reads the IDs of in-groups, one a line: the first word of it, as VICIdial's lists have `SUPPORT - Customer support`; or the column of
 * a table, also as HTML, whose heading names the group.
 */
export function parseIngroupLines(text: string): PastedIngroups {
  const found = new Set<string>();
  const skipped: string[] = [];
  let column: number | null = null;
  for (const line of linesOfPaste(text).split(/\r?\n/)) {
    if (line.trim() === '') continue;
    const cells = cellsOf(line);
    const heading = cells.length > 1 ? columnAt(cells, /^(?:in-?)?group(?:[ _]?id)?$/i) : null;
    if (heading !== null) {
      column = heading;
      continue;
    }
    const id = column === null ? firstId(line) : cells[column];
    if (id !== undefined && isIngroup(id)) found.add(id);
    else skipped.push(line.trim());
  }
  return { ingroups: [...found], skipped };
}

function firstId(line: string): string | undefined {
  const [, id = '', gap = ''] = /^([^\s,;:،؛|]*)([\s,;:،؛|]+(?:-\s)?)?/.exec(line.trim()) ?? [];
  return isFirstOfWords(id, gap) ? undefined : id;
}
