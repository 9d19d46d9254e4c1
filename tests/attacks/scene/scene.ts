import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { AGENT } from '../../e2e/fixtures/demo-agent.ts';
import {
  answerSiteQuestionsWithYes,
  type ExtensionGlobal,
  type LoadedExtension,
  launchExtension,
} from '../../e2e/fixtures/extension.ts';
import { openPopupPage } from '../../e2e/fixtures/popup-page.ts';
import { openToolbarPopup } from '../../e2e/fixtures/toolbar-popup.ts';
import { createDialer } from '../../simulator/dialer.ts';
import { type Build, buildFolder } from '../build.ts';
import { createHostileDialer, type HostileDialer } from './hostile-dialer.ts';
import { createHostileWeb, type HostileWeb } from './hostile-web.ts';

/** A browser with one of the two builds, signed in, enabled on one site; and the world against it. */
export interface Scene {
  readonly extension: LoadedExtension;
  readonly dialer: HostileDialer;
  readonly web: HostileWeb;
  /** The popup in a tab: the agent's own view, and a page that may ask everything. */
  readonly panel: Page;
  /** Asks as a page of Dialside's own; resolves to the whole reply. */
  ask(name: string, payload?: unknown): Promise<unknown>;
  open(address: string): Promise<Page>;
  /** Presses the switch of a site in the popup. */
  switchSite(page: Page): Promise<void>;
  /** The numbers that were dialled since the attack began; waits a moment where there is none yet. */
  dialled(waitMs?: number): Promise<readonly string[]>;
  /** Clears away what an attack left behind. */
  tidy(): Promise<void>;
  close(): Promise<void>;
}

const OTHER_EXTENSION = fileURLToPath(new URL('other-extension', import.meta.url));

// A message is answered within some 20 ms, and a dial sent at once; the rest is for a busy machine. Where the enemy is to
// succeed, waiting ends with his success and may be long.
const DIAL_MS: Readonly<Record<Build, number>> = { weakened: 5000, ours: 500 };

/** Another agent of the recorded world, with the same password. */
const COLLEAGUE = { user: '1001' };

/** The request of the popup by which the demo agent signs in to a server. */
export function signInTo(server: string) {
  const address = { server, agentPath: '', nonAgentPath: '', allowInsecure: true };
  const agent = { user: AGENT.user, password: AGENT.password, agentUser: '', statusCredential: null };
  return { ...address, ...agent, region: 'US', dialMethod: 'unknown', pin: null };
}

export async function openScene(build: Build): Promise<Scene> {
  const simulator = await createDialer();
  simulator.screens.logIn(simulator.screens.loginFormOf(AGENT.user));
  const dialer = await createHostileDialer(simulator);
  const web = await createHostileWeb();
  const extension = await launchExtension({ folder: buildFolder(build), beside: [OTHER_EXTENSION] });
  await answerSiteQuestionsWithYes(extension);
  const popup = await openPopupPage(extension);
  await popup.signIn({ server: dialer.url, user: AGENT.user, password: AGENT.password });
  await popup.expectSignedIn();
  const { page: panel } = popup;

  const ask = (name: string, payload: unknown = null) =>
    panel.evaluate(
      (message) => (globalThis as ExtensionGlobal).chrome.runtime.sendMessage(message) as Promise<unknown>,
      { dialside: name, payload },
    );
  const open = async (address: string) => {
    const page = await extension.context.newPage();
    await page.goto(address);
    return page;
  };
  const switchSite = async (page: Page) => {
    const shown = await openToolbarPopup(extension, page);
    await shown.press(`On ${new URL(page.url()).host}`);
    await shown.close();
  };
  const tidy = async () => {
    const others = extension.context.pages().filter((page) => page !== panel);
    await Promise.all(others.map((page) => page.close()));
    dialer.reset();
    // After another agent's session nothing is remembered of a dial that is still on its way, nor a distance kept from it.
    for (const agent of [COLLEAGUE, {}]) {
      const reply = JSON.stringify(await ask('session.signIn', { ...signInTo(dialer.url), ...agent }));
      if (!reply.startsWith('{"value":{"ok":true')) throw new Error(`The agent could not sign in again: ${reply}`);
    }
    dialer.requests.length = 0;
  };
  await switchSite(await open(web.publish('<title>The site that is enabled</title>')));
  await tidy();

  return {
    ...{ extension, dialer, web, panel, ask, open, switchSite, tidy },
    async dialled(waitMs = DIAL_MS[build]) {
      const end = Date.now() + waitMs;
      while (dialer.dialled().length === 0 && Date.now() < end) await panel.waitForTimeout(25);
      return dialer.dialled();
    },
    async close() {
      await extension.close();
      await Promise.all([dialer.close(), web.close(), simulator.close()]);
    },
  };
}
