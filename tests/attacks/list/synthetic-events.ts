import type { Attack } from '../attack.ts';
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

const CLOSED = 'closed root; only trusted events count';

export const syntheticEvents: readonly Attack[] = [
  { group, name: 'click() on the button or its host', defence: CLOSED, run: script(1, 'button.click()') },
  {
    group,
    name: 'a whole sequence of pointer and mouse events',
    defence: CLOSED,
    run: script(
      2,
      `for (const type of ['pointerover', 'pointermove', 'pointerdown', 'pointerup'])
         button.dispatchEvent(new PointerEvent(type, { ...at, pointerId: 1, isPrimary: true, pointerType: 'mouse' }));
       for (const type of ['mousedown', 'mouseup', 'click']) button.dispatchEvent(new MouseEvent(type, at));`,
    ),
  },
  {
    group,
    name: 'Enter and space, pressed by script',
    defence: CLOSED,
    run: script(
      3,
      `button.focus();
       for (const key of ['Enter', ' ']) for (const type of ['keydown', 'keypress', 'keyup'])
         button.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true }));`,
    ),
  },
  {
    group,
    name: 'touch events',
    defence: CLOSED,
    run: script(
      4,
      `const touch = new Touch({ identifier: 1, target: button, clientX: x, clientY: y });
       for (const type of ['touchstart', 'touchend'])
         button.dispatchEvent(new TouchEvent(type, { ...at, changedTouches: [touch], touches: [touch] }));`,
    ),
  },
  {
    group,
    name: 'an event at the point, sent through elementFromPoint and patched prototypes',
    defence: 'Dialside has its own prototypes, in a world apart',
    run: script(
      5,
      `performance.now = () => 1e12;
       Document.prototype.elementFromPoint = ShadowRoot.prototype.elementFromPoint = () => button;
       Element.prototype.checkVisibility = Element.prototype.matches = () => true;
       Object.defineProperty(MouseEvent.prototype, 'detail', { get: () => 1 });
       for (const type of ['pointerdown', 'click']) button.dispatchEvent(new PointerEvent(type, at));`,
      '<script>Object.defineProperty(Event.prototype, "isTrusted", { get: () => true })</script>',
    ),
  },
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
      await page.waitForFunction(() => document.pointerLockElement !== null);
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
