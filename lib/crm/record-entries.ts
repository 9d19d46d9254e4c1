import * as v from 'valibot';
import { RECORD_PRESETS } from './presets.ts';
import { parseRecordRules, type ReadRule, type RecordRule, recordRuleSchema } from './record-rules.ts';
import { isHostOf } from './url-pattern.ts';

/** A preset that was turned on, by its name. */
export interface PresetChoice {
  readonly preset: string;
  /** The company's own host, for presets of systems that run anywhere: see {@link needsHost}. */
  readonly host?: string;
}

/** One entry of the settings, a policy or an export. */
export type RecordEntry = PresetChoice | RecordRule;

/** More than any company has systems; keeps an import from slowing every click. */
export const MOST_ENTRIES = 100;

/** A host as an address names it, without its port: patterns do not look at ports. */
const HOST = /^[a-z\d-]+(?:\.[a-z\d-]+)*$/;

const choiceSchema = v.pipe(
  v.strictObject({
    preset: v.pipe(
      v.string(),
      v.check((name) => presetNamed(name) !== undefined),
    ),
    host: v.exactOptional(v.pipe(v.string(), v.trim(), v.toLowerCase(), v.maxLength(253), v.regex(HOST))),
  }),
  v.check(({ preset, host }) => host !== undefined || !needsHost(preset)),
);

const entrySchema = v.lazy(
  (entry): v.GenericSchema<unknown, RecordEntry> =>
    typeof entry === 'object' && entry !== null && 'preset' in entry ? choiceSchema : recordRuleSchema,
);

/**
 * Reads the entries of settings, a policy or an import; one that cannot be read refuses them all, and the issue's path says
 * which. A preset that runs anywhere is refused without a host: on every site of the web an address of that form would be
 * taken for a record.
 */
export const recordEntriesSchema: v.GenericSchema<unknown, readonly RecordEntry[]> = v.pipe(
  v.array(entrySchema),
  v.maxLength(MOST_ENTRIES),
);

/** The entries of an import, or the place of the first that cannot be read, such as `1.patterns.0`; empty for no list at all. */
export function readRecordEntries(
  data: unknown,
): { readonly entries: readonly RecordEntry[] } | { readonly problemAt: string } {
  const parsed = v.safeParse(recordEntriesSchema, data);
  return parsed.success ? { entries: parsed.output } : { problemAt: v.getDotPath(parsed.issues[0]) ?? '' };
}

/** Whether a preset knows no host of its own, because its system runs on the companies' servers. */
export function needsHost(preset: string): boolean {
  return presetNamed(preset)?.patterns.some(isAnywhere) ?? false;
}

/** What an entry is called. */
export function nameOfEntry(entry: RecordEntry): string {
  return 'preset' in entry ? entry.preset : entry.name;
}

/** The entries as rules, presets bound to their hosts; ready to be matched, in the same order. */
export function rulesOfEntries(entries: readonly RecordEntry[]): readonly ReadRule[] {
  return parseRecordRules(entries.flatMap((entry) => ('preset' in entry ? boundPreset(entry) : [entry]))).rules;
}

/** The rules of which a pattern is for that host, whatever its path. */
export function rulesForHost(rules: readonly ReadRule[], host: string): readonly ReadRule[] {
  return rules.filter(({ parsed }) => parsed.some((pattern) => isHostOf(pattern.host, host)));
}

function boundPreset({ preset, host }: PresetChoice): RecordRule[] {
  const known = presetNamed(preset);
  if (!known) return [];
  const patterns = known.patterns.map((text) => (host !== undefined && isAnywhere(text) ? host + text.slice(1) : text));
  return [{ ...known, patterns }];
}

function presetNamed(name: string): RecordRule | undefined {
  return RECORD_PRESETS.find((preset) => preset.name === name);
}

function isAnywhere(pattern: string): boolean {
  return pattern.startsWith('*/');
}
