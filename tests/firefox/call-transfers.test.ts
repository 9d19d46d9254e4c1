import { AGENT } from '../e2e/fixtures/demo-agent.ts';
import type { Desk, PanelTab } from './fixtures/desk.ts';
import { askFrom } from './fixtures/extension-requests.ts';
import { expect, test } from './fixtures/test.ts';

const NUMBER = '(415) 555-0132';
const DIGITS = '4155550132';
const COLLEAGUE = '7275550188';
const SETTINGS = {
  alwaysAllow: ['+'],
  dispositions: [{ code: 'NI', name: 'Not interested', isCallback: false }],
  transferIngroups: ['SALESLINE'],
};
const PATIENCE = { timeout: 20_000 };
/** A disposition is acted on two rounds of the agent screen later. */
const FREE = { timeout: 60_000 };

test('a third person is brought in and left with the customer', async ({ desk }) => {
  const panel = await talk(desk);
  await panel.press('Transfer');
  await panel.fill('Number to bring in or transfer to', COLLEAGUE);
  await panel.press('Three-way call');
  await expect.poll(() => desk.dialer.telephone.calls().length, PATIENCE).toBe(2);
  await panel.press('Leave the call');
  await panel.expectStage('Wrap-up');
  expect(transfers(desk)).toContain('DIAL_WITH_CUSTOMER');
  await finish(desk, panel);
});

test('a customer is handed to another number', async ({ desk }) => {
  const panel = await talk(desk);
  await panel.press('Transfer');
  await panel.fill('Number to bring in or transfer to', COLLEAGUE);
  await panel.press('Transfer and leave');
  await panel.expectStage('Wrap-up');
  expect(transfers(desk)).toContain('BLIND_TRANSFER');
  await finish(desk, panel);
});

test('a lead on preview is skipped', async ({ desk }) => {
  const panel = await sitDown(desk);
  await preview(desk);
  await panel.expectText('Previewing a lead');
  await panel.press('Skip');
  await expect.poll(() => live(desk)?.external_dial, PATIENCE).toBe('');
  await panel.expectText('Paused');
  expect(desk.dialer.telephone.calls()).toEqual([]);
});

test('a lead on preview is dialled', async ({ desk }) => {
  const panel = await sitDown(desk);
  await preview(desk);
  await panel.expectText('Previewing a lead');
  await panel.press('Dial');
  await panel.expectText('Talking');
  expect(desk.dialer.telephone.calls().map(({ number }) => number)).toEqual([`1${DIGITS}`]);
});

async function sitDown(desk: Desk): Promise<PanelTab> {
  // Where codes are forced, the box that asks for one takes the place of what is pressed here.
  for (const campaign of desk.dialer.world.campaigns) campaign.agent_pause_codes_active = 'N';
  await desk.openAgentScreen();
  const panel = await desk.signIn();
  expect(await askFrom(panel.tab, 'settings.write', SETTINGS)).toBe('{"value":null}');
  await panel.expectText('Paused');
  return panel;
}

async function talk(desk: Desk): Promise<PanelTab> {
  const panel = await sitDown(desk);
  await panel.fill('Number to call', NUMBER);
  await panel.press('Call');
  await panel.expectStage('Talking');
  return panel;
}

/** The wrap-up that stands open. */
async function finish(desk: Desk, panel: PanelTab): Promise<void> {
  await panel.fill('Disposition', 'NI');
  await panel.tab.strike('Enter');
  await panel.press('Finish, stay paused');
  await expect.poll(() => [live(desk)?.status, live(desk)?.lead_id], FREE).toEqual(['PAUSED', '0']);
}

function live({ dialer }: Desk) {
  return dialer.world.live_agents.find(({ user }) => user === AGENT.user);
}

function transfers({ dialer }: Desk): readonly (string | undefined)[] {
  return dialer.log.requests({ function: 'transfer_conference' }).map(({ parameters }) => parameters.value);
}

/** What another program of the company asks of the dialer. */
async function preview({ dialer }: Desk): Promise<void> {
  const answer = await fetch(`${dialer.url}/agc/api.php`, {
    method: 'POST',
    body: new URLSearchParams({
      ...{ source: 'test', user: AGENT.user, pass: AGENT.password, agent_user: AGENT.user, focus: 'NO' },
      ...{ function: 'external_dial', value: DIGITS, phone_code: '1', search: 'YES', preview: 'YES' },
    }),
  });
  expect(await answer.text()).toContain('SUCCESS');
}
