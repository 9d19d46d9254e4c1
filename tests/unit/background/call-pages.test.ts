import { beforeEach, describe, expect, it } from 'vitest';
import type { AgentPhase, AgentState } from '../../../lib/agent/state/agent-state.ts';
import { createCallLeads } from '../../../lib/background/call-pages/call-leads.ts';
import { createCallPages } from '../../../lib/background/call-pages/call-pages.ts';
import type { AfterCallPage, ScreenPop } from '../../../lib/crm/pages/page-rules.ts';
import type { UrlTemplate } from '../../../lib/crm/url-template.ts';
import type { PopWay } from '../../../lib/messages/protocol.ts';
import { fail, ok } from '../../../lib/result.ts';
import { createSessionStore, type SessionState, type SessionStore } from '../../../lib/session/session-store.ts';
import type { LeadReader } from '../../../lib/vicidial/non-agent-api/lead-reader.ts';
import { LEAD_COLUMNS, type LeadRecord } from '../../../lib/vicidial/wire/lead-fields.ts';
import { agentIn, dialIn, NOW } from '../agent/dials.ts';
import { fillUp, settle, signedInArea } from './rig.ts';

const RECORD = 'https://crm.example.com/p/--A--vendor_lead_code--B--' as UrlTemplate;
const CALL = { leadId: '2001', vendorLeadCode: 'C-1', phoneNumber: '+17275551212', campaign: 'TESTCAMP' };
const NEXT = { ...CALL, leadId: '2002', vendorLeadCode: 'C-2', phoneNumber: '+17275551313' };

const pop = (changes: Partial<ScreenPop> = {}): ScreenPop => ({
  ...{ template: RECORD, campaigns: [], ingroups: [] },
  ...changes,
});
const page = (changes: Partial<AfterCallPage> = {}): AfterCallPage => ({
  ...{ name: 'Form', template: 'https://crm.example.com/form?d=--A--dispo--B--&l=--A--lead_id--B--' as UrlTemplate },
  ...{ campaigns: [], statuses: [], minimumSeconds: 0, rank: 0 },
  ...changes,
});
const LEAD = { ...Object.fromEntries(LEAD_COLUMNS.map((name) => [name, ''])), lead_id: '2001' } as LeadRecord;

let area: Awaited<ReturnType<typeof signedInArea>>;
let settings: { screenPops: readonly ScreenPop[]; popWay: PopWay; afterCallPages: readonly AfterCallPage[] };
let clock: { now: number };
let opened: string[];
let asked: string[];
/** What the second login reads of the lead at each question; null where there is no such login. */
let leads: LeadRecord[] | null;

/** One life of the background; `dies` lets it end with the opening of a page. */
async function work({ dies = false } = {}) {
  const store: SessionStore = createSessionStore(area);
  await store.load();
  let isAlive = true;
  const due: (() => void)[] = [];
  const show = async (what: string) => {
    if (dies) isAlive = false;
    if (dies) await new Promise(() => {});
    opened.push(what);
  };
  const reader = {
    lead: async (id: string) => {
      asked.push(id);
      const [first, ...others] = leads ?? [];
      if (leads && others.length > 0) leads = others;
      return first ? ok(first) : fail({ code: 'timeout', timeoutMs: 1 });
    },
  } as unknown as LeadReader;
  const pages = createCallPages({
    store,
    settings: { read: async () => settings },
    leads: createCallLeads({ reader: () => (leads ? reader : null), inTurn: (ask) => ask() }),
    pages: {
      open: (address, way) => show(`${way} ${address}`),
      openAnother: (address, isFirst) => show(`${isFirst ? 'first' : 'then'} ${address}`),
    },
    offer: async () => void opened.push('offered'),
    withdraw: async () => void opened.push('withdrawn'),
    now: () => clock.now,
    onBug: (bug) => opened.push(String(bug)),
    after(_ms, task) {
      due.push(() => isAlive && task());
      return () => {};
    },
  });
  const read = async (phase: AgentPhase, agent: Partial<AgentState> = {}, change: Partial<SessionState> = {}) => {
    clock.now += 1_000;
    await store.update({ agent: agentIn(phase, agent), ...change });
    await Promise.race([pages.agentRead(), settle()]);
    await settle();
  };
  /** Lets everything happen that waits for its time. */
  const pass = async (rounds = 4) => {
    for (let left = rounds; left > 0; left--) {
      clock.now += 3_000;
      for (const task of due.splice(0)) task();
      await settle();
    }
  };
  return { store, pages, read, pass };
}

