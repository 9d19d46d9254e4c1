import { logInToAgentScreen } from './fixtures/agent-screen.ts';
import { buttonBeside, pressButtonBeside } from './fixtures/page-buttons.ts';
import { expect, test } from './fixtures/test.ts';

const NUMBER = '(415) 555-0132';

test('an agent clicks a number, talks, hangs up and stays paused', async ({ desk }) => {
  const screen = await logInToAgentScreen(desk.extension, desk.dialer.url);
  const popup = await desk.signIn();
  const crm = await desk.openCrm();
  await desk.enableSite(crm);

  const button = await pressButtonBeside(crm, NUMBER);
  expect(button.label).toBe('Call +1 415 555 0132');
  await popup.expectStage('Talking');
  await expect.poll(async () => (await buttonBeside(crm, NUMBER)).label).toContain('Talking');
  const [request, ...others] = desk.dialRequests();
  expect(others).toEqual([]);
  expect(request?.parameters).toMatchObject({ phone_code: '1', value: '4155550132', agent_user: '1000' });

  await popup.press('Hang up');
  await popup.expectStage('Wrap-up');
  await screen.setDisposition('No Answer');
  await popup.expectStage('Call ended');
  // In a campaign with a dial level the dialer would have made him ready.
  await popup.expectText('Paused');
  await popup.page.waitForTimeout(3000);
  expect(desk.dialer.world.live_agents.find(({ user }) => user === '1000')?.status).toBe('PAUSED');
});

test('without a login for the live detail the call is followed all the same', async ({ desk }) => {
  await desk.openAgentScreen();
  const popup = await desk.signIn({ withStatusLogin: false });
  const opening = desk.extension.context.waitForEvent('page');
  await popup.dial('+44 20 7946 0018');
  const question = await opening;
  await expect(question.locator('body')).toContainText(/\+44 20 7946 0018.*United Kingdom.*outside your countries/s);
  await question.getByRole('button', { name: 'Call', exact: true }).click();
  await popup.expectStage(/On the call|Talking/);
  expect(desk.dialRequests()[0]?.parameters).toMatchObject({ phone_code: '44', value: '2079460018' });
});

test('an extension is never dialled with the number', async ({ desk }) => {
  await desk.openAgentScreen();
  const popup = await desk.signIn();
  const crm = await desk.openCrm();
  await desk.enableSite(crm);
  await pressButtonBeside(crm, '(808) 555-0111 ext. 204');
  await popup.expectText('Extension 204');
  await desk.expectDialRequests(1);
  expect(desk.dialRequests()[0]?.parameters).toMatchObject({ phone_code: '1', value: '8085550111' });
});

test('pause and ready reach the dialer, and are shown', async ({ desk }) => {
  await desk.openAgentScreen();
  const popup = await desk.signIn();
  const live = () => desk.dialer.world.live_agents.find(({ user }) => user === '1000')?.status;
  await popup.press('Go ready');
  await popup.expectText('Ready');
  await expect.poll(live).toBe('READY');
  await popup.press('Pause');
  await popup.expectText('Paused');
  await expect.poll(live).toBe('PAUSED');
});
