import { buttonBeside, pressButtonBeside } from './fixtures/page-buttons.ts';
import { expect, test } from './fixtures/test.ts';

const NUMBER = '(415) 555-0132';

test('an agent clicks a number, talks and hangs up', async ({ desk }) => {
  const screen = await desk.openAgentScreen();
  const panel = await desk.signInByForm();
  await panel.expectText('Paused');
  const crm = await desk.openCrm();
  await desk.enableSiteByPopup(crm);

  const button = await pressButtonBeside(crm, NUMBER);
  expect(button.label).toBe('Call +1 415 555 0132');
  await panel.expectStage('Talking');
  await expect.poll(async () => (await buttonBeside(crm, NUMBER)).label, { timeout: 20_000 }).toContain('Talking');
  const [request, ...others] = desk.dialRequests();
  expect(others).toEqual([]);
  expect(request?.parameters).toMatchObject({ phone_code: '1', value: '4155550132', agent_user: '1000' });

  await panel.press('Hang up');
  await panel.expectStage('Wrap-up');
  await screen.setDisposition('No Answer');
  await panel.expectStage('Call ended');
});
