const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

// The clock is read at the sign-in, and may have been changed to summer or winter time since.
const READ_SLACK_MS = HOUR_MS;
// From UTC-12 to UTC+14: no two clocks on earth are further apart.
const UNREAD_SLACK_MS = 26 * HOUR_MS;
// An hour is typed in whole minutes, so that the present one has begun.
const PRESENT_MS = MINUTE_MS;
const SUGGESTED_AFTER_MS = 24 * HOUR_MS;
const SUGGESTED_STEP_MS = 15 * MINUTE_MS;

/** What is known of the dialer's clock, in whose local time VICIdial keeps call-backs (api.md 7.4). */
export interface DialerClock {
  /** What it shows, read as if it were UTC, less this computer's time: milliseconds. */
  readonly aheadMs: number;
  /** By how many milliseconds `aheadMs` may be wrong. */
  readonly slackMs: number;
  /** False while it was never read, and this computer's own stands in for it. */
  readonly isRead: boolean;
}

/** The dialer's clock as it was read, or this computer's. `aheadMs` is that of {@link readAheadMs}. */
export function dialerClockOf(
  aheadMs: number | undefined,
  now: number,
  ownAheadMs = -new Date(now).getTimezoneOffset() * MINUTE_MS,
): DialerClock {
  return aheadMs === undefined
    ? { aheadMs: ownAheadMs, slackMs: UNREAD_SLACK_MS, isRead: false }
    : { aheadMs, slackMs: READ_SLACK_MS, isRead: true };
}

/** How far a dialer's clock is ahead of this computer's UTC, by a `YYYY-MM-DD HH:MM:SS` that it showed at `now`; undefined for anything else. */
export function readAheadMs(localTime: string, now: number): number | undefined {
  const shown = asIfUtc(localTime);
  return Number.isNaN(shown) ? undefined : shown - now;
}

/** Whether a call-back at that local time of the dialer, `YYYY-MM-DD HH:MM:SS`, lies ahead, surely not, or perhaps not. */
export function judgeCallbackTime(at: string, clock: DialerClock, now: number): 'ahead' | 'perhapsPast' | 'past' {
  const lateMs = now + clock.aheadMs - asIfUtc(at);
  if (lateMs < PRESENT_MS) return 'ahead';
  return lateMs > clock.slackMs ? 'past' : 'perhapsPast';
}

/** About this time tomorrow at the dialer, as a field takes it: `YYYY-MM-DDTHH:MM`, at a full quarter of an hour. */
export function suggestCallbackTime({ aheadMs }: DialerClock, now: number): string {
  const wanted = now + aheadMs + SUGGESTED_AFTER_MS;
  return new Date(Math.ceil(wanted / SUGGESTED_STEP_MS) * SUGGESTED_STEP_MS).toISOString().slice(0, 16);
}

function asIfUtc(localTime: string): number {
  return Date.parse(`${localTime.replace(' ', 'T')}Z`);
}
