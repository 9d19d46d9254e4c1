import { serverTime } from '../../clock.ts';
import { findCampaign, findLead, type Lead } from '../../world.ts';
import {
  type AgentAnswer,
  type AgentCall,
  type AgentFunction,
  hasLiveCall,
  namesAgent,
  refusal,
  setColumns,
  success,
} from '../agent-call.ts';
import { isOnCampaignList, isOnSystemList } from '../non-agent/dnc.ts';
import { columnsFrom, insertLead, newestFirst } from '../non-agent/lead-columns.ts';

/** No check for duplicates, and no look at the number's zone: recorded in add_lead.duplicate and add_lead.ok. */
const externalAddLead: AgentFunction = {
  target: 'agent',
  refuse(p) {
    const number = p('phone_number') || p('value');
    if (namesAgent(p) && number.length > 1 && p('phone_code') !== '') return null;
    const fields = [number, p('phone_code'), p('agent_user'), p('alt_user')];
    return refusal('external_add_lead not valid', fields.join('|'));
  },
  run(call, agent) {
    const { world, clock, p, apiUser } = call;
    const number = (p('phone_number') || p('value')).replace(/\D/g, '');
    const { campaign_id } = agent;
    const isAsked = (name: string) => ['Y', 'YES'].includes(p(name));
    if (isAsked('dnc_check') && isOnSystemList(world, number)) {
      return refusal('add_lead PHONE NUMBER IN DNC', `${number}|${agent.user}`);
    }
    if (isAsked('campaign_dnc_check') && isOnCampaignList(world, number, campaign_id)) {
      return refusal('add_lead PHONE NUMBER IN CAMPAIGN DNC', `${number}|${campaign_id}|${agent.user}`);
    }
    const list_id = findCampaign(world, campaign_id)?.manual_dial_list_id ?? '';
    const lead = insertLead(world, {
      ...columnsFrom(p),
      list_id,
      user: apiUser.user,
      phone_code: p('phone_code'),
      phone_number: number,
      entry_date: serverTime(clock.now()),
    });
    return success('lead added', [number, campaign_id, list_id, lead.lead_id, agent.user].join('|'));
  },
};

const switchLead: AgentFunction = {
  target: 'agent',
  refuse: (p) =>
    namesAgent(p) && (p('lead_id') !== '' || p('vendor_lead_code') !== '')
      ? null
      : refusal('switch_lead not valid', [p('lead_id'), p('vendor_lead_code'), p('agent_user')].join('|')),
  run(call, agent): AgentAnswer {
    const { world, p } = call;
    if (!hasLiveCall(call, agent)) return refusal('agent_user does not have a live call', agent.user);
    if (!agent.callerid.startsWith('Y')) {
      const line = refusal('agent call is not inbound', `${agent.user}|${agent.callerid}`);
      return { ...line, endsWithNewline: false };
    }
    const search = findCampaign(world, agent.campaign_id)?.agent_lead_search ?? '';
    if (!search.startsWith('LIVE_CALL_INBOUND')) {
      return refusal('campaign does not allow inbound lead search', `${agent.user}|${agent.campaign_id}`);
    }
    const wanted = wantedLead(call);
    if (!wanted) {
      return refusal('switch-to lead not found', [agent.user, p('lead_id'), p('vendor_lead_code')].join('|'));
    }
    const before = agent.lead_id;
    setColumns(call, agent, { external_lead_id: wanted.lead_id });
    const fields = [agent.user, wanted.lead_id, p('vendor_lead_code'), agent.campaign_id, before, ''];
    return success('switch_lead function set', fields.join('|'));
  },
};

// The vendor's code wins over the id: recorded in switch_lead.both_keys.
function wantedLead({ world, p }: AgentCall): Lead | undefined {
  const vendor = p('vendor_lead_code');
  if (vendor === '') return findLead(world, p('lead_id'));
  return newestFirst(world.leads.filter((lead) => lead.vendor_lead_code === vendor))[0];
}

export const leadOnScreenFunctions = { external_add_lead: externalAddLead, switch_lead: switchLead };
