import { serverTime } from '../../clock.ts';
import { findCampaign, findUser, type Lead, newRow, nextId } from '../../world.ts';
import type { NonAgentCall } from '../non-agent-call.ts';

/** Adds the call-back that a request orders for a lead, and says so, or why not, in a NOTICE. A refusal undoes nothing. */
export function addCallback(call: NonAgentCall, lead: Lead): string {
  const { world, clock, p } = call;
  const [campaign_id, user, callback_time] = [p('campaign_id'), p('callback_user'), p('callback_datetime')];
  const recipient = p('callback_type') === 'USERONLY' ? 'USERONLY' : 'ANYONE';
  if (!findCampaign(world, campaign_id)) {
    return notice(call, 'SCHEDULED CALLBACK NOT ADDED, CAMPAIGN NOT VALID', [lead.lead_id, campaign_id]);
  }
  const owner = findUser(world, user);
  if (recipient === 'USERONLY' && !owner) {
    return notice(call, 'SCHEDULED CALLBACK NOT ADDED, USER NOT VALID', [lead.lead_id, campaign_id, user, recipient]);
  }
  const callback_id = nextId(world.callbacks.map((row) => row.callback_id));
  const lead_status = p('callback_status') || 'CALLBK';
  world.callbacks.push(
    newRow('callbacks', {
      callback_id,
      lead_id: lead.lead_id,
      list_id: lead.list_id,
      campaign_id,
      entry_time: serverTime(clock.now()),
      callback_time,
      user,
      recipient,
      comments: p('callback_comments'),
      user_group: owner?.user_group ?? '',
      lead_status,
    }),
  );
  world.changed('callbacks', callback_id);
  const fields = [lead.lead_id, campaign_id, callback_time, recipient, user, lead_status];
  return notice(call, 'SCHEDULED CALLBACK ADDED', fields);
}

/** Removes what is planned for a lead. The answer's two counts were recorded for one call-back: both are how many went. */
export function removeCallbacks(call: NonAgentCall, lead: Lead): string {
  const { world, apiUser } = call;
  const removed = world.callbacks.filter((row) => row.lead_id === lead.lead_id && row.status !== 'INACTIVE');
  world.callbacks = world.callbacks.filter((row) => !removed.includes(row));
  world.changed('callbacks', lead.lead_id);
  const count = String(removed.length);
  return notice(call, 'SCHEDULED CALLBACK DELETED', [apiUser.user, lead.lead_id, count, count]);
}

function notice({ p }: NonAgentCall, text: string, fields: readonly string[]): string {
  return `NOTICE: ${p('function')} ${text} - ${fields.join('|')}\n`;
}
