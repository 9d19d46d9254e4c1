import { findLead, type Lead } from '../../world.ts';
import { error, mayUseList, type NonAgentCall, type NonAgentFunction, restricted } from '../non-agent-call.ts';
import { addLead } from './add-lead.ts';
import { addCallback, removeCallbacks } from './lead-callbacks.ts';
import { columnsFrom, newestFirst } from './lead-columns.ts';

const updateLead: NonAgentFunction = (call) => {
  const { p, apiUser } = call;
  const keys = [p('lead_id'), p('vendor_lead_code'), p('phone_number')];
  const method = p('search_method') || 'LEAD_ID';
  const searches = searchesOf(call, method);
  if (searches.length === 0) {
    return error(call, `NO VALID SEARCH METHOD - ${[apiUser.user, method, ...keys].join('|')}`);
  }
  const records = Math.max(1, Number(p('records')) || 1);
  const leads = firstHit(searches)
    .filter((lead) => mayUseList(call, lead.list_id))
    .slice(0, records);
  const noMatch = `NO MATCHES FOUND IN THE SYSTEM: |${[apiUser.user, ...keys].join('|')}`;
  if (leads.length > 0) return leads.map((lead) => treat(call, lead, keys)).join('');
  if (p('insert_if_not_found') !== 'Y') return error(call, noMatch);
  const added = addLead(call);
  return typeof added === 'string' ? `NOTICE: update_lead ${noMatch}\n${added}` : added;
};

/** One way to search after the other: each is a list of leads, found when it is not empty. */
function searchesOf(call: NonAgentCall, method: string): (() => Lead[])[] {
  const { world, p } = call;
  const [leadId, vendor, number] = [p('lead_id'), p('vendor_lead_code'), p('phone_number')];
  const within = leadsWithin(call);
  return [
    method.includes('LEAD_ID') && leadId !== '' ? () => [findLead(world, leadId) ?? []].flat() : null,
    method.includes('VENDOR_LEAD_CODE') && vendor !== ''
      ? () => within.filter((lead) => lead.vendor_lead_code === vendor)
      : null,
    method.includes('PHONE_NUMBER') && number !== ''
      ? () => within.filter((lead) => lead.phone_number === number)
      : null,
  ].filter((search) => search !== null);
}

// Without a list there is nothing to narrow the search by.
function leadsWithin({ world, p }: NonAgentCall): Lead[] {
  const [location, listId] = [p('search_location'), p('list_id')];
  if (listId === '' || location === 'SYSTEM') return newestFirst(world.leads);
  const campaign = world.lists.find((row) => row.list_id === listId)?.campaign_id;
  const lists =
    location === 'CAMPAIGN'
      ? world.lists.filter((row) => row.campaign_id === campaign).map((row) => row.list_id)
      : [listId];
  return newestFirst(world.leads.filter((lead) => lists.includes(lead.list_id)));
}

function firstHit(searches: readonly (() => Lead[])[]): Lead[] {
  for (const search of searches) {
    const leads = search();
    if (leads.length > 0) return leads;
  }
  return [];
}

function treat(call: NonAgentCall, lead: Lead, [, vendor = '', number = '']: readonly string[]): string {
  const { world, p, apiUser } = call;
  if (p('no_update') === 'Y') {
    const fields = [apiUser.user, lead.lead_id, vendor, number, lead.list_id, lead.entry_list_id];
    return `NOTICE: update_lead LEADS FOUND IN THE SYSTEM: |${fields.join('|')}\n`;
  }
  const callback = callbackOf(call, lead);
  const columns = changesOf(call);
  // A request for a call-back alone is answered by its NOTICE alone: recorded in na_update_lead.callback.
  if (callback !== '' && Object.keys(columns).length === 0) return callback;
  Object.assign(lead, columns);
  world.changed('leads', lead.lead_id);
  return `SUCCESS: update_lead LEAD HAS BEEN UPDATED - ${apiUser.user}|${lead.lead_id}|1|||\n${callback}`;
}

function callbackOf(call: NonAgentCall, lead: Lead): string {
  switch (call.p('callback')) {
    case 'Y':
      return addCallback(call, lead);
    case 'REMOVE':
      return removeCallbacks(call, lead);
    default:
      return '';
  }
}

/** The keys of the search are no changes, unless the request says that the number itself is one. */
function changesOf({ p }: NonAgentCall): Partial<Lead> {
  const { vendor_lead_code, ...columns } = columnsFrom(p);
  const byVendor = p('search_method').includes('VENDOR_LEAD_CODE');
  return {
    ...columns,
    ...(vendor_lead_code === undefined || byVendor ? {} : { vendor_lead_code }),
    ...(p('status') === '' ? {} : { status: p('status') }),
    ...(p('update_phone_number') === 'Y' ? { phone_number: p('phone_number') } : {}),
  };
}

export const updateLeadFunctions = {
  update_lead: restricted(
    { level: 8, flags: ['vdc_agent_api_access'], modifyLeadsUpTo: 4 },
    'UPDATE LEADS IN THE SYSTEM',
    updateLead,
  ),
};
