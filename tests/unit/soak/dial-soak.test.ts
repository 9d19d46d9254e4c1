import { describe, expect, it } from 'vitest';
import { runSoakRound } from '../../soak/dial-soak.ts';
import { FAULTS } from '../../soak/faults.ts';

const ROUNDS = 24;

// A slice of `npm run soak`; `-- --seed N --fault NAME` replays what fails here.
describe('clicks into every fault, at the real background and the simulated dialer', () => {
  it.each(FAULTS)(
    '%s: one call at most, told as it was',
    async (fault) => {
      for (let seed = 1; seed <= ROUNDS; seed++) {
        expect((await runSoakRound(seed, fault)).broken, `seed ${seed}`).toEqual([]);
      }
    },
    30_000,
  );

  it('tells a call that came and went while its answer was waited for: seed 989528', async () => {
    const { broken, dial, faults, scene } = await runSoakRound(989_528);
    expect([faults, broken, dial?.step]).toEqual([['dropAfter'], [], 'ended']);
    expect(scene.centre.calls).toHaveLength(1);
  });

  it('goes the same way each time it is played from one seed', async () => {
    const [one, other] = [await runSoakRound(6, 'none'), await runSoakRound(6, 'none')];
    expect(one.scene.network.sent.length).toBeGreaterThan(3);
    expect(one.scene.network.sent).toEqual(other.scene.network.sent);
    expect(one.dial).toEqual(other.dial);
  });
});
