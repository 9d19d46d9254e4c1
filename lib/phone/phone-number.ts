import type { CountryCode } from 'libphonenumber-js';

declare const e164Brand: unique symbol;

/** A number in E.164: a plus and 7 to 15 digits. Made only by the parsers of this folder. */
export type E164 = string & { readonly [e164Brand]: true };

/** ISO 3166-1 alpha-2 country whose national formats are read, for example `US`. */
export type Region = CountryCode;

export type NumberKind =
  | 'fixedLine'
  | 'mobile'
  | 'fixedLineOrMobile'
  | 'tollFree'
  | 'premiumRate'
  | 'sharedCost'
  | 'voip'
  | 'personal'
  | 'pager'
  | 'universalAccess'
  | 'voicemail'
  | 'satellite'
  | 'unknown';

/** What is needed to dial: VICIdial wants the calling code apart from the national number, and never the extension. */
export interface DialableNumber {
  readonly e164: E164;
  /** Country calling code without plus, 1 to 3 digits. */
  readonly callingCode: string;
  /** National significant number, ASCII digits only. */
  readonly nationalNumber: string;
  /** Extension digits, offered as DTMF once talking; null when none was written. */
  readonly extension: string | null;
  /** Null for non-geographic codes such as +800. */
  readonly region: Region | null;
  readonly kind: NumberKind;
}

/** Why a text is not a number that can be dialled. */
export type NumberFailure =
  | { readonly code: 'empty' }
  | { readonly code: 'noDigits' }
  | { readonly code: 'extensionOnly' }
  /** Two or more numbers with words between them: which one is meant cannot be known. */
  | { readonly code: 'severalNumbers' }
  /** Not dialled through a dialer, which knows no place to send help to. */
  | { readonly code: 'emergency' }
  | { readonly code: 'tooShort' }
  | { readonly code: 'tooLong' }
  | { readonly code: 'unknownCallingCode' }
  | { readonly code: 'invalid'; readonly region: Region | null };

/** Why a candidate was taken for a number; printed by `npm run detect`. */
export type MatchReason = 'international' | 'national' | 'labelled' | 'wholeText' | 'vanity' | 'link';

/** A number found in a text. Offsets are UTF-16 code units of the text, `end` exclusive, the extension included. */
export interface PhoneMatch {
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  readonly e164: E164;
  /** Extension digits; null when none was written. */
  readonly ext: string | null;
  readonly reason: MatchReason;
}
