import type { AfterCallPage, ScreenPop } from '../crm/pages/page-rules.ts';
import type { RecordEntry } from '../crm/record-entries.ts';
import type { Appearance, ModeOfSite, NotNumber, SiteMode } from '../settings/schema.ts';
import type { Disposition, PauseCode } from './panel-state.ts';

/** What the options page edits. */
export interface EditableSettings {
  readonly regions: readonly string[];
  readonly pauseCodes: readonly PauseCode[];
  readonly dispositions: readonly Disposition[];
  readonly transferIngroups: readonly string[];
  readonly pauseBeforeDial: PauseBeforeDial;
  readonly dialPauseCode: string;
  readonly webphoneHosts: readonly string[];
  readonly siteMode: SiteMode;
  readonly siteModes: readonly ModeOfSite[];
  readonly notNumbers: readonly NotNumber[];
  /** Notifications may hold phone numbers; a lock screen shows them. */
  readonly numbersInNotices: boolean;
  /** The recent calls are also kept on disk, until this is turned off. */
  readonly keepCalls: boolean;
  /** The agent is signed out when he has been away from the computer for so long, 0 to 1440; 0 for never. */
  readonly lockAfterMinutes: number;
  /** 1 to 60. */
  readonly mostDialsPerMinute: number;
  /** Beginnings of E.164 numbers, `+1900`. Of the three lists the first that a number is on decides. */
  readonly neverDial: readonly string[];
  readonly alwaysAsk: readonly string[];
  /** Dialled without a question about what they may cost. */
  readonly alwaysAllow: readonly string[];
  /** How pages say which record they show; the first that fits an address counts. */
  readonly recordRules: readonly RecordEntry[];
  /** Which record of the CRM is opened when a call is there; the first that is for the call counts. */
  readonly screenPops: readonly ScreenPop[];
  readonly popWay: PopWay;
  /** Pages that are opened once a call has its disposition. */
  readonly afterCallPages: readonly AfterCallPage[];
  /** Of Dialside's pages, and of its words in the pages of others. */
  readonly appearance: Appearance;
  /** Whether a question mark, a key without Alt or Ctrl, shows what the keyboard does: who dictates types it unmeant. */
  readonly helpKey: boolean;
}

/**
 * Where a call's record is shown: in a new tab, in the tab that shows the CRM already unless something is typed there, or in a new
 * tab once the agent asks for it.
 */
export type PopWay = 'newTab' | 'sameTab' | 'onClick';

/** What to do when the agent is READY at the click. `ask` opens Dialside's window. */
export type PauseBeforeDial = 'ask' | 'always' | 'never';
