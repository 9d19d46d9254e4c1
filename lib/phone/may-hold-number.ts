import { glance, isNoNumber, MAY_HOLD } from './glance.ts';

/** False means that `findNumbers` finds nothing in the text, in any region. Cheap enough for every text of a page. */
export function mayHoldNumber(text: string): boolean {
  return (glance(text) & MAY_HOLD) !== 0 && !isNoNumber(text);
}
