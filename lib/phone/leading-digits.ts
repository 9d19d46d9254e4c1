const EVERY_DIGIT = 0x3ff;

/**
 * The digits that a text matching a metadata pattern may begin with, bit d for digit d: what tells most figures from a
 * region's numbers at once. Patterns of the metadata are made of digits, `\\d`, classes, groups and `|`; whatever else comes
 * first, or may be left out, stands for every digit.
 */
export function leadingDigits(pattern: string): number {
  return alternatives(pattern).reduce((bits, alternative) => bits | startOf(alternative), 0);
}

/** The alternatives of a pattern, those inside groups and classes left together. */
function alternatives(pattern: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let offset = 0; offset < pattern.length; offset++) {
    const sign = pattern[offset] ?? '';
    if (sign === '(' || sign === '[') depth++;
    if (sign === ')' || sign === ']') depth--;
    if (sign === '|' && depth === 0) {
      parts.push(pattern.slice(from, offset));
      from = offset + 1;
    }
  }
  return [...parts, pattern.slice(from)];
}

function startOf(alternative: string): number {
  const simple = /^(?:(\d)|\[([\d-]+)\])(?![?*{])/.exec(alternative);
  if (simple?.[1] !== undefined) return 1 << Number(simple[1]);
  if (simple?.[2] !== undefined) return classDigits(simple[2]);
  const end = groupEnd(alternative);
  if (end < 0 || /^[?*{]/.test(alternative.slice(end + 1))) return EVERY_DIGIT;
  return leadingDigits(alternative.slice(0, end).replace(/^\((?:\?:)?/, ''));
}

/** The offset of the bracket that closes a leading group; -1 when no group leads. */
function groupEnd(alternative: string): number {
  if (!/^\((?:\?:|[^?])/.test(alternative)) return -1;
  let depth = 0;
  for (let offset = 0; offset < alternative.length; offset++) {
    if (alternative[offset] === '(') depth++;
    if (alternative[offset] === ')' && --depth === 0) return offset;
  }
  return -1;
}

function classDigits(content: string): number {
  let bits = 0;
  for (const [, low = '', high = low] of content.matchAll(/(\d)(?:-(\d))?/g)) {
    for (let digit = Number(low); digit <= Number(high); digit++) bits |= 1 << digit;
  }
  return bits;
}
