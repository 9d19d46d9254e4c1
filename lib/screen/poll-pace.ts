/** One poll of the page as the browser timed it, in milliseconds since the page began. */
export interface PollTiming {
  readonly startTime: number;
  readonly duration: number;
}

// A visible page polls every 1000 to 1004 ms; one whose web session is missing at its server every 2 to 3 s, and shows nothing of
// it (agent-screen.md 2, 7).
const SLOW_MS = { from: 1_800, to: 3_500 } as const;
// A slow server makes late polls too, but late answers with them (agent-screen.md 2).
const QUICK_ANSWER_MS = 500;
// Half a minute of them: a busy computer catches up sooner.
const SLOW_POLLS = 12;

/**
 * Whether the polls of a page come as those of one do whose web session is lost. Of a hidden page, whose timers the browser slows
 * down to the same pace, nothing can be said.
 */
export function createPollPace(): (poll: PollTiming, isHidden: boolean) => boolean {
  let last: PollTiming | null = null;
  let slow = 0;
  return (poll, isHidden) => {
    const gap = last === null ? 0 : poll.startTime - last.startTime;
    const isSlow = gap >= SLOW_MS.from && gap <= SLOW_MS.to && poll.duration <= QUICK_ANSWER_MS;
    last = isHidden ? null : poll;
    slow = isSlow && !isHidden ? slow + 1 : 0;
    return slow >= SLOW_POLLS;
  };
}
