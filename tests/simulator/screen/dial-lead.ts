import { serverTime } from '../clock.ts';
import { gmtOffset, localTime } from '../time-zone.ts';
import { type Campaign, findLead, type Lead, type LiveAgent, newRow, nextId, type World } from '../world.ts';
import { hasNumber, leadsOfCampaign } from './manual-dial-filters.ts';
import { fieldOf, type ScreenContext, type StepForm } from './screen-context.ts';

/** The first id the recorded database gave to a lead that a dial created. */
const FIRST_NEW_LEAD = 3000;

/** The lead that exists for a dial step: the one it names, or, with search=YES, the newest with its number. */
export function existingLead(world: World, campaign: Campaign, form: StepForm): Lead | undefined {
  const leadId = fieldOf(form, 'lead_id');
  if (leadId) return findLead(world, leadId);
  if (fieldOf(form, 'search') !== 'YES') return undefined;
  return leadsOfCampaign(world, campaign).findLast(hasNumber(fieldOf(form, 'phone_number')));
}

/** A lead for a number that has none, or that was not searched for. */
export function createLead(
  { world, clock }: ScreenContext,
  campaign: Campaign,
  agent: LiveAgent,
  form: StepForm,
): Lead {
  const lead = newRow('leads', {
    lead_id: nextId(
      world.leads.map((row) => row.lead_id),
      FIRST_NEW_LEAD,
    ),
    status: 'QUEUE',
    user: agent.user,
    vendor_lead_code: fieldOf(form, 'vendor_id').slice(0, 20),
    list_id: campaign.manual_dial_list_id,
    gmt_offset_now: String(gmtOffset(world, fieldOf(form, 'phone_code'), fieldOf(form, 'phone_number')).toFixed(2)),
    phone_code: fieldOf(form, 'phone_code'),
    phone_number: fieldOf(form, 'phone_number'),
    entry_date: serverTime(clock.now()),
  });
  world.leads.push(lead);
  world.changed('leads', lead.lead_id);
  return lead;
}

/** The clock on the lead's wall, in the UTC fields of the date. */
export function localTimeOf(world: World, lead: Lead | undefined, form: StepForm, now: number): Date {
  const offset = lead
    ? Number(lead.gmt_offset_now)
    : gmtOffset(world, fieldOf(form, 'phone_code'), fieldOf(form, 'phone_number'));
  return localTime(offset, now);
}
