import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { Attack } from '../attack.ts';
import { baitHtml, layBait, numberOf } from '../scene/bait.ts';
import type { Scene } from '../scene/scene.ts';

const group = 'A page or another extension talks to Dialside';

const EVIL = numberOf(97);
const DIAL = { dialside: 'page.dial', payload: { e164: EVIL.e164, extension: null } };
const POST = `postMessage(${JSON.stringify(DIAL)}, '*')`;

const isEvilDialled = async (scene: Scene) => (await scene.dialled()).includes(EVIL.e164);

/** Browsers make the id of an unpacked extension from its folder: SHA-256, its digits written in the letters a to p. */
function otherExtensionId(): string {
  const folder = fileURLToPath(new URL('../scene/other-extension', import.meta.url));
  const digits = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return [...digits].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

const openOther = (scene: Scene) => scene.open(`chrome-extension://${otherExtensionId()}/page.html`);

/** Asks as an extension or a page asks another extension; resolves to the reply, or to null where there is none. */
function askAcross(page: Page, id: string, message: object): Promise<unknown> {
  const code = `new Promise((resolve) => {
    if (!globalThis.chrome?.runtime?.sendMessage) return resolve(null);
    setTimeout(resolve, 500, null);
    chrome.runtime.sendMessage('${id}', ${JSON.stringify(message)}, (reply) => resolve(chrome.runtime.lastError ? null : reply));
  })`;
  return page.evaluate(code);
}

/** Scripts of the page that are there before Dialside, to change what it will call. */
function poison(last: number, script: string, code: string): Attack['run'] {
  return async (scene) => {
    const mine = JSON.stringify(numberOf(last).e164);
    const own = `<p id="own" data-dialside-number='${mine}'>Our shop</p><script>${script}</script>`;
    const { page } = await layBait(scene, last, own);
    await page.waitForTimeout(300);
    if (code) await page.evaluate(code);
    else await page.click('#own');
    return isEvilDialled(scene);
  };
}

const APART = 'Dialside’s scripts run in a world apart, and hear no event that the page made';

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
    async run(scene) {
      const page = await scene.open(scene.web.publish(baitHtml('Nothing'), 'evil.example'));
      await askAcross(page, scene.extension.id, DIAL);
      return isEvilDialled(scene);
    },
  },
  {
    group,
    name: 'a dial asked for by another extension',
    defence: 'nobody listens to the outside',
    async run(scene) {
      await askAcross(await openOther(scene), scene.extension.id, DIAL);
      return isEvilDialled(scene);
    },
  },
  {
    group,
    name: 'the agent’s state and call history, asked for by another extension',
    defence: 'nobody listens to the outside',
    async run(scene) {
      const reply = await askAcross(await openOther(scene), scene.extension.id, {
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
      const other = await openOther(scene);
      const heard = await other.evaluate(`new Promise((resolve) => {
        const port = chrome.runtime.connect('${scene.extension.id}', { name: 'panel' });
        port.onMessage.addListener((state) => resolve(JSON.stringify(state)));
        port.onDisconnect.addListener(() => resolve(''));
        setTimeout(resolve, 1000, '');
      })`);
      return String(heard).includes('history');
    },
  },
  {
    group,
    name: 'a patched addEventListener that catches Dialside’s listeners and calls them',
    defence: APART,
    run: poison(
      52,
      `const caught = []; const add = EventTarget.prototype.addEventListener;
       EventTarget.prototype.addEventListener = function (type, listener, options) {
         if (type === 'click') caught.push(listener);
         return add.call(this, type, listener, options);
       };`,
      `{ own.dataset.dialsideNumber = JSON.stringify('${EVIL.e164}');
         for (const listener of caught) listener({ isTrusted: true, target: own }); }`,
    ),
  },
  {
    group,
    name: 'a polluted Object.prototype',
    defence: APART,
    run: poison(53, `for (const name of ['always', 'e164', 'value']) Object.prototype[name] = '${EVIL.e164}';`, ''),
  },
  {
    group,
    name: 'a patched JSON.parse',
    defence: APART,
    run: poison(54, `JSON.parse = () => '${EVIL.e164}';`, ''),
  },
];
