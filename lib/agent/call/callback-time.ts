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

// Every clock on earth stands a whole number of these from UTC.
const ZONE_STEP_MS = 15 * MINUTE_MS;
const FURTHEST_ZONE_MS = 14 * HOUR_MS;

/** How far the dialer's clock is ahead of UTC, as `UTC+5:30`; null where it was not read, or goes wrong. */
export function zoneOf({ aheadMs, isRead }: DialerClock): string | null {
  const zoneMs = Math.round(aheadMs / ZONE_STEP_MS) * ZONE_STEP_MS;
  if (!isRead || Math.abs(zoneMs) > FURTHEST_ZONE_MS) return null;
  const minutes = (Math.abs(zoneMs) % HOUR_MS) / MINUTE_MS;
  const hours = Math.floor(Math.abs(zoneMs) / HOUR_MS);
  return `UTC${zoneMs < 0 ? '-' : '+'}${hours}${minutes === 0 ? '' : `:${minutes}`}`;
}

/**
 * What this computer's clock shows when the dialer's shows `at`, `YYYY-MM-DDTHH:MM`: milliseconds as if it were UTC. Null where both
 * show the same, or the dialer's was not read. Both are taken to change to summer time together, as they do in one country.
 */
export function ownTimeOf(
  at: string,
  clock: DialerClock,
  now: number,
  ownAheadMs = -new Date(now).getTimezoneOffset() * MINUTE_MS,
): number | null {
  const apartMs = Math.round((ownAheadMs - clock.aheadMs) / ZONE_STEP_MS) * ZONE_STEP_MS;
  const there = asIfUtc(at);
  return !clock.isRead || apartMs === 0 || Number.isNaN(there) ? null : there + apartMs;
}

function asIfUtc(localTime: string): number {
  return Date.parse(`${localTime.replace(' ', 'T')}Z`);
}
