import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import type { EditableSettings } from '../../lib/messages/editable-settings.ts';
import { AGENT, STATUS_LOGIN } from '../e2e/fixtures/demo-agent.ts';
import { eventually } from '../patience.ts';
import type { StepDesk, StepPage, StepPanel } from './step-desk.ts';

const NUMBER = '(415) 555-0132';
const RECORD = { id: 'C-20418', page: 'contact.html?id=C-20418' } as const;
const RULES = [
  {
    name: 'Larkspur',
    patterns: ['crm.example/contact.html?id={vendor_lead_code}'],
    // The notes of a page show others' numbers, too.
    selectors: { phone: '#facts', first_name: '#first', last_name: '#last', email: '#e-mail' },
  },
];
// Where EspoCRM has the record: behind the number sign.
const PRESET = {
  name: 'EspoCRM',
  id: '65a1b2c3d4e5f6a7b',
  page: `${RECORD.page}#Contact/view/65a1b2c3d4e5f6a7b`,
} as const;
const TEXT = 'Rules as text (JSON)';
// Dialside asks once in a while whether the lead may be written; a second time would come within this.
const ASKED_AGAIN_MS = 3_000;

/** A record's page of the CRM. */
export interface RecordPage extends StepPage {
  /** Takes the entry of the browser's own menu that lets an agent point at the record's id. */
  beginToPoint(): Promise<void>;
  /** A real click on a text of the page itself. */
  clickText(text: string): Promise<void>;
  /** The key, struck at whatever has the focus. */
  strikeEnter(): Promise<void>;
}

interface RecordPanel extends StepPanel {
  pressTwice(name: string): Promise<void>;
  /** Takes an entry of the list of that label. */
  choose(label: string, entry: string): Promise<void>;
  /** Unfolds what is below the words, the first of them. */
  unfold(words: string): Promise<void>;
  /** What the field of that label holds. */
  valueOf(label: string): Promise<string>;
}

export interface RecordDesk extends Pick<StepDesk, 'dialer' | 'openAgentScreen' | 'expectDialRequests'> {
  signIn(): Promise<RecordPanel>;
  /** A page of the CRM, which is turned on. */
  openEnabled(path: string): Promise<RecordPage>;
  /** The settings, as JSON. */
  readSettings(): Promise<string>;
}

/** An agent on a record's page; his second login is of that level. */
async function openRecord(desk: RecordDesk, level: '7' | '8'): Promise<{ crm: RecordPage; panel: RecordPanel }> {
  const login = desk.dialer.world.users.find(({ user }) => user === STATUS_LOGIN.user);
  Object.assign(login ?? {}, { user_level: level });
  await desk.openAgentScreen();
  const panel = await desk.signIn();
  await panel.writeSettings({ recordRules: RULES as unknown as EditableSettings['recordRules'] });
  const crm = await desk.openEnabled(RECORD.page);
  return { crm, panel };
}

/** The record has a lead, which a search for its code finds. */
function putLead({ dialer: { world } }: RecordDesk): void {
  const lead = world.leads.find(({ lead_id: id }) => id === '2002');
  Object.assign(lead ?? {}, { vendor_lead_code: RECORD.id, phone_code: '1', phone_number: '4155550132' });
}

const asked = ({ dialer }: RecordDesk, name: string) => dialer.log.requests({ function: name });
const dials = (desk: RecordDesk) => asked(desk, 'external_dial').map(({ parameters }) => parameters);

