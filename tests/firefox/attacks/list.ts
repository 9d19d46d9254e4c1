import { expect } from 'vitest';
import { closedRoots } from '../../attacks/moves/closed-roots.ts';
import { POST, type Poison, poisonedHtml, poisons } from '../../attacks/moves/outside-messages.ts';
import { scriptedPresses } from '../../attacks/moves/synthetic-events.ts';
import { type HiddenButton, hiddenButtons } from '../../attacks/moves/unseen-buttons.ts';
import { EXTENSION_UUID } from '../firefox-process.ts';
import { inContentScript } from '../fixtures/content-script.ts';
import { boxOfText, middleOf } from '../fixtures/page-buttons.ts';
import { cue, dialled, type FirefoxAttack, layBait, onCue, setCue } from './attack.ts';
import { seesFace } from './sight.ts';

/** A script of the page does something by itself; it succeeds when that dials. */
function script(code: string, before = ''): FirefoxAttack['run'] {
  return async (scene) => {
    await cue(await layBait(scene, onCue(code), before));
    return (await dialled(scene)).length > 0;
  };
}

/** The page does something, then a person presses where the button was; it succeeds with a call of which he saw no button. */
function unseen(code: HiddenButton['code']): FirefoxAttack['run'] {
  return async (scene) => {
    const bait = await layBait(scene);
    await setCue(bait, code(bait.button.box));
    await cue(bait);
    const { tab, button, digits } = bait;
    await tab.hover(middleOf(button.box));
    await new Promise((resolve) => setTimeout(resolve, 700));
    const saw = await seesFace(scene.desk.firefox, button.box);
    await tab.click(middleOf(button.box));
    return (await dialled(scene)).includes(digits) && !saw;
  };
}

/** Scripts of the page that are there before Dialside; it succeeds with a call to the enemy's number. */
function poison({ script: early, code }: Poison): FirefoxAttack['run'] {
  return async (scene) => {
    const bait = await layBait(scene, onCue(code), poisonedHtml('+14155550100', early));
    if (code) await cue(bait);
    else await bait.tab.click(middleOf(await boxOfText(bait.tab, 'Our shop')));
    return (await dialled(scene)).length > 0;
  };
}

/** Reads in the page, where it can, what Dialside shows. */
function reading(code: string): FirefoxAttack['run'] {
  return async (scene) => {
    const read = `const labels = (root) => [...(root?.querySelectorAll('[aria-label]') ?? [])].map((one) => one.ariaLabel).join();
document.title = 'Read: ' + (${code});`;
    const bait = await layBait(scene, onCue(read));
    await cue(bait);
    return (await bait.tab.evaluate(() => document.title)).includes('Call');
  };
}

const MANIFEST = 'no file of Dialside’s may be reached from a page';
const PAGE = `moz-extension://${EXTENSION_UUID}/popup.html`;

/** The attacks that are made in Firefox too, in the order of the table. */
export const FIREFOX_ATTACKS: readonly FirefoxAttack[] = [
  ...scriptedPresses
    .filter(({ notInFirefox }) => notInFirefox === undefined)
    .map(({ name, defence, code, before }) => ({ name, defence, run: script(code, before) })),
  ...hiddenButtons.map(({ name, defence, defenceInFirefox = defence, code }) => ({
    name,
    defence: defenceInFirefox,
    run: unseen(code),
  })),
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
    run: script(`${POST};`),
  },
  ...poisons.map((each) => ({ name: each.name, defence: each.defence, run: poison(each) })),
  ...closedRoots.map(({ name, defence, code }) => ({ name, defence, run: reading(code) })),
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

/** Those that cannot be made there, and why. */
export const NOT_IN_FIREFOX: readonly { readonly name: string; readonly reason: string }[] = scriptedPresses.flatMap(
  ({ name, notInFirefox: reason }) => (reason === undefined ? [] : [{ name, reason }]),
);
