import type { Attack } from '../attack.ts';
import { type Bait, baitHtml, layBait, numberOf, pressBait } from '../scene/bait.ts';
import { buttonOfTab, framePage, waitForFrame } from '../scene/framed-crm.ts';
import { STYLE, style } from '../scene/host-style.ts';
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

const HOST = 'html > div[popover]';
const VISIBLE = 'a press counts only where the browser vouches that nothing is painted over the button';

/** A person presses where he sees no button, or something else. */
export const unseenButtons: readonly Attack[] = [
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
