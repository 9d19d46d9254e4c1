import { fail, ok, type Result } from '../../result.ts';
import type { VicidialFailure } from '../failure.ts';
import type { Inputs } from '../wire/caller.ts';
import { isLeadField, type LeadField, type LeadFields, leadFieldInput } from '../wire/lead-fields.ts';

/** The names that update_fields looks for in the text of the whole request, values included. */
const NAMES = [
  ...['address1', 'address2', 'address3', 'alt_phone', 'city', 'comments', 'country_code', 'date_of_birth'],
  ...['email', 'first_name', 'gender', 'gmt_offset_now', 'last_name', 'middle_initial', 'phone_number'],
  ...['phone_code', 'postal_code', 'province', 'security_phrase', 'source_id', 'state', 'title'],
  ...['vendor_lead_code', 'rank', 'owner', 'called_count'],
  // Panels are reloaded by their names in the same way.
  ...['formreload', 'scriptreload', 'script2reload', 'emailreload', 'chatreload'],
];

/** What people write freely, where such a word is only a matter of time. */
const FREE_TEXT: readonly LeadField[] = ['comments', 'security_phrase'];

/**
 * The parameters that write these columns of the lead on the screen. Refused where a value holds a column's name, in
 * whatever case: "Frank" would empty `rank`. `besides` is what else stands in the request: a login that holds such a name
 * can push nothing at all.
 */
export function pushableFields(
  fields: LeadFields,
  besides: Readonly<Record<string, string>>,
): Result<Inputs, VicidialFailure> {
  const names = Object.keys(fields).filter(isLeadField);
  if (names.length === 0) return fail({ code: 'refusedInput', field: 'fields', problem: 'empty' });
  for (const [field, text] of [...Object.entries(besides), ...Object.entries(fields)]) {
    if (holdsName(text)) return fail({ code: 'refusedInput', field, problem: 'notAllowed' });
  }
  const free = names.find((name) => FREE_TEXT.includes(name));
  if (free !== undefined) return fail({ code: 'refusedInput', field: free, problem: 'notAllowed' });
  // Empty text empties a column here as it is.
  return ok(Object.fromEntries(names.map((name) => [name, fields[name] ? leadFieldInput(name, fields[name]) : ''])));
}

/** Whether VICIdial takes this text into that column, and into no other. */
export function isPushable(field: LeadField, text: string): boolean {
  return !holdsName(text) && !FREE_TEXT.includes(field) && leadFieldInput(field, text).ok;
}

/** True for a text in which VICIdial would see the name of a column. */
export function holdsName(text: string): boolean {
  const lower = text.toLowerCase();
  return NAMES.some((name) => lower.includes(name));
}
