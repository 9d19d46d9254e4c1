import { deepEqual, equal, match } from 'node:assert/strict';
import type { EditableSettings } from '../../lib/messages/editable-settings.ts';
import { AGENT } from '../e2e/fixtures/demo-agent.ts';
import { eventually } from '../patience.ts';
import type { StepDesk, StepPanel, StepScreen } from './step-desk.ts';

const LEAD = '2002';
const CODE = 'C-20418';
const NEXT = { lead: '2003', code: 'C-20419' } as const;
const NUMBER = '(415) 555-0132';
// A disposition is acted on by a hidden agent screen some rounds later, on a busy machine each of them five times as long.
const SOON_MS = 60_000;

/** A page of the CRM that is turned on, in its tab. */
export interface CrmTab {
  url(): Promise<string>;
  goto(path: string): Promise<void>;
  /** Types into its first field, as a person does. */
  type(text: string): Promise<void>;
  /** What that field holds. */
  typed(): Promise<string>;
  press(number: string): Promise<void>;
}

export interface PagesDesk extends Pick<StepDesk, 'dialer' | 'openAgentScreen' | 'signIn' | 'stopBackground'> {
  /** The CRM by a name of this machine: over plain http no other may be opened. */
  readonly crm: string;
  openEnabled(path: string): Promise<CrmTab>;
  /** The addresses of the tabs that show the CRM, sorted: which of two the browser tells of first is its own affair. */
  openedPages(): Promise<readonly string[]>;
  /** What the background keeps in memory. */
  memory(): Promise<Readonly<Record<string, unknown>>>;
  /** The notifications that are shown from now on, by their ids. */
  listenToNotices(): Promise<{ shown(): Promise<readonly string[]>; click(id: string): Promise<void> }>;
}

interface Seat {
  readonly screen: StepScreen;
  readonly panel: StepPanel;
}

/** As it comes from outside: the background reads it. */
type Settings = Readonly<Record<string, unknown>>;

const store = (panel: StepPanel, settings: Settings) => panel.writeSettings(settings as Partial<EditableSettings>);

const recordUrl = ({ crm }: PagesDesk, code = CODE) => `${crm}/contact.html?id=${code}`;
const popTo = (desk: PagesDesk): Settings => ({
  screenPops: [{ template: recordUrl(desk, '--A--vendor_lead_code--B--') }],
});

/** An agent at his desk, with the settings of his company. */
async function takeSeat(desk: PagesDesk, settings: Settings, withStatusLogin = false): Promise<Seat> {
  for (const { lead, code } of [{ lead: LEAD, code: CODE }, NEXT]) {
    const row = desk.dialer.world.leads.find(({ lead_id: id }) => id === lead);
    Object.assign(row ?? {}, { vendor_lead_code: code, first_name: 'Ann & Bo' });
  }
  const screen = await desk.openAgentScreen();
  const panel = await desk.signIn({ withStatusLogin });
  await store(panel, settings);
  return { screen, panel };
}

async function waitForCalls(...seat: Parameters<typeof takeSeat>): Promise<Seat> {
  const { screen, panel } = await takeSeat(...seat);
  await screen.goReady();
  await panel.expectText('Ready');
  return { screen, panel };
}

/** Puts a call on the agent's line, as the dialer does by itself. */
async function handOver({ dialer }: PagesDesk, leadId: string = LEAD, ingroup?: string): Promise<void> {
  // The screen says that it is ready before its dialer has heard it.
  const live = () => dialer.world.live_agents.find(({ user }) => user === AGENT.user)?.status;
  await eventually(() => equal(live(), 'READY'), SOON_MS);
  const answer = await fetch(`${dialer.url}/control/screen/hand-over`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: AGENT.user, leadId, ...(ingroup !== undefined && { ingroup }) }),
  });
  deepEqual(await answer.json(), { done: true });
}

/** Ends the call in the agent screen, and waits until it is over for Dialside. */
async function wrapUp(desk: PagesDesk, { screen }: Seat): Promise<void> {
  await screen.hangUp();
  await screen.setDisposition('No Answer');
  await eventually(async () => equal((await desk.memory()).pop, null), SOON_MS);
}

const expectPages = (desk: PagesDesk, pages: readonly string[]) =>
  eventually(async () => deepEqual(await desk.openedPages(), pages.toSorted()), SOON_MS);

const afterCallPages = ({ crm }: PagesDesk): Settings => ({
  afterCallPages: [
    { name: 'Order', template: `${crm}/edit.html?d=--A--dispo--B--`, statuses: ['SALE'], rank: 2 },
    { name: 'Lead', template: `${crm}/board.html?lead=--A--lead_id--B--`, statuses: ['SALE'], rank: 1 },
    { name: 'Long', template: `${crm}/activity.html`, minimumSeconds: 3_600 },
    { name: 'Refusal', template: `${crm}/index.html`, statuses: ['NI'] },
  ],
});
const afterSale = ({ crm }: PagesDesk, lead: string) => [`${crm}/board.html?lead=${lead}`, `${crm}/edit.html?d=SALE`];

