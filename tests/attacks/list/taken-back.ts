import { originPattern } from '../../../lib/platform/origin-pattern.ts';
import type { Attack } from '../attack.ts';
import { baitHtml, firstButton, layBait, numberOf } from '../scene/bait.ts';
import type { Scene } from '../scene/scene.ts';

const group = 'A content script was taken over';

/** The browser lets Dialside no longer reach that address; resolves once the background has had time to hear of it. */
async function takeBack({ panel }: Scene, address: string): Promise<void> {
  const origins = JSON.stringify([originPattern(address)]);
  const isTaken = await panel.evaluate(`chrome.permissions.remove({ origins: ${origins} })`);
  if (isTaken !== true) throw new Error(`The browser keeps the permission for ${address}.`);
  await panel.waitForTimeout(500);
}

export const takenBack: readonly Attack[] = [
  {
    group,
    name: 'a script left behind in a site whose permission was taken back in the browser, dialling on',
    defence: 'at each dial the browser is asked whether the site is still granted',
    async run(scene) {
      const address = scene.web.publish(baitHtml(numberOf(34).text), 'left.example');
      const page = await scene.open(address);
      await scene.switchSite(page);
      await firstButton(page);
      const world = await page.isolatedWorld();
      await takeBack(scene, address);
      await world.send('page.dial', { e164: numberOf(34).e164, extension: null });
      return (await scene.dialled()).length > 0;
    },
  },
  {
    group,
    name: 'dialling on after the permission for the dialer was taken back in the browser',
    defence: 'the session ends with the permission, and its password is forgotten',
    async run(scene) {
      const { page } = await layBait(scene, 35);
      const world = await page.isolatedWorld();
      await takeBack(scene, scene.dialer.url);
      try {
        await world.send('page.dial', { e164: numberOf(35).e164, extension: null });
        return (await scene.dialled()).length > 0;
      } finally {
        // For the attacks that follow.
        await scene.givePermission(scene.dialer.url);
      }
    },
  },
];
