import { isRegion } from '../../lib/phone/numbering-plan.ts';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Every country Dialside can read numbers of. Parses all their plans (some 25 ms), so only where a list is shown. */
export function listRegions(): readonly string[] {
  return LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter(isRegion);
}

/** The country of the browser's language where it names one, else the United States, where most dialers are. */
export function guessRegion(language: string): string {
  const region = new Intl.Locale(language).maximize().region ?? '';
  return isRegion(region) ? region : 'US';
}
