import { findLead, type Lead, type LiveAgent, systemSettings, type World } from '../../world.ts';
import { type LinesAnswer, refusal } from '../agent-call.ts';
import { keepOnly, type Parameters } from '../parameters.ts';

const keepDigits = keepOnly('0-9');

export interface Destination {
  readonly number: string;
  readonly phoneCode: string;
  readonly altDial: string;
}

export interface CallerId {
  readonly alias: string;
  readonly number: string;
}

/** Digits only, so a country code that was left in stays in; the word for the next lead of the hopper is kept. */
export function numberOf(p: Parameters): string {
  if (p('value') === 'MANUALNEXT') return 'MANUALNEXT';
  const digits = keepDigits(p('value'));
  return p('vtiger_callback') === 'YES' ? digits.replace(/^99/, '') : digits;
}

export function findDestination(world: World, p: Parameters, agent: LiveAgent): Destination | LinesAnswer {
  const [leadId, altDial] = [p('lead_id'), p('alt_dial')];
  if (leadId.length < 2) return { number: numberOf(p), phoneCode: p('phone_code'), altDial };
  const lead = findLead(world, leadId);
  if (!lead) return refusal('lead_id is not valid', `${agent.user}|${leadId}`);
  const numbers = numbersOf(lead);
  const which = altDial === 'SEARCH' ? numbers.find(([, number]) => number === numberOf(p))?.[0] : altDial;
  if (which === undefined) return refusal('phone number lead_id search not found', `${agent.user}||${leadId}|`);
  const number = numbers.find(([name]) => name === (which === '' ? 'MAIN' : which))?.[1] ?? '';
  if (number.length < 2) return refusal('phone number is not valid', `${agent.user}||${leadId}|${which}`);
  return { number, phoneCode: lead.phone_code, altDial: which };
}

function numbersOf(lead: Lead): readonly (readonly [string, string])[] {
  return [
    ['MAIN', lead.phone_number],
    ['ALT', lead.alt_phone],
    ['ADDR3', lead.address3],
  ];
}

export function findCallerId(world: World, p: Parameters, agent: LiveAgent): CallerId | LinesAnswer {
  const [aliasId, outbound] = [p('group_alias'), p('outbound_cid')];
  const { outbound_cid_any } = systemSettings(world);
  if (outbound.length > 1 && outbound_cid_any !== 'API_ONLY') {
    return refusal('outbound_cid is not allowed on this system', `${agent.user}|${outbound}|${outbound_cid_any}`);
  }
  if (outbound.length > 1) return { alias: '-FORCE-', number: outbound };
  if (aliasId.length < 2) return { alias: '', number: '' };
  const alias = world.group_aliases.find((row) => row.group_alias_id === aliasId);
  if (!alias) return refusal('group_alias is not valid', `${agent.user}|${aliasId}`);
  const number = alias.caller_id_number;
  if (number.length < 2) {
    return refusal('caller_id_number from group_alias is not valid', `${agent.user}|${aliasId}|${number}`);
  }
  return { alias: aliasId, number };
}
