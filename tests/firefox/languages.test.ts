import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTranslate } from '../../lib/messages/text.ts';
import { originPattern } from '../../lib/platform/origin-pattern.ts';
import { AGENT } from '../e2e/fixtures/demo-agent.ts';
import { buildInLanguage } from '../e2e/fixtures/in-language.ts';
import { getMessageOf } from '../locale-messages.ts';
import { FIREFOX_BUILD } from './firefox.ts';
import { createControls } from './fixtures/controls.ts';
import { pageButtons } from './fixtures/page-buttons.ts';
import { givePermission } from './fixtures/site-permission.ts';
import { expect, test } from './fixtures/test.ts';
import type { Tab } from './tab.ts';

const PICTURES = '.output/languages';
const PATIENCE = { timeout: 20_000 };

test('an agent who reads from the right signs in, turns on a site, and reads every page so', async ({ desk }) => {
  const { firefox } = desk;
  await using build = await buildInLanguage('ar', FIREFOX_BUILD);
  const file = join(build.folder, '_locales', 'ar', 'messages.json');
  const t = createTranslate(getMessageOf(JSON.parse(await readFile(file, 'utf8'))), 'ar');
  await mkdir(PICTURES, { recursive: true });
  // In the place of the one that is there.
  await firefox.installBeside(build.folder);
  await givePermission(firefox, [originPattern(desk.dialer.url)]);

  const tab = await firefox.openTab(firefox.url('popup.html'));
  const popup = createControls(tab);
  await popup.expectText(t('signInTitle'));
  await expectFromRight(tab, 'sign-in');
  await popup.fill(t('signInServer'), desk.dialer.url);
  await popup.fill(t('signInUser'), AGENT.user);
  await popup.fill(t('signInPassword'), AGENT.password);
  await popup.press(t('signInSubmit'));
  await popup.expectText(t('menuSignOut'));
  await expectFromRight(tab, 'popup');

  const crm = await desk.openCrm();
  await desk.enableSite(crm);
  const labels = async () => (await pageButtons(crm)).map(({ label }) => label);
  await expect.poll(labels, PATIENCE).toContain(t('pageCall', '+1 415 555 0132'));
  for (const [page, title] of [
    ['options', t('optionsTitle')],
    ['supervisor', t('supervisorTitle')],
  ] as const) {
    await tab.goto(firefox.url(`${page}.html`));
    await createControls(tab).expectText(title);
    await expectFromRight(tab, page);
  }
});

/** The page is in the language and its direction, and nothing has to be scrolled to sideways; its picture lies in `.output`. */
async function expectFromRight(tab: Tab, name: string): Promise<void> {
  await tab.bringToFront();
  await tab.screenshot(`${PICTURES}/firefox-ar-${name}.png`);
  const { lang, dir, clientWidth, scrollWidth } = await tab.inspect(() => {
    const root = document.documentElement;
    return { lang: root.lang, dir: root.dir, clientWidth: root.clientWidth, scrollWidth: root.scrollWidth };
  });
  expect([lang, dir, scrollWidth <= clientWidth]).toEqual(['ar', 'rtl', true]);
}
