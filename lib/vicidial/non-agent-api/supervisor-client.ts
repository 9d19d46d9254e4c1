import { ok, type Result } from '../../result.ts';
import type { Answer, LiveStatus } from '../client.ts';
import type { VicidialFailure } from '../failure.ts';
import type { Reader } from '../wire/answer.ts';
import { type Input, input } from '../wire/inputs.ts';
import { isLiveStatus } from '../wire/live-status.ts';
import { countIn, nothingFound, oneRow, table } from '../wire/rows.ts';
import { type ServiceOptions, serviceCaller } from './service-connection.ts';

export interface LoggedInAgent {
  readonly user: string;
  readonly campaign: string;
  readonly session: string;
  readonly status: LiveStatus;
  /** Empty when no lead is on the screen. */
  readonly leadId: string;
  readonly callId: string;
  readonly callsToday: number;
  readonly fullName: string;
  readonly userGroup: string;
  readonly pauseCode: string;
  /** As in agent_status: DIAL, DEAD, DISPO, PREVIEW and others; empty when there is nothing to add. */
  readonly subStatus: string;
}

export interface UserDetails {
  readonly user: string;
  readonly fullName: string;
  readonly userGroup: string;
  readonly level: number;
  readonly active: boolean;
}

export interface AgentPlaces {
  readonly campaigns: readonly string[];
  readonly ingroups: readonly string[];
}

export interface CampaignRow {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly dialMethod: string;
  readonly dialLevel: string;
  readonly dialStatuses: readonly string[];
}

export interface HopperLead {
  readonly leadId: string;
  readonly listId: string;
  readonly priority: number;
  readonly callingCode: string;
  readonly nationalNumber: string;
  readonly status: string;
  readonly timesCalled: number;
  readonly vendorLeadCode: string;
}

/** Agents in the states of the real-time report; the dialling ones are among those in calls. */
export interface LiveCounts {
  readonly callsWaiting: number;
  readonly agents: number;
  readonly inCalls: number;
  readonly waiting: number;
  readonly paused: number;
  readonly inWrapUp: number;
  readonly dialling: number;
}

/** The state of the floor. Level 7 with View Reports; campaigns and hopper 8, an agent's campaigns also Modify Users. */
export interface SupervisorClient {
  /** Everybody whom the login's group may view, in one request. */
  agents(filter?: { readonly campaigns?: readonly string[] }): Answer<readonly LoggedInAgent[]>;
  /** In builds from August 2024 on. */
  user(user: string): Answer<UserDetails>;
  placesOf(user: string): Answer<AgentPlaces>;
  campaigns(): Answer<readonly CampaignRow[]>;
  hopper(campaign: string): Answer<readonly HopperLead[]>;
  /** All groups together, as one row. */
  userGroups(groups: readonly string[]): Answer<LiveCounts>;
  ingroups(ingroups: readonly string[]): Answer<LiveCounts & { readonly calls: number }>;
}

export function createSupervisorClient(options: ServiceOptions): SupervisorClient {
  const call = serviceCaller(options);
  return {
    agents: ({ campaigns = [] } = {}) =>
      call(
        'logged_in_agents',
        {
          campaigns: campaigns.length === 0 ? undefined : joined('campaign_id', campaigns),
          show_sub_status: 'YES',
          stage: 'tab',
        },
        readAgents,
        nothingFound<readonly LoggedInAgent[]>('logged_in_agents', 'NO LOGGED IN AGENTS', []),
      ),
    user: (user) => call('user_details', { agent_user: input('agent_user', user), stage: 'tab' }, readUser),
    placesOf: (user) => call('agent_campaigns', { agent_user: input('agent_user', user), stage: 'tab' }, readPlaces),
    campaigns: () => call('campaigns_list', { stage: 'tab' }, readCampaigns),
    hopper: (campaign) =>
      call(
        'hopper_list',
        { campaign_id: input('campaign_id', campaign), stage: 'tab' },
        readHopper,
        nothingFound<readonly HopperLead[]>('hopper_list', 'THERE ARE NO LEADS', []),
      ),
    userGroups: (groups) =>
      call('user_group_status', { user_groups: joined('user_group', groups), stage: 'tab' }, readGroups),
    ingroups: (ingroups) =>
      call('in_group_status', { in_groups: joined('ingroup_choices', ingroups), stage: 'tab' }, readIngroups),
  };
}

