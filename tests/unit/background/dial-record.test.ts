import { describe, expect, it, vi } from 'vitest';
import type { DialRecord } from '../../../lib/agent/dial/dial.ts';
import { LEAD_WAIT_MS } from '../../../lib/background/records/leads.ts';
import type { SessionArea } from '../../../lib/session/session-store.ts';
import { LEAD_COLUMNS, type LeadRecord } from '../../../lib/vicidial/wire/lead-fields.ts';
import { NUMBER } from '../agent/dials.ts';
import { settle } from './rig.ts';
import { createServiceDesk, type DeskAnswers, dialled, type Parameters } from './service-desk.ts';

const NO_LEADS = 'ERROR: lead_search NO MATCHES FOUND IN THE SYSTEM: |api8|||';
const NO_LEAD = 'ERROR: lead_all_info LEAD NOT FOUND: |api8|||';
const BAD_LOGIN = 'ERROR: Login incorrect, please try again: |api8|BAD|';
const NOT_PERMITTED = 'ERROR: lead_search USER DOES NOT HAVE PERMISSION TO SEARCH FOR LEADS: |api8|0|';

/** One row of lead_all_info. */
function leadRow(change: Partial<LeadRecord>): string {
  const lead = { phone_code: '1', phone_number: NUMBER.nationalNumber, vendor_lead_code: 'CRM-77', ...change };
  return `${LEAD_COLUMNS.map((column) => Reflect.get(lead, column) ?? '').join('\t')}\n`;
}

interface Answers {
  /** Answers a question for leads; null for never. */
  readonly lead?: DeskAnswers['service'];
  readonly dial?: DeskAnswers['dial'];
}

function createDesk({ lead = () => NO_LEADS, dial }: Answers, hasService = true, before?: SessionArea) {
  return createServiceDesk({ service: lead, ...(dial && { dial }) }, { hasService, before });
}

/** A record whose page says that the number is its own. */
const OWN_NUMBER: DialRecord = { vendorId: 'CRM-77', ownsNumber: true };

/** What of a dial request names the record. */
const recordIn = ({ lead_id, vendor_id, alt_dial }: Parameters = {}) => ({ lead_id, vendor_id, alt_dial });
const BY_LEAD = (leadId: string) => ({ lead_id: leadId, vendor_id: undefined, alt_dial: 'SEARCH' });
const BY_CODE = (code: string | undefined) => ({ lead_id: undefined, vendor_id: code, alt_dial: undefined });

