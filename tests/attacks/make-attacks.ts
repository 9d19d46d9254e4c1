import { test as base, expect } from '@playwright/test';
import { OUTCOME, titleOf } from './attack.ts';
import { ATTACKS } from './attacks.ts';
import type { Build } from './build.ts';
import { type Bait, layBait, layFramedBait, numberOf, pressBait } from './scene/bait.ts';
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

/**
 * Where a person has to be obeyed, or a browser in which nothing can be dialled would pass for a safe one. Each with a number of
 * its own: the button of one that was refused a moment ago says so.
 */
const HONEST: Readonly<Record<string, (scene: Scene) => Promise<Bait>>> = {
  'on a page that means well': (scene) => layBait(scene, 99),
  'in a column of numbers': (scene) =>
    layBait(scene, 96, '', ['96', '95', '94', '93'].map((last) => numberOf(Number(last)).text).join('<br>')),
  'in a frame that has no room above or below': (scene) => layFramedBait(scene, 92, { width: 700, height: 30 }),
};

/** For a dial that has to come, however busy the machine is. */
const PATIENCE_MS = 5000;

for (const [where, lay] of Object.entries(HONEST)) {
  test(`a person who means it is obeyed ${where}`, async ({ scene }, { project }) => {
    const { dialled, saw } = await pressBait(scene, await lay(scene), PATIENCE_MS);
    expect({ dialled, saw }).toEqual({ dialled: true, saw: { button: true, words: project.name === 'ours' } });
  });
}

for (const attack of ATTACKS) {
  test(titleOf(attack), async ({ scene }, { project, annotations }) => {
    const succeeds = await attack.run(scene);
    annotations.push({ type: OUTCOME, description: succeeds ? 'succeeds' : 'fails' });
    expect(succeeds, 'whether the enemy gets what he wants').toBe(project.name === 'weakened');
  });
}
