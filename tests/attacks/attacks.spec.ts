import { test as base, expect } from '@playwright/test';
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

test('a person who means it is obeyed', async ({ scene }) => {
  const { dialled } = await pressBait(scene, await layBait(scene, 99));
  expect(dialled).toBe(true);
});

for (const attack of ATTACKS) {
  test(`${attack.group}: ${attack.name}`, async ({ scene }, { project, annotations }) => {
    const succeeds = await attack.run(scene);
    annotations.push({ type: 'attack', description: succeeds ? 'succeeds' : 'fails' });
    expect(succeeds, 'whether the enemy gets what he wants').toBe(project.name === 'weakened');
  });
}
