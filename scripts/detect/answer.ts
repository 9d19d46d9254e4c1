import type { Refusal } from '../../lib/phone/find-numbers.ts';
import type { MatchReason } from '../../lib/phone/phone-number.ts';

/** A number that was found, as `npm run detect` prints it. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  readonly e164: string;
  readonly ext: string | null;
  readonly reason: MatchReason;
}

export interface Answer {
  readonly matches: readonly Found[];
  readonly refusals: readonly Refusal[];
}
