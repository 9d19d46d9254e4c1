import type { RefusedDigits } from '../../lib/phone/explain-text.ts';
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

/** What was refused. `untouched`: it stands where Dialside reads nothing, as in `pre`; `field`: in a field of a kind that is not read. */
export interface Refused extends Omit<RefusedDigits, 'reason'> {
  readonly reason: RefusedDigits['reason'] | 'untouched' | 'field';
}

export interface Answer {
  readonly matches: readonly Found[];
  readonly refusals: readonly Refused[];
}
