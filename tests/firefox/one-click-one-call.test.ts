import type { Desk, PanelTab } from './fixtures/desk.ts';
import { stopEventPage } from './fixtures/event-page.ts';
import { buttonBeside, middleOf, pressButtonBeside } from './fixtures/page-buttons.ts';
import { expect, test } from './fixtures/test.ts';
import type { Tab } from './tab.ts';

const NUMBER = '(415) 555-0132';

test('two clicks in a row are one call', async ({ desk }) => {
  const { crm, panel } = await sitDown(desk);
  await pressButtonBeside(crm, NUMBER, { times: 2 });
  await panel.expectStage('Talking');
  await desk.expectDialRequests(1);
});

test('a click wakes a stopped event page and is one call', async ({ desk }) => {
  const { crm, panel } = await sitDown(desk);
  const button = await buttonBeside(crm, NUMBER);
  // Its port would wake the event page before the click does.
  await panel.tab.close();
  await stopEventPage(desk.firefox);
  await crm.click(middleOf(button.box));
  await desk.expectDialRequests(1);
  await expect.poll(async () => (await buttonBeside(crm, NUMBER)).label, { timeout: 20_000 }).toContain('Talking');
});

test('an event page stopped while the request is on its way does not send it again', async ({ desk }) => {
  const { crm, panel } = await sitDown(desk);
  desk.dialer.faults.add({ match: { function: 'external_dial' }, fault: { kind: 'delayAfter', ms: 3000 } });
  const arriving = desk.dialer.log.next({ function: 'external_dial' });
  await pressButtonBeside(crm, NUMBER);
  await arriving;
  await stopEventPage(desk.firefox);
  await panel.expectStage('Talking');
  await desk.expectDialRequests(1);
});

test('an event page stopped while the customer rings follows the call when it wakes', async ({ desk }) => {
  const { crm, panel } = await sitDown(desk);
  await pressButtonBeside(crm, NUMBER);
  await panel.expectStage(/Ringing|Talking/);
  await stopEventPage(desk.firefox);
  await panel.expectStage('Talking');
  await expect.poll(async () => (await buttonBeside(crm, NUMBER)).label, { timeout: 20_000 }).toContain('Talking');
  await desk.expectDialRequests(1);
});

test('a dialer that drops the connection after it dialled gets one request', async ({ desk }) => {
  const { crm, panel } = await sitDown(desk);
  const fault = { kind: 'dropConnection', takesEffect: true } as const;
  desk.dialer.faults.add({ match: { function: 'external_dial' }, fault });
  await pressButtonBeside(crm, NUMBER);
  await panel.expectStage('Talking');
  await desk.expectDialRequests(1);
});

/** Signed in, the agent screen and the CRM open, the CRM enabled and in front. */
async function sitDown(desk: Desk): Promise<{ crm: Tab; panel: PanelTab }> {
  await desk.openAgentScreen();
  const panel = await desk.signIn();
  await panel.expectText('Paused');
  const crm = await desk.openCrm();
  await desk.enableSite(crm);
  return { crm, panel };
}
