const MINUTE_MS = 60_000;

/** How often something happened in a stretch of time. Gaps are in seconds, and count what was waited at both of its ends. */
export interface Rates {
  readonly meanGap: number;
  readonly longest: number;
  /** The mean gap of the whole minute in which it happened least; infinite when it did not happen in one. */
  readonly slowest: number;
  readonly aMinute: number;
}

/** The rates between `start` and `end` of what happened at `times`; all in milliseconds. */
export function ratesOf(times: readonly number[], start: number, end: number): Rates {
  const inside = times.filter((time) => time >= start && time < end).sort((a, b) => a - b);
  const marks = [start, ...inside, end];
  const gaps = marks.slice(1).map((mark, index) => (mark - (marks[index] ?? mark)) / 1_000);
  const minutes = Array.from({ length: Math.floor((end - start) / MINUTE_MS) }, (_, minute) => {
    const from = start + minute * MINUTE_MS;
    return inside.filter((time) => time >= from && time < from + MINUTE_MS).length;
  });
  return {
    meanGap: gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length,
    longest: Math.max(...gaps),
    slowest: MINUTE_MS / 1_000 / Math.min(...minutes),
    aMinute: inside.length / ((end - start) / MINUTE_MS),
  };
}
