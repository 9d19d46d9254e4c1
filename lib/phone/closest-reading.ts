import { type Closeness, closenessOf } from './grouping.ts';
import type { ReadNumber } from './read-digits.ts';

const RANK: Readonly<Record<Closeness, number>> = { none: 0, area: 1, exact: 2 };

/** Takes the readings of the same digits by several regions, in the order of preference, and keeps the closest one. */
export interface ClosestReading {
  /** Takes a region's reading; true when no later one can be closer. */
  offer(read: ReadNumber): boolean;
  /** The reading in whose country's groups the number is written, of several such the first; null when none was offered. */
  best(): ReadNumber | null;
}

/**
 * Which of several countries is meant, by how its numbers are written there: "0664 7040744" is a mobile number of Austria,
 * although Germany's plan would hold a number of Haunetal with the same digits. Where the groups tell no country the first one
 * is taken.
 */
export function createClosestReading(written: readonly string[]): ClosestReading {
  let closest: ReadNumber | null = null;
  let rank = -1;
  return {
    offer(read) {
      const closeness = closenessOf(written, read);
      const own = closeness === null ? RANK.exact : RANK[closeness];
      if (own > rank) {
        closest = read;
        rank = own;
      }
      return rank === RANK.exact;
    },
    best: () => closest,
  };
}
