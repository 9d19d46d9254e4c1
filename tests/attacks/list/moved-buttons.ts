import type { Attack } from '../attack.ts';
import { aimAt, baitHtml, layBait, numberOf, pressHere } from '../scene/bait.ts';
import { buttonOfTab, framePage, waitForFrame } from '../scene/framed-crm.ts';
import { STYLE, style } from '../scene/host-style.ts';
import type { Scene } from '../scene/scene.ts';
import type { ScenePage } from '../scene/scene-page.ts';

const group = 'A page misuses a person’s click';

/** Sooner than a person can notice that something has moved, and late enough for a frame to be drawn. */
const SURPRISE_MS = 120;
const TOO_LATE_MS = 280;
const TRIES = 10;

interface Surprise {
  readonly page: ScenePage;
  /** The button is in a frame of the page. */
  readonly isFramed?: boolean;
  readonly e164: string;
  /** Where the person has the pointer. */
  readonly x: number;
  readonly y: number;
  /** Scripts of the page that bring the button there, and away again. */
  readonly come: string;
  readonly go: string;
  /** How long after that he presses. */
  readonly afterMs?: number;
}

/** The person has the pointer on something else; the page brings the button there at the last moment. */
async function isPressedBySurprise(
  scene: Scene,
  { page, isFramed = false, e164, x, y, come, go, afterMs = SURPRISE_MS }: Surprise,
): Promise<boolean> {
  const inside = (script: string) => (isFramed ? page.evaluateInFrame(script) : page.evaluate(script));
  await inside("addEventListener('pointerdown', () => { globalThis.pressedAt = Date.now() }, true)");
  for (let tries = 0; tries < TRIES; tries += 1) {
    await aimAt(page, { x: x + tries / 4, y, width: 0, height: 0 });
    const cameAt = await page.evaluate(`${come}; Date.now()`);
    await page.waitForTimeout(afterMs);
    await pressHere(page);
    const pressedAt = await inside('globalThis.pressedAt');
    if ((await scene.dialled()).includes(e164)) {
      if (Number(pressedAt) - Number(cameAt) < TOO_LATE_MS) return true;
      scene.dialer.reset();
    } else if (Number(pressedAt) - Number(cameAt) < TOO_LATE_MS) return false;
    await page.evaluate(go);
  }
  throw new Error('This machine was too slow to press in time.');
}

/** Brings the button from where it stands to the pointer, which is so far away. */
function surprise(
  last: number,
  far: { readonly x: number; readonly y: number },
  come: string,
  go: string,
): Attack['run'] {
  return async (scene) => {
    const { page, e164, button } = await layBait(scene, last);
    const { x, y, width, height } = button.box;
    const at = { x: x + width / 2 + far.x, y: y + height / 2 + far.y };
    return isPressedBySurprise(scene, { page, e164, ...at, come, go });
  };
}

const AIMED = 'a button that moved less than 300 ms ago takes no press';
const FAR = { x: 60, y: 40 };
const ROOT_STYLE = 'document.documentElement.style';
const MOVED_HOST = style(`.moved > div[popover] { transform: translate(60px, 40px) !important }`);

/** The page brings the button under a pointer that was on its way to something else. */
export const movedButtons: readonly Attack[] = [
  {
    group,
    name: 'moving the number, and so the button, under the pointer',
    defence: AIMED,
    run: surprise(20, FAR, "number.style.translate = '60px 40px'", "number.style.translate = 'none'"),
  },
  {
    group,
    name: 'scrolling the button under the pointer',
    defence: AIMED,
    run: surprise(21, { x: 0, y: -100 }, 'scrollTo(0, 100)', 'scrollTo(0, 0)'),
  },
  {
    group,
    name: 'a transform of the host that brings the button under the pointer',
    defence: STYLE,
    run: surprise(
      22,
      FAR,
      `${MOVED_HOST} document.documentElement.classList.add('moved')`,
      "document.documentElement.classList.remove('moved')",
    ),
  },
  {
    group,
    name: 'a transform of the whole document that does it',
    defence: AIMED,
    run: surprise(23, FAR, `${ROOT_STYLE}.transform = 'translate(60px, 40px)'`, `${ROOT_STYLE}.transform = 'none'`),
  },
  {
    group,
    name: 'a zoom of the whole document that does it',
    defence: AIMED,
    async run(scene) {
      const { page, e164, button } = await layBait(scene, 24);
      const at = { x: (button.box.x + 12) * 1.2, y: (button.box.y + 12) * 1.2 };
      const [come, go] = [`${ROOT_STYLE}.zoom = '1.2'`, `${ROOT_STYLE}.zoom = '1'`];
      return isPressedBySurprise(scene, { page, e164, ...at, come, go });
    },
  },
  {
    group,
    name: 'another site moves its frame of the CRM so that the button comes under the pointer',
    defence: 'in a frame the pointer has to have been at the button for 300 ms',
    async run(scene) {
      const last = 25;
      const crm = scene.web.publish(baitHtml(numberOf(last).text));
      const { box } = await buttonOfTab(scene, crm);
      const page = await scene.open(scene.web.publish(framePage(crm, 'top: 300px'), 'evil.example'));
      await waitForFrame(page);
      const at = { x: box.x + 12, y: box.y + 12 + 200 };
      const move = (top: number) => `document.querySelector('iframe').style.top = '${top}px'`;
      return isPressedBySurprise(scene, {
        page,
        isFramed: true,
        e164: numberOf(last).e164,
        ...at,
        come: move(200),
        afterMs: 240,
        go: move(300),
      });
    },
  },
];
