import { serverTime } from '../../clock.ts';
import { gmtOffset } from '../../time-zone.ts';
import { findCampaign, type Lead, newRow, nextId } from '../../world.ts';
import { error, mayUseList, type NonAgentCall, type NonAgentFunction, restricted } from '../non-agent-call.ts';
import { refuseListed } from './dnc.ts';
import { addCallback } from './lead-callbacks.ts';
import { columnsFrom, insertLead } from './lead-columns.ts';
import { refuseDuplicate } from './lead-duplicates.ts';
import { refuseLength } from './number-checks.ts';

const defaultList = '999';

/** The refusal, or the lead with what became of each of its extras. A failed extra does not undo the lead. */
export const addLead: NonAgentFunction = (call) => {
  const { world, p, apiUser } = call;
  const number = p('phone_number').replace(/\D/g, '');
  const listId = p('list_id') || defaultList;
  const refused =
    refuseLength(call, number) ??
    refuseListed(call, number) ??
    refuseList(call, number, listId) ??
    refuseDuplicate(call, number, listId);
  if (refused !== null) return refused;
  const phoneCode = p('phone_code') || '1';
  const offset = gmtOffset(world, phoneCode, number);
  const lead = insertLead(world, {
    ...columnsFrom(p),
    status: p('status') || 'NEW',
    list_id: listId,
    phone_code: phoneCode,
    phone_number: number,
    gmt_offset_now: offset.toFixed(2),
    entry_date: serverTime(call.clock.now()),
  });
  const added = `SUCCESS: ${p('function')} LEAD HAS BEEN ADDED - ${number}|${listId}|${lead.lead_id}|${offset}|${apiUser.user}\n`;
  return [added, ...extrasOf(call, lead)].join('');
};

function refuseList(call: NonAgentCall, number: string, listId: string): string | null {
  const { world, p } = call;
  if (!mayUseList(call, listId)) return error(call, `NOT AN ALLOWED LIST ID - ${number}|${listId}`);
  if (p('list_exists_check') !== 'Y' || world.lists.some((row) => row.list_id === listId)) return null;
  return error(call, `NOT A DEFINED LIST ID, LIST EXISTS CHECK ENABLED - ${number}|${listId}`);
}

function extrasOf(call: NonAgentCall, lead: Lead): string[] {
  const { p } = call;
  return [
    p('add_to_hopper') === 'Y' ? addToHopper(call, lead) : '',
    p('callback') === 'Y' ? addCallback(call, lead) : '',
    // The recorded system has no custom fields.
    p('custom_fields') === 'Y'
      ? `NOTICE: ${p('function')} CUSTOM FIELDS NOT ADDED, CUSTOM FIELDS DISABLED - ${lead.phone_number}|${lead.lead_id}|Y|0\n`
      : '',
  ];
}

function addToHopper({ world, p, apiUser }: NonAgentCall, lead: Lead): string {
  const listed = world.lists.find((row) => row.list_id === lead.list_id)?.campaign_id ?? '';
  const campaign = findCampaign(world, listed);
  if (!campaign) {
    return `NOTICE: ${p('function')} NOT ADDED TO HOPPER - ${lead.phone_number}|${lead.lead_id}||${apiUser.user}\n`;
  }
  const hopper_id = nextId(world.hopper.map((row) => row.hopper_id));
  const { lead_id, list_id } = lead;
  const priority = p('hopper_priority') || '0';
  world.hopper.push(newRow('hopper', { hopper_id, lead_id, list_id, priority, campaign_id: listed, source: 'P' }));
  world.changed('hopper', lead_id);
  return `NOTICE: ${p('function')} ADDED TO HOPPER - ${lead.phone_number}|${lead_id}|${hopper_id}|${apiUser.user}\n`;
}

export const addLeadFunctions = {
  add_lead: restricted(
    { level: 8, flags: ['vdc_agent_api_access'], modifyLeadsUpTo: 4 },
    'ADD LEADS TO THE SYSTEM',
    addLead,
  ),
};
