/** docs/vicidial, section 10.4: a panel that is open asks every five seconds. */
export const USUAL_MS = 5_000;

/** The same section, of what changes less: nobody is on the phone because of it. */
const QUEUES_MS = 15_000;
/** Each queue is a request of its own. */
const EACH_QUEUE_MS = 3_000;

/** The same section: after answers that did not come. */
const BACK_OFF_MS = [5_000, 10_000, 20_000, 40_000, 60_000] as const;

/** Milliseconds until the next question, after so many failures in a row; `random` from 0 to 1 spreads many pages. */
export function nextPollMs(failures: number, random: number, usualMs = USUAL_MS): number {
  const backOff = BACK_OFF_MS[Math.min(failures, BACK_OFF_MS.length) - 1] ?? 0;
  const pause = failures === 0 ? usualMs : Math.max(backOff, usualMs);
  return Math.round(pause * (1 + 0.2 * random));
}

/** How far apart so many queues are asked for, in milliseconds. */
export function queuesPaceMs(queues: number): number {
  return Math.max(QUEUES_MS, queues * EACH_QUEUE_MS);
}