/** Names between bars; the first that is not one refuses all. */
function joined(field: 'campaign_id' | 'user_group' | 'ingroup_choices', names: readonly string[]): Input {
  const first = names[0] ?? '';
  const refused = [first, ...names].map((name): Result<string, VicidialFailure> => input(field, name));
  return refused.find((one) => !one.ok) ?? ok(names.join('|'));
}

/** Ten columns, and two more for the sub status that is asked for. */
const readAgents = table({
  heading: 'user',
  least: 12,
  read: (columns): LoggedInAgent | null => {
    const [user = '', campaign = '', session = '', status, lead = '', callId = '', calls, fullName = ''] = columns;
    const [userGroup = '', , pauseCode = '', subStatus = ''] = columns.slice(8);
    const callsToday = countIn(calls);
    if (!isLiveStatus(status) || callsToday === null) return null;
    const leadId = lead === '0' ? '' : lead;
    return { user, campaign, session, status, leadId, callId, callsToday, fullName, userGroup, pauseCode, subStatus };
  },
});

const readUser: Reader<UserDetails> = oneRow({
  heading: 'user',
  least: 5,
  read: ([user = '', fullName = '', userGroup = '', level, active]) => {
    const number = countIn(level);
    return number === null ? null : { user, fullName, userGroup, level: number, active: active === 'Y' };
  },
});

/** Lists between dashes. An id that holds a dash cannot be told from two. */
const readPlaces: Reader<AgentPlaces> = oneRow({
  heading: 'user',
  least: 3,
  read: ([user = '', campaigns = '', ingroups = '']) =>
    user === '' ? null : { campaigns: namesIn(campaigns, '-'), ingroups: namesIn(ingroups, '-') },
});

/** Older builds have fewer columns behind these. */
const readCampaigns = table({
  heading: 'campaign_id',
  least: 8,
  read: (columns): CampaignRow | null => {
    const [id = '', name = '', active, , dialMethod = '', dialLevel = '', , statuses = ''] = columns;
    if (active !== 'Y' && active !== 'N') return null;
    return { id, name, active: active === 'Y', dialMethod, dialLevel, dialStatuses: namesIn(statuses, ' ') };
  },
});

const readHopper = table({
  heading: 'hopper_order',
  least: 16,
  read: (columns): HopperLead | null => {
    const [, order, leadId = '', listId = '', nationalNumber = '', callingCode = '', , status = '', called] = columns;
    const [priority, timesCalled] = [countIn(order), countIn(called)];
    if (priority === null || timesCalled === null) return null;
    const vendorLeadCode = columns[13] ?? '';
    return { leadId, listId, priority, callingCode, nationalNumber, status, timesCalled, vendorLeadCode };
  },
});

const readGroups: Reader<LiveCounts> = oneRow({
  heading: 'usergroups',
  least: 9,
  read: ([, ...texts]) => {
    const counts = texts.slice(0, 8).map(countIn);
    const [callsWaiting, agents, inCalls, waiting, paused, , inWrapUp, dialling] = counts;
    return countsOf([callsWaiting, agents, inCalls, waiting, paused, inWrapUp, dialling]);
  },
});

const readIngroups: Reader<LiveCounts & { readonly calls: number }> = oneRow({
  heading: 'ingroups',
  least: 9,
  read: ([, all, ...texts]) => {
    const [calls, counts] = [countIn(all), countsOf(texts.slice(0, 7).map(countIn))];
    return calls === null || counts === null ? null : { ...counts, calls };
  },
});

function countsOf(counts: readonly (number | null | undefined)[]): LiveCounts | null {
  const numbers = counts.filter((count) => typeof count === 'number');
  if (numbers.length !== 7) return null;
  const [callsWaiting = 0, agents = 0, inCalls = 0, waiting = 0, paused = 0, inWrapUp = 0, dialling = 0] = numbers;
  return { callsWaiting, agents, inCalls, waiting, paused, inWrapUp, dialling };
}

function namesIn(text: string, separator: string): string[] {
  return text.split(separator).filter((name) => name !== '');
}
