import { AGENT } from '../e2e/fixtures/demo-agent.ts';
import type { Desk } from './fixtures/desk.ts';
import { askFrom, idOfTab } from './fixtures/extension-requests.ts';
import { givePermission } from './fixtures/site-permission.ts';
import { expect, test } from './fixtures/test.ts';

const LEAD = '2002';
const PATIENCE = { timeout: 30_000 };

/** The CRM by a name of this machine: over plain http no other may be opened. */
const crmOf = ({ crmUrl }: Desk) => `http://localhost:${new URL(crmUrl).port}`;
const recordUrl = (desk: Desk) => `${crmOf(desk)}/contact.html?id=C-20418`;

async function openedPages(desk: Desk): Promise<readonly string[]> {
  const urls = await Promise.all((await desk.firefox.tabs()).map((tab) => tab.url()));
  return urls.filter((url) => url.startsWith(crmOf(desk)));
}

/** An agent who is paused, with a CRM of his company. */
async function takeSeat(desk: Desk, settings: Readonly<Record<string, unknown>>) {
  const lead = desk.dialer.world.leads.find(({ lead_id: id }) => id === LEAD);
  Object.assign(lead ?? {}, { vendor_lead_code: 'C-20418' });
  const screen = await desk.openAgentScreen();
  const panel = await desk.signIn({ withStatusLogin: false });
  const screenPops = [{ template: `${crmOf(desk)}/contact.html?id=--A--vendor_lead_code--B--` }];
  expect(await askFrom(panel.tab, 'settings.write', { screenPops, ...settings })).toBe('{"value":null}');
  return { screen, panel };
}

async function takeCall(desk: Desk, { screen, panel }: Awaited<ReturnType<typeof takeSeat>>): Promise<void> {
  await screen.goReady();
  await panel.expectText('Ready');
  // The screen says so before its dialer has heard it.
  const live = () => desk.dialer.world.live_agents.find(({ user }) => user === AGENT.user)?.status;
  await expect.poll(live, PATIENCE).toBe('READY');
  const answer = await fetch(`${desk.dialer.url}/control/screen/hand-over`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: AGENT.user, leadId: LEAD }),
  });
  expect(await answer.json()).toEqual({ done: true });
}

test('the record of a call that comes opens in a new tab', async ({ desk }) => {
  await takeCall(desk, await takeSeat(desk, {}));
  await expect.poll(() => openedPages(desk), PATIENCE).toEqual([recordUrl(desk)]);
});

test.for([
  { typed: '', pages: (desk: Desk) => [recordUrl(desk)] },
  { typed: 'a note', pages: (desk: Desk) => [`${crmOf(desk)}/edit.html`, recordUrl(desk)] },
])('it takes the tab of the CRM unless something is typed there: $typed', async ({ typed, pages }, { desk }) => {
  const seat = await takeSeat(desk, { popWay: 'sameTab' });
  const crm = await desk.firefox.openTab(`${crmOf(desk)}/edit.html`);
  await givePermission(desk.firefox, ['http://localhost/*']);
  const tabId = await idOfTab(seat.panel.tab, await crm.url());
  expect(await askFrom(seat.panel.tab, 'site.enable', { tabId, scope: 'site' })).toBe('{"value":null}');
  // Only what was typed since the page came is known.
  await crm.goto(`${crmOf(desk)}/edit.html`);
  await crm.bringToFront();
  await crm.click(await crm.evaluate(middleOfField));
  if (typed !== '') await crm.type(typed);
  await takeCall(desk, seat);
  await expect.poll(() => openedPages(desk), PATIENCE).toEqual(pages(desk));
});

/** Runs in the page, and sees nothing of this file. */
function middleOfField(): { x: number; y: number } {
  const { left, top, width, height } = (document.querySelector('input, textarea') as Element).getBoundingClientRect();
  return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
}
