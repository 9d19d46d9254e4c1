import type { DoNotCallList } from '../agent/dial/dial-view.ts';

/** What VICIdial says of a number. It names nobody: what is known of people stays in the background. */
export interface NumberVerdict {
  /** The list that has it; null for none of those that were asked. */
  readonly doNotCall: DoNotCallList | null;
  /** Minutes that the clocks of its area are ahead of UTC, by VICIdial's tables; null where it was not told. */
  readonly clockMinutes: number | null;
  /** Null where the company has named no calling hours. */
  readonly isOutsideCallTime: boolean | null;
}
