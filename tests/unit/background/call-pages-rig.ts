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
import { agentIn, NOW } from '../agent/dials.ts';
import { settle, signedInArea } from './rig.ts';

const RECORD = 'https://crm.example.com/p/--A--vendor_lead_code--B--' as UrlTemplate;
export const CALL = { leadId: '2001', vendorLeadCode: 'C-1', phoneNumber: '+17275551212', campaign: 'TESTCAMP' };
export const NEXT = { ...CALL, leadId: '2002', vendorLeadCode: 'C-2', phoneNumber: '+17275551313' };

export const pop = (changes: Partial<ScreenPop> = {}): ScreenPop => ({
  ...{ template: RECORD, campaigns: [], ingroups: [] },
  ...changes,
});
export const page = (changes: Partial<AfterCallPage> = {}): AfterCallPage => ({
  ...{ name: 'Form', template: 'https://crm.example.com/form?d=--A--dispo--B--&l=--A--lead_id--B--' as UrlTemplate },
  ...{ campaigns: [], statuses: [], minimumSeconds: 0, rank: 0 },
  ...changes,
});
export const LEAD = { ...Object.fromEntries(LEAD_COLUMNS.map((name) => [name, ''])), lead_id: '2001' } as LeadRecord;

/** What a test gives, and what has happened. */
interface CallPagesRig {
  area: Awaited<ReturnType<typeof signedInArea>>;
  settings: { screenPops: readonly ScreenPop[]; popWay: PopWay; afterCallPages: readonly AfterCallPage[] };
  clock: { now: number };
  opened: string[];
  asked: string[];
  /** What the second login reads of the lead at each question; null where there is no such login. */
  leads: LeadRecord[] | null;
}

export const rig = {} as CallPagesRig;

/** As it is before each test. */
export async function resetRig(): Promise<void> {
  Object.assign(rig, {
    area: await signedInArea(),
    settings: { screenPops: [pop()], popWay: 'newTab', afterCallPages: [] },
    clock: { now: NOW },
    opened: [],
    asked: [],
    leads: null,
  } satisfies CallPagesRig);
}

/** One life of the background; `dies` lets it end with the opening of a page. */
export async function work({ dies = false } = {}) {
  const store: SessionStore = createSessionStore(rig.area);
  await store.load();
  let isAlive = true;
  const due: (() => void)[] = [];
  const show = async (what: string) => {
    if (dies) isAlive = false;
    if (dies) await new Promise(() => {});
    rig.opened.push(what);
  };
  const reader = {
    lead: async (id: string) => {
      rig.asked.push(id);
      const [first, ...others] = rig.leads ?? [];
      if (rig.leads && others.length > 0) rig.leads = others;
      return first ? ok(first) : fail({ code: 'timeout', timeoutMs: 1 });
    },
  } as unknown as LeadReader;
  const pages = createCallPages({
    store,
    settings: { read: async () => rig.settings },
    leads: createCallLeads({ reader: () => (rig.leads ? reader : null), inTurn: (ask) => ask() }),
    pages: {
      open: (address, way) => show(`${way} ${address}`),
      openAnother: (address, isFirst) => show(`${isFirst ? 'first' : 'then'} ${address}`),
    },
    offer: async () => void rig.opened.push('offered'),
    withdraw: async () => void rig.opened.push('withdrawn'),
    now: () => rig.clock.now,
    onBug: (bug) => rig.opened.push(String(bug)),
    after(_ms, task) {
      due.push(() => isAlive && task());
      return () => {};
    },
  });
  const read = async (phase: AgentPhase, agent: Partial<AgentState> = {}, change: Partial<SessionState> = {}) => {
    rig.clock.now += 1_000;
    await store.update({ agent: agentIn(phase, agent), ...change });
    await Promise.race([pages.agentRead(), settle()]);
    await settle();
  };
  /** Lets everything happen that waits for its time. */
  const pass = async (rounds = 4) => {
    for (let left = rounds; left > 0; left--) {
      rig.clock.now += 3_000;
      for (const task of due.splice(0)) task();
      await settle();
    }
  };
  return { store, pages, read, pass };
}
