import { seededRandom } from '../seeded-random.ts';
import { runRound } from '../steps/fault-round.ts';
import { sitDownForFaults } from './fixtures/fault-round.ts';
import { expect, test } from './fixtures/test.ts';

// The long run is `npm run soak`; these seeds begin with different faults and different moments of death.
for (const seed of [1, 20]) {
  test(`random faults, seed ${seed}: one click is at most one request`, async ({ desk }) => {
    test.setTimeout(240_000);
    const bench = await sitDownForFaults(desk);
    const random = seededRandom(seed);
    for (let round = 0; round < 3; round += 1) expect((await runRound(bench, random)).outcome).not.toBe('');
  });
}
