import type { PauseCode } from '../../lib/messages/panel-state.ts';

// As VICIdial stores them: 1 to 6 characters (vicidial_pause_codes.pause_code).
const CODE = /^(?!-+$)[\w-]{1,6}$/;
const MAX_NAME = 60;

export function isPauseCode(text: string): boolean {
  return CODE.test(text);
}

export interface PastedPauseCodes {
  readonly codes: readonly PauseCode[];
  /** Lines that begin with no pause code, as pasted. */
  readonly skipped: readonly string[];
}

/**
 * Reads lines as they are copied from VICIdial's campaign page or a sheet: the code, then blanks, a tab, comma, colon or
 * dash, then the name. The last line of a code counts.
 */
export function parsePauseCodeLines(text: string): PastedPauseCodes {
  const codes = new Map<string, PauseCode>();
  const skipped: string[] = [];
  for (const line of text.split(/\r?\n/).map((each) => each.trim())) {
    if (line === '') continue;
    const [, code = '', name = ''] = /^([^\s,;:]+)(?:[\s,;:]+(?:-\s+)?(.*))?$/.exec(line) ?? [];
    if (isPauseCode(code)) codes.set(code, { code, name: name.trim().slice(0, MAX_NAME) });
    else skipped.push(line);
  }
  return { codes: [...codes.values()], skipped };
}

/** The list with more codes; one that is there already keeps its place and takes the new name. */
export function mergePauseCodes(present: readonly PauseCode[], more: readonly PauseCode[]): readonly PauseCode[] {
  const merged = new Map([...present, ...more].map((pauseCode) => [pauseCode.code, pauseCode]));
  return [...merged.values()];
}
