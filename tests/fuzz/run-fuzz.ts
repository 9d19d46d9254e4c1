import { GROWTH_TARGETS, TARGETS } from './targets.ts';

/** So many cases of each promise; one of growth is as dear as a thousand others. */
const CASES = 100_000;
const GROWTH_CASES = 300;

export interface FuzzRun {
  readonly seed: number;
  /** Null for the usual number. */
  readonly cases: number | null;
  /** A part of a promise's name; empty for all of them. */
  readonly only: string;
}

/** Draws cases of each promise from the seed and prints what breaks one; true when all are kept. */
export async function runFuzz({ seed, cases, only }: FuzzRun): Promise<boolean> {
  const targets = [...TARGETS, ...GROWTH_TARGETS].filter(({ name }) => name.includes(only));
  if (targets.length === 0) throw new Error(`no promise is named ${only}`);
  let isKept = true;
  for (const target of targets) {
    const count = cases ?? (GROWTH_TARGETS.includes(target) ? GROWTH_CASES : CASES);
    const begin = performance.now();
    const broken = await target.check(seed, count);
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    console.log(`${target.name}: ${broken ? 'BROKEN' : `${count} cases`}, seed ${seed}, ${seconds} s`);
    if (broken) console.error(broken);
    isKept &&= broken === null;
  }
  return isKept;
}
