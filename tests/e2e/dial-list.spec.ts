import { listFirst, NOT_CALLED } from '../steps/dial-list.ts';
import { createStepPanel } from './fixtures/step-desk.ts';
import { expect, test } from './fixtures/test.ts';
import { openToolbarPopup } from './fixtures/toolbar-popup.ts';

test('the numbers of a page are called one after the other, each by one key, and none that must not be called', async ({
  desk,
}) => {
  // Where codes are forced, a box asks for one after each call.
  for (const campaign of desk.dialer.world.campaigns) campaign.agent_pause_codes_active = 'N';
  listFirst(desk.dialer);
  await desk.openAgentScreen();
  const panel = await desk.signIn();
  await createStepPanel(panel).writeSettings({ alwaysAllow: ['+46'] });
  const crm = await desk.openCrm();
  await desk.enableSite(crm);
  const popup = await openToolbarPopup(desk.extension, crm);
  await popup.press('Make a dial list');
  await popup.expectText('1 of 10');
  await popup.expectText('+1 415 555 0132');
  await popup.close();

  const { page } = panel;
  await page.bringToFront();
  // As wide and high as a side panel: a popup has no room for the list during a call.
  await page.setViewportSize({ width: 400, height: 900 });
  await page.goto(desk.extension.url('sidepanel.html'));
  const next = page.getByRole('button', { name: 'Call next' });
  await next.focus();
  await page.keyboard.press('Enter');
  await panel.expectText(NOT_CALLED);
  await panel.expectText('2 of 10');
  await desk.expectDialRequests(0);
  for (const dialled of ['2125550187', '846500427']) {
    const before = desk.dialRequests().length;
    await expect(next).toBeFocused({ timeout: 30_000 });
    await expect
      .poll(async () => {
        // The first moment after the focus came back counts as impatience with the last call.
        await page.keyboard.press('Enter');
        return desk.dialRequests().length;
      })
      .toBe(before + 1);
    expect(desk.dialRequests().at(-1)?.parameters).toMatchObject({ value: dialled });
    await panel.expectStage('Talking');
    await panel.press('Hang up');
    await panel.expectStage('Wrap-up');
    const screen = desk.extension.context.pages().find((each) => each.url().includes('vicidial.php'));
    await screen?.locator('#DispoSelectBox').getByText('No Answer').click();
    await panel.expectStage('Call ended');
  }
  await panel.expectText('4 of 10');
  await panel.press('Show all numbers');
  await expect(page.locator('.dial-list li').nth(1)).toContainText(/\+1 212 555 0187.*Talked/);
  await desk.expectDialRequests(2);
});
