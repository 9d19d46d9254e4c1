import { findLead, type Lead } from '../../world.ts';
import { error, type NonAgentFunction, printRows, restricted } from '../non-agent-call.ts';
import { leadColumns, newestFirst } from './lead-columns.ts';

const leadAllInfo: NonAgentFunction = (call) => {
  const { world, p, apiUser } = call;
  const [leadId, number] = [p('lead_id'), p('phone_number')];
  const leads =
    leadId === ''
      ? newestFirst(world.leads.filter((lead) => number !== '' && lead.phone_number === number))
      : [findLead(world, leadId) ?? []].flat();
  if (leads.length === 0) return error(call, `LEAD NOT FOUND: ${apiUser.user}|${leadId}|${number}`);
  const rows = leads.map((lead) => leadColumns.map((column) => lead[column]));
  return p('stage') === 'newline'
    ? rows.map((row) => `${row.join('\n')}\n`).join('')
    : printRows(call, leadColumns, rows);
};

/** The bare value, without a line break. An unknown name breaks the program's SQL: recorded in lead_field_info.bad_field. */
const leadFieldInfo: NonAgentFunction = (call) => {
  const { world, p, apiUser } = call;
  const [leadId, name] = [p('lead_id'), p('field_name')];
  if (leadId === '' || name === '') return error(call, `INVALID SEARCH PARAMETERS: ${apiUser.user}|${leadId}|${name}`);
  const lead = findLead(world, leadId);
  if (!lead) return error(call, `LEAD NOT FOUND: ${apiUser.user}|${leadId}`);
  return isColumn(name) ? lead[name] : { status: 500, body: '' };
};

function isColumn(name: string): name is keyof Lead {
  return (leadColumns as readonly string[]).includes(name);
}

const callbackColumns = [
  ...['lead_id', 'callback_type', 'recipient', 'callback_status', 'lead_status', 'callback_date', 'entry_date'],
  ...['user', 'list_id', 'campaign_id', 'user_group', 'customer_timezone', 'customer_time', 'comments'],
];

// Nothing is archived here: the search for ARCHIVE finds nothing.
const leadCallbackInfo: NonAgentFunction = (call) => {
  const { world, p, apiUser } = call;
  const leadId = p('lead_id');
  if (leadId === '') return error(call, `INVALID SEARCH PARAMETERS: ${apiUser.user}|${leadId}`);
  const found = world.callbacks.filter((row) => row.lead_id === leadId && p('search_location') !== 'ARCHIVE');
  if (found.length === 0) {
    return error(call, `CALLBACK NOT FOUND: ${apiUser.user}|${leadId}|${p('stage') || 'pipe'}|`);
  }
  const rows = found.map((row) => [
    ...[row.lead_id, 'CURRENT', row.recipient, row.status, row.lead_status, row.callback_time, row.entry_time],
    ...[row.user, row.list_id, row.campaign_id, row.user_group, '', '', row.comments],
  ]);
  return printRows(call, callbackColumns, rows);
};

const api = 'vdc_agent_api_access';

export const leadInfoFunctions = {
  lead_all_info: restricted(
    { level: 7, flags: [api, 'view_reports'], modifyLeadsUpTo: 5 },
    'GET LEAD INFO',
    leadAllInfo,
  ),
  lead_field_info: restricted({ level: 7, flags: [api], modifyLeadsUpTo: 4 }, 'GET LEAD INFO', leadFieldInfo),
  lead_callback_info: restricted({ level: 7, flags: [api, 'view_reports'] }, 'GET LEAD INFO', leadCallbackInfo),
};
