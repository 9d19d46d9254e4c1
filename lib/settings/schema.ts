import * as v from 'valibot';
import { afterCallPagesSchema, screenPopsSchema } from '../crm/pages/page-rules.ts';
import { recordEntriesSchema } from '../crm/record-entries.ts';
import type { RememberedConnection } from '../messages/panel-state.ts';
import type { EditableSettings } from '../messages/protocol.ts';
import { LONGEST_CODE_NAME, MOST_CODES, MOST_INGROUPS, MOST_PREFIXES } from '../pasted/limits.ts';
import { INGROUP_ID } from '../vicidial/ingroup-id.ts';
import { NO_POLICY, type Policy } from './policy.ts';

/** How numbers are shown on a site. */
export type SiteMode = 'marksOnly' | 'buttonsOnHover' | 'buttons';

/** Light or dark; `system` is what the person has chosen for the whole computer or browser. */
export type Appearance = 'system' | 'light' | 'dark';

/** What the agent chose for one site, by the host of the page or frame; `off` holds there although all sites are on. */
export interface ModeOfSite {
  readonly host: string;
  readonly mode: SiteMode | 'off';
}

/** Text of a site that the agent said is no phone number, by the host of the page or frame; # stands for any digit. */
export interface NotNumber {
  readonly host: string;
  readonly pattern: string;
}

/** Everything that is kept on this device. Holds no secret. */
export interface Settings extends EditableSettings {
  /** Match patterns of the sites the agent enabled; `ALL_SITES` patterns when all are. */
  readonly sites: readonly string[];
  readonly remembered: RememberedConnection | null;
  /** What the company says; its values are in the settings already. */
  readonly policy: Policy;
}

export const ALL_SITES: readonly string[] = ['https://*/*', 'http://*/*'];

export const DEFAULT_SETTINGS: Settings = {
  regions: ['US'],
  pauseCodes: [],
  dispositions: [],
  transferIngroups: [],
  pauseBeforeDial: 'ask',
  dialPauseCode: '',
  webphoneHosts: [],
  siteMode: 'buttons',
  siteModes: [],
  notNumbers: [],
  numbersInNotices: false,
  keepCalls: false,
  // A shift: who has not touched the computer for so long has gone home.
  lockAfterMinutes: 480,
  // An agent who works through unanswered numbers needs six at most.
  mostDialsPerMinute: 10,
  neverDial: [],
  alwaysAsk: [],
  alwaysAllow: [],
  recordRules: [],
  screenPops: [],
  popWay: 'newTab',
  afterCallPages: [],
  appearance: 'system',
  helpKey: true,
  sites: [],
  remembered: null,
  policy: NO_POLICY,
};

// api.md 7.6: 1 to 6 characters.
export const pauseCode = v.pipe(v.string(), v.regex(/^[\w-]{1,6}$/));
const region = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/));

/** The beginning of E.164 numbers; the plus alone stands for all of them. */
const prefixes = v.pipe(v.array(v.pipe(v.string(), v.regex(/^\+(?:[1-9]\d{0,14})?$/))), v.maxLength(MOST_PREFIXES));

const host = v.pipe(v.string(), v.maxLength(253));
export const siteModeSchema = v.picklist(['marksOnly', 'buttonsOnHover', 'buttons']);

/** So much that was said of single sites is remembered; what is new then takes the place of the oldest. */
export const MOST_OF_SITES = 500;

/** What each entry that the agent may change has to look like. */
export const editableEntries = {
  regions: v.pipe(v.array(region), v.minLength(1), v.maxLength(20)),
  pauseCodes: v.pipe(
    v.array(v.object({ code: pauseCode, name: v.pipe(v.string(), v.maxLength(LONGEST_CODE_NAME)) })),
    v.maxLength(MOST_CODES),
  ),
  dispositions: v.pipe(
    v.array(
      v.object({ code: pauseCode, name: v.pipe(v.string(), v.maxLength(LONGEST_CODE_NAME)), isCallback: v.boolean() }),
    ),
    v.maxLength(MOST_CODES),
  ),
  transferIngroups: v.pipe(v.array(v.pipe(v.string(), v.regex(INGROUP_ID))), v.maxLength(MOST_INGROUPS)),
  pauseBeforeDial: v.picklist(['ask', 'always', 'never']),
  dialPauseCode: v.union([v.literal(''), pauseCode]),
  webphoneHosts: v.pipe(v.array(host), v.maxLength(50)),
  siteMode: siteModeSchema,
  siteModes: v.pipe(
    v.array(v.object({ host, mode: v.union([siteModeSchema, v.literal('off')]) })),
    v.maxLength(MOST_OF_SITES),
  ),
  notNumbers: v.pipe(
    v.array(v.object({ host, pattern: v.pipe(v.string(), v.maxLength(160)) })),
    v.maxLength(MOST_OF_SITES),
  ),
  numbersInNotices: v.boolean(),
  keepCalls: v.boolean(),
  lockAfterMinutes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1440)),
  // More than sixty cannot be reached: a second at least lies between two dials.
  mostDialsPerMinute: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)),
  neverDial: prefixes,
  alwaysAsk: prefixes,
  alwaysAllow: prefixes,
  recordRules: recordEntriesSchema,
  screenPops: screenPopsSchema,
  popWay: v.picklist(['newTab', 'sameTab', 'onClick']),
  afterCallPages: afterCallPagesSchema,
  appearance: v.picklist(['system', 'light', 'dark']),
  helpKey: v.boolean(),
} as const;

