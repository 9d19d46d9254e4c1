import type { Attack } from '../attack.ts';
import { DIAL, EVIL, POST, poisonedHtml, poisons } from '../moves/outside-messages.ts';
import { baitHtml, layBait, numberOf } from '../scene/bait.ts';
import type { Scene } from '../scene/scene.ts';
import type { ScenePage } from '../scene/scene-page.ts';

const group = 'A page or another extension talks to Dialside';

const isEvilDialled = async (scene: Scene) => (await scene.dialled()).includes(EVIL);

/** Asks as an extension or a page asks another extension; resolves to the reply, or to null where there is none. */
function askAcross(page: ScenePage, id: string, message: object): Promise<unknown> {
  const code = `new Promise((resolve) => {
    if (typeof chrome === 'undefined' || !chrome.runtime?.sendMessage) return resolve(null);
    setTimeout(resolve, 500, null);
    chrome.runtime.sendMessage('${id}', ${JSON.stringify(message)}, (reply) => resolve(chrome.runtime.lastError ? null : reply));
  })`;
  return page.evaluate(code);
}

/** Scripts of the page that are there before Dialside, to change what it will call. */
function poison(last: number, script: string, code: string): Attack['run'] {
  return async (scene) => {
    const own = poisonedHtml(numberOf(last).e164, script);
    const { page } = await layBait(scene, last, own);
    await page.waitForTimeout(300);
    if (code) await page.evaluate(code);
    else await page.click('#own');
    return isEvilDialled(scene);
  };
}

export const outsideMessages: readonly Attack[] = [
  {
    group,
    name: 'a forged postMessage',
    defence: 'no script of Dialside listens to messages of the page',
    async run(scene) {
      const { page } = await layBait(scene, 50);
      await page.evaluate(POST);
      return isEvilDialled(scene);
    },
  },
  {
    group,
    name: 'a forged postMessage from a sandboxed frame inside a frame of another site',
    defence: 'no script of Dialside listens to messages of the page',
    async run(scene) {
      const inner = `<script>top.${POST}</script>`.replaceAll('"', '&quot;');
      const outer = scene.web.publish(`<iframe sandbox="allow-scripts" srcdoc="${inner}"></iframe>`, 'ad.example');
      await layBait(
        scene,
        51,
        `<script>setTimeout(() => {
const ad = document.createElement('iframe'); ad.src = '${outer}'; document.body.append(ad); }, 500)</script>`,
      );
      return isEvilDialled(scene);
    },
  },
  {
    group,
    name: 'chrome.runtime.sendMessage from a page',
    defence: 'the manifest lets no page connect, and nobody listens to the outside',
    notInFirefox: 'it gives no page the means to speak to an extension',
    async run(scene) {
      const page = await scene.open(scene.web.publish(baitHtml('Nothing'), 'evil.example'));
      await askAcross(page, scene.id, DIAL);
      return isEvilDialled(scene);
    },
  },
  {
    group,
    name: 'a dial asked for by another extension',
    defence: 'nobody listens to the outside',
    async run(scene) {
      await askAcross(await scene.openOther(), scene.id, DIAL);
      return isEvilDialled(scene);
    },
  },
  {
    group,
    name: 'the agent’s state and call history, asked for by another extension',
    defence: 'nobody listens to the outside',
    async run(scene) {
      const reply = await askAcross(await scene.openOther(), scene.id, {
        dialside: 'panel.state',
        payload: null,
      });
      return JSON.stringify(reply)?.includes('history') ?? false;
    },
  },
  {
    group,
    name: 'the feed of the panel, opened by another extension',
    defence: 'nobody listens to the outside',
    async run(scene) {
      const other = await scene.openOther();
      const heard = await other.evaluate(`new Promise((resolve) => {
        const port = chrome.runtime.connect('${scene.id}', { name: 'panel' });
        port.onMessage.addListener((state) => resolve(JSON.stringify(state)));
        port.onDisconnect.addListener(() => resolve(''));
        setTimeout(resolve, 1000, '');
      })`);
      return String(heard).includes('history');
    },
  },
  ...poisons.map(
    ({ name, defence, script, code }, index): Attack => ({
      group,
      name,
      defence,
      run: poison(52 + index, script, code),
    }),
  ),
];
