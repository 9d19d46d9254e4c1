import { findUser, type LiveAgent, type World } from '../../world.ts';
import { error, mayView, type NonAgentFunction, printRows, restricted } from '../non-agent-call.ts';
import { campaignsOfGroup } from './agent-lists.ts';
import { subStatusOf } from './agent-status.ts';

/** An agent whose customer has hung up is in no call any more; one who dials is. */
function countsOf(world: World, agents: readonly LiveAgent[]) {
  const isIn = (subStatus: string) => agents.filter((agent) => subStatusOf(world, agent) === subStatus).length;
  const isAt = (status: string) => agents.filter((agent) => agent.status === status).length;
  const [dead, dispo] = [isIn('DEAD'), isIn('DISPO')];
  return {
    all: agents.length,
    inCalls: isAt('INCALL') - dead,
    waiting: isAt('READY') + isAt('CLOSER'),
    paused: isAt('PAUSED') - dispo,
    dead,
    dispo,
    dial: isIn('DIAL'),
  };
}

const groupColumns = [
  ...['usergroups', 'calls_waiting', 'agents_logged_in', 'agents_in_calls', 'agents_waiting', 'agents_paused'],
  ...['agents_in_dead_calls', 'agents_in_dispo', 'agents_in_dial'],
];

const userGroupStatus: NonAgentFunction = (call) => {
  const { world, p, apiUser } = call;
  const groups = p('user_groups')
    .split('|')
    .filter((group) => group !== '' && mayView(call, group));
  if (groups.length === 0) return error(call, `INVALID SEARCH PARAMETERS: ${apiUser.user}|`);
  const agents = world.live_agents.filter((agent) => groups.includes(findUser(world, agent.user)?.user_group ?? ''));
  const count = countsOf(world, agents);
  const row = [
    ...[waitingFor(world, groups), count.all, count.inCalls, count.waiting, count.paused],
    ...[count.dead, count.dispo, count.dial],
  ];
  return printRows(call, groupColumns, [[groups.join(' '), ...row.map(String)]]);
};

/** Calls that wait for the campaigns of these groups, or for the in-groups of those. */
function waitingFor(world: World, groups: readonly string[]): number {
  const campaigns = groups.flatMap((group) => campaignsOfGroup(world, group));
  return world.live_calls.filter(
    (call) =>
      call.status === 'LIVE' &&
      campaigns.some(
        ({ campaign_id, closer_campaigns }) =>
          campaign_id === call.campaign_id || closer_campaigns.includes(` ${call.campaign_id} `),
      ),
  ).length;
}

const ingroupColumns = [
  ...['ingroups', 'total_calls', 'calls_waiting', 'agents_logged_in', 'agents_in_calls', 'agents_waiting'],
  ...['agents_paused', 'agents_in_dispo', 'agents_in_dial'],
];

const inGroupStatus: NonAgentFunction = (call) => {
  const { world, p, apiUser } = call;
  const ingroups = p('in_groups')
    .split('|')
    .filter((group) => group !== '');
  if (ingroups.length === 0) return error(call, `INVALID SEARCH PARAMETERS: ${apiUser.user}|`);
  const calls = world.live_calls.filter((row) => ingroups.includes(row.campaign_id));
  const waiting = calls.filter((row) => row.status === 'LIVE').length;
  const users = world.live_inbound_agents.filter((row) => ingroups.includes(row.group_id)).map((row) => row.user);
  const count = countsOf(
    world,
    world.live_agents.filter((agent) => users.includes(agent.user)),
  );
  const row = [
    ...[calls.length, waiting, count.all, count.inCalls, count.waiting, count.paused],
    ...[count.dispo, count.dial],
  ];
  return printRows(call, ingroupColumns, [[ingroups.join(' '), ...row.map(String)]]);
};

const needs = { level: 7, flags: ['vdc_agent_api_access', 'view_reports'] } as const;

export const liveCountFunctions = {
  user_group_status: restricted(needs, 'GET USER GROUP INFO', userGroupStatus),
  in_group_status: restricted(needs, 'GET IN-GROUP INFO', inGroupStatus),
};
