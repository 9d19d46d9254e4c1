import { findLead, findLiveAgent, type LiveAgent } from '../../world.ts';
import { type AgentFunction, namesAgent, notValid, refusal, success } from '../agent-call.ts';

const activeLead: AgentFunction = {
  target: 'none',
  // vendor_id has to be there, and is compared with nothing.
  refuse: (p) =>
    p('value').length > 1 && p('vendor_id') !== ''
      ? null
      : refusal('st_get_agent_active_lead not valid', `${p('value')}|${p('vendor_id')}`),
  run({ world, p }) {
    const user = world.users.find((row) => row.custom_three.toLowerCase() === p('value').toLowerCase());
    if (!user) return refusal('no user found', p('value'));
    const agent = findLiveAgent(world, user.user);
    if (!agent) return refusal('user not logged in', user.user);
    const lead = findLead(world, agent.lead_id);
    if (!lead) return refusal('no active lead found', agent.user);
    const { phone_number, lead_id, vendor_lead_code, province, security_phrase, source_id } = lead;
    return success(
      'st_get_agent_active_lead lead found',
      [agent.user, phone_number, lead_id, vendor_lead_code, province, security_phrase, source_id].join('|'),
    );
  },
};

const callsInQueueCount: AgentFunction = {
  target: 'agent',
  refuse: (p) => (namesAgent(p) && p('value') === 'DISPLAY' ? null : notValid(p)),
  run({ world }, agent) {
    const count = world.live_calls.filter((call) => call.status === 'LIVE' && couldGet(agent, call)).length;
    return { ...success('calls_in_queue_count', String(count)), endsWithNewline: false };
  },
};

// The selected in-groups are names between spaces, ended by a dash: ` SALESLINE SUPPORT -`.
function couldGet(agent: LiveAgent, call: { readonly campaign_id: string }): boolean {
  return agent.campaign_id === call.campaign_id || agent.closer_campaigns.split(' ').includes(call.campaign_id);
}

export const leadFunctions = { st_get_agent_active_lead: activeLead, calls_in_queue_count: callsInQueueCount };
