import * as v from 'valibot';
import type { MessageKey } from '../messages/text.ts';
import { readTypedUrl } from '../read-url.ts';
import type { LockName, Policy, PolicyProblem, PolicyValues } from './policy.ts';
import { ALL_SITES, editableEntries, pauseCode } from './schema.ts';

const name = v.optional(v.pipe(v.string(), v.maxLength(60)), '');
const path = v.pipe(v.string(), v.regex(/^\/(?!\/)[\w.~/-]{1,200}$/));
const site = v.pipe(
  v.string(),
  v.check((text) => sitePatterns(text).length > 0),
  v.transform(sitePatterns),
);

interface Entry<K extends keyof PolicyValues> {
  readonly schema: v.GenericSchema<unknown, NonNullable<PolicyValues[K]>>;
  readonly expected: MessageKey;
}

/** A record of every name, so that one that is forgotten is a type error. */
const ENTRIES: { readonly [K in keyof PolicyValues]-?: Entry<K> } = {
  server: { schema: v.pipe(v.string(), v.trim(), v.check(isServer)), expected: 'policyExpectsServer' },
  agentPath: { schema: path, expected: 'policyExpectsPath' },
  nonAgentPath: { schema: path, expected: 'policyExpectsPath' },
  relay: { schema: v.boolean(), expected: 'policyExpectsSwitch' },
  regions: { schema: editableEntries.regions, expected: 'policyExpectsRegions' },
  pauseCodes: {
    schema: v.pipe(v.array(v.object({ code: pauseCode, name })), v.maxLength(200)),
    expected: 'policyExpectsPauseCodes',
  },
  dispositions: {
    schema: v.pipe(
      v.array(v.object({ code: pauseCode, name, isCallback: v.optional(v.boolean(), false) })),
      v.maxLength(200),
    ),
    expected: 'policyExpectsDispositions',
  },
  transferIngroups: { schema: editableEntries.transferIngroups, expected: 'policyExpectsIngroups' },
  pauseBeforeDial: { schema: editableEntries.pauseBeforeDial, expected: 'policyExpectsPauseBeforeDial' },
  dialPauseCode: { schema: editableEntries.dialPauseCode, expected: 'policyExpectsDialPauseCode' },
  webphoneHosts: {
    schema: v.pipe(
      v.array(v.pipe(v.string(), v.toLowerCase(), v.regex(/^[a-z\d.-]{1,253}(:\d{1,5})?$/))),
      v.maxLength(50),
    ),
    expected: 'policyExpectsHosts',
  },
  siteMode: { schema: editableEntries.siteMode, expected: 'policyExpectsSiteMode' },
  numbersInNotices: { schema: editableEntries.numbersInNotices, expected: 'policyExpectsSwitch' },
  keepCalls: { schema: editableEntries.keepCalls, expected: 'policyExpectsSwitch' },
  lockAfterMinutes: { schema: editableEntries.lockAfterMinutes, expected: 'policyExpectsLockAfter' },
  mostDialsPerMinute: { schema: editableEntries.mostDialsPerMinute, expected: 'policyExpectsDials' },
  neverDial: { schema: editableEntries.neverDial, expected: 'policyExpectsPrefixes' },
  alwaysAsk: { schema: editableEntries.alwaysAsk, expected: 'policyExpectsPrefixes' },
  alwaysAllow: { schema: editableEntries.alwaysAllow, expected: 'policyExpectsPrefixes' },
  recordRules: { schema: editableEntries.recordRules, expected: 'policyExpectsRecordRules' },
  screenPops: { schema: editableEntries.screenPops, expected: 'policyExpectsScreenPops' },
  popWay: { schema: editableEntries.popWay, expected: 'policyExpectsPopWay' },
  afterCallPages: { schema: editableEntries.afterCallPages, expected: 'policyExpectsAfterCallPages' },
  appearance: { schema: editableEntries.appearance, expected: 'policyExpectsAppearance' },
  sites: {
    schema: v.pipe(
      v.array(site),
      v.maxLength(200),
      v.transform((all) => [...new Set(all.flat())]),
    ),
    expected: 'policyExpectsSites',
  },
  remember: { schema: v.boolean(), expected: 'policyExpectsSwitch' },
  overruleDoNotCall: { schema: v.boolean(), expected: 'policyExpectsSwitch' },
  previews: { schema: v.boolean(), expected: 'policyExpectsSwitch' },
  callTime: { schema: v.pipe(v.string(), v.regex(/^[\w-]{1,10}$/)), expected: 'policyExpectsCallTime' },
  newLeadList: { schema: v.pipe(v.string(), v.regex(/^\d{2,14}$/)), expected: 'policyExpectsLeadList' },
  testNumber: {
    schema: v.pipe(v.string(), v.regex(/^\+[1-9]\d{5,14}$/)),
    expected: 'policyExpectsTestNumber',
  },
};

