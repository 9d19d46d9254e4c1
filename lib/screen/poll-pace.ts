/** One poll of the page as the browser timed it, in milliseconds since the page began. */
export interface PollTiming {
  readonly startTime: number;
  readonly duration: number;
  /** The status of the answer; 0 where none came. */
  readonly responseStatus: number;
}

/**
 * True for a poll that the dialer has answered. The browser tells of one that failed just the same: a page goes on polling a
 * dialer that is off, and shows what it last heard of it.
 */
export function isAnswered({ responseStatus }: PollTiming): boolean {
  return responseStatus >= 200 && responseStatus < 300;
}

// A visible page polls every 1000 to 1004 ms; one whose web session is missing at its server every 2 to 3 s, and shows nothing of
// it (agent-screen.md 2, 7).
const SLOW_MS = { from: 1_800, to: 3_500 } as const;
// A slow server makes late polls too, but late answers with them (agent-screen.md 2).
const QUICK_ANSWER_MS = 500;
// Half a minute of them: a busy computer catches up sooner.
const SLOW_POLLS = 12;

// A page that is well, with what a busy computer adds; its next poll comes sooner for it.
const WELL_MS = { from: 700, to: 1_500 } as const;

/**
 * Whether the polls of a page come as those of one do whose web session is lost. Said until a visible page polls every second
 * again: a hidden page, whose timers the browser slows down to the same pace, and a single late poll tell nothing new.
 */
export function createPollPace(): (poll: PollTiming, isHidden: boolean) => boolean {
  let last: PollTiming | null = null;
  let slow = 0;
  let isLost = false;
  return (poll, isHidden) => {
    const pace =
      last === null || isHidden || !isAnswered(poll)
        ? 'unknown'
        : paceOf(poll.startTime - last.startTime, poll.duration);
    last = isHidden ? null : poll;
    slow = pace === 'slow' ? slow + 1 : 0;
    if (slow >= SLOW_POLLS) isLost = true;
    if (pace === 'well') isLost = false;
    return isLost;
  };
}

function paceOf(gapMs: number, durationMs: number): 'slow' | 'well' | 'unknown' {
  if (gapMs >= WELL_MS.from && gapMs <= WELL_MS.to) return 'well';
  const isSlow = gapMs >= SLOW_MS.from && gapMs <= SLOW_MS.to;
  return isSlow && durationMs <= QUICK_ANSWER_MS ? 'slow' : 'unknown';
}
