import { fail, ok } from '../../result.ts';
import type { Inputs } from './caller.ts';
import { dayInput, type Input, inputBy, type Rule } from './inputs.ts';

/** The columns of a lead by position, as lead_all_info prints them; named as in the database, for rules and templates name them so. */
export const LEAD_COLUMNS = [
  ...(['status', 'user', 'vendor_lead_code', 'source_id', 'list_id', 'gmt_offset_now', 'phone_code'] as const),
  ...(['phone_number', 'title', 'first_name', 'middle_initial', 'last_name', 'address1', 'address2'] as const),
  ...(['address3', 'city', 'state', 'province', 'postal_code', 'country_code', 'gender'] as const),
  ...(['date_of_birth', 'alt_phone', 'email', 'security_phrase', 'comments', 'called_count'] as const),
  ...(['last_local_call_time', 'rank', 'owner', 'entry_list_id', 'lead_id'] as const),
];

export type LeadColumn = (typeof LEAD_COLUMNS)[number];
export type LeadRecord = Readonly<Record<LeadColumn, string>>;

/** Quotes, backslash and semicolon are dropped by VICIdial, control characters would break its rows. */
const TEXT = /^[^\p{Cc}"\\;]*$/u;

/** What a client may write of a lead, each at most as long as its column; longer text would be cut without a word. */
const RULES = {
  vendor_lead_code: { min: 1, max: 20, allowed: /^[\w.-]+$/ },
  source_id: { min: 1, max: 50, allowed: /^[\w.-]+$/ },
  title: { min: 1, max: 4, allowed: TEXT },
  first_name: { min: 1, max: 30, allowed: TEXT },
  middle_initial: { min: 1, max: 1, allowed: TEXT },
  last_name: { min: 1, max: 30, allowed: TEXT },
  address1: { min: 1, max: 100, allowed: TEXT },
  address2: { min: 1, max: 100, allowed: TEXT },
  address3: { min: 1, max: 100, allowed: TEXT },
  city: { min: 1, max: 50, allowed: TEXT },
  state: { min: 1, max: 2, allowed: TEXT },
  province: { min: 1, max: 50, allowed: TEXT },
  postal_code: { min: 1, max: 10, allowed: /^[\w -]+$/ },
  country_code: { min: 1, max: 3, allowed: /^[A-Z]+$/ },
  gender: { min: 1, max: 1, allowed: /^[MFU]$/ },
  date_of_birth: { min: 10, max: 10, allowed: /^/ },
  alt_phone: { min: 2, max: 12, allowed: /^\d+$/ },
  email: { min: 3, max: 70, allowed: /^[^\s"\\;<>|@]+@[^\s"\\;<>|@]+$/ },
  security_phrase: { min: 1, max: 100, allowed: TEXT },
  comments: { min: 1, max: 255, allowed: TEXT },
  owner: { min: 1, max: 20, allowed: TEXT },
  rank: { min: 1, max: 5, allowed: /^-?\d{1,4}$/ },
} satisfies Partial<Record<LeadColumn, Rule>>;

export type LeadField = keyof typeof RULES;
export type LeadFields = Readonly<Partial<Record<LeadField, string>>>;

export function isLeadField(name: string): name is LeadField {
  return Object.hasOwn(RULES, name);
}

/** What VICIdial takes for "empty this column", wherever it comes from. */
const BLANK = '--BLANK--';

/** The text when it is fit to be written to that column, else the refusal. */
export function leadFieldInput(field: LeadField, text: string): Input {
  if (text.includes(BLANK)) return fail({ code: 'refusedInput', field, problem: 'notAllowed' });
  return field === 'date_of_birth' ? dayInput(field, text) : inputBy(field, text, RULES[field]);
}

/** The parameters for these columns. Empty text is left out, or empties its column with `canEmpty`. */
export function leadFieldInputs(fields: LeadFields, canEmpty = false): Inputs {
  const inputs: Record<string, Input | undefined> = {};
  for (const [name, text] of Object.entries(fields)) {
    if (!isLeadField(name)) continue;
    if (text !== '') inputs[name] = leadFieldInput(name, text);
    else if (canEmpty) inputs[name] = ok(BLANK);
  }
  return inputs;
}
