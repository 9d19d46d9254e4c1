import { expect, it } from 'vitest';
import { plannedRuns, type SoakFlags, type SoakRun } from '../../soak/plan.ts';

it.each<[SoakFlags, SoakRun[]]>([
  [{}, ['dials', 'fuzz']],
  [{ browser: false, fuzz: false }, ['dials', 'fuzz']],
  [{ dials: '10000' }, ['dials']],
  [{ seed: '7' }, ['dials']],
  [{ fault: 'dropAfter' }, ['dials']],
  [{ fuzz: true }, ['fuzz']],
  [{ fuzz: true, seed: '7' }, ['fuzz']],
  [{ cases: '500' }, ['fuzz']],
  [{ only: 'links' }, ['fuzz']],
  [{ browser: true, seed: '7' }, ['browser']],
])('%j runs %j', (flags, runs) => {
  expect(plannedRuns(flags)).toEqual(runs);
});
