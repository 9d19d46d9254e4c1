/** What a page can say of the record it shows; named like VICIdial's columns. */
const RECORD_FIELDS = ['vendor_lead_code', 'lead_id', 'first_name', 'last_name', 'email'] as const;

export type RecordField = (typeof RECORD_FIELDS)[number];

/** The record a page shows, as far as it is fit for VICIdial. */
export type CrmRecord = Readonly<Partial<Record<RecordField, string>>>;

export type ValueProblem = 'tooLong' | 'badCharacters';

export interface RefusedValue {
  readonly field: RecordField;
  readonly problem: ValueProblem;
}

interface Shape {
  readonly longest: number;
  readonly allowed: RegExp;
}

/**
 * A name, and nothing that would show it otherwise than it is sent: no control character, none that cannot be seen or turns the direction
 * of what stands beside it, but the joiners and marks that some scripts write names with.
 */
const NAME = /^(?:[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}"\\;]|[\u061C\u200C-\u200F])+$/u;

/** The columns' own lengths. A value that does not fit is refused, for a cut id would be another record's. */
const SHAPES: Readonly<Record<RecordField, Shape>> = {
  // What external_dial takes as vendor_id without breaking its request: docs/vicidial, section 7.1.
  vendor_lead_code: { longest: 20, allowed: /^[\w.-]+$/ },
  lead_id: { longest: 10, allowed: /^\d+$/ },
  first_name: { longest: 30, allowed: NAME },
  last_name: { longest: 30, allowed: NAME },
  email: { longest: 70, allowed: /^[^\s\p{Cc}\p{Cf}"\\;<>|@]+@[^\s\p{Cc}\p{Cf}"\\;<>|@]+$/u },
};

export function isRecordField(name: string): name is RecordField {
  return (RECORD_FIELDS as readonly string[]).includes(name);
}

/** What is wrong with a value for that field; null when it is fit. */
export function problemOf(field: RecordField, value: string): ValueProblem | null {
  const { longest, allowed } = SHAPES[field];
  if (value.length > longest) return 'tooLong';
  return allowed.test(value) ? null : 'badCharacters';
}