/** The names of a policy, in the order they are documented; beside them stands the list `locked`. */
export const POLICY_NAMES = Object.keys(ENTRIES) as (keyof PolicyValues)[];

/**
 * Reads managed storage entry by entry: one that cannot be read is left out and told, and takes no other along. A lock
 * holds only where there is a value to hold to.
 */
export function parsePolicy(managed: Readonly<Record<string, unknown>>): Policy {
  const values: Record<string, unknown> = {};
  const problems: PolicyProblem[] = [];
  for (const [key, value] of Object.entries(managed)) {
    if (key === 'locked') continue;
    const known = POLICY_NAMES.find((each) => each === key);
    if (!known) {
      problems.push({ name: key, expected: 'policyExpectsNothing' });
      continue;
    }
    const { schema, expected }: { readonly schema: v.GenericSchema; readonly expected: MessageKey } = ENTRIES[known];
    const parsed = v.safeParse(schema, value);
    if (parsed.success) values[key] = parsed.output;
    else problems.push({ name: key + placeOf(parsed.issues[0]), expected });
  }
  const { locked, refused } = parseLocks(managed.locked ?? [], values);
  return { values: values as PolicyValues, locked, problems: [...problems, ...refused] };
}

function parseLocks(
  listed: unknown,
  values: Readonly<Record<string, unknown>>,
): { readonly locked: readonly LockName[]; readonly refused: readonly PolicyProblem[] } {
  if (!Array.isArray(listed)) return { locked: [], refused: [{ name: 'locked', expected: 'policyExpectsLocked' }] };
  const isLockable = (each: unknown): each is LockName =>
    !isCompanysAlone(each) && POLICY_NAMES.some((known) => known === each) && Object.hasOwn(values, String(each));
  const refused = listed.flatMap((each, index): PolicyProblem[] =>
    isLockable(each) || isCompanysAlone(each)
      ? []
      : [{ name: lockPlace(each, index), expected: 'policyExpectsLocked' }],
  );
  return { locked: [...new Set(listed.filter(isLockable))], refused };
}

/** What no agent has a word in is a lock by itself. */
const COMPANYS_ALONE: ReadonlySet<unknown> = new Set<keyof PolicyValues>([
  ...(['remember', 'overruleDoNotCall', 'previews', 'callTime', 'newLeadList', 'testNumber'] as const),
]);

function isCompanysAlone(name: unknown): boolean {
  return COMPANYS_ALONE.has(name);
}

/** A name is what an administrator looks for; its place tells where, and is all there is of what is no text. */
function lockPlace(each: unknown, index: number): string {
  const place = `locked[${index}]`;
  return typeof each === 'string' ? `${place} "${each.slice(0, 60)}"` : place;
}

/** Where in an entry the trouble is, counted as in the administrator's file: `[3].code`. */
function placeOf({ path: steps }: v.BaseIssue<unknown>): string {
  return (steps ?? []).map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
}

/** Which servers may be reached without encryption is decided at the sign-in, as for an agent who typed the address. */
function isServer(text: string): boolean {
  const url = readSite(text);
  return url !== null && url.username === '' && url.password === '' && url.search === '' && url.hash === '';
}

/** The match patterns of a site that is named by `*`, a host or an address; none for anything else. */
function sitePatterns(text: string): readonly string[] {
  if (text === '*') return ALL_SITES;
  const url = readSite(text);
  return url === null || url.hostname.includes('*') ? [] : [`${url.protocol}//${url.hostname}/*`];
}

function readSite(text: string): URL | null {
  if (/[\s\\]/.test(text) || text.length > 2_000) return null;
  const url = readTypedUrl(text);
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url : null;
}
