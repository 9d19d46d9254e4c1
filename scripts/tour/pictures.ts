import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { type Desk, openDesk } from '../../tests/e2e/fixtures/desk.ts';
import { pressButtonBeside } from '../../tests/e2e/fixtures/page-buttons.ts';
import { openToolbarPopup } from '../../tests/e2e/fixtures/toolbar-popup.ts';
import { fillLists } from './fill-lists.ts';
import { createSteps } from './steps.ts';
import { STORE_SIZE, takeBeside, takeWhole, writeBoth } from './store-picture.ts';

/** `npm run pictures`: takes those of the documents (docs/images) and of the stores (store/images) anew, from one call. */
const NUMBER = '(415) 555-0132';
const DOCS = fileURLToPath(new URL('../../docs/images/', import.meta.url));
const STORE = fileURLToPath(new URL('../../store/images/', import.meta.url));

const { step } = createSteps();
await mkdir(STORE, { recursive: true });
const desk = await step('A browser with Dialside, the simulated dialer and the demo CRM are up', () => openDesk());
try {
  await walk(desk);
} finally {
  await desk.close();
}

async function walk({ extension, ...desk }: Desk): Promise<void> {
  const { context } = extension;
  const open = async (path: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(extension.url(path));
    return page;
  };
  const whole = (name: string, page: Page) => writeBoth(STORE, name, (scheme) => takeWhole(page, scheme));

  await desk.openAgentScreen();
  const popup = await step('The agent is signed in', () => desk.signIn());
  await fillLists({ extension, ...desk });
  // Before the call: an agent who is paused and free is told all that the check finds.
  const setUp = await open('setup.html');
  await setUp.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(setUp.getByRole('button', { name: 'Check again' })).toBeVisible({ timeout: 60_000 });
  await step('3 The set-up check', () => whole('3-set-up-check', setUp));
  const crm = await desk.openCrm();
  await crm.setViewportSize(STORE_SIZE);
  await desk.enableSite(crm);
  const panel = await open('sidepanel.html');
  const beside = (name: string) => writeBoth(STORE, name, (scheme) => takeBeside(context, crm, panel, scheme));

  await crm.bringToFront();
  await pressButtonBeside(crm, NUMBER);
  await popup.expectStage('Talking');
  await step('The call of the documents', () => takeDocuments({ extension, ...desk }, crm));
  await step('1 The call', () => beside('1-call'));
  await popup.press('Hang up');
  await popup.expectStage('Wrap-up');
  await expect(panel.locator('.call-stage')).toContainText('Wrap-up');
  await step('2 Its end', () => beside('2-disposition'));
  const options = await open('options.html');
  await expect(options.locator('main')).toBeVisible();
  await step('4 The options', () => whole('4-options', options));
}

/** The page in the picture of the README, and the popup as the browser draws it below its button. */
async function takeDocuments({ extension }: Desk, crm: Page): Promise<void> {
  await crm.setViewportSize(STORE_SIZE);
  await crm.emulateMedia({ colorScheme: 'light' });
  await crm.screenshot({ path: `${DOCS}crm-talking.png` });
  const toolbar = await openToolbarPopup(extension, crm);
  await toolbar.expectText('Talking');
  await toolbar.screenshot(`${DOCS}popup-talking.png`);
  await toolbar.close();
}
