import type { CallFacts } from '../../agent/call/followed-call.ts';
import type { PlaceholderValues } from '../../crm/pages/page-address.ts';
import type { Placeholder } from '../../crm/pages/placeholders.ts';
import { fieldsOf, type UrlTemplate } from '../../crm/url-template.ts';
import { dialableE164 } from '../../phone/parse-dialable.ts';
import { LEAD_COLUMNS, type LeadRecord } from '../../vicidial/wire/lead-fields.ts';

/** What a page is filled with beside what was seen of its call. */
export interface PageSources {
  readonly agentUser: string;
  /** Null where no second login may read leads, and where there is none of that id. */
  readonly lead: LeadRecord | null;
  /** Of a call that is over; null where it is not known. */
  readonly status?: string | null;
  readonly talkedSeconds?: number;
}

/**
 * The values of VICIdial's placeholders: the columns of the lead where it was read, and what was seen of the call itself, which is
 * newer. As there `user` is the agent, not the lead's last one, and `phone_number` is without its calling code.
 */
export function pageValues(
  facts: CallFacts,
  { agentUser, lead, status, talkedSeconds }: PageSources,
): PlaceholderValues {
  const { leadId, vendorLeadCode, phoneNumber, campaign, ingroup, agentName } = facts;
  const seen: Readonly<Partial<Record<Placeholder, string | null | undefined>>> = {
    ...{ user: agentUser, lead_id: leadId, vendor_lead_code: vendorLeadCode, campaign, group: ingroup },
    ...{ fullname: agentName, dispo: status, talk_time: talkedSeconds?.toString(), ...numberValues(phoneNumber) },
  };
  const known = Object.entries(seen).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return { ...lead, ...Object.fromEntries(known) };
}

/** Whether the lead itself has to be asked for: a template names a column that nothing else tells. */
export function needsLead(template: UrlTemplate, values: PlaceholderValues): boolean {
  return fieldsOf(template).some((field) => !Object.hasOwn(values, field) && COLUMNS.has(field));
}

const COLUMNS: ReadonlySet<string> = new Set(LEAD_COLUMNS);

function numberValues(phoneNumber: string | undefined): PlaceholderValues {
  if (phoneNumber === undefined) return {};
  const number = phoneNumber.startsWith('+') ? dialableE164(phoneNumber) : null;
  if (!number) return { phone_number: phoneNumber, dialed_number: phoneNumber };
  const { nationalNumber, callingCode } = number;
  return { phone_number: nationalNumber, dialed_number: nationalNumber, phone_code: callingCode };
}
