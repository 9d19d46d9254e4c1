import { findLead, findLiveAgent, type Lead, type LiveAgent, type World } from '../world.ts';
import { type EffectReader, join } from './effect-reader.ts';

const callbackColumns = [
  ...(['lead_id', 'campaign_id', 'status', 'callback_time'] as const),
  ...(['user', 'recipient', 'comments'] as const),
];
const newLeadColumns = [
  ...(['lead_id', 'list_id', 'phone_code', 'phone_number', 'first_name'] as const),
  ...(['vendor_lead_code', 'user', 'status', 'gmt_offset_now'] as const),
];

/** The effects of what is done with leads, numbers, campaigns and agents from a CRM. */
export const crmEffects: readonly EffectReader[] = [
  [/^lead$/, (world, _match, { request }) => [leadNamed(world, request.lead_id).first_name]],
  [
    /^lead (\d+)$/,
    (world, [, id], { request }) => [join(leadNamed(world, id), Object.keys(request).filter(isWrittenColumn))],
  ],
  // Of a lead that was added the recordings show the whole row, or the name alone.
  [
    /^vicidial_list$/,
    (world, _match, { rows }) => {
      const lead = leadNamed(world, world.leads.at(-1)?.lead_id);
      return [rows[0]?.includes('|') ? join(lead, newLeadColumns) : lead.first_name];
    },
  ],
  [
    /^vicidial_callbacks$/,
    (world, _match, { rows }) =>
      world.callbacks.filter((row) => row.lead_id === rows[0]?.split('|')[0]).map((row) => join(row, callbackColumns)),
  ],
  [/^vicidial_callbacks left$/, (world) => [String(world.callbacks.length)]],
  [
    /^vicidial_url_multi$/,
    (world) =>
      world.url_multi.map((row) =>
        join(row, ['campaign_id', 'entry_type', 'active', 'url_type', 'url_statuses', 'url_address']),
      ),
  ],
  [
    /^vicidial_agent_notifications$/,
    (world) =>
      world.agent_notifications.map((row) =>
        join(row, ['recipient', 'recipient_type', 'notification_status', 'notification_text']),
      ),
  ],
  [
    /^vla$/,
    (world, _match, { request }) => [
      join(agentNamed(world, request.agent_user), [
        ...(['external_ingroups', 'external_blended', 'external_igb_set_user', 'manager_ingroup_set'] as const),
      ]),
    ],
  ],
  [
    /^timer$/,
    (world, _match, { request }) => [
      join(agentNamed(world, request.agent_user), [
        ...(['external_timer_action', 'external_timer_action_message', 'external_timer_action_seconds'] as const),
      ]),
    ],
  ],
];

function leadNamed(world: World, id = ''): Lead {
  const lead = findLead(world, id);
  if (!lead) throw new Error(`no lead ${id}`);
  return lead;
}

function agentNamed(world: World, user = ''): LiveAgent {
  const agent = findLiveAgent(world, user);
  if (!agent) throw new Error(`agent ${user} is not logged in`);
  return agent;
}

function isWrittenColumn(name: string): name is keyof Lead {
  return ['first_name', 'address1', 'province', 'phone_number'].includes(name);
}
