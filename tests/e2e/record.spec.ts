import type { Page } from '@playwright/test';
import { chooseFromMenu } from './fixtures/context-menu.ts';
import { AGENT, STATUS_LOGIN } from './fixtures/demo-agent.ts';
import type { Desk } from './fixtures/desk.ts';
import type { ExtensionGlobal } from './fixtures/extension.ts';
import { boxOfText, buttonBeside, labels, pressButtonBeside } from './fixtures/page-buttons.ts';
import type { PopupPage } from './fixtures/popup-page.ts';
import { expect, test } from './fixtures/test.ts';

const NUMBER = '(415) 555-0132';
const RULES = [
  {
    name: 'Larkspur',
    patterns: ['crm.example/contact.html?id={vendor_lead_code}'],
    // The notes of a page show others' numbers, too.
    selectors: { phone: '#facts' },
  },
];
const RECORD = { id: 'C-20418', page: 'contact.html?id=C-20418' } as const;

/** The same, with whom the page names. */
const NAMED = RULES.map((rule) => ({
  ...rule,
  selectors: { ...rule.selectors, first_name: '#first', last_name: '#last', email: '#e-mail' },
}));

interface OpenRecord {
  readonly crm: Page;
  readonly popup: PopupPage;
}

/** An agent on a record's page, whose CRM is turned on. */
async function openRecord(desk: Desk, withStatusLogin: boolean, rules: unknown = RULES): Promise<OpenRecord> {
  await desk.openAgentScreen();
  const popup = await desk.signIn({ withStatusLogin });
  await popup.page.evaluate(async (recordRules) => {
    const { chrome } = globalThis as ExtensionGlobal;
    await chrome.runtime.sendMessage({ dialside: 'settings.write', payload: { recordRules } });
  }, rules);
  const crm = await desk.openCrm(RECORD.page);
  await desk.enableSite(crm);
  return { crm, popup };
}

/** The second login may search for leads, and one of them is the record's. */
function putLead({ dialer: { world } }: Desk): void {
  const login = world.users.find(({ user }) => user === STATUS_LOGIN.user);
  const lead = world.leads.find(({ lead_id: id }) => id === '2002');
  if (!login || !lead) throw new Error('The world has no such user or lead.');
  login.user_level = '8';
  Object.assign(lead, { vendor_lead_code: RECORD.id, phone_code: '1', phone_number: '4155550132' });
}

const asked = ({ dialer }: Desk, name: string) => dialer.log.requests({ function: name });

test('a click on a record’s page puts its lead on the agent screen', async ({ desk }) => {
  putLead(desk);
  const { crm } = await openRecord(desk, true);
  expect(asked(desk, 'lead_search')).toEqual([]);
  await pressButtonBeside(crm, NUMBER);
  await desk.expectDialRequests(1);
  expect(desk.dialRequests()[0]?.parameters).toMatchObject({ lead_id: '2002', alt_dial: 'SEARCH', user: AGENT.user });
  expect(asked(desk, 'lead_search')[0]?.parameters).toMatchObject({
    vendor_lead_code: RECORD.id,
    user: STATUS_LOGIN.user,
  });
  const live = () => desk.dialer.world.live_agents.find(({ user }) => user === AGENT.user)?.lead_id;
  await expect.poll(live, { timeout: 30_000 }).toBe('2002');
});

test('a record that VICIdial does not know goes by number with its code', async ({ desk }) => {
  const { crm } = await openRecord(desk, true);
  await pressButtonBeside(crm, NUMBER);
  await desk.expectDialRequests(1);
  const { parameters } = desk.dialRequests()[0] ?? {};
  expect(parameters).toMatchObject({ value: '4155550132', phone_code: '1', vendor_id: RECORD.id });
  expect(parameters).not.toHaveProperty('lead_id');
});

test('a search that takes too long is not waited for, and the call is one', async ({ desk }) => {
  putLead(desk);
  const { crm } = await openRecord(desk, true);
  desk.dialer.faults.add({ match: { function: 'lead_search' }, fault: { kind: 'delayBefore', ms: 6_000 } });
  await pressButtonBeside(crm, NUMBER);
  await desk.expectDialRequests(1);
  expect(desk.dialRequests()[0]?.parameters).toMatchObject({ value: '4155550132', vendor_id: RECORD.id });
  // By then the late answer is there.
  await crm.waitForTimeout(4_000);
  expect(desk.dialRequests()).toHaveLength(1);
});

