import type { Dial, DialRecord, DialSource } from './dial.ts';
import type { ConfirmReason } from './dial-view.ts';

/** What a click asks for. */
export interface AskedDial {
  readonly number: Dial['number'];
  readonly source: DialSource;
  readonly confirm: readonly ConfirmReason[];
  readonly record?: DialRecord | null;
  /** The lead that is only shown; left out where the number is called. */
  readonly previewOf?: string;
}

/** Found on the way to the question: no click brings them. */
const FOUND_LATER: readonly ConfirmReason[] = ['ready', 'doNotCall', 'previewOpen'];

/**
 * Whether the question of a dial is what would be asked for that click, too: the same number from the same place, for the same record,
 * to be called or only shown, with the same doubts. An answer to another one would call for a record, or past a doubt, that the agent was not asked about.
 */
export function isSameQuestion(dial: Dial, asked: AskedDial): boolean {
  const { e164, extension } = dial.number;
  const known = dial.confirm.filter((reason) => !FOUND_LATER.includes(reason));
  return (
    e164 === asked.number.e164 &&
    extension === asked.number.extension &&
    dial.source === asked.source &&
    dial.previewOf === asked.previewOf &&
    listed(known) === listed(asked.confirm) &&
    isSameRecord(dial.record, asked.record ?? undefined)
  );
}

function listed(reasons: readonly ConfirmReason[]): string {
  return reasons.toSorted().join(' ');
}

function isSameRecord(one: DialRecord = {}, other: DialRecord = {}): boolean {
  const { person, ...record } = one;
  const { person: otherPerson, ...otherRecord } = other;
  return isSamePlain(record, otherRecord) && isSamePlain(person ?? {}, otherPerson ?? {});
}

/** The browser's storage gives an object back with its fields in another order. */
function isSamePlain(one: object, other: object): boolean {
  const text = (plain: object) => JSON.stringify(Object.entries(plain).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return text(one) === text(other);
}
