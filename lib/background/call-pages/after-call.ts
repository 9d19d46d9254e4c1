import { pageAddress } from '../../crm/pages/page-address.ts';
import { type AfterCallPage, pagesAfter } from '../../crm/pages/page-rules.ts';
import { fieldsOf } from '../../crm/url-template.ts';
import type { EndedCall } from '../../session/call-pages.ts';
import type { SessionStore } from '../../session/session-store.ts';
import type { Settings } from '../../settings/schema.ts';
import type { LeadRecord } from '../../vicidial/wire/lead-fields.ts';
import { createSerialQueue } from '../serial-queue.ts';
import type { CallLeads } from './call-leads.ts';
import { needsLead, pageValues } from './page-values.ts';

// The agent screen closes its box and tells its server in the same moment (agent-screen.md 4); the lead has its status a little later.
const ASK_AFTER_MS = 1_500;
const MOST_TRIES = 3;

/** Statuses of a lead whose call has no disposition yet. */
const UNDISPOSED: ReadonlySet<string> = new Set(['INCALL', 'QUEUE', 'XFER', 'DISPO']);

export interface AfterCallDeps {
  readonly store: SessionStore;
  readonly settings: { read(): Promise<Pick<Settings, 'afterCallPages'>> };
  readonly leads: CallLeads;
  /** Opens a page in a new tab; in front of the others where it is the first. */
  readonly open: (address: string, isFirst: boolean) => Promise<void>;
  readonly sleep: (ms: number) => Promise<void>;
}

export interface AfterCall {
  /** Opens the pages of all calls that have their disposition; each call's are taken off the list before. */
  openPages(): Promise<void>;
}

/** Opens the pages that rules name for a call, once it has its disposition. */
export function createAfterCall(deps: AfterCallDeps): AfterCall {
  const { store, settings, leads } = deps;
  const inTurn = createSerialQueue();

  const open = async (call: EndedCall, pages: readonly AfterCallPage[], lead: LeadRecord | null) => {
    const agentUser = store.current().connection?.agentUser ?? '';
    const values = pageValues(call.facts, { ...call, agentUser, lead });
    const addresses = pages.flatMap(({ template }) => {
      const address = pageAddress(template, values);
      return address.ok ? [address.value] : [];
    });
    for (const [index, address] of addresses.entries()) await deps.open(address, index === 0);
  };

  const isWaiting = ({ startedAt }: EndedCall) =>
    store.current().endedCalls.some((each) => each.startedAt === startedAt);

  const leave = (call: EndedCall) =>
    store.keep({ endedCalls: store.current().endedCalls.filter(({ startedAt }) => startedAt !== call.startedAt) });

  const work = async (call: EndedCall): Promise<void> => {
    const { afterCallPages } = await settings.read();
    const isStatusWanted = call.status === null && afterCallPages.some(asksForStatus);
    const lead = isStatusWanted ? await newestLead(call) : null;
    const status = call.status ?? statusOf(lead);
    const disposed = { ...call, status };
    const { campaign = null } = call.facts;
    const pages = pagesAfter(afterCallPages, { campaign, ...disposed });
    const seen = pageValues(call.facts, { ...disposed, agentUser: '', lead: null });
    const isLeadWanted = lead === null && pages.some(({ template }) => needsLead(template, seen));
    const read = isLeadWanted ? await leads.of(call) : lead;
    // Signed out meanwhile.
    if (!isWaiting(call)) return;
    // Where it cannot be stored a later worker would open them again: rather none than twice.
    if (await leave(call)) await open(disposed, pages, read);
  };

  /** The lead once it has a disposition, as often as that is worth asking. */
  const newestLead = async (call: EndedCall): Promise<LeadRecord | null> => {
    for (let left = MOST_TRIES; left > 0; left--) {
      await deps.sleep(ASK_AFTER_MS);
      const lead = await leads.now(call);
      if (lead === null || statusOf(lead) !== null || left === 1) return lead;
    }
    return null;
  };

  return {
    openPages: () =>
      inTurn(async () => {
        for (let [call] = store.current().endedCalls; call; [call] = store.current().endedCalls) await work(call);
      }),
  };
}

function statusOf(lead: LeadRecord | null): string | null {
  return lead === null || UNDISPOSED.has(lead.status) ? null : lead.status;
}

function asksForStatus({ statuses, template }: AfterCallPage): boolean {
  return statuses.length > 0 || fieldsOf(template).includes('dispo');
}
