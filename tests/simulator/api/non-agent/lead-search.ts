import type { Lead } from '../../world.ts';
import {
  delimiterOf,
  error,
  mayUseList,
  type NonAgentCall,
  type NonAgentFunction,
  restricted,
} from '../non-agent-call.ts';
import { newestFirst } from './lead-columns.ts';

/** Text by text, without alternative numbers: `KEY|COUNT|LEAD-LEAD`, newest first. */
const leadSearch: NonAgentFunction = (call) => {
  const { p, apiUser } = call;
  const byVendor = p('search_method').includes('VENDOR_LEAD_CODE');
  const column = byVendor ? 'vendor_lead_code' : 'phone_number';
  if (p(column) === '') return noMethod(call);
  const found = p(column)
    .split(',')
    .filter((key) => key !== '')
    .map((key) => ({ key, leads: leadsWith(call, column, key) }));
  if (found.every(({ leads }) => leads.length === 0)) {
    const fields = [apiUser.user, p('lead_id'), p('vendor_lead_code'), p('phone_number')];
    return error(call, `NO MATCHES FOUND IN THE SYSTEM: |${fields.join('|')}`);
  }
  const rows = found.map(({ key, leads }) => {
    const ids = leads.map((lead) => lead.lead_id).join('-');
    return [key, String(leads.length), ids].join(delimiterOf(p('stage')));
  });
  // Its names run together: recorded in lead_search.hit.
  const header = p('header') === 'YES' ? ['search_keyrecords_foundlead_ids'] : [];
  return [...header, ...rows].map((line) => `${line}\n`).join('');
};

function leadsWith(call: NonAgentCall, column: 'vendor_lead_code' | 'phone_number', key: string): Lead[] {
  return newestFirst(call.world.leads.filter((lead) => lead[column] === key && mayUseList(call, lead.list_id)));
}

// What stands in the brackets are lengths.
function noMethod(call: NonAgentCall): string {
  const { p, apiUser } = call;
  const lengths = ['lead_id', 'vendor_lead_code', 'phone_number'].map((name) => `(${p(name).length})`);
  const fields = [apiUser.user, p('search_method') || 'PHONE_NUMBER', ...lengths];
  return error(call, `NO VALID SEARCH METHOD - ${fields.join('|')}`);
}

export const leadSearchFunctions = {
  lead_search: restricted(
    { level: 8, flags: ['vdc_agent_api_access'], modifyLeadsUpTo: 5 },
    'SEARCH FOR LEADS',
    leadSearch,
  ),
};