beforeEach(async () => {
  area = await signedInArea();
  settings = { screenPops: [pop()], popWay: 'newTab', afterCallPages: [] };
  clock = { now: NOW };
  opened = [];
  asked = [];
  leads = null;
});

describe('the record of a call', () => {
  it('is opened once, however often the call is read', async () => {
    const { read } = await work();
    await read('ready');
    for (const phase of ['onCall', 'talking', 'customerGone', 'wrapUp'] as const) await read(phase, CALL);
    expect(opened).toEqual(['newTab https://crm.example.com/p/C-1']);
    await read('ready');
    await read('talking', NEXT);
    expect(opened.slice(1)).toEqual(['newTab https://crm.example.com/p/C-2']);
  });

  it('is not opened again by the worker after one that died while it opened it', async () => {
    const first = await work({ dies: true });
    await first.read('talking', CALL);
    expect(opened).toEqual([]);
    const second = await work();
    await second.read('talking', CALL);
    expect(opened).toEqual([]);
    await second.read('talking', NEXT);
    expect(opened).toEqual(['newTab https://crm.example.com/p/C-2']);
  });

  it('is left to a click where it cannot be stored that it was opened', async () => {
    const { read, store, pages } = await work();
    await read('ready');
    fillUp(area);
    await store.keep({ agent: agentIn('talking', CALL) });
    await pages.agentRead();
    expect([opened, store.current().pop?.step]).toEqual([[], 'offered']);
  });

  it('waits until its key is told, and then says what is missing', async () => {
    const { read, pass, store } = await work();
    const { vendorLeadCode: _code, ...uncoded } = CALL;
    await read('dialling', uncoded);
    expect(store.current().pop).toBeNull();
    await pass(1);
    expect(store.current().pop).toMatchObject({ step: 'missing', field: 'vendor_lead_code' });
    await read('talking', CALL);
    expect(opened).toEqual(['newTab https://crm.example.com/p/C-1']);
  });

  it('is offered where the agent wants to click, opened by the click, and taken back after the call', async () => {
    settings.popWay = 'onClick';
    const { read, pages } = await work();
    await read('talking', CALL);
    await read('talking', CALL);
    expect(opened).toEqual(['offered']);
    await pages.openRecord();
    expect(opened).toEqual(['offered', 'withdrawn', 'onClick https://crm.example.com/p/C-1']);
    await read('ready');
    await read('talking', NEXT);
    await read('ready');
    expect(opened.slice(3)).toEqual(['offered', 'withdrawn']);
    await pages.openRecord();
    expect(opened).toHaveLength(5);
  });

  it('asks for the lead once, where the address needs what nothing else tells', async () => {
    settings.screenPops = [pop({ template: 'https://crm.example.com/p?m=--A--email--B--' as UrlTemplate })];
    leads = [{ ...LEAD, email: 'a+b@example.com', user: '9999' }];
    const { read } = await work();
    await read('talking', CALL);
    await read('talking', CALL);
    expect([asked, opened]).toEqual([['2001'], ['newTab https://crm.example.com/p?m=a%2Bb%40example.com']]);
  });

  it('asks for nothing that the call tells itself', async () => {
    const all = 'https://crm.example.com/p?n=--A--phone_number--B--&c=--A--phone_code--B--&u=--A--user--B--';
    settings.screenPops = [pop({ template: all as UrlTemplate })];
    leads = [LEAD];
    const { read, store } = await work();
    await read('talking', CALL);
    const user = store.current().connection?.agentUser;
    expect([asked, opened]).toEqual([[], [`newTab https://crm.example.com/p?n=7275551212&c=1&u=${user}`]]);
  });

  it('is not opened by a later rule while it is not known whether an earlier one is for the call', async () => {
    const sales = pop({ template: 'https://sales.example.com/--A--lead_id--B--' as UrlTemplate, campaigns: ['SALES'] });
    settings.screenPops = [sales, pop()];
    const { read, pass } = await work();
    await read('talking', { ...CALL, campaign: null });
    expect(opened).toEqual([]);
    await pass(1);
    expect(opened).toEqual(['newTab https://crm.example.com/p/C-1']);
  });

  it('is not opened for a call that was clicked on it, and is for one that waited meanwhile', async () => {
    const { read, store } = await work();
    const record = { vendorId: 'C-1' };
    await read('dialling', CALL, { dial: dialIn('ringing', { record }) });
    expect([opened, store.current().pop?.step]).toEqual([[], 'none']);
    await read('ready', {}, { dial: dialIn('confirming', { record }) });
    await read('talking', NEXT);
    expect(opened).toEqual(['newTab https://crm.example.com/p/C-2']);
  });

  it('is not opened in wrap-up, nor without a rule', async () => {
    settings.screenPops = [];
    const { read, store } = await work();
    await read('talking', CALL);
    expect(store.current().followedCall).toBeNull();
    settings.screenPops = [pop({ campaigns: ['OTHER'] })];
    await read('talking', CALL);
    settings.screenPops = [pop()];
    await read('wrapUp', CALL);
    expect(opened).toEqual([]);
  });
});

