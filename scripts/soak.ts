import { parseArgs } from 'node:util';
import { openDesk } from '../tests/e2e/fixtures/desk.ts';
import { runRound, seededRandom, sitDownForFaults } from '../tests/e2e/fixtures/fault-round.ts';
import { soakDials } from '../tests/soak/run-dials.ts';

/**
 * `npm run soak -- --seed 7 --rounds 200`: dials into random faults while the worker is stopped at random moments. Ends at
 * the first broken promise and prints the seed that repeats it. Needs a build. `--dials 10000` dials without a browser
 * instead, on a virtual clock, into every fault there is.
 */
const { values } = parseArgs({
  options: { seed: { type: 'string' }, rounds: { type: 'string', default: '50' }, dials: { type: 'string' } },
});
const seed = Number(values.seed ?? Date.now() % 100_000);
const rounds = Number(values.rounds);
if (!Number.isInteger(seed) || !Number.isInteger(rounds)) throw new Error('--seed and --rounds are whole numbers');

if (values.dials !== undefined) {
  const dials = Number(values.dials);
  if (!Number.isInteger(dials) || dials < 1) throw new Error('--dials is a whole number above 0');
  console.log(`seed ${seed}, ${dials} dials`);
  process.exit((await soakDials(dials, seededRandom(seed))) ? 0 : 1);
}

console.log(`seed ${seed}, ${rounds} rounds`);
const desk = await openDesk();
let done = 0;
try {
  const bench = await sitDownForFaults(desk);
  const random = seededRandom(seed);
  for (; done < rounds; done += 1) {
    const { fault, stoppedAfterMs, outcome } = await runRound(bench, random);
    const stop = stoppedAfterMs === null ? '' : `, worker stopped after ${stoppedAfterMs} ms`;
    console.log(`${done + 1}: ${fault}${stop}: ${outcome}`);
  }
} catch (error) {
  console.error(`Round ${done + 1} of seed ${seed}: ${String(error).split('\n').slice(0, 8).join('\n')}`);
  process.exitCode = 1;
} finally {
  await desk.close();
}
console.log(`${done} of ${rounds} rounds kept every promise`);
