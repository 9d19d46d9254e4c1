import type { Frame, Page } from '@playwright/test';
import type { Attack } from '../attack.ts';
import { aimAt, type Bait, baitHtml, firstButton, layBait, numberOf, pressBait, pressHere } from '../scene/bait.ts';
import type { Scene } from '../scene/scene.ts';

const group = 'A page misuses a person’s click';

/** A call of which the person saw no button. */
async function isPressedUnseen(scene: Scene, bait: Bait): Promise<boolean> {
  const { dialled, saw } = await pressBait(scene, bait);
  return dialled && !saw.button;
}

/** Something of the page's own that is painted where the button is, and lets the pointer through. */
function cover({ button: { box } }: Bait): string {
  const { x, y, width, height } = box;
  return `const cover = document.createElement('div');
cover.textContent = 'Next';
cover.style.cssText = 'position: fixed; inset: auto; margin: 0; border: 0; z-index: 2147483647; background: #eee; pointer-events: none;' +
  'left: ${x - 20}px; top: ${y - 20}px; width: ${width + 40}px; height: ${height + 40}px';
document.documentElement.append(cover);
document.head.insertAdjacentHTML('beforeend', '<style>::backdrop { display: none }</style>');`;
}

/** Runs a script of the enemy, then has the person press where the button was. */
function trap(last: number, code: (bait: Bait) => string): Attack['run'] {
  return async (scene) => {
    const bait = await layBait(scene, last);
    await bait.page.evaluate(`{ const host = [...document.documentElement.children].find((one) => one.popover);
${code(bait)} }`);
    return isPressedUnseen(scene, bait);
  };
}

function style(css: string): string {
  return `document.head.insertAdjacentHTML('beforeend', ${JSON.stringify(`<style>${css}</style>`)});`;
}

const HOST = 'html > div[popover]';
const STYLE = 'important rules of the closed root come before the page’s';
const VISIBLE = 'a press counts only where the browser vouches that nothing is painted over the button';

const unseen: readonly Attack[] = [
  {
    group,
    name: 'a cover in the top layer that lets the pointer through',
    defence: 'the button returns to the top of the top layer, in sight',
    run: trap(10, (bait) => `${cover(bait)} cover.popover = 'manual'; cover.showPopover();`),
  },
  {
    group,
    name: 'the same cover, put on top again in every frame',
    defence: VISIBLE,
    run: trap(
      11,
      (bait) => `${cover(bait)} cover.popover = 'manual';
(function again() { cover.togglePopover(false); cover.togglePopover(true); requestAnimationFrame(again); })();`,
    ),
  },
  {
    group,
    name: 'a style that makes the host transparent',
    defence: STYLE,
    run: trap(12, () => style(`${HOST} { opacity: .01 !important }`)),
  },
  {
    group,
    name: 'a filter and a mask on the host, inline and important',
    defence: STYLE,
    run: trap(
      13,
      () => `host.style.setProperty('filter', 'opacity(0)', 'important');
host.style.setProperty('mask-image', 'linear-gradient(transparent, transparent)', 'important');`,
    ),
  },
  {
    group,
    name: 'an endless animation and transition of the host’s opacity',
    defence: STYLE,
    run: trap(
      14,
      () => `host.animate({ opacity: [0.01, 0.01] }, { duration: 1e6, fill: 'forwards' });
host.style.transition = 'opacity 1000s';`,
    ),
  },
  {
    group,
    name: 'moving the host into a transparent element of the page’s own',
    defence: 'a press counts only while the host is where it belongs, and the host returns there',
    run: trap(
      15,
      () => `const box = document.createElement('div'); box.style.opacity = '.01'; document.body.append(box);
box.append(host);
new MutationObserver(() => host.parentNode === box || box.append(host)).observe(document.documentElement, { childList: true });`,
    ),
  },
  {
    group,
    name: 'taking the host out of the top layer, below a cover',
    defence: 'a press counts only while the host is in the top layer, and the host returns there',
    run: trap(
      16,
      (bait) => `${cover(bait)} host.hidePopover(); host.style.setProperty('display', 'block', 'important');
host.addEventListener('toggle', () => host.hidePopover());`,
    ),
  },
  {
    group,
    name: 'the same cover in fullscreen',
    defence: 'the button returns to the top of the top layer, in sight',
    async run(scene) {
      const bait = await layBait(scene, 17, '<button id="play">Play</button>');
      await bait.page.evaluate(`document.getElementById('play').onclick = async () => {
await document.documentElement.requestFullscreen(); ${cover(bait)} cover.popover = 'manual'; cover.showPopover(); }`);
      await bait.page.click('#play');
      await bait.page.waitForFunction(() => document.fullscreenElement !== null);
      return isPressedUnseen(scene, bait);
    },
  },
  {
    group,
    name: 'another site frames the CRM, transparent, over a button of its own',
    defence: VISIBLE,
    async run(scene) {
      const last = 18;
      const crm = scene.web.publish(baitHtml(numberOf(last).text));
      const { box, label } = await buttonOfTab(scene, crm);
      const page = await scene.open(scene.web.publish(framePage(crm, 'top: 0; opacity: .01'), 'evil.example'));
      await waitForFrame(page);
      return isPressedUnseen(scene, { page, e164: numberOf(last).e164, button: { box, label } });
    },
  },
];

