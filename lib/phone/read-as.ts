import { asciiDigits, plainText } from './characters.ts';
import type { Region } from './phone-number.ts';
import { readNational } from './read-digits.ts';

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
    const read = readNational(digits, region);
    return read?.form === 'national' ? [{ region, e164: `+${read.callingCode}${read.nationalNumber}` }] : [];
  });
  const taken = reads.find((read) => read.e164 === e164);
  if (!taken) return null;
  const others = reads.filter((read) => read.e164 !== e164).map(({ region }) => region);
  return others.length === 0 ? null : { region: taken.region, others };
}