const storedEntries = {
  ...editableEntries,
  sites: v.array(v.string()),
  remembered: v.nullable(
    v.object({
      server: v.string(),
      agentPath: v.string(),
      nonAgentPath: v.string(),
      user: v.string(),
      agentUser: v.string(),
      region,
      dialMethod: v.picklist(['unknown', 'manual', 'autoDial']),
      relay: v.exactOptional(v.string()),
    }),
  ),
} as const;

/** What an extension page may change; anything else in it is refused. */
export const editableSettingsSchema = v.strictObject({
  regions: v.exactOptional(editableEntries.regions),
  pauseCodes: v.exactOptional(editableEntries.pauseCodes),
  dispositions: v.exactOptional(editableEntries.dispositions),
  transferIngroups: v.exactOptional(editableEntries.transferIngroups),
  pauseBeforeDial: v.exactOptional(editableEntries.pauseBeforeDial),
  dialPauseCode: v.exactOptional(editableEntries.dialPauseCode),
  webphoneHosts: v.exactOptional(editableEntries.webphoneHosts),
  siteMode: v.exactOptional(editableEntries.siteMode),
  siteModes: v.exactOptional(editableEntries.siteModes),
  notNumbers: v.exactOptional(editableEntries.notNumbers),
  numbersInNotices: v.exactOptional(editableEntries.numbersInNotices),
  keepCalls: v.exactOptional(editableEntries.keepCalls),
  lockAfterMinutes: v.exactOptional(editableEntries.lockAfterMinutes),
  mostDialsPerMinute: v.exactOptional(editableEntries.mostDialsPerMinute),
  neverDial: v.exactOptional(editableEntries.neverDial),
  alwaysAsk: v.exactOptional(editableEntries.alwaysAsk),
  alwaysAllow: v.exactOptional(editableEntries.alwaysAllow),
  recordRules: v.exactOptional(editableEntries.recordRules),
  screenPops: v.exactOptional(editableEntries.screenPops),
  popWay: v.exactOptional(editableEntries.popWay),
  afterCallPages: v.exactOptional(editableEntries.afterCallPages),
  appearance: v.exactOptional(editableEntries.appearance),
  helpKey: v.exactOptional(editableEntries.helpKey),
});

/** Settings from storage: each entry is read on its own, so that one that cannot be read costs only itself. */
export function parseSettings(
  stored: Readonly<Record<string, unknown>>,
  defaults: Settings = DEFAULT_SETTINGS,
): Settings {
  return {
    regions: read(storedEntries.regions, stored.regions, defaults.regions),
    pauseCodes: read(storedEntries.pauseCodes, stored.pauseCodes, defaults.pauseCodes),
    dispositions: read(storedEntries.dispositions, stored.dispositions, defaults.dispositions),
    transferIngroups: read(storedEntries.transferIngroups, stored.transferIngroups, defaults.transferIngroups),
    pauseBeforeDial: read(storedEntries.pauseBeforeDial, stored.pauseBeforeDial, defaults.pauseBeforeDial),
    dialPauseCode: read(storedEntries.dialPauseCode, stored.dialPauseCode, defaults.dialPauseCode),
    webphoneHosts: read(storedEntries.webphoneHosts, stored.webphoneHosts, defaults.webphoneHosts),
    siteMode: read(storedEntries.siteMode, stored.siteMode, defaults.siteMode),
    siteModes: read(storedEntries.siteModes, stored.siteModes, defaults.siteModes),
    notNumbers: read(storedEntries.notNumbers, stored.notNumbers, defaults.notNumbers),
    numbersInNotices: read(storedEntries.numbersInNotices, stored.numbersInNotices, defaults.numbersInNotices),
    keepCalls: read(storedEntries.keepCalls, stored.keepCalls, defaults.keepCalls),
    lockAfterMinutes: read(storedEntries.lockAfterMinutes, stored.lockAfterMinutes, defaults.lockAfterMinutes),
    mostDialsPerMinute: read(storedEntries.mostDialsPerMinute, stored.mostDialsPerMinute, defaults.mostDialsPerMinute),
    neverDial: read(storedEntries.neverDial, stored.neverDial, defaults.neverDial),
    alwaysAsk: read(storedEntries.alwaysAsk, stored.alwaysAsk, defaults.alwaysAsk),
    alwaysAllow: read(storedEntries.alwaysAllow, stored.alwaysAllow, defaults.alwaysAllow),
    recordRules: read(storedEntries.recordRules, stored.recordRules, defaults.recordRules),
    screenPops: read(storedEntries.screenPops, stored.screenPops, defaults.screenPops),
    popWay: read(storedEntries.popWay, stored.popWay, defaults.popWay),
    afterCallPages: read(storedEntries.afterCallPages, stored.afterCallPages, defaults.afterCallPages),
    appearance: read(storedEntries.appearance, stored.appearance, defaults.appearance),
    helpKey: read(storedEntries.helpKey, stored.helpKey, defaults.helpKey),
    sites: read(storedEntries.sites, stored.sites, defaults.sites),
    remembered: read(storedEntries.remembered, stored.remembered, defaults.remembered),
    policy: defaults.policy,
  };
}

function read<T>(schema: v.GenericSchema<unknown, T>, value: unknown, otherwise: T): T {
  const parsed = v.safeParse(schema, value);
  return parsed.success ? parsed.output : otherwise;
}

/** What was chosen for the pages of a host; null where nothing was. */
export function modeOfSite({ siteModes }: Settings, host: string | undefined): ModeOfSite['mode'] | null {
  return siteModes.find((site) => site.host === host)?.mode ?? null;
}
