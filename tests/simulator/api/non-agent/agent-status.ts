import { findLead, findLiveAgent, findUser, type LiveAgent, type LiveCall, type World } from '../../world.ts';
import { delimiterOf, mayView, type NonAgentCall, type NonAgentFunction } from '../non-agent-call.ts';

const columns = [
  'status',
  'callerid',
  'lead_id',
  'campaign_id',
  'calls_today',
  'full_name',
  'user_group',
  'user_level',
  'pause_code',
  'real_time_sub_status',
  'phone_number',
  'vendor_lead_code',
  'session_id',
];

const agentStatus: NonAgentFunction = (call) => {
  const { world, p, apiUser } = call;
  const refuse = (text: string) => `ERROR: agent_status ${text}\n`;
  if (apiUser.vdc_agent_api_access !== '1' || apiUser.view_reports !== '1') {
    return refuse(`USER DOES NOT HAVE PERMISSION TO GET AGENT INFO: |${apiUser.user}|${apiUser.vdc_agent_api_access}|`);
  }
  const wanted = p('agent_user');
  if (wanted.length < 2) return refuse(`INVALID SEARCH PARAMETERS: ${apiUser.user}|${wanted}`);
  const user = findUser(world, wanted);
  if (!user || !mayView(call, user.user_group)) return refuse(`AGENT NOT FOUND: ${apiUser.user}|${wanted}`);
  const agent = findLiveAgent(world, wanted);
  if (!agent) return refuse(`AGENT NOT LOGGED IN: ${apiUser.user}|${wanted}`);
  return `${headerOf(call)}${statusRow(world, agent).join(delimiterOf(p('stage')))}\n`;
};

// No computer address is known here, so its column stands in the header alone: recorded in agent_status.include_ip.
function headerOf({ p }: NonAgentCall): string {
  if (p('header') !== 'YES') return '';
  return `${[...columns, ...(p('include_ip') === 'YES' ? ['computer_ip'] : [])].join(delimiterOf(p('stage')))}\n`;
}

function statusRow(world: World, agent: LiveAgent): string[] {
  const user = findUser(world, agent.user);
  const subStatus = subStatusOf(world, agent);
  const leadId = subStatus === 'PREVIEW' ? agent.preview_lead_id : agent.lead_id;
  const lead = findLead(world, leadId);
  return [
    agent.status,
    agent.callerid,
    leadId,
    agent.campaign_id,
    agent.calls_today,
    user?.full_name ?? '',
    user?.user_group ?? '',
    user?.user_level ?? '',
    agent.pause_code,
    subStatus,
    callOf(world, agent)?.phone_number ?? lead?.phone_number ?? '',
    lead?.vendor_lead_code ?? '',
    agent.conf_exten,
  ];
}

/** What the live row, the calls and the parked channels together say of the agent; empty when there is nothing to add. */
export function subStatusOf(world: World, agent: LiveAgent): string {
  const hasLead = Number(agent.lead_id) > 0;
  if (agent.status === 'PAUSED' && hasLead) return 'DISPO';
  if (agent.status === 'PAUSED' && Number(agent.preview_lead_id) > 0) return 'PREVIEW';
  if (!hasLead) return agent.ring_callerid === '' ? '' : 'RING';
  return agent.status === 'INCALL' ? callSubStatus(world, agent) : '';
}

// An unanswered call comes before a shared lead: recorded in async.second_dial_lost, where two agents have the lead.
function callSubStatus(world: World, agent: LiveAgent): string {
  if (world.parked_channels.some((row) => row.channel_group === agent.callerid)) return 'PARK';
  const call = callOf(world, agent);
  if (call && (call.channel === '' || call.uniqueid === '')) return 'DIAL';
  const onSameLead = world.live_agents.filter((row) => row.lead_id === agent.lead_id && row.status === 'INCALL');
  if (onSameLead.length > 1) return '3-WAY';
  return call ? '' : 'DEAD';
}

function callOf(world: World, agent: LiveAgent): LiveCall | undefined {
  return agent.callerid === '' ? undefined : world.live_calls.find((call) => call.callerid === agent.callerid);
}

export const agentStatusFunctions = { agent_status: agentStatus };