/** Which pages a call opens, in every browser. */
export const callPages: Readonly<Record<string, (desk: PagesDesk) => Promise<void>>> = {
  async 'in-group and campaign decide which record opens, once though the background dies, and none whose key nobody tells'(
    desk,
  ) {
    const pops = [
      { template: `${desk.crm}/index.html?q=--A--phone_number--B--`, ingroups: ['Sales line'] },
      { template: `${desk.crm}/board.html?lead=--A--lead_id--B--`, campaigns: ['OTHER'] },
      { template: recordUrl(desk, '--A--vendor_lead_code--B--'), campaigns: [AGENT.campaign] },
    ];
    const seat = await waitForCalls(desk, { screenPops: pops });
    await handOver(desk, LEAD, 'SALESLINE');
    const digits = desk.dialer.world.leads.find(({ lead_id: id }) => id === LEAD)?.phone_number;
    const queue = `${desk.crm}/index.html?q=${digits}`;
    await expectPages(desk, [queue]);
    await wrapUp(desk, seat);

    await handOver(desk, NEXT.lead);
    await expectPages(desk, [queue, recordUrl(desk, NEXT.code)]);
    await desk.stopBackground();
    // The agent screen goes on to tell of the call, and wakes the background with it.
    await eventually(async () => match(JSON.stringify((await desk.memory()).pop), /"step":"opened"/), SOON_MS);
    await expectPages(desk, [queue, recordUrl(desk, NEXT.code)]);
    await wrapUp(desk, seat);

    await store(seat.panel, { screenPops: [{ template: `${desk.crm}/contact.html?mail=--A--email--B--` }] });
    await handOver(desk);
    await seat.panel.expectText('The record of this call was not opened: its email is not known.');
    await expectPages(desk, [queue, recordUrl(desk, NEXT.code)]);
  },

  async 'a click in the panel or on the notification opens it, where the agent has chosen so'(desk) {
    const seat = await waitForCalls(desk, { ...popTo(desk), popWay: 'onClick' });
    await handOver(desk);
    await seat.panel.expectText('Open the record of this call');
    await expectPages(desk, []);
    await seat.panel.press('Open the record of this call');
    await expectPages(desk, [recordUrl(desk)]);
    await wrapUp(desk, seat);

    const notices = await desk.listenToNotices();
    await seat.panel.close();
    await handOver(desk, NEXT.lead);
    await eventually(async () => deepEqual(await notices.shown(), ['dialside-record']), SOON_MS);
    await notices.click('dialside-record');
    await expectPages(desk, [recordUrl(desk), recordUrl(desk, NEXT.code)]);
    equal((await notices.shown()).includes('dialside-record'), false);
  },

  async 'a second login tells what nothing else tells: the lead’s columns, and the disposition set in the agent screen'(
    desk,
  ) {
    const named = `${desk.crm}/contact.html?name=--A--first_name--B--&id=--A--vendor_lead_code--B--`;
    const settings = { screenPops: [{ template: named }], ...afterCallPages(desk) };
    const { screen, panel } = await waitForCalls(desk, settings, true);
    await handOver(desk);
    const record = `${desk.crm}/contact.html?name=Ann%20%26%20Bo&id=${CODE}`;
    await expectPages(desk, [record]);
    await panel.expectText('Talking');
    await screen.hangUp();
    await screen.setDisposition('Sale Made');
    await expectPages(desk, [record, ...afterSale(desk, LEAD)]);
  },

  async 'in the tab of the CRM the record takes the place of the page, and comes beside one in which something is typed'(
    desk,
  ) {
    const seat = await waitForCalls(desk, { ...popTo(desk), popWay: 'sameTab' });
    const crm = await desk.openEnabled('edit.html');
    await handOver(desk);
    await expectPages(desk, [recordUrl(desk)]);
    equal(await crm.url(), recordUrl(desk));
    await wrapUp(desk, seat);

    await crm.goto('edit.html');
    await crm.type('a note');
    await handOver(desk, NEXT.lead);
    await expectPages(desk, [`${desk.crm}/edit.html`, recordUrl(desk, NEXT.code)]);
    match(await crm.typed(), /a note/);
  },

  async 'a call from the record’s own page opens nothing more, until its disposition opens the pages for it'(desk) {
    const { panel } = await takeSeat(desk, {
      ...popTo(desk),
      popWay: 'sameTab',
      ...afterCallPages(desk),
      recordRules: [
        {
          name: 'Larkspur',
          patterns: ['localhost/contact.html?id={vendor_lead_code}'],
          selectors: { phone: '#facts' },
        },
      ],
      dispositions: [{ code: 'SALE', name: 'Sale made', isCallback: false }],
    });
    const shown = `${recordUrl(desk)}&from=list`;
    const crm = await desk.openEnabled(new URL(shown).pathname.slice(1) + new URL(shown).search);
    await crm.press(NUMBER);
    await panel.expectStage('Talking');
    match(JSON.stringify((await desk.memory()).pop), /"step":"none"/);
    deepEqual(await desk.openedPages(), [shown]);
    const lead = desk.dialer.world.live_agents.find(({ user }) => user === AGENT.user)?.lead_id ?? '';
    await panel.bringToFront();
    await panel.press('Finish');
    await panel.fill('Disposition', 'SALE');
    await panel.press('Finish, stay paused');
    await expectPages(desk, [shown, ...afterSale(desk, lead)]);
    await eventually(async () => deepEqual((await desk.memory()).endedCalls, []));
  },
};
