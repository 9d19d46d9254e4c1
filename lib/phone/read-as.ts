import { asciiDigits, plainText } from './characters.ts';
import { planOf } from './numbering-plan.ts';
import { dialableE164 } from './parse-dialable.ts';
import type { Region } from './phone-number.ts';
import { needsTrunk } from './read-candidate.ts';
import { readInPlan } from './read-digits.ts';

/** Of which region a number was taken that names none, and which others have a number of these digits. */
export interface ReadAs {
  readonly region: Region;
  readonly others: readonly Region[];
}

/**
 * Which of the regions was taken for a number that is written without a calling code; null where it could be of no other, or where
 * its digits alone do not tell how it was read. `written` is all of it, its extension included.
 */
export function readAs(
  written: string,
  { e164, extension }: { readonly e164: string; readonly extension: string | null },
  regions: readonly Region[],
): ReadAs | null {
  if (regions.length < 2 || plainText(written).includes('+')) return null;
  const all = asciiDigits(written);
  const digits = extension !== null && all.endsWith(extension) ? all.slice(0, -extension.length) : all;
  const reads = regions.flatMap((region) => {
    const plan = planOf(region);
    const read = plan ? readInPlan(digits, plan) : null;
    if (!plan || read?.form !== 'national') return [];
    const named = `+${read.callingCode}${read.nationalNumber}`;
    // Where numbers like this one are written with a prefix, one without it is not taken for one.
    const isWritten = read.trunk || written.includes('(') || named === e164 || !needsTrunk(read, plan);
    return isWritten ? [{ region, e164: named }] : [];
  });
  const same = reads.filter((read) => read.e164 === e164);
  // Of countries with one calling code the number's own.
  const own = dialableE164(e164)?.region;
  const taken = same.find(({ region }) => region === own) ?? same[0];
  if (!taken) return null;
  const others = reads.filter((read) => read.e164 !== e164).map(({ region }) => region);
  return others.length === 0 ? null : { region: taken.region, others };
}
