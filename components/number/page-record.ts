import {
  type NumberLead,
  type PageRecord,
  PERSON_FIELDS,
  type PersonField,
} from '../../lib/messages/number-details.ts';
import type { MessageKey } from '../../lib/messages/text.ts';

export const PERSON_LABELS: Readonly<Record<PersonField, MessageKey>> = {
  vendorCode: 'numberVendorCode',
  firstName: 'numberFirstName',
  lastName: 'numberLastName',
  email: 'numberEmail',
};

/** Whether the lead is the record's by the ids of both; null where one of them has none. */
export function isOfRecord(lead: NumberLead, { leadId, vendorCode }: PageRecord): boolean | null {
  if (leadId !== undefined) return lead.leadId === leadId;
  return vendorCode === undefined || lead.vendorCode === '' ? null : lead.vendorCode === vendorCode;
}

/** What the page says otherwise than the lead, or besides it. */
export function differencesOf(lead: NumberLead, record: PageRecord): readonly PersonField[] {
  return PERSON_FIELDS.filter((field) => record[field] !== undefined && record[field] !== lead[field].trim());
}
