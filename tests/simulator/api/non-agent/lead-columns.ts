import { type Lead, newRow, nextId, type World } from '../../world.ts';
import type { Parameters } from '../parameters.ts';

/** The columns of a lead in the order the program prints them. */
export const leadColumns = [
  'status',
  'user',
  'vendor_lead_code',
  'source_id',
  'list_id',
  'gmt_offset_now',
  'phone_code',
  'phone_number',
  'title',
  'first_name',
  'middle_initial',
  'last_name',
  'address1',
  'address2',
  'address3',
  'city',
  'state',
  'province',
  'postal_code',
  'country_code',
  'gender',
  'date_of_birth',
  'alt_phone',
  'email',
  'security_phrase',
  'comments',
  'called_count',
  'last_local_call_time',
  'rank',
  'owner',
  'entry_list_id',
  'lead_id',
] as const satisfies readonly (keyof Lead)[];

/** What a client may write by the column's name; the number itself has rules of its own. */
const written = leadColumns.slice(leadColumns.indexOf('title'), leadColumns.indexOf('called_count'));
const alsoWritten = ['vendor_lead_code', 'source_id', 'rank', 'owner'] as const satisfies readonly (keyof Lead)[];

/** The first id the recorded database gave to a lead that was added. */
const firstNewLead = 3000;

/** The columns a request gives a value. `--BLANK--` empties one. */
export function columnsFrom(p: Parameters): Partial<Lead> {
  const given = [...written, ...alsoWritten].filter((column) => p(column) !== '');
  return Object.fromEntries(given.map((column) => [column, p(column) === '--BLANK--' ? '' : p(column)]));
}

export function insertLead(world: World, columns: Partial<Lead>): Lead {
  const lead_id = nextId(
    world.leads.map((row) => row.lead_id),
    firstNewLead,
  );
  const lead = newRow('leads', { ...columns, lead_id });
  world.leads.push(lead);
  world.changed('leads', lead_id);
  return lead;
}

/** The newest first, as every search of the program lists them. */
export function newestFirst(leads: readonly Lead[]): Lead[] {
  return leads.toSorted((a, b) => Number(b.lead_id) - Number(a.lead_id));
}
