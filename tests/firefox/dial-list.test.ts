import { eventually } from '../patience.ts';
import { listFirst, NOT_CALLED } from '../steps/dial-list.ts';
import { createStepPanel } from './fixtures/step-desk.ts';
import { expect, test } from './fixtures/test.ts';
import { openToolbarPopup } from './fixtures/toolbar-popup.ts';

const PATIENCE = { timeout: 30_000 };

test('the numbers of a page are called one after the other, each by one key, and none that must not be called', async ({
  desk,
}) => {
  // Where codes are forced, a box asks for one after each call.
  for (const campaign of desk.dialer.world.campaigns) campaign.agent_pause_codes_active = 'N';
  listFirst(desk.dialer);
  const screen = await desk.openAgentScreen();
  const panel = await desk.signIn();
  await createStepPanel(panel).writeSettings({ alwaysAllow: ['+46'] });
  const crm = await desk.openCrm();
  await desk.enableSite(crm);
  const popup = await openToolbarPopup(desk.firefox);
  await popup.press('Make a dial list');
  await popup.expectText('1 of 10');
  await popup.expectText('+1 415 555 0132');
  await popup.close();

  const { tab } = panel;
  // The popup has no room for the list during a call.
  await tab.goto(desk.firefox.url('sidepanel.html'));
  await panel.expectText('1 of 10');
  await eventually(() => tab.inspect(focusNext));
  await tab.strike('Enter');
  await panel.expectText(NOT_CALLED);
  await panel.expectText('2 of 10');
  await desk.expectDialRequests(0);
  for (const dialled of ['2125550187', '846500427']) {
    const before = desk.dialRequests().length;
    await expect.poll(() => tab.inspect(isAtNext), PATIENCE).toBe(true);
    await eventually(async () => {
      // The first moment after the focus came back counts as impatience with the last call.
      await tab.strike('Enter');
      expect(desk.dialRequests()).toHaveLength(before + 1);
    });
    expect(desk.dialRequests().at(-1)?.parameters).toMatchObject({ value: dialled });
    await panel.expectStage('Talking');
    await panel.press('Hang up');
    await panel.expectStage('Wrap-up');
    await screen.setDisposition('No Answer');
    await panel.expectStage('Call ended');
  }
  await panel.expectText('4 of 10');
  await panel.press('Show all numbers');
  await expect.poll(() => tab.inspect(secondLine), PATIENCE).toMatch(/\+1 212 555 0187.*Talked/s);
  await desk.expectDialRequests(2);
});

// The functions run in the page and see nothing of this file.

function focusNext(): void {
  const next = [...document.querySelectorAll('button')].find(({ innerText }) => innerText.trim() === 'Call next');
  if (!next) throw new Error('There is no "Call next".');
  next.focus();
}

function isAtNext(): boolean {
  return (document.activeElement as HTMLElement | null)?.innerText.trim() === 'Call next';
}

function secondLine(): string {
  return document.querySelectorAll<HTMLElement>('.dial-list li')[1]?.innerText ?? '';
}
