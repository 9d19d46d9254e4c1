import { AGENT } from '../e2e/fixtures/demo-agent.ts';
import { createControls } from './fixtures/controls.ts';
import { askFrom } from './fixtures/extension-requests.ts';
import { buttonBeside, pressButtonBeside } from './fixtures/page-buttons.ts';
import { openSidebar } from './fixtures/sidebar.ts';
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

test('a call is hung up and finished with a disposition in the sidebar', async ({ desk }) => {
  await desk.openAgentScreen();
  const panel = await desk.signIn();
  const dispositions = [{ code: 'NA', name: 'No answer at all', isCallback: false }];
  expect(await askFrom(panel.tab, 'settings.write', { dispositions })).toBe('{"value":null}');
  const crm = await desk.openCrm();
  await desk.enableSite(crm);
  const surface = await openSidebar(desk.firefox);
  const sidebar = createControls(surface);
  await sidebar.expectText('Paused');
  await pressButtonBeside(crm, NUMBER);
  await sidebar.expectStage('Talking');
  await sidebar.press('Hang up');
  await sidebar.expectStage('Wrap-up');
  await sidebar.fill('Disposition', 'NA');
  await surface.strike('Enter');
  await sidebar.press('Finish, stay paused');
  await sidebar.expectText('Call finished');
  const finished = desk.dialer.log.requests({ function: 'external_status' });
  expect(finished.map(({ parameters }) => parameters.value)).toEqual(['NA']);
  await desk.expectDialRequests(1);
});

test('without a login for the live detail the call is followed all the same, and its extension is not dialled', async ({
  desk,
}) => {
  await desk.openAgentScreen();
  const panel = await desk.signIn({ withStatusLogin: false });
  await panel.expectText('Paused');
  const crm = await desk.openCrm();
  await desk.enableSite(crm);
  await pressButtonBeside(crm, '(808) 555-0111 ext. 204');
  await panel.expectText('Extension 204');
  await panel.expectStage(/On the call|Talking/);
  await desk.expectDialRequests(1);
  expect(desk.dialRequests()[0]?.parameters).toMatchObject({ phone_code: '1', value: '8085550111' });
  const askers = desk.dialer.log.requests({ path: '/vicidial/non_agent_api.php' }).map(({ parameters }) => parameters);
  expect(askers.filter(({ user }) => user === AGENT.user)).toEqual([]);
});

test('pause and ready reach the dialer, and are shown', async ({ desk }) => {
  await desk.openAgentScreen();
  const panel = await desk.signIn();
  const live = () => desk.dialer.world.live_agents.find(({ user }) => user === AGENT.user)?.status;
  await panel.expectText('Paused');
  await panel.press('Go ready');
  await panel.expectText('Ready');
  await expect.poll(live, { timeout: 20_000 }).toBe('READY');
  await panel.press('Pause');
  await panel.expectText('Paused');
  await expect.poll(live, { timeout: 20_000 }).toBe('PAUSED');
});
