import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { createTranslate } from '../../lib/messages/text.ts';
import { getMessageOf } from '../locale-messages.ts';
import { AGENT } from './fixtures/demo-agent.ts';
import { openDesk } from './fixtures/desk.ts';
import { buildInLanguage } from './fixtures/in-language.ts';
import { pageButtons } from './fixtures/page-buttons.ts';
import { expect, test } from './fixtures/test.ts';
import { openToolbarPopup } from './fixtures/toolbar-popup.ts';

/** Long words, and one that is read from the right; every view in every language is looked at in tests/dom. */
const LANGUAGES = [
  { language: 'de', direction: 'ltr' },
  { language: 'ar', direction: 'rtl' },
] as const;

for (const { language, direction } of LANGUAGES) {
  test(`an agent who speaks ${language} signs in, turns on a site, and reads every page in it`, async () => {
    await using build = await buildInLanguage(language);
    const file = join(build.folder, '_locales', language, 'messages.json');
    const t = createTranslate(getMessageOf(JSON.parse(await readFile(file, 'utf8'))), language);
    const desk = await openDesk({ folder: build.folder });
    try {
      const page = await desk.extension.context.newPage();
      await page.setViewportSize({ width: 360, height: 600 });
      await page.goto(desk.extension.url('popup.html'));
      await expect(page.getByRole('heading', { name: t('signInTitle') })).toBeVisible();
      await expectWhole(page, language, direction, 'sign-in');
      await page.getByLabel(t('signInServer'), { exact: true }).fill(desk.dialer.url);
      await page.getByLabel(t('signInUser'), { exact: true }).fill(AGENT.user);
      await page.getByLabel(t('signInPassword'), { exact: true }).fill(AGENT.password);
      await page.getByRole('button', { name: t('signInSubmit'), exact: true }).click();
      await expect(page.getByRole('button', { name: t('menuSignOut'), exact: true })).toBeVisible();
      await expectWhole(page, language, direction, 'popup');

      const crm = await desk.openCrm();
      const popup = await openToolbarPopup(desk.extension, crm);
      await popup.press(t('siteThis', new URL(crm.url()).hostname));
      await popup.close();
      const labels = async () => (await pageButtons(crm)).map(({ label }) => label);
      await expect.poll(labels).toContain(t('pageCall', '+1 415 555 0132'));

      for (const [width, name] of [
        [360, 'options'],
        [640, 'options-640'],
      ] as const) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(desk.extension.url('options.html'));
        await expect(page.getByRole('heading', { name: t('optionsTitle') })).toBeVisible();
        await expectWhole(page, language, direction, name);
      }
    } finally {
      await desk.close();
    }
  });
}

/** The page is in the language, in its direction, and nothing has to be scrolled to sideways; its picture lies in `.output`. */
async function expectWhole(page: Page, language: string, direction: string, name: string): Promise<void> {
  const root = page.locator('html');
  await expect(root).toHaveAttribute('lang', language);
  await expect(root).toHaveAttribute('dir', direction);
  await page.screenshot({ path: `.output/languages/${language}-${name}.png`, fullPage: true });
  expect(await root.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeLessThanOrEqual(0);
}
