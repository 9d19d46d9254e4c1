import type { Page } from '@playwright/test';
import { AGENT, STATUS_LOGIN } from './fixtures/demo-agent.ts';
import { openPopupPage } from './fixtures/popup-page.ts';
import { expect, test } from './fixtures/test.ts';

const MOST_STOPS = 40;

/** Presses Tab until the control of that name has the focus, as somebody does who has no mouse. */
async function tabTo(page: Page, name: string): Promise<void> {
  const hasFocus = () =>
    page.evaluate((wanted) => {
      const at = document.activeElement;
      const label = at instanceof HTMLInputElement ? at.labels?.[0]?.textContent : at?.textContent;
      return (at?.getAttribute('aria-label') ?? label ?? '').trim() === wanted;
    }, name);
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await hasFocus()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`No "${name}" within ${MOST_STOPS} stops`);
}

test('signing in, pausing, dialling and hanging up take no mouse', async ({ desk }) => {
  // Where codes are forced, the agent screen would wait for one after the pause.
  for (const campaign of desk.dialer.world.campaigns) Object.assign(campaign, { agent_pause_codes_active: 'N' });
  await desk.openAgentScreen();
  const popup = await openPopupPage(desk.extension);
  const { page } = popup;
  const type = async (name: string, text: string) => {
    await tabTo(page, name);
    await page.keyboard.type(text);
  };
  const press = async (name: string) => {
    await tabTo(page, name);
    await page.keyboard.press('Enter');
  };
  await page.bringToFront();

  await type('Server address', desk.dialer.url);
  await type('User', AGENT.user);
  await type('Password', AGENT.password);
  await press('More settings');
  await type('Status user', STATUS_LOGIN.user);
  await type('Status password', STATUS_LOGIN.password);
  await page.keyboard.press('Enter');
  await popup.expectSignedIn();

  await press('Go ready');
  await popup.expectText('Ready');
  await press('Pause');
  await popup.expectText('Paused');

  await type('Number to call', '4155550132');
  await page.keyboard.press('Enter');
  await popup.expectStage('Talking');
  await press('Hang up');
  await expect(page.getByRole('button', { name: 'Hang up' })).toBeHidden({ timeout: 30_000 });
  await desk.expectDialRequests(1);
  await expect.poll(() => desk.dialer.log.requests({ function: 'external_hangup' }).length).toBe(1);
});
