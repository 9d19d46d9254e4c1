import * as v from 'valibot';
import type { RecordField } from './record.ts';
import { parseUrlPattern, type UrlPattern } from './url-pattern.ts';

/** A line of a list shows as much of it. */
export const LONGEST_RULE_NAME = 60;

/** How pages of one kind say which record they show. */
export interface RecordRule {
  readonly name: string;
  /** As they were written; see {@link parseUrlPattern}. The first that fits an address counts. */
  readonly patterns: readonly string[];
  /**
   * Selectors of elements whose text or value is a field; they win over the address. `phone` is where the record's own numbers
   * stand, for a page shows others' too.
   */
  readonly selectors: Readonly<Partial<Record<RecordField | 'phone', string>>>;
}

/** A rule that was read, ready to be matched. */
export interface ReadRule extends RecordRule {
  readonly parsed: readonly UrlPattern[];
}

export interface RuleProblem {
  /** The place of the rule in the list; null when there is no list. */
  readonly index: number | null;
  /** The part of the rule, such as `patterns.0`. */
  readonly path: string;
}

/** More than any company has systems; keeps an import from slowing every page. */
const MOST_RULES = 100;

const SELECTOR = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300));
const FIELD_ENTRIES = v.strictObject({
  vendor_lead_code: v.exactOptional(SELECTOR),
  lead_id: v.exactOptional(SELECTOR),
  first_name: v.exactOptional(SELECTOR),
  last_name: v.exactOptional(SELECTOR),
  email: v.exactOptional(SELECTOR),
  phone: v.exactOptional(SELECTOR),
} satisfies Record<RecordField | 'phone', unknown>);
const PATTERN = v.pipe(
  v.string(),
  v.trim(),
  v.check((text) => parseUrlPattern(text).ok),
);

/** What a rule has to look like. A field that is misspelt is refused: it would silently be missing in every dial. */
export const recordRuleSchema = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LONGEST_RULE_NAME)),
  patterns: v.pipe(v.array(PATTERN), v.minLength(1), v.maxLength(60)),
  selectors: v.optional(FIELD_ENTRIES, {}),
});

/**
 * Reads rules from settings, a policy or an import. Whatever is no rule is left out and told; the others count. Nothing of
 * a rule is executed: patterns become data, selectors stay texts for the browser's own querySelector.
 */
export function parseRecordRules(data: unknown): {
  readonly rules: readonly ReadRule[];
  readonly problems: readonly RuleProblem[];
} {
  if (!Array.isArray(data) || data.length > MOST_RULES) return { rules: [], problems: [{ index: null, path: '' }] };
  const results = data.map((one: unknown) => v.safeParse(recordRuleSchema, one));
  const rules = results.flatMap((result) => (result.success ? [readyRule(result.output)] : []));
  const problems = results.flatMap((result, index) =>
    result.success ? [] : [{ index, path: v.getDotPath(result.issues[0]) ?? '' }],
  );
  return { rules, problems };
}

/** The rules as they are exported and put into policies. */
export function exportRecordRules(rules: readonly RecordRule[]): readonly RecordRule[] {
  return rules.map(({ name, patterns, selectors }) => ({ name, patterns, selectors }));
}

function readyRule({ name, patterns, selectors }: RecordRule): ReadRule {
  return {
    name,
    patterns,
    selectors,
    parsed: patterns.flatMap((text) => {
      const pattern = parseUrlPattern(text);
      return pattern.ok ? [pattern.value] : [];
    }),
  };
}
