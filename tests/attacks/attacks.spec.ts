import { test as base, expect } from '@playwright/test';
import { OUTCOME, titleOf } from './attack.ts';
import { ATTACKS } from './attacks.ts';
import type { Build } from './build.ts';
import { layBait, pressBait } from './scene/bait.ts';
import { openScene, type Scene } from './scene/scene.ts';

/** One browser for all attacks on a build. */
const test = base.extend<object, { readonly scene: Scene }>({
  scene: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
    async ({}, use, { project }) => {
      const scene = await openScene(project.name as Build);
      await use(scene);
      await scene.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

test.afterEach(({ scene }) => scene.tidy());

const meanIt = async (scene: Scene) => {
  const { dialled, saw } = await pressBait(scene, await layBait(scene, 99));
  expect({ dialled, sawButton: saw.button }).toEqual({ dialled: true, sawButton: true });
};

// Without this, a browser in which nothing can be dialled would pass for a safe one.
test('before the attacks, a person who means it is obeyed', ({ scene }) => meanIt(scene));

for (const attack of ATTACKS) {
  test(titleOf(attack), async ({ scene }, { project, annotations }) => {
    const succeeds = await attack.run(scene);
    annotations.push({ type: OUTCOME, description: succeeds ? 'succeeds' : 'fails' });
    expect(succeeds, 'whether the enemy gets what he wants').toBe(project.name === 'weakened');
  });
}

test('after the attacks, a person who means it is still obeyed', ({ scene }) => meanIt(scene));
