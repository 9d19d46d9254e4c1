import { extensionAt } from './extension.ts';
import { addMatch } from './judge.ts';
import type { PhoneMatch } from './phone-number.ts';
import type { ReadNumber } from './read-digits.ts';
import { labelFor, type Search } from './search.ts';
import { readSpelt, SPELT_BEGINNING } from './spelt-number.ts';
import { isInPath } from './surroundings.ts';
import { isValidNational } from './validity.ts';
import { findVanities, type Vanity } from './vanity.ts';
import { findWorldVanities, type WorldVanity } from './world-vanity.ts';

type Read = Pick<ReadNumber, 'callingCode' | 'nationalNumber'>;

interface Found {
  readonly start: number;
  readonly end: number;
  /** The number, asked for once the matches before it are known. */
  readonly read: () => Read | null;
}

/** The matches of a search with the numbers that have words in them among them, in reading order. */
export function withVanities(state: Search): readonly PhoneMatch[] {
  const found = foundIn(state);
  const plain = state.matches.filter(
    ({ start, end }) => end - start > 8 || !SPELT_BEGINNING.test(state.text.slice(start, end + 3)),
  );
  if (found.length === 0) return plain;
  state.matches.length = 0;
  state.from = 0;
  let next = 0;
  for (const { start, end, read } of found) {
    for (; next < plain.length && (plain[next]?.start ?? 0) < start; next++) takeOver(state, plain[next]);
    if (state.from > start || (plain[next]?.start ?? end) < end || isInPath(state.text, start, end)) continue;
    const number = read();
    if (number === null) continue;
    const extension = extensionAt(state.text, end);
    addMatch(state, number, 'vanity', start, extension?.end ?? end, extension?.digits ?? null);
  }
  for (; next < plain.length; next++) takeOver(state, plain[next]);
  return state.matches;
}

function foundIn(state: Search): Found[] {
  return linesWithPrefix(state).flatMap((line) => foundInLine(state, line));
}

/** A line of the text, and where in the text it starts. */
interface Line {
  readonly text: string;
  readonly start: number;
}

/** The lines in which the scan has seen a prefix before a letter: no number goes over the end of one, and most have none. */
function linesWithPrefix({ text, run }: Search): Line[] {
  const lines: Line[] = [];
  let end = -1;
  for (let index = 0; index < run.vanityCount; index++) {
    const at = run.vanityEnd[index] ?? 0;
    if (at <= end) continue;
    const start = text.lastIndexOf('\n', at) + 1;
    const next = text.indexOf('\n', at);
    end = next < 0 ? text.length : next;
    lines.push({ text: text.slice(start, end), start });
  }
  return lines;
}

function foundInLine(state: Search, line: Line): Found[] {
  const american = findVanities(line.text).map((vanity) => placed(vanity, line, (at) => readAmerican(state, at)));
  const others = findWorldVanities(line.text).map((vanity) => placed(vanity, line, (at) => readOther(state, at)));
  return [...american, ...others].sort((one, other) => one.start - other.start);
}

/** What was found in a line, with its offsets in the whole text. */
function placed<V extends Vanity | WorldVanity>(inLine: V, line: Line, read: (vanity: V) => Read | null): Found {
  const vanity = { ...inLine, start: line.start + inLine.start, end: line.start + inLine.end };
  return { start: vanity.start, end: vanity.end, read: () => read(vanity) };
}

function readAmerican(state: Search, { start, nationalNumber, hasCode }: Vanity): Read | null {
  if (!isValidNational('1', nationalNumber)) return null;
  if (!hasCode && !state.filters.each.some(({ isNanp }) => isNanp)) return null;
  return labelFor(state, start) === 'other' ? null : { callingCode: '1', nationalNumber };
}

/** "0800 MEETING" is a time and "1800 METRES" a length, where neither a dash nor a word says phone. */
function readOther(state: Search, vanity: WorldVanity): Read | null {
  const label = labelFor(state, vanity.start);
  const isNumber = label === 'phone' || (vanity.isJoined && label === 'none');
  return isNumber ? readSpelt(vanity, state.filters.each) : null;
}

function takeOver(state: Search, match: PhoneMatch | undefined): void {
  // It may begin in the extension that was read after a word: "1-800-FLOWERS #12345/01…".
  if (!match || match.start < state.from) return;
  state.matches.push(match);
  state.from = match.end;
}
