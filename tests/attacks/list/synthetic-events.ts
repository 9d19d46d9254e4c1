import type { Attack } from '../attack.ts';
import { CLOSED, scriptedPresses } from '../moves/synthetic-events.ts';
import { layBait } from '../scene/bait.ts';
import type { Scene } from '../scene/scene.ts';

const group = 'A script of the page presses the button';

/** What a page's script can find of a button: the button itself where the root is open, else the host. */
const FIND = `const host = document.documentElement.lastElementChild;
const button = host.shadowRoot?.querySelector('button.dial') ?? host;
const { x, y } = POINT;
const at = { bubbles: true, composed: true, cancelable: true, clientX: x, clientY: y, detail: 1, button: 0 };`;

/** Runs a script in the page that has `host`, `button`, `x`, `y` and `at` of an event at the button. */
function script(last: number, code: string, before = '') {
  return async (scene: Scene): Promise<boolean> => {
    const { page, button, e164 } = await layBait(scene, last, before);
    const point = { x: button.box.x + 12, y: button.box.y + 12 };
    await page.evaluate(`{ ${FIND.replace('POINT', JSON.stringify(point))} ${code} }`);
    return (await scene.dialled()).includes(e164);
  };
}

export const syntheticEvents: readonly Attack[] = [
  ...scriptedPresses.map(
    ({ name, defence, code, before }, index): Attack => ({
      group,
      name,
      defence,
      run: script(index + 1, code, before),
    }),
  ),
  {
    group,
    name: 'a click of the person under pointer lock, passed on to the button',
    defence: CLOSED,
    async run(scene) {
      const { page, e164 } = await layBait(scene, 6, '<button id="play">Play</button>');
      await page.evaluate(() => {
        document.getElementById('play')?.addEventListener('click', () => document.body.requestPointerLock());
      });
      await page.click('#play');
      await page.waitForTrue('document.pointerLockElement !== null');
      await page.evaluate(() => {
        document.addEventListener('click', () => {
          const host = document.documentElement.lastElementChild as HTMLElement;
          (host.shadowRoot?.querySelector<HTMLElement>('button.dial') ?? host).click();
        });
      });
      await page.mouse.down();
      await page.mouse.up();
      return (await scene.dialled()).includes(e164);
    },
  },
];
