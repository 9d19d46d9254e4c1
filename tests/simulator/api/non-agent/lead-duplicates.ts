import { serverTime } from '../../clock.ts';
import type { Lead } from '../../world.ts';
import { error, type NonAgentCall } from '../non-agent-call.ts';

interface Rule {
  readonly by: 'PHONE' | 'PHONEALT' | 'TITLEALTPHONE' | 'NAMEPHONE';
  readonly scope: 'LIST' | 'CAMP' | 'SYS';
  /** How far back a lead counts by the day it was entered; null for ever. */
  readonly days: number | null;
}

const places = { LIST: 'LIST', CAMP: 'CAMPAIGN LISTS', SYS: 'SYSTEM' };
const what = { PHONE: 'PHONE', PHONEALT: 'PHONE', TITLEALTPHONE: 'TITLE ALT_PHONE', NAMEPHONE: 'NAME PHONE' };

/** The refusal of a lead that is there already, with the id it has; null when it is new or nobody asked. */
export function refuseDuplicate(call: NonAgentCall, number: string, listId: string): string | null {
  const rule = ruleOf(call.p('duplicate_check'));
  const twin = rule && call.world.leads.find((lead) => isTwin(call, rule, lead, number, listId));
  if (!rule || !twin) return null;
  const fields = [number, listId, twin.lead_id, ...(rule.scope === 'LIST' ? [] : [twin.list_id])];
  const matched = rule.by === 'PHONEALT' ? [twin.phone_number === number ? 'MAIN' : 'ALT'] : [];
  return error(
    call,
    `DUPLICATE ${what[rule.by]} NUMBER IN ${places[rule.scope]} - ${[...fields, ...matched].join('|')}`,
  );
}

/** Names such as DUPSYS, DUPPHONEALTLIST or DUPNAMEPHONECAMP30DAY; the first that fits. */
function ruleOf(text: string): Rule | null {
  const match = /DUP(PHONEALT|TITLEALTPHONE|NAMEPHONE|)(LIST|CAMP|SYS)(?:(\d+)DAY)?/.exec(text);
  if (!match) return null;
  const [, by, scope, days] = match;
  return {
    by: (by || 'PHONE') as Rule['by'],
    scope: scope as Rule['scope'],
    days: days === undefined ? null : Number(days),
  };
}

function isTwin(call: NonAgentCall, rule: Rule, lead: Lead, number: string, listId: string): boolean {
  return isSame(call, rule, lead, number) && isWithin(call, rule, lead, listId) && isRecent(call, rule, lead);
}

function isSame({ p }: NonAgentCall, { by }: Rule, lead: Lead, number: string): boolean {
  switch (by) {
    case 'PHONE':
      return lead.phone_number === number;
    case 'PHONEALT':
      return lead.phone_number === number || lead.alt_phone === number;
    case 'TITLEALTPHONE':
      return lead.title === p('title') && lead.alt_phone === p('alt_phone');
    case 'NAMEPHONE':
      return lead.phone_number === number && lead.first_name === p('first_name') && lead.last_name === p('last_name');
  }
}

function isWithin({ world }: NonAgentCall, { scope }: Rule, lead: Lead, listId: string): boolean {
  const campaignOf = (id: string) => world.lists.find((row) => row.list_id === id)?.campaign_id;
  switch (scope) {
    case 'LIST':
      return lead.list_id === listId;
    case 'CAMP':
      return campaignOf(lead.list_id) !== undefined && campaignOf(lead.list_id) === campaignOf(listId);
    case 'SYS':
      return true;
  }
}

function isRecent({ clock }: NonAgentCall, { days }: Rule, lead: Lead): boolean {
  return days === null || lead.entry_date >= serverTime(clock.now() - days * 86_400_000);
}
