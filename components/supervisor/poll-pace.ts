/** docs/vicidial, section 10.4: a panel that is open asks every five seconds. */
const USUAL_MS = 5_000;

/** The same section: after answers that did not come. */
const BACK_OFF_MS = [5_000, 10_000, 20_000, 40_000, 60_000] as const;

/** Milliseconds until the agents are asked for again, after so many failures in a row; `random` from 0 to 1 spreads many pages. */
export function nextPollMs(failures: number, random: number): number {
  const pause = failures === 0 ? USUAL_MS : (BACK_OFF_MS[Math.min(failures, BACK_OFF_MS.length) - 1] ?? USUAL_MS);
  return Math.round(pause * (1 + 0.2 * random));
}
