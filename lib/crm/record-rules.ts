import * as v from 'valibot';
import { RECORD_FIELDS, type RecordField } from './record.ts';
import { parseUrlPattern, type UrlPattern } from './url-pattern.ts';

/** How pages of one kind say which record they show. */
export interface RecordRule {
  readonly name: string;
  /** As they were written; see {@link parseUrlPattern}. The first that fits an address counts. */
  readonly patterns: readonly string[];
  /** Selectors of elements whose text or value is a field; they win over the address. */
  readonly selectors: Readonly<Partial<Record<RecordField, string>>>;
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
const FIELD_ENTRIES = v.object({
  ...Object.fromEntries(RECORD_FIELDS.map((field) => [field, v.optional(SELECTOR)])),
});
const PATTERN = v.pipe(
  v.string(),
  v.check((text) => parseUrlPattern(text).ok),
);
const RULE = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60)),
  patterns: v.pipe(v.array(PATTERN), v.minLength(1), v.maxLength(60)),
  selectors: v.optional(v.pipe(v.unknown(), v.check(hasOnlyFields), FIELD_ENTRIES), {}),
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
  const results = data.map((one: unknown) => v.safeParse(RULE, one));
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

function readyRule({ name, patterns, selectors }: v.InferOutput<typeof RULE>): ReadRule {
  const given = Object.entries(selectors).filter(([, selector]) => selector !== undefined);
  return {
    name,
    patterns,
    selectors: Object.fromEntries(given),
    parsed: patterns.flatMap((text) => {
      const pattern = parseUrlPattern(text);
      return pattern.ok ? [pattern.value] : [];
    }),
  };
}

/** A field that is misspelt would silently be missing in every dial. */
function hasOnlyFields(selectors: unknown): boolean {
  return (
    typeof selectors === 'object' &&
    selectors !== null &&
    Object.keys(selectors).every((name) => (RECORD_FIELDS as readonly string[]).includes(name))
  );
}
