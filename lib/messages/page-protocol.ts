import type { DialProblem, DialView } from '../agent/dial/dial-view.ts';
import type { ScreenReading } from '../agent/state/screen-reading.ts';
import type { PickProblem } from '../crm/picked-rule.ts';
import type { Result } from '../result.ts';
import type { Appearance, SiteMode } from '../settings/schema.ts';
import type { NumberVerdict } from './number-verdict.ts';

/**
 * What a content script may ask of the background. Each entry is a function type: its parameter is the payload, its
 * return value the answer. Content scripts hold no secret and learn nothing of the dialer.
 */
export interface PageRequests {
  /** The settings a frame needs to read numbers; null when the site is not enabled for this frame. */
  'page.start': () => PageSettings | null;
  /** Asks for the detection engine in this very frame; the background injects it and answers when it is in. */
  'page.loadEngine': () => null;
  /** A trusted click on a visible Dialside control. The number was read from the page at that moment. */
  'page.dial': (request: PageDialRequest) => Result<DialView, DialProblem>;
  /**
   * What VICIdial says of a number at which the person rests; null where it says nothing. The answer names nobody: the process of
   * a page that was taken over could ask for numbers of its own.
   */
  'page.lookUp': (request: { readonly e164: string }) => NumberVerdict | null;
  /** The agent wants to know more of a number. Dialside's own window shows it, and the page is told nothing. */
  'page.showNumber': (request: { readonly e164: string; readonly page?: PageReading }) => null;
  /** Takes back a dial that is still waiting, by the button that started it. */
  'page.cancelDial': (request: { readonly id: string }) => Result<null, DialProblem>;
  /** What was asked for by `page.tellNumbers`: the numbers of this frame in reading order, those that a person can see. */
  'page.numbers': (request: { readonly numbers: readonly PageNumber[] }) => null;
  /** The agent says that what a pattern describes is no phone number on this site. */
  'page.notNumber': (request: { readonly pattern: string }) => null;
  /** A picker has begun where the agent asked for one in the page's menu: how it is to look. */
  'page.pickStarted': () => Appearance;
  /** What the agent pointed at as the record's id, after he chose so in the page's menu. Answers with what it is read as. */
  'page.recordPicked': (
    request: RecordPick,
  ) => Result<{ readonly value: string; readonly isInAddress: boolean }, RecordPickProblem>;
  /** The agent points no longer. */
  'page.pickEnded': () => null;
}

/** A number of a page; `e164` is read anew by the background. */
export interface PageNumber {
  readonly e164: string;
  readonly extension: string | null;
}

export interface RecordPick {
  readonly url: string;
  /** Empty where the place shows none, or too much. */
  readonly text: string;
  readonly selector: string | null;
  /** Keeps a rule for it; else nothing is changed. */
  readonly isMeant: boolean;
}

export type RecordPickProblem = PickProblem | 'notAsked' | 'locked' | 'tooMany';

export interface PageDialRequest extends PageNumber {
  /** What the rules of the site ask for; left out where there are none. */
  readonly page?: PageReading;
  /** Origins of the pages that a frame is in, the nearest first; left out by a page in a tab of its own. */
  readonly around?: readonly string[];
}

/** A page as its frame read it at a click. */
export interface PageReading {
  /** Empty where it is longer than an address of a record. */
  readonly url: string;
  /** Selectors, each with the text of the first element that fits it. */
  readonly texts: readonly (readonly [string, string])[];
  /** The frame shows no other number than the one that was clicked, however often. */
  readonly isOnlyNumber?: boolean;
}

export interface PageSettings {
  /** In order of preference; the first is the agent's own. */
  readonly regions: readonly string[];
  readonly mode: SiteMode;
  readonly appearance: Appearance;
  /** Patterns of what is no phone number on this site, in the agent's words. */
  readonly notNumbers: readonly string[];
  /** The running dial, so that a button of its number shows it. */
  readonly dial: DialView | null;
  /** Selectors of what a click tells of the page, beside its address; left out where a click tells nothing of it. */
  readonly recordSelectors?: readonly string[];
}

/**
 * What the script in the agent screen's own page may ask. Taken from the top frame of a tab that shows the signed-in
 * dialer's agent screen alone, and read as if an enemy had written it.
 */
export interface ScreenRequests {
  /** False when nobody wants to know any more; the script then ends. */
  'screen.reading': (reading: ScreenReading) => boolean;
  /** The page is being left. */
  'screen.left': () => null;
}

/** What the background tells every content script. */
export interface PageEvents {
  'page.dialChanged': DialView | null;
  /** Settings or permissions have changed: each frame asks `page.start` anew, because they differ by frame. */
  'page.settingsChanged': null;
  /** Walk to the next or previous number in reading order, from a keyboard command. */
  'page.focusNumber': { readonly direction: 'next' | 'previous' };
  /** The agent makes a dial list of the page: each frame answers with `page.numbers`. */
  'page.tellNumbers': null;
}
