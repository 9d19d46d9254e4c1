import { epochSeconds } from '../../clock.ts';
import { findCampaign, type LiveAgent, type World } from '../../world.ts';
import {
  type AgentAnswer,
  type AgentCall,
  type AgentFunction,
  hasLiveCall,
  namesAgent,
  notValid,
  refusal,
  setColumns,
  success,
} from '../agent-call.ts';
import type { Parameters } from '../parameters.ts';

const hangups: readonly string[] = ['HANGUP_XFER', 'HANGUP_BOTH', 'LEAVE_3WAY_CALL'];
const thirdPartyDials: readonly string[] = ['DIAL_WITH_CUSTOMER', 'PARK_CUSTOMER_DIAL'];
const others: readonly string[] = ['BLIND_TRANSFER', 'LEAVE_VM', 'LOCAL_CLOSER'];
const callerIdChoices: readonly string[] = ['CAMPAIGN', 'AGENT_PHONE', 'CUSTOMER', 'CUSTOM_CID'];

const transferConference: AgentFunction = {
  target: 'agent',
  refuse: (p) => (namesAgent(p) && p('value').length >= 8 ? null : notValid(p)),
  run(call, agent) {
    const { p, apiUser } = call;
    const value = p('value');
    if (!hasLiveCall(call, agent)) return refusal('agent_user does not have a live call', agent.user);
    if (![...hangups, ...thirdPartyDials, ...others].includes(value)) {
      return refusal('value is not valid', `${value}|${apiUser.user}`);
    }
    return hangups.includes(value) ? order(call, agent, '', '') : transfer(call, agent);
  },
};

function transfer(call: AgentCall, agent: LiveAgent): AgentAnswer {
  const { world, p } = call;
  const needsIngroup = p('value') === 'LOCAL_CLOSER' || p('consultative') === 'YES';
  const ingroup = needsIngroup ? chosenIngroup(world, p, agent) : '';
  if (needsIngroup && !world.inbound_groups.some((row) => row.group_id === ingroup && row.active === 'Y')) {
    return refusal('ingroup is not valid', ingroup);
  }
  const refused = thirdPartyDials.includes(p('value')) ? refuseThirdParty(world, p, agent) : null;
  return refused ?? order(call, agent, ingroup, p('phone_number'));
}

function chosenIngroup(world: World, p: Parameters, agent: LiveAgent): string {
  const chosen = p('ingroup_choices');
  return chosen === 'DEFAULTINGROUP' ? (findCampaign(world, agent.campaign_id)?.default_xfer_group ?? '') : chosen;
}

function refuseThirdParty(world: World, p: Parameters, agent: LiveAgent): AgentAnswer | null {
  const [alias, choice] = [p('group_alias'), p('cid_choice')];
  if (p('phone_number') === '' && p('consultative') !== 'YES') return notValid(p);
  if (alias !== '' && !world.group_aliases.some((row) => row.group_alias_id === alias)) {
    return refusal('group_alias is not valid', `${agent.user}|${alias}`);
  }
  if (choice !== '' && !callerIdChoices.includes(choice)) {
    return refusal('cid_choice is not valid', `${agent.user}|${choice}`);
  }
  const lines = thirdPartyLines(world, agent);
  if (p('tw_check') !== 'YES' || lines === 0) return null;
  return refusal('agent_user has current active 3-way call', `${agent.user}|${lines}|0|YES`);
}

// Lines to third parties carry a call id that starts with DC.
function thirdPartyLines(world: World, agent: LiveAgent): number {
  return world.live_sip_channels.filter(
    (row) => row.extension === agent.conf_exten && row.channel_group.startsWith('DC'),
  ).length;
}

function order(call: AgentCall, agent: LiveAgent, ingroup: string, number: string): AgentAnswer {
  const { p, clock, world } = call;
  const value = p('value');
  const consultative = p('consultative') === 'YES' ? 'YES' : 'NO';
  const alias = world.group_aliases.find((row) => row.group_alias_id === p('group_alias'));
  const parts = [value, ingroup, number, consultative, p('dial_override') === 'YES' ? 'YES' : '']
    .concat(alias?.group_alias_id ?? '', alias?.caller_id_number ?? '', String(epochSeconds(clock)))
    .concat(hangups.includes(value) ? [] : [p('cid_choice')]);
  setColumns(call, agent, { external_transferconf: parts.join('---') });
  const fields = [value, ingroup, number, consultative, agent.user, agent.callerid, ''];
  return success('transfer_conference function set', fields.join('|'));
}

export const transferFunctions = { transfer_conference: transferConference };