describe('pages after a call', () => {
  beforeEach(() => {
    settings = { screenPops: [], popWay: 'newTab', afterCallPages: [page({ statuses: ['SALE'] })] };
  });
  const finish = (step: 'disposing' | 'awaitingFree' | 'done', startedAt = NOW + 60_000) =>
    ({ status: 'SALE', step, startedAt }) as unknown as SessionState['finish'];

  it.each(['awaitingFree', 'done'] as const)(
    'open at once where Dialside has set the disposition (%s)',
    async (step) => {
      const { read } = await work();
      await read('talking', CALL);
      await read('paused', {}, { finish: finish(step) });
      await read('paused');
      expect(opened).toEqual(['first https://crm.example.com/form?d=SALE&l=2001']);
    },
  );

  it('take no disposition that was not accepted, or of the call before', async () => {
    const { read, pass } = await work();
    await read('talking', CALL);
    await read('paused', {}, { finish: finish('disposing') });
    await read('talking', NEXT, { finish: finish('done', NOW - 1) });
    await read('paused');
    await pass();
    expect(opened).toEqual([]);
  });

  it('learn it from the lead, once that has one', async () => {
    leads = [
      { ...LEAD, status: 'INCALL' },
      { ...LEAD, status: 'SALE' },
    ];
    const { read, pass } = await work();
    await read('talking', CALL);
    await read('wrapUp', CALL);
    expect(asked).toEqual([]);
    await read('ready');
    await pass();
    expect([asked, opened]).toEqual([['2001', '2001'], ['first https://crm.example.com/form?d=SALE&l=2001']]);
  });

  it('give up a lead that stays without one, and open what is for each disposition', async () => {
    const each = page({ template: 'https://crm.example.com/each' as UrlTemplate, rank: 1 });
    settings.afterCallPages = [...settings.afterCallPages, each];
    leads = [{ ...LEAD, status: 'INCALL' }];
    const { read, pass } = await work();
    await read('talking', CALL);
    await read('ready');
    await pass(6);
    expect([asked.length, opened]).toEqual([3, ['first https://crm.example.com/each']]);
  });

  it('are opened by the next worker where this one died before, and never twice', async () => {
    leads = [{ ...LEAD, status: 'SALE' }];
    const first = await work();
    await first.read('talking', CALL);
    await first.read('ready');
    const second = await work({ dies: true });
    await second.read('ready');
    await second.pass();
    const third = await work();
    await third.read('ready');
    await third.pass();
    expect([asked, opened, third.store.current().endedCalls]).toEqual([['2001'], [], []]);
  });

  it('count the time talked', async () => {
    settings.afterCallPages = [page({ minimumSeconds: 3 })];
    const { read } = await work();
    const end = (call: object) => read('paused', {}, { finish: finish('done', clock.now) }).then(() => call);
    await read('talking', CALL);
    await read('wrapUp', CALL);
    await end(CALL);
    expect(opened).toEqual([]);
    await read('talking', NEXT);
    for (let seconds = 0; seconds < 3; seconds++) await read('talking', NEXT);
    await end(NEXT);
    expect(opened).toEqual(['first https://crm.example.com/form?d=SALE&l=2002']);
  });

  it('are not opened for who has signed out meanwhile', async () => {
    leads = [{ ...LEAD, status: 'SALE' }];
    const { read, pass, store } = await work();
    await read('talking', CALL);
    await read('ready');
    await store.clear();
    await pass();
    expect(opened).toEqual([]);
  });
});

it('a lead is asked for anew for the next call', async () => {
  const questions: string[] = [];
  const lead = async (id: string) => {
    questions.push(id);
    return ok(null);
  };
  const calls = createCallLeads({ reader: () => ({ lead }) as unknown as LeadReader, inTurn: (ask) => ask() });
  for (const startedAt of [1, 1, 2]) await calls.of({ startedAt, facts: { leadId: '7' } });
  expect(questions).toEqual(['7', '7']);
});
