import { LEAD_COLUMNS, type LeadColumn } from '../../vicidial/wire/lead-fields.ts';
import { fieldsOf } from '../url-template.ts';

/** What a call tells beside the columns of its lead; named as in VICIdial's own web forms. */
const CALL_FIELDS = ['campaign', 'group', 'fullname', 'dialed_number', 'dispo', 'talk_time'] as const;

/** A name between `--A--` and `--B--` for which there can be a value. */
export type Placeholder = LeadColumn | (typeof CALL_FIELDS)[number];

export const PLACEHOLDERS: readonly Placeholder[] = [...LEAD_COLUMNS, ...CALL_FIELDS].toSorted();

const KNOWN: ReadonlySet<string> = new Set(PLACEHOLDERS);

/** The placeholders of a text, as they are written, that nothing will ever fill. */
export function unknownPlaceholders(text: string): readonly string[] {
  return fieldsOf(text).filter((field) => !KNOWN.has(field));
}
