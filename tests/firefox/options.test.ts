import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AGENT, STATUS_LOGIN } from '../e2e/fixtures/demo-agent.ts';
import { eventually } from '../patience.ts';
import { createControls } from './fixtures/controls.ts';
import { withDownloads } from './fixtures/downloads.ts';
import { createStepPanel } from './fixtures/step-desk.ts';
import { grantedOrigins, readStorage } from './fixtures/storage.ts';
import { expect, test } from './fixtures/test.ts';
import type { Tab } from './tab.ts';

const PATIENCE = { timeout: 20_000 };

test('a report and a file of settings hold no secret, and everything can be deleted', async ({ desk }) => {
  await desk.openAgentScreen();
  const panel = await desk.signIn();
  await createStepPanel(panel).dial('+1 415 555 0132');
  await panel.expectStage('Talking');
  const tab = await desk.firefox.openTab(`${desk.firefox.url('options.html')}#diagnostics`);
  const options = createControls(tab);

  await options.press('Make a report');
  await expect.poll(async () => (await options.field('The whole report')).value, PATIENCE).not.toBe('');
  const { value: report } = await options.field('The whole report');
  expect(JSON.parse(report)).toMatchObject({ connection: { status: 'signedIn' }, agent: { phase: 'talking' } });
  const saved = await withDownloads(desk.firefox, async (folder) => {
    await options.press('Save as a file');
    return eventually(async () => {
      const text = await readFile(join(folder, 'dialside-settings.json'), 'utf8');
      expect(JSON.parse(text)).toMatchObject({ dialside: 'settings', version: 1, settings: { regions: ['US'] } });
      return text;
    });
  });
  const secrets = [AGENT.password, AGENT.phonePassword, STATUS_LOGIN.user, STATUS_LOGIN.password, AGENT.user];
  for (const secret of [...secrets, '4155550132', new URL(desk.dialer.url).host]) {
    expect(report).not.toContain(secret);
    expect(saved).not.toContain(secret);
  }

  expect((await readStorage(tab)).onDisk).toContain(desk.dialer.url);
  expect(await grantedOrigins(tab)).toHaveLength(1);
  await options.press('Delete everything of Dialside here');
  await options.press('Delete everything');
  await panel.expectText('Server address');
  await expect.poll(() => grantedOrigins(tab), PATIENCE).toEqual([]);
  expect(await readStorage(tab)).toMatchObject({ onDisk: '{}{}{}' });
});

test('the appearance is chosen once for every page, and known to each before it is painted', async ({ desk }) => {
  const { firefox } = desk;
  const setUp = await firefox.openTab(firefox.url('setup.html'));
  const tab = await firefox.openTab(firefox.url('options.html'));
  const options = createControls(tab);
  const looks = (page: Tab) => page.inspect(() => getComputedStyle(document.body).backgroundColor);
  const bright = await looks(setUp);
  await options.check('Dark');
  await expect.poll(() => looks(setUp), PATIENCE).not.toBe(bright);
  expect(await looks(setUp)).toBe(await looks(tab));
  await firefox.chrome.inspect(watchBeginnings, firefox.url('setup.html'));
  await setUp.goto(firefox.url('setup.html'));
  await expect.poll(() => firefox.chrome.inspect(() => window.beginnings), PATIENCE).toEqual(['dark, nothing drawn']);
  await options.check('As on this computer');
  await expect
    .poll(() => tab.inspect(() => document.documentElement.dataset.appearance ?? 'none'), PATIENCE)
    .toBe('none');
  expect(await tab.inspect(() => localStorage.length)).toBe(0);
});

declare global {
  interface Window {
    /** What each page that began was like after the scripts of its head, and before its modules. */
    beginnings: string[];
  }
}

// The functions below run in the browser's window and see nothing of this file.

declare const gBrowser: { readonly browsers: readonly BrowserOfTab[] };

interface BrowserOfTab {
  readonly currentURI: { readonly spec: string };
  readonly messageManager: {
    addMessageListener(name: string, hear: (message: { readonly data: string }) => void): void;
    loadFrameScript(url: string, inLaterFrames: boolean): void;
  };
}

function watchBeginnings(url: string): void {
  window.beginnings = [];
  const browser = gBrowser.browsers.find(({ currentURI }) => currentURI.spec === url);
  if (!browser) throw new Error(`No tab shows ${url}.`);
  browser.messageManager.addMessageListener('dialside-beginning', ({ data }) => void window.beginnings.push(data));
  const script = `addEventListener('readystatechange', ({ target }) => {
    if (target !== content.document || target.readyState !== 'interactive') return;
    const { body, documentElement: { dataset } } = target;
    const drawn = body.childElementCount === 0 ? 'nothing drawn' : 'drawn';
    sendAsyncMessage('dialside-beginning', (dataset.appearance ?? 'none') + ', ' + drawn);
  }, true)`;
  browser.messageManager.loadFrameScript(`data:,${encodeURIComponent(script)}`, false);
}
