import { findLead, type Lead } from '../../world.ts';
import { type AgentCall, type AgentFunction, refusal, setColumns, success } from '../agent-call.ts';
import type { Parameters } from '../parameters.ts';

/** The columns of a lead that may be written this way, in the order the program looks for them. */
const columns = [
  ...(['address1', 'address2', 'address3', 'alt_phone', 'city', 'comments', 'country_code'] as const),
  ...(['date_of_birth', 'email', 'first_name', 'gender', 'gmt_offset_now', 'last_name', 'middle_initial'] as const),
  ...(['phone_number', 'phone_code', 'postal_code', 'province', 'security_phrase', 'source_id', 'state'] as const),
  ...(['title', 'vendor_lead_code', 'rank', 'owner'] as const),
] satisfies readonly (keyof Lead)[];

const panels = ['formreload', 'scriptreload', 'script2reload', 'emailreload', 'chatreload'] as const;

const updateFields: AgentFunction = {
  target: 'agent',
  refuse: refuseWithoutAgent,
  run(call, agent) {
    const { world, p, apiUser } = call;
    const modifyLeads = Number(apiUser.modify_leads);
    if (modifyLeads < 1 || modifyLeads > 4) {
      return refusal('user is not allowed to modify lead information', `${agent.user}|${apiUser.user}`);
    }
    const lead = findLead(world, agent.lead_id);
    if (!lead) return refusal('agent_user does not have a lead on their screen', agent.user);
    // A name anywhere in the request counts, in another field's value too, and empties that column.
    const named = columns.filter((column) => call.requestText.includes(column));
    const reloads = panelsIn(p, panels);
    if (named.length + reloads.length === 0) return refusal('no fields have been defined', agent.user);
    Object.assign(lead, Object.fromEntries(named.map((column) => [column, p(column)])));
    world.changed('leads', lead.lead_id);
    const fields = [...named, ...reloads].join(',');
    setColumns(call, agent, { external_update_fields: '1', external_update_fields_data: fields });
    const assignments = named.map((column) => `${column}="${p(column)}"`).join(',');
    const rows = named.length > 0 ? 1 : 0;
    return success(
      'update_fields lead updated',
      [apiUser.user, agent.user, lead.lead_id, rows, 1, fields, assignments, ''].join('|'),
    );
  },
};

const refreshPanel: AgentFunction = {
  target: 'agent',
  refuse: refuseWithoutAgent,
  run(call: AgentCall, agent) {
    const { p, apiUser } = call;
    const reloads = panelsIn(p, [...panels, 'callbacksreload']).join(',');
    if (reloads === '') return refusal('no panels have been defined', agent.user);
    setColumns(call, agent, { external_update_fields: '1', external_update_fields_data: reloads });
    return success('refresh_panel request sent', [apiUser.user, agent.user, 1, reloads, ''].join('|'));
  },
};

function refuseWithoutAgent(p: Parameters) {
  return p('agent_user').length > 1 ? null : refusal('agent_user not valid', p('agent_user'));
}

function panelsIn(p: Parameters, names: readonly string[]): string[] {
  return names.filter((name) => p(name) !== '');
}

export const fieldFunctions = { update_fields: updateFields, refresh_panel: refreshPanel };