/** A page of another site that has the CRM in a frame. */
function framePage(crm: string, css: string): string {
  return `<!doctype html><style>body { margin: 0 } iframe { position: absolute; left: 0; border: 0; ${css} }</style>
<p>Win a prize</p><iframe src="${crm}" width="800" height="600"></iframe>`;
}

async function buttonOfTab(scene: Scene, address: string) {
  const page = await scene.open(address);
  const button = await firstButton(page);
  await page.close();
  return button;
}

// A frame of another site is in a process of its own, into which the debugger of the page cannot look.
async function waitForFrame(page: Page): Promise<void> {
  await page.waitForTimeout(1500);
}

/** Sooner than a person can notice that something has moved, and late enough for a frame to be drawn. */
const SURPRISE_MS = 120;
const TOO_LATE_MS = 280;
const TRIES = 10;

interface Surprise {
  readonly page: Page;
  /** Where the button is. */
  readonly frame: Frame;
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
  { page, frame, e164, x, y, come, go, afterMs = SURPRISE_MS }: Surprise,
): Promise<boolean> {
  await frame.evaluate("addEventListener('pointerdown', () => { globalThis.pressedAt = Date.now() }, true)");
  for (let tries = 0; tries < TRIES; tries += 1) {
    await aimAt(page, { x: x + tries / 4, y, width: 0, height: 0 });
    const cameAt = await page.evaluate(`${come}; Date.now()`);
    await page.waitForTimeout(afterMs);
    await pressHere(page);
    const pressedAt = await frame.evaluate('globalThis.pressedAt');
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
    return isPressedBySurprise(scene, { page, frame: page.mainFrame(), e164, ...at, come, go });
  };
}

const AIMED = 'a button that moved less than 300 ms ago takes no press';
const FAR = { x: 60, y: 40 };
const ROOT_STYLE = 'document.documentElement.style';
const MOVED_HOST = style(`.moved > div[popover] { transform: translate(60px, 40px) !important }`);

const surprises: readonly Attack[] = [
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
      return isPressedBySurprise(scene, { page, frame: page.mainFrame(), e164, ...at, come, go });
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
      const frame = page.frames()[1] ?? page.mainFrame();
      return isPressedBySurprise(scene, {
        page,
        frame,
        e164: numberOf(last).e164,
        ...at,
        come: move(200),
        afterMs: 240,
        go: move(300),
      });
    },
  },
];

const gestures: readonly Attack[] = [
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

export const misusedClicks: readonly Attack[] = [...unseen, ...surprises, ...gestures];
