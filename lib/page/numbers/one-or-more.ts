import type { FoundNumber } from './number-source.ts';

/** Numbers that have something in common: nearly always it is one, which needs no set of its own, and a page may hold thousands. */
export type OneOrMore = FoundNumber | Set<FoundNumber>;

export function withNumber(listed: OneOrMore | undefined, number: FoundNumber): OneOrMore {
  if (listed === undefined || listed === number) return number;
  return listed instanceof Set ? listed.add(number) : new Set([listed, number]);
}

/** Undefined when no number is left. */
export function withoutNumber(listed: OneOrMore, number: FoundNumber): OneOrMore | undefined {
  if (!(listed instanceof Set)) return listed === number ? undefined : listed;
  listed.delete(number);
  return listed.size === 0 ? undefined : listed;
}

export function eachNumber(listed: OneOrMore | undefined): Iterable<FoundNumber> {
  if (listed === undefined) return [];
  return listed instanceof Set ? listed : [listed];
}
