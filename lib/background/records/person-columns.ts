import { type LeadChange, PERSON_FIELDS, type PersonField } from '../../messages/number-details.ts';
import type { LeadField, LeadFields } from '../../vicidial/wire/lead-fields.ts';

/** VICIdial's column of each. */
export const PERSON_COLUMNS = {
  vendorCode: 'vendor_lead_code',
  firstName: 'first_name',
  lastName: 'last_name',
  email: 'email',
} as const satisfies Readonly<Record<PersonField, LeadField>>;

/** What is said of a person, by the columns of his lead. */
export function columnsOf(person: LeadChange): LeadFields {
  const said = PERSON_FIELDS.filter((field) => person[field] !== undefined);
  return Object.fromEntries(said.map((field) => [PERSON_COLUMNS[field], person[field]]));
}
