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
  const american = findVanities(state.text).map((vanity) => ({ ...vanity, read: () => readAmerican(state, vanity) }));
  const others = findWorldVanities(state.text).map((vanity) => ({ ...vanity, read: () => readOther(state, vanity) }));
  return [...american, ...others].sort((one, other) => one.start - other.start);
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
