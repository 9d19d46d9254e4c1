import { type DigitRun, HAS_BULLET, HAS_CLOSE, HAS_PLUS } from './digit-groups.ts';

/**
 * Whether points at half height between groups `from` to `to` part numbers, not the groups of one: "3·415·555·2671",
 * "030 123456·0171 123456". Within a number they stand between all of its groups, those of an area code in brackets and of a
 * calling code left out, where nothing else of the run is beside it.
 */
export function isPartedByBullets(run: DigitRun, from: number, to: number): boolean {
  if (!hasBullets(run, from, to)) return false;
  let others = 0;
  let areBullets = false;
  for (let group = from + 1; group <= to; group++) {
    if (isBullet(run, group)) areBullets = true;
    else if (!areBullets && isPrefixEnd(run, from, group)) others++;
    else others = Number.POSITIVE_INFINITY;
  }
  if (others > 0) return others > 2 || from > 0 || to + 1 < run.count;
  return (from > 0 && isBullet(run, from)) || (to + 1 < run.count && isBullet(run, to + 1));
}

export function hasBullets(run: DigitRun, from: number, to: number): boolean {
  for (let group = from + 1; group <= to; group++) if (isBullet(run, group)) return true;
  return false;
}

/** Whether a calling code behind a plus, or a code in brackets, ends before a group. */
function isPrefixEnd(run: DigitRun, from: number, group: number): boolean {
  const isBehindCode = group === from + 1 && ((run.before[from] ?? 0) & HAS_PLUS) !== 0;
  return isBehindCode || ((run.before[group] ?? 0) & HAS_CLOSE) !== 0;
}

function isBullet(run: DigitRun, group: number): boolean {
  return run.before[group] === HAS_BULLET;
}