/** What was asked of update_fields: the columns of each request. */
function written(desk: RecordDesk): readonly string[] {
  const columns = ['first_name', 'last_name', 'email'];
  return asked(desk, 'update_fields').map(({ parameters }) => columns.map((name) => parameters[name] ?? '').join(' '));
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What Dialside makes of the page of a CRM's record, in every browser. */
export const record: Readonly<Record<string, (desk: RecordDesk) => Promise<void>>> = {
  async 'an agent points at the record’s id, the next click tells it, and a call puts its lead on the agent screen'(
    desk,
  ) {
    putLead(desk);
    const { crm, panel } = await openRecord(desk, '8');
    await panel.writeSettings({ recordRules: [] });
    await crm.expectLabel(NUMBER, 'Call +1 415 555 0132');
    const elements = () => crm.evaluate(() => document.documentElement.children.length);
    equal(await elements(), 3);
    const choices = async () => (await crm.labels()).filter((label) => label === 'Use it' || label === 'Cancel');
    await crm.beginToPoint();
    await eventually(async () => deepEqual(await choices(), ['Cancel']));
    // The dialer has made room: one element of Dialside's beside the page's own two, as always.
    equal(await elements(), 3);
    await crm.clickText(RECORD.id);
    // The first has the focus.
    await eventually(async () => deepEqual(await choices(), ['Use it', 'Cancel']));
    await crm.strikeEnter();
    await eventually(async () =>
      match(await desk.readSettings(), /crm\.example\/contact\.html\?id=\{vendor_lead_code\}/),
    );

    deepEqual(asked(desk, 'lead_search'), []);
    await crm.press(NUMBER);
    await desk.expectDialRequests(1);
    const [{ lead_id, alt_dial, user } = {}] = dials(desk);
    deepEqual([lead_id, alt_dial, user], ['2002', 'SEARCH', AGENT.user]);
    const search = asked(desk, 'lead_search')[0]?.parameters;
    deepEqual([search?.vendor_lead_code, search?.user], [RECORD.id, STATUS_LOGIN.user]);
    const live = () => desk.dialer.world.live_agents.find(({ user: agent }) => agent === AGENT.user)?.lead_id;
    await eventually(() => equal(live(), '2002'));
  },

  async 'a record that VICIdial does not know goes by number with its code, and by one press with what its page says'(
    desk,
  ) {
    const agent = desk.dialer.world.users.find(({ user }) => user === AGENT.user);
    Object.assign(agent ?? {}, { modify_leads: '1' });
    const { crm, panel } = await openRecord(desk, '7');
    await crm.press(NUMBER);
    await panel.expectStage('Talking');
    const [{ value, phone_code, vendor_id, lead_id } = {}] = dials(desk);
    deepEqual([value, phone_code, vendor_id, lead_id], ['4155550132', '1', RECORD.id, undefined]);

    await panel.expectText('Maya Lindqvist · maya@harbourpine.example');
    // It was asked whether it may be written, by a request that writes nothing.
    deepEqual(written(desk), ['  ']);
    await panel.bringToFront();
    await panel.pressTwice('Write to the lead');
    await panel.expectText('Written to the lead on the agent screen.');
    const lead = desk.dialer.world.leads.find(({ phone_number }) => phone_number === '4155550132');
    deepEqual([lead?.first_name, lead?.last_name, lead?.email], ['Maya', 'Lindqvist', 'maya@harbourpine.example']);
    await wait(ASKED_AGAIN_MS);
    deepEqual(written(desk), ['  ', 'Maya Lindqvist maya@harbourpine.example']);
    deepEqual(
      asked(desk, 'update_fields').map(({ method }) => method),
      ['POST', 'POST'],
    );
    equal(dials(desk).length, 1);
  },

  async 'a search that takes too long is not waited for, and who may not change leads is offered nothing of the page'(
    desk,
  ) {
    putLead(desk);
    desk.dialer.faults.add({ match: { function: 'lead_search' }, fault: { kind: 'delayBefore', ms: 6_000 } });
    const { crm, panel } = await openRecord(desk, '8');
    await crm.press(NUMBER);
    await desk.expectDialRequests(1);
    const [{ value, vendor_id } = {}] = dials(desk);
    deepEqual([value, vendor_id], ['4155550132', RECORD.id]);
    await panel.expectStage('Talking');
    await eventually(() => deepEqual(written(desk), ['  ']));
    // By then the late answer is there, too.
    await wait(ASKED_AGAIN_MS);
    deepEqual(written(desk), ['  ']);
    doesNotMatch(await panel.textOf('body'), /Write to the lead/);
    equal(dials(desk).length, 1);
  },

  async 'rules are exported and imported again, a broken text is refused, and a CRM that is turned on tells its record'(
    desk,
  ) {
    await desk.openAgentScreen();
    const panel = await desk.signIn();
    await panel.goto('options.html#records');
    await panel.choose('Turn on a CRM', PRESET.name);
    await panel.fill('Its host', 'crm.example');
    await panel.press('Turn on');
    await panel.unfold('Export and import');
    const exported = async () => JSON.parse(await panel.valueOf(TEXT)) as unknown;
    const rules = [{ preset: PRESET.name, host: 'crm.example' }];
    await eventually(async () => deepEqual(await exported(), rules));
    const stored = async () => JSON.parse(await desk.readSettings()).value.recordRules as unknown;

    await panel.fill(TEXT, '[]');
    await panel.press('Replace the rules by these');
    await eventually(async () => deepEqual(await stored(), []));
    await panel.fill(TEXT, '[{"preset":"None"}]');
    await panel.press('Replace the rules by these');
    await panel.expectText('Not understood, and nothing was changed. The first mistake is at');
    await panel.fill(TEXT, '[{');
    await panel.press('Replace the rules by these');
    await panel.expectText('This is no JSON.');
    deepEqual(await stored(), []);
    await panel.fill(TEXT, JSON.stringify(rules));
    await panel.press('Replace the rules by these');
    await eventually(async () => deepEqual(await stored(), rules));

    const crm = await desk.openEnabled(PRESET.page);
    // A preset does not know which of several numbers is the record's own.
    await crm.evaluate(() => document.body.replaceChildren('Phone: (415) 555-0132'));
    await crm.expectLabels(['Call +1 415 555 0132']);
    await crm.press(NUMBER);
    await desk.expectDialRequests(1);
    equal(dials(desk)[0]?.vendor_id, PRESET.id);
  },
};