describe('a dial from a record’s page', () => {
  it('goes to the newest lead that has its code and the number', async () => {
    const desk = await createDesk({
      lead: ({ function: name, lead_id: id }) => {
        if (name === 'lead_search') return 'CRM-77\t2\t2007-2001\n';
        return id === '2007' ? leadRow({ lead_id: '2007', phone_number: '8135550100' }) : leadRow({ lead_id: id! });
      },
    });
    await desk.click(OWN_NUMBER);
    expect(desk.names()).toEqual(['lead_search', 'lead_all_info', 'lead_all_info', 'external_dial']);
    expect(desk.sent().map(recordIn)).toEqual([BY_LEAD('2001')]);
    expect(desk.asked[0]).toMatchObject({ user: 'api8', vendor_lead_code: 'CRM-77' });
    expect(desk.sent()[0]).toMatchObject({ user: '1000', value: NUMBER.nationalNumber, search: 'YES' });
  });

  it.each<[string, Partial<LeadRecord>, string | null, string?]>([
    ['the lead’s own', { vendor_lead_code: '' }, '3001'],
    ['another record’s', { vendor_lead_code: 'CRM-78' }, null],
    ['one of another country', { vendor_lead_code: '', phone_code: '44' }, null, 'NEW-1'],
  ])('whose code nobody knows goes by number: %s', async (_what, lead, leadId, code) => {
    const desk = await createDesk({
      lead: ({ function: name }) => (name === 'lead_search' ? NO_LEADS : leadRow({ lead_id: '3001', ...lead })),
    });
    await desk.click({ vendorId: 'NEW-1', ownsNumber: true });
    expect(desk.sent().map(recordIn)).toEqual([leadId === null ? BY_CODE(code) : BY_LEAD(leadId)]);
  });

  it.each([
    ['phone_number', '2001'],
    ['alt_phone', '2001'],
    ['address3', '2001'],
    ['city', undefined],
  ])('goes to the lead its page names when the number is the lead’s %s', async (column, leadId) => {
    const lead = { lead_id: '2001', phone_number: '8135550100', [column]: NUMBER.nationalNumber };
    const desk = await createDesk({ lead: ({ lead_id: id }) => (id === '2001' ? leadRow(lead) : NO_LEAD) });
    await desk.click({ leadId: '2001' });
    expect(desk.sent().map(recordIn)).toEqual([leadId === undefined ? BY_CODE(undefined) : BY_LEAD(leadId)]);
  });

  it('asks one thing at a time, and the agent’s state between', async () => {
    const desk = await createDesk({
      lead: async ({ function: name, lead_id: id }) => {
        if (name === 'lead_search') void desk.readServer();
        await settle();
        if (name === 'lead_search') return 'CRM-77\t3\t2007-2004-2001\n';
        return leadRow({ lead_id: id ?? '2009', phone_number: '8135550100' });
      },
    });
    await desk.click(OWN_NUMBER);
    await vi.waitFor(() => expect(desk.sent()).toHaveLength(1));
    const leads = ['lead_all_info', 'lead_all_info', 'lead_all_info', 'lead_all_info'];
    expect(desk.names()).toEqual(['lead_search', 'agent_status', ...leads, 'external_dial']);
    expect(desk.mostAtOnce()).toBe(1);
  });

  it('waits for its lead no longer than the bound, then goes by number, once', async () => {
    const desk = await createDesk({ lead: () => null });
    await desk.click(OWN_NUMBER);
    expect(desk.names()).toEqual(['lead_search']);
    expect(desk.store.current().dial?.step).toBe('spacing');
    const late = desk.timers.find(({ ms }) => ms === LEAD_WAIT_MS);
    late?.task();
    for (let turns = 0; turns < 20; turns++) await settle();
    expect(desk.sent().map(recordIn)).toEqual([BY_CODE('CRM-77')]);
  });

  it('asks nothing more when the answer comes after that, and dials no second time', async () => {
    let answer = (_text: string) => {};
    const text = new Promise<string>((resolve) => {
      answer = resolve;
    });
    const desk = await createDesk({ lead: () => text });
    await desk.click(OWN_NUMBER);
    desk.timers.find(({ ms }) => ms === LEAD_WAIT_MS)?.task();
    answer('CRM-77\t1\t2001\n');
    for (let turns = 0; turns < 20; turns++) await settle();
    expect(desk.names()).toEqual(['lead_search', 'external_dial']);
  });

  it('is not out while its lead is looked for: it can be cancelled', async () => {
    const desk = await createDesk({ lead: () => null });
    await desk.click(OWN_NUMBER);
    expect(desk.store.current()).toMatchObject({ dial: { step: 'spacing', sentAt: null }, lastSentAt: 0 });
    await desk.dials.cancel('dial-1');
    desk.timers.find(({ ms }) => ms === LEAD_WAIT_MS)?.task();
    for (let turns = 0; turns < 20; turns++) await settle();
    expect(desk.store.current().dial?.step).toBe('cancelled');
    expect(desk.sent()).toEqual([]);
  });

  it('is sent once by the worker after one that stopped while it looked for the lead', async () => {
    const stopped = await createDesk({ lead: () => null });
    await stopped.click(OWN_NUMBER);
    expect(stopped.names()).toEqual(['lead_search']);
    const next = await createDesk({}, true, stopped.area);
    await next.dials.restore();
    await vi.waitFor(() => expect(next.sent()).toHaveLength(1));
    const third = await createDesk({}, true, next.area);
    await third.dials.restore();
    for (let turns = 0; turns < 20; turns++) await settle();
    expect([stopped, next, third].map(({ sent }) => sent().length)).toEqual([0, 1, 0]);
  });

  it('whose page shows others’ numbers too tells no code, for VICIdial would give it to the one who is called', async () => {
    const desk = await createDesk({});
    await desk.click({ vendorId: 'CRM-77' });
    expect(desk.names()).toEqual(['lead_search', 'lead_all_info', 'external_dial']);
    const late = await createDesk({ lead: () => BAD_LOGIN });
    await late.click({ vendorId: 'CRM-77' });
    const alone = await createDesk({}, false);
    await alone.click({ vendorId: 'CRM-77' });
    expect([desk, late, alone].flatMap(({ sent }) => sent().map(recordIn))).toEqual(
      Array.from({ length: 3 }, () => BY_CODE(undefined)),
    );
  });

  it('without a record asks nothing', async () => {
    const desk = await createDesk({});
    await desk.click(null);
    expect(desk.names()).toEqual(['external_dial']);
    expect(recordIn(desk.sent()[0])).toEqual(BY_CODE(undefined));
  });
});

describe('without a second login', () => {
  it('goes by number with the record’s code', async () => {
    const desk = await createDesk({}, false);
    await desk.click(OWN_NUMBER);
    expect(desk.names()).toEqual(['external_dial']);
    expect(recordIn(desk.sent()[0])).toEqual(BY_CODE('CRM-77'));
  });

  it('goes to the lead the page names, and after a refusal the next click goes by number', async () => {
    const dial = (asked: Parameters) =>
      asked.lead_id === undefined ? dialled(asked) : 'ERROR: phone number lead_id search not found - 1000||2001|';
    const desk = await createDesk({ dial }, false);
    await desk.click({ leadId: '2001', ...OWN_NUMBER });
    expect(desk.sent().map(recordIn)).toEqual([BY_LEAD('2001')]);
    expect(desk.store.current().dial).toMatchObject({
      step: 'refused',
      problem: { failure: { code: 'leadNumberInvalid' } },
    });
    await desk.free();
    await desk.click({ leadId: '2001', ...OWN_NUMBER });
    expect(desk.sent().map(recordIn)).toEqual([BY_LEAD('2001'), BY_CODE('CRM-77')]);
  });
});

describe('a second login', () => {
  it('that is refused is used no more, and the call is placed all the same', async () => {
    const desk = await createDesk({ lead: () => BAD_LOGIN });
    await desk.click(OWN_NUMBER);
    expect(desk.names().filter((name) => name !== 'external_dial')).toEqual(['lead_search']);
    expect(desk.store.current()).toMatchObject({
      statusLoginRefused: { code: 'badCredentials' },
      connection: { statusCredential: null },
    });
    expect(desk.sent().map(recordIn)).toEqual([BY_CODE('CRM-77')]);
  });

  it('that may not search is asked to once in a session, and reads the number’s leads', async () => {
    const desk = await createDesk({
      lead: ({ function: name }) => (name === 'lead_search' ? NOT_PERMITTED : leadRow({ lead_id: '2001' })),
    });
    await desk.click(OWN_NUMBER);
    await desk.free();
    await desk.click(OWN_NUMBER);
    expect(desk.names()).toEqual([
      ...['lead_search', 'lead_all_info', 'external_dial', 'lead_all_info', 'external_dial'],
    ]);
    expect(desk.sent().map(recordIn)).toEqual([BY_LEAD('2001'), BY_LEAD('2001')]);
  });
});
