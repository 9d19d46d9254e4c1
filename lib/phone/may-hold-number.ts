/**
 * Six digits of any script with at most six other signs between two of them, or a toll-free prefix before a letter. Six is
 * the fewest digits of a number that the finder takes (13 12 34 in Australia, 24.12.34 in New Caledonia).
 */
const MAY_HOLD =
  /[0-9\u0660-\u1c59\ua620-\uabf9\uff10-\uff19](?:[^0-9A-Za-z\n]{0,6}[0-9\u0660-\u1c59\ua620-\uabf9\uff10-\uff19]){5}|8[03-8]{2}[^0-9A-Za-z\n]{0,3}[A-Za-z]/;

/** A text that is an ISO date, with or without a time: the commonest cells of digits, which the finder refuses everywhere. */
const IS_DATE =
  /^\s*(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:[ T](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)?\s*$/;

/** False means that `findNumbers` finds nothing in the text, in any region. Cheap enough for every text of a page. */
export function mayHoldNumber(text: string): boolean {
  return MAY_HOLD.test(text) && !IS_DATE.test(text);
}
