import { serverTime } from '../../clock.ts';
import { type Campaign, findCampaign, findLead, type Row } from '../../world.ts';
import {
  error,
  mayUseCampaign,
  type NonAgentCall,
  type NonAgentFunction,
  printRows,
  restricted,
} from '../non-agent-call.ts';

const campaignColumns = [
  ...['campaign_id', 'campaign_name', 'active', 'user_group', 'dial_method', 'dial_level', 'lead_order'],
  ...['dial_statuses', 'dial_timeout', 'dial_prefix', 'manual_dial_prefix', 'three_way_dial_prefix'],
];

const campaignsList: NonAgentFunction = (call) => {
  const rows = call.world.campaigns
    .filter((campaign) => mayUseCampaign(call, campaign.campaign_id))
    .map((row) => [
      ...[row.campaign_id, row.campaign_name, row.active, row.user_group, row.dial_method, row.auto_dial_level],
      // Stored with a space before and a dash behind: ` NEW NA -`.
      ...[row.lead_order, row.dial_statuses.replace(/ -$/, '').trim(), row.dial_timeout, row.dial_prefix],
      ...[row.manual_dial_prefix, row.three_way_dial_prefix],
    ]);
  if (rows.length === 0) return error(call, `NO CAMPAIGNS FOUND: ${call.apiUser.user}|`);
  return printRows(call, campaignColumns, rows);
};

/** Parameters that set a column of the same name. */
const settings = [
  'campaign_name',
  'active',
  'dial_method',
  'auto_dial_level',
  'adaptive_maximum_level',
  'hopper_level',
  'dial_timeout',
  'dial_prefix',
] as const satisfies readonly (keyof Campaign)[];

const updateCampaign: NonAgentFunction = (call) => {
  const { world, p, apiUser } = call;
  const campaign = findCampaign(world, p('campaign_id'));
  if (!campaign || !mayUseCampaign(call, campaign.campaign_id)) {
    return error(call, `CAMPAIGN DOES NOT EXIST: |${apiUser.user}|${p('campaign_id')}`);
  }
  const given = settings.filter((name) => p(name) !== '');
  const empties = p('reset_hopper') === 'Y';
  if (given.length === 0 && !empties) return `NOTICE: update_campaign NO UPDATES DEFINED: |${apiUser.user}|\n`;
  Object.assign(campaign, Object.fromEntries(given.map((name) => [name, p(name)])));
  if (empties) world.hopper = world.hopper.filter((row) => row.campaign_id !== campaign.campaign_id);
  world.changed('campaigns', campaign.campaign_id);
  return `SUCCESS: update_campaign CAMPAIGN HAS BEEN UPDATED - ${apiUser.user}|${campaign.campaign_id}\n`;
};

const hopperColumns = [
  ...['hopper_order', 'priority', 'lead_id', 'list_id', 'phone_number', 'phone_code', 'state', 'status', 'count'],
  ...['gmt_offset', 'rank', 'alt', 'hopper_source', 'vendor_lead_code', 'source_id', 'age_days', 'last_call_time'],
];

const hopperList: NonAgentFunction = (call) => {
  const { world, p, apiUser } = call;
  const id = p('campaign_id');
  if (!findCampaign(world, id) || !mayUseCampaign(call, id)) {
    return error(call, `THIS CAMPAIGN DOES NOT EXIST: |${apiUser.user}|${id}`);
  }
  const waiting = world.hopper.filter((row) => row.campaign_id === id && row.status === 'READY');
  if (waiting.length === 0)
    return error(call, `THERE ARE NO LEADS IN THE HOPPER FOR THIS CAMPAIGN: ${apiUser.user}|${id}`);
  const byPriority = waiting.toSorted((a, b) => Number(b.priority) - Number(a.priority));
  return printRows(
    call,
    hopperColumns,
    byPriority.flatMap((row, index) => hopperRow(call, row, index)),
  );
};

function hopperRow({ world, clock }: NonAgentCall, row: Row<'hopper'>, index: number): string[][] {
  const lead = findLead(world, row.lead_id);
  if (!lead) return [];
  const now = serverTime(clock.now());
  const [age, sinceCall] = [daysBetween(lead.entry_date, now), daysBetween(lead.last_local_call_time, now)];
  return [
    [
      ...[String(index), row.priority, lead.lead_id, row.list_id, lead.phone_number, lead.phone_code, lead.state],
      ...[lead.status, lead.called_count, lead.gmt_offset_now, lead.rank, row.alt_dial, row.source],
      ...[lead.vendor_lead_code, lead.source_id, age, sinceCall === '' ? '' : `${sinceCall} DAYS  `],
    ],
  ];
}

/** Whole days between two server-local times; empty when the first is not known. */
function daysBetween(from: string, to: string): string {
  if (from === '') return '';
  const ms = Date.parse(`${to.replace(' ', 'T')}Z`) - Date.parse(`${from.replace(' ', 'T')}Z`);
  return String(Math.floor(ms / 86_400_000));
}

const api = 'vdc_agent_api_access';
const reading = { level: 8, flags: [api, 'view_reports'] } as const;

export const campaignFunctions = {
  campaigns_list: restricted(reading, 'GET CAMPAIGN INFO', campaignsList),
  hopper_list: restricted(reading, 'GET HOPPER INFO', hopperList),
  update_campaign: restricted({ level: 8, flags: [api, 'modify_campaigns'] }, 'UPDATE CAMPAIGNS', updateCampaign),
};
