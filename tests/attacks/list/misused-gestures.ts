import type { Attack } from '../attack.ts';
import { aimAt, layBait } from '../scene/bait.ts';

const group = 'A page misuses a person’s click';

/** What begins as something else ends on the button. */
export const misusedGestures: readonly Attack[] = [
  {
    group,
    name: 'something dragged onto the button and dropped there',
    defence: 'a press begins and ends on the button',
    async run(scene) {
      const { page, e164, button } = await layBait(scene, 30, '<p id="prize">Drag me to your basket</p>');
      await aimAt(page, { x: 20, y: 30, width: 0, height: 0 }, 50);
      await page.mouse.down();
      await aimAt(page, button.box);
      await page.mouse.up();
      return (await scene.dialled()).includes(e164);
    },
  },
  {
    group,
    name: 'Enter, held down in a field that gives its focus away',
    defence: 'repeats of a held key are no press',
    async run(scene) {
      const { page, e164 } = await layBait(scene, 31, '<input id="field">');
      await page.focus('#field');
      await page.keyboard.down('Enter');
      await page.keyboard.press('Tab');
      await page.waitForTimeout(700);
      for (let repeat = 0; repeat < 3; repeat += 1) await page.keyboard.down('Enter');
      await page.keyboard.up('Enter');
      return (await scene.dialled()).includes(e164);
    },
  },
];
