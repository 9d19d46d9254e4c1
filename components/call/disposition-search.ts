import type { Disposition } from '../../lib/messages/panel-state.ts';

/** The dispositions that hold what was typed, in code or name; a code that begins with it first. All for an empty text. */
export function findDispositions(dispositions: readonly Disposition[], typed: string): readonly Disposition[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return dispositions;
  const ranks = [isCodeOf, beginsCode, beginsWord, isInside];
  const found = ranks.flatMap((matches) => dispositions.filter((disposition) => matches(disposition, wanted)));
  return [...new Set(found)];
}

function isCodeOf({ code }: Disposition, wanted: string): boolean {
  return code.toLowerCase() === wanted;
}

function beginsCode({ code }: Disposition, wanted: string): boolean {
  return code.toLowerCase().startsWith(wanted);
}

function beginsWord({ name }: Disposition, wanted: string): boolean {
  return ` ${name.toLowerCase()}`.includes(` ${wanted}`);
}

function isInside({ code, name }: Disposition, wanted: string): boolean {
  return `${code} ${name}`.toLowerCase().includes(wanted);
}
