import { expect } from 'vitest';
import { EXTENSION_UUID } from '../firefox-process.ts';
import { inContentScript } from '../fixtures/content-script.ts';
import { middleOf } from '../fixtures/page-buttons.ts';
import { cue, dialled, type FirefoxAttack, layBait, onCue } from './attack.ts';
import { shareOfColour } from './sight.ts';

const COVER = '238,0,238';
const WHITE = '255,255,255';

/** A script of the page does something by itself; it succeeds when that dials. */
function script(code: string): FirefoxAttack['run'] {
  return async (scene) => {
    await cue(await layBait(scene, onCue(code)));
    return (await dialled(scene)).length > 0;
  };
}

/** The page does something, then a person presses where the button was; it succeeds with a call of which he saw no button. */
function unseen(code: string, colour: string): FirefoxAttack['run'] {
  return async (scene) => {
    const bait = await layBait(scene, onCue(code));
    await cue(bait);
    const { tab, button, digits } = bait;
    await tab.hover(middleOf(button.box));
    await new Promise((resolve) => setTimeout(resolve, 700));
    // Proves that the colour would be seen on the button, too.
    const above = { ...button.box, y: button.box.y - 18, height: 12 };
    expect(await shareOfColour(scene.desk.firefox, above, colour)).toBeGreaterThan(0.9);
    const hidden = await shareOfColour(scene.desk.firefox, button.box, colour);
    await tab.click(middleOf(button.box));
    return (await dialled(scene)).includes(digits) && hidden > 0.9;
  };
}

const cover = `const cover = document.createElement('div'); cover.popover = 'manual';
cover.style.cssText = 'position: fixed; inset: auto; margin: 0; border: 0; background: rgb(${COVER}); pointer-events: none;' +
  'width: 80px; height: 80px; left: ' + (x - 40) + 'px; top: ' + (y - 40) + 'px';
document.documentElement.append(cover); cover.showPopover();`;

const CLOSED = 'closed root; only trusted events count';
const STYLE = 'important rules of the closed root come before the page’s';
const RAISED = 'Dialside raises itself above the page and tests what lies at the button';
const MANIFEST = 'no file of Dialside’s may be reached from a page';
const PAGE = `moz-extension://${EXTENSION_UUID}/popup.html`;

/** The attacks that are made in Firefox too, in the order of the table. */
export const FIREFOX_ATTACKS: readonly FirefoxAttack[] = [
  {
    name: 'click() on the button or its host',
    defence: CLOSED,
    run: script('(host.shadowRoot?.querySelector("button") ?? host).click();'),
  },
  {
    name: 'a whole sequence of pointer and mouse events',
    defence: CLOSED,
    run: script(`for (const type of ['pointerover', 'pointermove', 'pointerdown', 'pointerup'])
  host.dispatchEvent(new PointerEvent(type, { ...at, pointerId: 1, isPrimary: true, pointerType: 'mouse' }));
for (const type of ['mousedown', 'mouseup', 'click']) host.dispatchEvent(new MouseEvent(type, at));`),
  },
  {
    name: 'Enter and space, pressed by script',
    defence: CLOSED,
    run: script(`host.focus(); for (const key of ['Enter', ' ']) for (const type of ['keydown', 'keypress', 'keyup'])
  host.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true }));`),
  },
  { name: 'a cover in the top layer that lets the pointer through', defence: RAISED, run: unseen(cover, COVER) },
  {
    name: 'the same cover, put on top again in every frame',
    defence: RAISED,
    run: unseen(
      `${cover} (function again() { cover.togglePopover(false); cover.togglePopover(true);
requestAnimationFrame(again); })();`,
      COVER,
    ),
  },
  {
    name: 'a style that makes the host transparent',
    defence: STYLE,
    run: unseen(
      `const style = document.createElement('style');
style.textContent = 'html > div[popover] { opacity: .001 !important }'; document.head.append(style);`,
      WHITE,
    ),
  },
  {
    name: 'moving the number, and so the button, under the pointer',
    defence: 'a button that moved less than 300 ms ago takes no press',
    async run(scene) {
      // The pointer rests for 900 ms before it presses; the button comes 750 ms after the pointer.
      const come = `addEventListener('mousemove', () => setTimeout(() => { number.style.translate = '60px 40px' }, 750), { once: true });`;
      const { tab, button, digits } = await layBait(scene, come);
      const { x, y } = middleOf(button.box);
      await tab.click({ x: x + 60, y: y + 40 }, { aimMs: 900 });
      return (await dialled(scene)).includes(digits);
    },
  },
  {
    name: 'the number exchanged for another while the button is pressed',
    defence: 'the number is read from the page again at the click, which is refused when it changed',
    async run(scene) {
      const exchange = `addEventListener('pointerdown', () => { number.textContent = '(415) 555-0199' }, true);`;
      const { tab, button } = await layBait(scene, exchange);
      await tab.click(middleOf(button.box), { aimMs: 900 });
      return (await dialled(scene)).length > 0;
    },
  },
  {
    name: 'a forged postMessage',
    defence: 'no script of Dialside listens to messages of the page',
    run: script(`postMessage({ dialside: 'page.dial', payload: { e164: '+14155550197', extension: null } }, '*');`),
  },
  {
    name: 'fetching a file of the extension, to know that it is installed',
    defence: MANIFEST,
    async run(scene) {
      const { tab } = await layBait(
        scene,
        `fetch('${PAGE}').then(() => { document.title = 'found' }, () => { document.title = 'none' });`,
      );
      const title = () => tab.evaluate(() => document.title);
      await expect.poll(title, { timeout: 20_000 }).not.toBe('Own');
      return (await title()) === 'found';
    },
  },
  {
    name: 'Dialside’s page in a frame, to have its buttons clicked',
    defence: MANIFEST,
    async run(scene) {
      const { tab } = await layBait(
        scene,
        '',
        `<iframe src="${PAGE}" style="position: absolute; left: 300px; top: 300px"></iframe>`,
      );
      return tab.inspect(
        () => document.querySelector('iframe')?.contentDocument?.querySelector('button, form') != null,
      );
    },
  },
  {
    name: 'the agent’s state, settings and hang-up, asked for by a content script that was taken over',
    defence: 'a command is heard from pages of the extension alone',
    async run(scene) {
      const { tab } = await layBait(scene);
      for (const name of ['panel.state', 'settings.read', 'agent.hangUp', 'dial.start', 'webphone.takeUrl']) {
        const message = JSON.stringify({ dialside: name, payload: { text: '+14155550197' } });
        const reply = await inContentScript(
          tab,
          `browser.runtime.sendMessage(${message}).then(JSON.stringify, String)`,
        );
        if (reply !== '{"error":"refused"}') return true;
      }
      return false;
    },
  },
];
