import { test as base, expect } from '@playwright/test';
import { canBeMade, OUTCOME, titleOf } from './attack.ts';
import { ATTACKS } from './attacks.ts';
import { type Browser, type Build, buildFolder } from './build.ts';
import { type Bait, layBait, layFramedBait, numberOf, pressBait } from './scene/bait.ts';
import type { HostileWeb } from './scene/hostile-web.ts';
import { openScene, type Scene, type Stage } from './scene/scene.ts';

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

/** Opens the browser with the build of a folder. */
export type OpenStage = (folder: string, dialerUrl: string, web: HostileWeb) => Promise<Stage>;

/** A test of each attack, in one browser for all of them; the project `BROWSER-BUILD` says which build. */
export function makeAttacks(browser: Browser, openStage: OpenStage): void {
  const buildOf = (project: { readonly name: string }) => project.name.slice(browser.length + 1) as Build;
  const test = base.extend<object, { readonly scene: Scene }>({
    scene: [
      // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
      async ({}, use, { project }) => {
        const build = buildOf(project);
        const folder = buildFolder(build, browser);
        const scene = await openScene(build, (dialerUrl, web) => openStage(folder, dialerUrl, web));
        await use(scene);
        await scene.close();
      },
      { scope: 'worker', timeout: 120_000 },
    ],
  });

  test.afterEach(({ scene }) => scene.tidy());

  for (const [where, lay] of Object.entries(HONEST)) {
    test(`a person who means it is obeyed ${where}`, async ({ scene }, { project }) => {
      const { dialled, saw } = await pressBait(scene, await lay(scene), PATIENCE_MS);
      expect({ dialled, saw }).toEqual({ dialled: true, saw: { button: true, words: buildOf(project) === 'ours' } });
    });
  }

  for (const attack of ATTACKS.filter((one) => canBeMade(one, browser))) {
    test(titleOf(attack), async ({ scene }, { project, annotations }) => {
      const succeeds = await attack.run(scene);
      annotations.push({ type: OUTCOME, description: succeeds ? 'succeeds' : 'fails' });
      expect(succeeds, 'whether the enemy gets what he wants').toBe(buildOf(project) === 'weakened');
    });
  }
}
