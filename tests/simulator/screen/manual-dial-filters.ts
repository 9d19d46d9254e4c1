import type { Campaign, Lead, World } from '../world.ts';

/** The hours in which a campaign with a call time check may call, by the lead's own clock. */
const CALL_HOURS = { from: 9, to: 21 };

export interface FilterSettings {
  /** NONE, or a text holding DNC and/or CAMPLISTS; as the page read it at login. */
  readonly manualDialFilter: string;
  readonly callTimeCheck: string;
}

/** The text of the page's box when a filter refuses the number, else null. */
export function refusalText(
  world: World,
  campaign: Campaign,
  filters: FilterSettings,
  number: string,
  leadLocalTime: () => Date,
): string | null {
  const { manualDialFilter, callTimeCheck } = filters;
  if (manualDialFilter.includes('DNC') && isListed(world, campaign, number)) {
    return `This phone number is in the DNC list:\n${number}`;
  }
  if (manualDialFilter.includes('CAMPLISTS') && !leadsOfCampaign(world, campaign).some(hasNumber(number))) {
    return `This phone number is not in the campaign lists:\n${number}`;
  }
  if (callTimeCheck === 'ENABLED' && !isCallTime(leadLocalTime())) {
    return `This phone number is outside of the local call time:\n${number}`;
  }
  return null;
}

function isListed(world: World, campaign: Campaign, number: string): boolean {
  const inCampaign = world.campaign_dnc.some(
    (row) => row.phone_number === number && row.campaign_id === campaign.campaign_id,
  );
  return world.dnc.some((row) => row.phone_number === number) || (campaign.use_campaign_dnc === 'Y' && inCampaign);
}

export function leadsOfCampaign(world: World, campaign: Campaign): Lead[] {
  const lists = new Set(
    world.lists.filter((row) => row.campaign_id === campaign.campaign_id).map((row) => row.list_id),
  );
  return world.leads.filter((row) => lists.has(row.list_id));
}

export function hasNumber(number: string): (lead: Lead) => boolean {
  return (lead) => lead.phone_number === number;
}

function isCallTime(localTime: Date): boolean {
  const hour = localTime.getUTCHours();
  return hour >= CALL_HOURS.from && hour < CALL_HOURS.to;
}
