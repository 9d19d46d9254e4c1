import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../e2e/fixtures/fault-round.ts';
import { FAULTS, runSoakRound } from '../../soak/dial-soak.ts';

describe('clicks into every fault', () => {
  it.each(FAULTS)(
    '%s: one call at most, told as it was',
    async (fault) => {
      const random = seededRandom(11);
      for (let round = 0; round < 20; round++) expect((await runSoakRound(random, fault)).requests).toBeLessThan(2);
    },
    15_000,
  );
});
