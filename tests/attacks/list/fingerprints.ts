import type { Attack } from '../attack.ts';
import { closedRoots } from '../moves/closed-roots.ts';
import { layBait } from '../scene/bait.ts';
import type { Scene } from '../scene/scene.ts';
import type { ScenePage } from '../scene/scene-page.ts';

const group = 'A page looks for Dialside and its pages';

const MANIFEST = 'no file of Dialside’s may be reached from a page';

/** A page of a site on which Dialside is not enabled. */
function openStranger(scene: Scene, html = '<p>Hello</p>'): Promise<ScenePage> {
  return scene.open(scene.web.publish(html, 'evil.example'));
}

/** Asked of a document: whether it is one of Dialside's own that has come up. */
function isOwn(): boolean {
  return location.protocol.endsWith('-extension:') && document.querySelector('script[type=module]') !== null;
}

/** Reads in the page, where it can, what Dialside shows. */
function reading(code: string): Attack['run'] {
  return async (scene) => {
    const { page } = await layBait(scene, 60);
    const found = await page.evaluate(`{ const host = [...document.documentElement.children].find((one) => one.popover);
const labels = (root) => [...(root?.querySelectorAll('[aria-label]') ?? [])].map((one) => one.ariaLabel).join();
${code} }`);
    return String(found).includes('Call');
  };
}

export const fingerprints: readonly Attack[] = [
  {
    group,
    name: 'fetching a file of the extension, to know that it is installed',
    defence: MANIFEST,
    async run(scene) {
      const page = await openStranger(scene);
      const found = await page.evaluate(`fetch('${scene.url('popup.html')}').then(({ ok }) => ok, () => false)`);
      return found === true;
    },
  },
  {
    group,
    name: 'Dialside’s page in a frame, to have its buttons clicked',
    defence: MANIFEST,
    async run(scene) {
      const page = await openStranger(scene, `<iframe src="${scene.url('popup.html')}"></iframe>`);
      await page.waitForTimeout(500);
      return page.evaluateInFrame(isOwn).catch(() => false);
    },
  },
  {
    group,
    name: 'leading the tab to Dialside’s page',
    defence: MANIFEST,
    async run(scene) {
      const page = await openStranger(scene);
      await page.evaluate(`location.assign('${scene.url('confirm.html#1')}')`).catch(() => undefined);
      await page.waitForTimeout(500);
      return page.evaluate(isOwn).catch(() => false);
    },
  },
  {
    group,
    name: 'opening Dialside’s page in a window',
    defence: MANIFEST,
    async run(scene) {
      const page = await openStranger(
        scene,
        `<button onclick="window.open('${scene.url('webphone.html')}')">Open</button>`,
      );
      const before = await scene.pages();
      await page.click('button');
      await page.waitForTimeout(800);
      const opened = (await scene.pages()).filter((one) => !before.includes(one));
      const own = await Promise.all(opened.map((one) => one.evaluate(isOwn).catch(() => false)));
      return own.includes(true);
    },
  },
  {
    group,
    name: 'listening for Dialside to announce itself',
    defence: 'it announces itself to nobody',
    async run(scene) {
      const listen = `<script>const heard = []; addEventListener('message', ({ data }) => heard.push(JSON.stringify(data)))</script>`;
      const { page } = await layBait(scene, 61, listen);
      return String(await page.evaluate('heard.join()')).length > 0;
    },
  },
  ...closedRoots.map(({ name, defence, code }): Attack => ({ group, name, defence, run: reading(code) })),
  {
    group,
    name: 'catching the root with a patched attachShadow, or in the path of an event',
    defence: 'a world apart; the path of an event ends at the closed root',
    async run(scene) {
      const patch = `<script>const roots = [];
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (options) { const root = attach.call(this, options); roots.push(root); return root; };
addEventListener('pointermove', (event) => roots.push(...event.composedPath().filter((one) => one instanceof ShadowRoot)), true);</script>`;
      const { page, button } = await layBait(scene, 62, patch);
      await page.mouse.move(button.box.x + 12, button.box.y + 12);
      return page.evaluate('roots.length > 0') as Promise<boolean>;
    },
  },
];
