import { findUser, type LiveAgent, type World } from '../../world.ts';
import { error, mayView, type NonAgentFunction, printRows, restricted } from '../non-agent-call.ts';
import { subStatusOf } from './agent-status.ts';

const agentColumns = [
  ...['user', 'campaign_id', 'session_id', 'status', 'lead_id', 'callerid', 'calls_today', 'full_name', 'user_group'],
  'user_level',
];

const loggedInAgents: NonAgentFunction = (call) => {
  const { world, p, apiUser } = call;
  const [campaigns, groups] = [namesIn(p('campaigns')), namesIn(p('user_groups'))];
  const withSubStatus = p('show_sub_status') === 'YES';
  const rows = world.live_agents
    .toSorted((a, b) => a.user.localeCompare(b.user))
    .map((agent) => ({ agent, group: findUser(world, agent.user)?.user_group ?? '' }))
    .filter(({ agent, group }) => isWanted(campaigns, agent.campaign_id) && isWanted(groups, group))
    .filter(({ group }) => mayView(call, group))
    .map(({ agent }) => agentRow(world, agent, withSubStatus));
  if (rows.length === 0) return error(call, `NO LOGGED IN AGENTS: ${apiUser.user}|`);
  return printRows(call, [...agentColumns, ...(withSubStatus ? ['pause_code', 'sub_status'] : [])], rows);
};

function namesIn(text: string): string[] {
  return text.split('|').filter((name) => name !== '' && name !== '---ALL---');
}

function isWanted(names: readonly string[], name: string): boolean {
  return names.length === 0 || names.includes(name);
}

// The lead of a preview stands there only beside the sub status that says so.
function agentRow(world: World, agent: LiveAgent, withSubStatus: boolean): string[] {
  const user = findUser(world, agent.user);
  const subStatus = subStatusOf(world, agent);
  const leadId = withSubStatus && subStatus === 'PREVIEW' ? agent.preview_lead_id : agent.lead_id;
  return [
    ...[agent.user, agent.campaign_id, agent.conf_exten, agent.status, leadId, agent.callerid, agent.calls_today],
    ...[user?.full_name ?? '', user?.user_group ?? '', user?.user_level ?? ''],
    ...(withSubStatus ? [agent.pause_code, subStatus] : []),
  ];
}

const userDetails: NonAgentFunction = (call) => {
  const { world, p, apiUser } = call;
  const wanted = p('agent_user');
  if (wanted.length < 2) return error(call, `INVALID SEARCH PARAMETERS: ${apiUser.user}|${wanted}`);
  const user = findUser(world, wanted);
  if (!user || !mayView(call, user.user_group)) return error(call, `USER NOT FOUND: ${apiUser.user}|${wanted}`);
  const row = [user.user, user.full_name, user.user_group, user.user_level, user.active];
  return printRows(call, ['user', 'full_name', 'user_group', 'user_level', 'active'], [row]);
};

/** What the group of a user may work in: active campaigns, and the in-groups that those take calls of. */
const agentCampaigns: NonAgentFunction = (call) => {
  const { world, p, apiUser } = call;
  const wanted = p('agent_user');
  const user = findUser(world, wanted);
  if (!user) return error(call, `AGENT USER DOES NOT EXIST: |${apiUser.user}|${wanted}`);
  const allowed = campaignsOfGroup(world, user.user_group).filter((campaign) => campaign.active === 'Y');
  const ingroups = world.inbound_groups
    .filter((group) => group.active === 'Y')
    .filter((group) => allowed.some((campaign) => campaign.closer_campaigns.includes(` ${group.group_id} `)));
  const row = [
    user.user,
    allowed
      .map((campaign) => campaign.campaign_id)
      .toSorted()
      .join('-'),
    ingroups
      .map((group) => group.group_id)
      .toSorted()
      .join('-'),
  ];
  return printRows(call, ['user', 'allowed_campaigns_list', 'allowed_ingroups_list'], [row]);
};

/** The campaigns a user group may work in. */
export function campaignsOfGroup(world: World, userGroup: string) {
  const allowed = world.user_groups.find((row) => row.user_group === userGroup)?.allowed_campaigns ?? '';
  return world.campaigns.filter(({ campaign_id }) =>
    [' -ALL-CAMPAIGNS- ', ` ${campaign_id} `].some((name) => allowed.includes(name)),
  );
}

const api = 'vdc_agent_api_access';
const reading = { level: 7, flags: [api, 'view_reports'] } as const;

export const agentListFunctions = {
  logged_in_agents: restricted(reading, 'GET AGENT INFO', loggedInAgents),
  user_details: restricted(reading, 'GET AGENT INFO', userDetails),
  agent_campaigns: restricted(
    { level: 8, flags: [api, 'view_reports', 'modify_users'] },
    'GET AGENT INFO',
    agentCampaigns,
  ),
};
