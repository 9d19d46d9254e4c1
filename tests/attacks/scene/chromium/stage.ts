import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { originPattern } from '../../../../lib/platform/origin-pattern.ts';
import { chooseFromMenu, type MenuClick } from '../../../e2e/fixtures/context-menu.ts';
import { AGENT } from '../../../e2e/fixtures/demo-agent.ts';
import {
  answerSiteQuestionsWithYes,
  type LoadedExtension,
  launchExtension,
  stopWorker,
} from '../../../e2e/fixtures/extension.ts';
import { openPopupPage } from '../../../e2e/fixtures/popup-page.ts';
import { openToolbarPopup } from '../../../e2e/fixtures/toolbar-popup.ts';
import { TRUST_FIRST_CERTIFICATE } from '../../../e2e/fixtures/trusted-certificate.ts';
import { OTHER_EXTENSION } from '../other-extension.ts';
import type { Stage } from '../scene.ts';
import { lookAt, type ScenePage } from '../scene-page.ts';
import { isolatedWorldOf } from './isolated-world.ts';
import { overlayOf } from './overlay.ts';
import { coloursAt } from './pixels.ts';

/** Chromium with the build of a folder, which may ask for the dialer. */
export async function openChromium(folder: string, dialerUrl: string): Promise<Stage> {
  const extension = await launchExtension({ folder, beside: [OTHER_EXTENSION], flags: [TRUST_FIRST_CERTIFICATE] });
  await answerSiteQuestionsWithYes(extension);
  const popup = await openPopupPage(extension);
  // By the form, whose click asks the browser for the dialer.
  await popup.signIn({ server: dialerUrl, user: AGENT.user, password: AGENT.password });
  await popup.expectSignedIn();

  const wrapped = new WeakMap<Page, ScenePage>();
  const inside = new WeakMap<ScenePage, Page>();
  const wrap = (page: Page): ScenePage => {
    const known = wrapped.get(page) ?? scenePageOf(page, popup.page, extension);
    wrapped.set(page, known);
    inside.set(known, page);
    return known;
  };
  const open = async (address: string) => {
    const page = await extension.context.newPage();
    await page.goto(address);
    return wrap(page);
  };
  const panel = wrap(popup.page);
  // A worker cannot be spoken to by the browser while it is stopped.
  const wake = () => panel.evaluate(`chrome.runtime.sendMessage({ dialside: 'agent.refresh', payload: null })`);
  const choose = async (click: MenuClick) => {
    await wake();
    await chooseFromMenu(extension, click);
  };
  return {
    ...{ panel, open, id: extension.id, url: extension.url },
    pages: async () => extension.context.pages().map(wrap),
    openOther: () => open(`chrome-extension://${otherExtensionId()}/page.html`),
    async switchSite(page) {
      const shown = await openToolbarPopup(extension, inside.get(page) ?? popup.page);
      await shown.press(`On ${new URL(await page.url()).hostname}`);
      await shown.close();
    },
    async givePermission(address) {
      const origins = JSON.stringify([originPattern(address)]);
      // What a test has a page do counts as done by a press.
      const isGiven = await panel.evaluate(`chrome.permissions.request({ origins: ${origins} })`);
      if (isGiven !== true) throw new Error(`The browser does not give the permission for ${address}.`);
    },
    // Since it was started.
    trustFirstCertificate: async () => undefined,
    async restartBackground() {
      await stopWorker(extension);
      await wake();
    },
    chooseAtLink: (linkUrl) => choose({ menuItemId: 'dialLink', linkUrl }),
    chooseAtSelection: (selectionText) => choose({ menuItemId: 'dialSelection', selectionText }),
    close: extension.close,
  };
}

function scenePageOf(page: Page, reader: Page, { id }: LoadedExtension): ScenePage {
  return {
    mouse: {
      move: (x, y) => page.mouse.move(x, y, { steps: 2 }),
      down: () => page.mouse.down(),
      up: () => page.mouse.up(),
    },
    keyboard: page.keyboard,
    url: async () => page.url(),
    evaluate: (task: string | (() => unknown)) => page.evaluate(task) as Promise<never>,
    evaluateInFrame: (task: string | (() => unknown)) => {
      const [, frame] = page.frames();
      if (!frame) throw new Error('The page has no frame.');
      return frame.evaluate(task) as Promise<never>;
    },
    async waitForTrue(expression) {
      await page.waitForFunction(expression);
    },
    waitForTimeout: (ms) => page.waitForTimeout(ms),
    click: (selector) => page.click(selector),
    focus: (selector) => page.focus(selector),
    overlay: () => overlayOf(page),
    lookAt: (button, words) => lookAt((points) => coloursAt(page, reader, points), button, words),
    isolatedWorld: () => isolatedWorldOf(page, id),
    close: () => page.close(),
  };
}

/** Browsers make the id of an unpacked extension from its folder: SHA-256, its digits written in the letters a to p. */
function otherExtensionId(): string {
  const digits = createHash('sha256').update(OTHER_EXTENSION).digest('hex').slice(0, 32);
  return [...digits].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}