test('without a second login nothing is searched for, and no agent’s login goes to the Non-Agent API', async ({
  desk,
}) => {
  const { crm } = await openRecord(desk, false);
  await pressButtonBeside(crm, NUMBER);
  await desk.expectDialRequests(1);
  expect(desk.dialRequests()[0]?.parameters).toMatchObject({ value: '4155550132', vendor_id: RECORD.id });
  expect(desk.dialer.log.requests({ path: '/vicidial/non_agent_api.php' })).toEqual([]);
});

test('an agent points at the record’s id, and the next click tells it', async ({ desk }) => {
  putLead(desk);
  await desk.openAgentScreen();
  const popup = await desk.signIn({ withStatusLogin: true });
  const crm = await desk.openCrm(RECORD.page);
  await desk.enableSite(crm);
  await buttonBeside(crm, NUMBER);
  const elements = () => crm.evaluate(() => document.documentElement.children.length);
  expect(await elements()).toBe(3);
  await chooseFromMenu(desk.extension, { menuItemId: 'pickRecord' });
  const choices = async () => (await labels(crm)).filter((label) => label === 'Use it' || label === 'Cancel');
  await expect.poll(choices).toEqual(['Cancel']);
  // The dialer has made room: one element of Dialside's beside the page's own two, as always.
  expect(await elements()).toBe(3);
  const { x, y } = await boxOfText(crm.mainFrame(), RECORD.id);
  await crm.mouse.click(x + 2, y + 2);
  // The first has the focus.
  await expect.poll(choices).toEqual(['Use it', 'Cancel']);
  await crm.keyboard.press('Enter');
  const settings = () =>
    popup.page.evaluate(async () => {
      const { chrome } = globalThis as ExtensionGlobal;
      return JSON.stringify(await chrome.runtime.sendMessage({ dialside: 'settings.read', payload: null }));
    });
  await expect.poll(settings).toContain('crm.example/contact.html?id={vendor_lead_code}');
  await pressButtonBeside(crm, NUMBER);
  await desk.expectDialRequests(1);
  expect(desk.dialRequests()[0]?.parameters).toMatchObject({ lead_id: '2002', alt_dial: 'SEARCH' });
});

function letAgentWrite({ dialer: { world } }: Desk): void {
  const agent = world.users.find(({ user }) => user === AGENT.user);
  if (!agent) throw new Error('The world has no such user.');
  agent.modify_leads = '1';
}

/** What was asked of update_fields: the columns of each request. */
function written(desk: Desk): readonly string[] {
  const columns = ['first_name', 'last_name', 'email'];
  return asked(desk, 'update_fields').map(({ parameters }) => columns.map((name) => parameters[name] ?? '').join(' '));
}

test('what the page says of the customer is written to his lead by one press, and no sooner', async ({ desk }) => {
  letAgentWrite(desk);
  const { crm, popup } = await openRecord(desk, true, NAMED);
  await pressButtonBeside(crm, NUMBER);
  await popup.expectStage('Talking');
  await popup.expectText('Maya Lindqvist · maya@harbourpine.example');
  // It was asked whether it may be written, by a request that writes nothing.
  expect(written(desk)).toEqual(['  ']);
  await popup.page.getByRole('button', { name: 'Write to the lead' }).dblclick();
  await popup.expectText('Written to the lead on the agent screen.');
  const lead = () => desk.dialer.world.leads.find(({ phone_number }) => phone_number === '4155550132');
  expect(lead()).toMatchObject({ first_name: 'Maya', last_name: 'Lindqvist', email: 'maya@harbourpine.example' });
  await crm.waitForTimeout(3_000);
  expect(written(desk)).toEqual(['  ', 'Maya Lindqvist maya@harbourpine.example']);
  expect(asked(desk, 'update_fields').map(({ method }) => method)).toEqual(['POST', 'POST']);
  expect(desk.dialRequests()).toHaveLength(1);
});

test('an agent who may not change leads is offered nothing of the page, and is asked about once', async ({ desk }) => {
  const { crm, popup } = await openRecord(desk, true, NAMED);
  await pressButtonBeside(crm, NUMBER);
  await popup.expectStage('Talking');
  await expect.poll(() => written(desk)).toEqual(['  ']);
  await crm.waitForTimeout(3_000);
  expect(written(desk)).toEqual(['  ']);
  await expect(popup.page.getByRole('button', { name: 'Write to the lead' })).toHaveCount(0);
});
