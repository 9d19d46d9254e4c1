import { newRow, type World } from '../../world.ts';
import { error, type NonAgentCall, type NonAgentFunction, restricted } from '../non-agent-call.ts';

const systemList = 'SYSTEM_INTERNAL';

/** Whether a number is on the list of the whole system. A list may name whole area codes: `727XXXXXXX`. */
export function isOnSystemList(world: World, number: string, withAreaCodes = false): boolean {
  const wanted = withAreaCodes ? [number, `${number.slice(0, 3)}XXXXXXX`] : [number];
  return world.dnc.some((row) => wanted.includes(row.phone_number));
}

export function isOnCampaignList(world: World, number: string, campaignId: string): boolean {
  return world.campaign_dnc.some((row) => row.phone_number === number && row.campaign_id === campaignId);
}

/** The refusal of a listed number by the checks a request asks for; without them a listed number passes. */
export function refuseListed(call: NonAgentCall, number: string): string | null {
  const { world, p, apiUser } = call;
  const check = p('dnc_check');
  if (['Y', 'YES', 'AREACODE'].includes(check) && isOnSystemList(world, number, check === 'AREACODE')) {
    return error(call, `PHONE NUMBER IN DNC - ${number}|${apiUser.user}`);
  }
  const isAsked = ['Y', 'YES', 'AREACODE'].includes(p('campaign_dnc_check'));
  if (!isAsked || !isOnCampaignList(world, number, p('campaign_id'))) return null;
  return error(call, `PHONE NUMBER IN CAMPAIGN DNC - ${number}|${p('campaign_id')}|${apiUser.user}`);
}

const addDncPhone: NonAgentFunction = (call) => {
  const { world, p, apiUser } = call;
  const [number, where] = [p('phone_number'), p('campaign_id')];
  if (number === '' || where === '') {
    return error(call, `YOU MUST USE ALL REQUIRED FIELDS: |${apiUser.user}|${number}|${where}`);
  }
  if (isListed(world, number, where)) {
    return error(call, `DNC NUMBER ALREADY EXISTS: |${apiUser.user}|${number}|${where}`);
  }
  // A campaign that does not exist gets its list all the same: recorded in add_dnc.bad_campaign.
  if (where === systemList) world.dnc.push(newRow('dnc', { phone_number: number }));
  else world.campaign_dnc.push(newRow('campaign_dnc', { phone_number: number, campaign_id: where }));
  world.changed(where === systemList ? 'dnc' : 'campaign_dnc', number);
  return `SUCCESS: add_dnc_phone DNC NUMBER HAS BEEN ADDED - ${apiUser.user}|${number}|${where}\n`;
};

const deleteDncPhone: NonAgentFunction = (call) => {
  const { world, p, apiUser } = call;
  const [number, where] = [p('phone_number'), p('campaign_id')];
  if (apiUser.delete_from_dnc !== '1' || apiUser.modify_lists !== '1') {
    return error(call, `USER DOES NOT HAVE PERMISSION TO DELETE DNC NUMBERS: |${apiUser.user}|0`);
  }
  if (number === '' || where === '') {
    return error(call, `YOU MUST USE ALL REQUIRED FIELDS: |${apiUser.user}|${number}|${where}`);
  }
  if (!isListed(world, number, where)) {
    return error(call, `DNC NUMBER DOES NOT EXIST: |${apiUser.user}|${number}|${where}`);
  }
  if (where === systemList) world.dnc = world.dnc.filter((row) => row.phone_number !== number);
  else
    world.campaign_dnc = world.campaign_dnc.filter((row) => row.phone_number !== number || row.campaign_id !== where);
  world.changed(where === systemList ? 'dnc' : 'campaign_dnc', number);
  return `SUCCESS: delete_dnc_phone DNC NUMBER HAS BEEN DELETED - ${apiUser.user}|${number}|${where}\n`;
};

function isListed(world: World, number: string, where: string): boolean {
  return where === systemList ? isOnSystemList(world, number) : isOnCampaignList(world, number, where);
}

export const dncFunctions = {
  add_dnc_phone: restricted({ level: 8, flags: ['modify_lists'] }, 'ADD DNC NUMBERS', addDncPhone),
  delete_dnc_phone: deleteDncPhone,
};
