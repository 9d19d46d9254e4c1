import type { E164 } from '../../phone/phone-number.ts';
import type { CallRecord, DialId } from '../dial/dial-view.ts';

/** A number that the agent means to call, and what has become of it. */
export interface ListedNumber {
  readonly e164: E164;
  readonly extension: string | null;
  readonly state: 'waiting' | 'called' | 'skipped';
  /** The dial that called it; left out where none was begun, or where that is not known. */
  readonly dialId?: DialId;
  /** How that dial ended; left out as long as it is not known. */
  readonly outcome?: CallRecord['outcome'];
}

/** What an agent does with a number of the list by hand. */
export type ListChange = 'waiting' | 'skipped' | 'removed';

/** What an agent works through, one after the other, in this order. No number stands in it twice. */
export type DialList = readonly ListedNumber[];

/** More than an agent calls in a day; what a page tells beyond is left out. */
export const MOST_LISTED = 500;

/** The list with numbers put behind it; those that are in it already stay what they are. */
export function withNumbers(list: DialList, numbers: readonly Pick<ListedNumber, 'e164' | 'extension'>[]): DialList {
  const known = new Set(list.map(({ e164 }) => e164));
  const added: ListedNumber[] = [];
  for (const { e164, extension } of numbers) {
    if (known.has(e164) || list.length + added.length >= MOST_LISTED) continue;
    known.add(e164);
    added.push({ e164, extension, state: 'waiting' });
  }
  return added.length === 0 ? list : [...list, ...added];
}

/** The first that waits; null where all were called or skipped. */
export function nextOf(list: DialList): ListedNumber | null {
  return list.find(({ state }) => state === 'waiting') ?? null;
}

/** The list with that number in another state, or without it. What was known of its call is forgotten. */
export function withState(list: DialList, e164: string, state: ListedNumber['state'] | ListChange): DialList {
  if (state === 'removed') return list.filter((each) => each.e164 !== e164);
  return list.map((each) => (each.e164 === e164 ? { e164: each.e164, extension: each.extension, state } : each));
}

/** The list with that number called by a dial. */
export function withDial(list: DialList, e164: string, dialId: DialId): DialList {
  return withState(list, e164, 'called').map((each) => (each.e164 === e164 ? { ...each, dialId } : each));
}

/** The list with the ends of its dials, as far as the newest calls tell them. */
export function withOutcomes(list: DialList, calls: readonly CallRecord[]): DialList {
  return list.map((each) => {
    const call = each.dialId === undefined ? undefined : calls.find(({ id }) => id === each.dialId);
    return call ? { ...each, outcome: call.outcome } : each;
  });
}
