import { findCampaign, type LiveAgent } from '../../world.ts';
import { type AgentAnswer, type AgentCall, type AgentFunction, refusal, setColumns, success } from '../agent-call.ts';

const changeIngroups: AgentFunction = {
  target: 'agent',
  refuse(p) {
    const [value, blended, choices] = [p('value'), p('blended'), p('ingroup_choices')];
    const isRight = ['CHANGE', 'ADD', 'REMOVE'].includes(value) && ['YES', 'NO'].includes(blended);
    if (isRight && p('agent_user').length > 1) return null;
    return refusal('change_ingroups not valid', [value, blended, choices, p('agent_user')].join('|'));
  },
  run(call, agent) {
    const { p, apiUser } = call;
    const chosen = namesIn(p('ingroup_choices'));
    const refused = refuseUser(call) ?? refuseCampaign(call, agent) ?? refuseChoice(call, agent, chosen);
    if (refused) return refused;
    const groups = ` ${changed(p('value'), namesIn(agent.closer_campaigns), chosen).join(' ')} -`;
    setColumns(call, agent, {
      external_ingroups: groups,
      external_blended: p('blended') === 'YES' ? '1' : '0',
      external_igb_set_user: apiUser.user,
      manager_ingroup_set: 'SET',
    });
    const note = p('set_as_default') === 'YES' ? 'YES' : '';
    return success('change_ingroups function set', [apiUser.user, agent.user, groups, p('blended'), note].join('|'));
  },
};

function refuseUser({ apiUser }: AgentCall): AgentAnswer | null {
  return apiUser.change_agent_campaign === '1'
    ? null
    : refusal('user is not allowed to change agent in-groups', apiUser.user);
}

function refuseCampaign({ world, p }: AgentCall, agent: LiveAgent): AgentAnswer | null {
  const campaign = findCampaign(world, agent.campaign_id);
  if (campaign?.campaign_allow_inbound !== 'Y') return refusal('campaign does not allow inbound calls', agent.user);
  const dialsByHand = ['MANUAL', 'INBOUND_MAN'].includes(campaign.dial_method);
  if (p('blended') !== 'YES' || !dialsByHand) return null;
  return refusal('campaign dial_method does not allow outbound autodial', `${agent.user}|YES`);
}

function refuseChoice({ world, p }: AgentCall, agent: LiveAgent, chosen: readonly string[]): AgentAnswer | null {
  const [value, choices] = [p('value'), p('ingroup_choices')];
  if (chosen.length === 0 && value !== 'CHANGE') {
    const fields = `${agent.user}|${value}|${choices}`;
    return refusal('ingroup_choices are required for ADD and REMOVE values', fields);
  }
  const unknown = chosen.find((name) => !world.inbound_groups.some((row) => row.group_id === name));
  return unknown === undefined ? null : refusal('ingroup does not exist', `${agent.user}|${unknown}|${choices}`);
}

/** Names between spaces, ended by a dash: ` SALESLINE SUPPORT -`. */
function namesIn(text: string): string[] {
  return text.split(' ').filter((name) => name !== '' && name !== '-');
}

function changed(value: string, current: readonly string[], chosen: readonly string[]): string[] {
  switch (value) {
    case 'ADD':
      return [...new Set([...current, ...chosen])];
    case 'REMOVE':
      return current.filter((name) => !chosen.includes(name));
    default:
      return [...chosen];
  }
}

export const ingroupFunctions = { change_ingroups: changeIngroups };
