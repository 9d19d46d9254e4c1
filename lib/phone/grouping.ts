import { type DigitRun, groupTexts, HAS_SLASH } from './digit-groups.ts';
import { formatFor } from './format-number.ts';
import { formatPatternsOf } from './patterns.ts';
import type { ReadNumber } from './read-digits.ts';

/**
 * How closely the written groups must follow the number's own format. `written` is the finder's own measure;
 * `strictGrouping` and `exactGrouping` are those of libphonenumber's PhoneNumberMatcher, for callers that want fewer numbers.
 */
export type Leniency = 'written' | 'strictGrouping' | 'exactGrouping';

/** The groups of a national number as its format writes them. */
function formatGroups(read: ReadNumber): string[] {
  const format = formatFor(read.callingCode, read.nationalNumber);
  if (!format) return [read.nationalNumber];
  const template = format[5] && format[5] !== 'NA' ? format[5] : format[1];
  return read.nationalNumber.replace(formatPatternsOf(format).whole, template).match(/\d+/g) ?? [];
}

/** Whether groups `from` to `to` are written as the leniency asks. */
export function isGroupedAs(leniency: Leniency, run: DigitRun, from: number, to: number, read: ReadNumber): boolean {
  if (leniency === 'written') return true;
  if (countSlashes(run, from, to) > 1) return false;
  const written = groupTexts(run, from, to);
  const groups = formatGroups(read);
  return leniency === 'exactGrouping'
    ? isExactly(written, groups, read.nationalNumber)
    : staysGrouped(written, groups, read);
}

function countSlashes(run: DigitRun, from: number, to: number): number {
  let slashes = 0;
  for (let group = from + 1; group <= to; group++) if (((run.before[group] ?? 0) & HAS_SLASH) !== 0) slashes++;
  return slashes;
}

/** How much of a number's format its written groups show: all groups, no more than where the area code ends, or nothing. */
export type Closeness = 'exact' | 'area' | 'none';

/**
 * How close groups are to the way the number's own country writes them; null where they say nothing of a country: digits in one
 * piece, and groups that are all alike ("912 345 678"), as people write numbers anywhere.
 */
export function closenessOf(written: readonly string[], read: ReadNumber): Closeness | null {
  const [first = '', ...others] = written;
  if (others.every(({ length }) => length === first.length)) return null;
  const groups = formatGroups(read);
  if (isExactly(written, groups, read.nationalNumber)) return 'exact';
  return groups.length > 1 && isParted(written, read.nationalNumber, groups[0] ?? '') ? 'area' : 'none';
}

/** Whether a group ends where the area code of a number does. */
function isParted(written: readonly string[], nationalNumber: string, areaCode: string): boolean {
  const behind = nationalNumber.length - areaCode.length;
  let count = 0;
  return [...written].reverse().some((group) => {
    count += group.length;
    return count === behind;
  });
}

/** No group of the format is cut by a separator, or the national number has none at all. */
function staysGrouped(written: readonly string[], groups: readonly string[], read: ReadNumber): boolean {
  const text = written.join('-');
  let from = read.form === 'national' ? 0 : text.indexOf(read.callingCode) + read.callingCode.length;
  for (const [index, group] of groups.entries()) {
    const at = text.indexOf(group, from);
    if (at < 0) return false;
    from = at + group.length;
    // Nothing parts the area code from the rest: then nothing may part the rest either.
    if (index === 0 && read.trunk && /\d/.test(text[from] ?? '')) return text.slice(at).startsWith(read.nationalNumber);
  }
  return true;
}

/** The last groups are those of the format, or the whole national number stands in one group. */
function isExactly(written: readonly string[], groups: readonly string[], nationalNumber: string): boolean {
  const last = written.length - 1;
  if (last === 0 || written[last]?.includes(nationalNumber)) return true;
  const offset = last - (groups.length - 1);
  if (offset < 0) return false;
  for (let index = groups.length - 1; index > 0; index--) {
    if (written[offset + index] !== groups[index]) return false;
  }
  return written[offset]?.endsWith(groups[0] ?? '') ?? false;
}
