import type { DialableNumber } from '../../phone/phone-number.ts';
import type { VicidialFailure } from '../../vicidial/failure.ts';
import type { ScreenAlertKind } from '../state/screen-reading.ts';

/** Random id of one dial intent; a second click on the same intent is answered from it. */
export type DialId = string;

/** Where a dial stands, as the agent sees it. The terminal stages are those of {@link isDialOver}. */
export type DialStage =
  /** Waiting for the agent's word in Dialside's own window, for example for a premium-rate number. */
  | 'confirming'
  /** Asking the do-not-call lists, pausing the agent, waiting for PAUSED, sending a pause code, keeping 1.1 s from the previous dial. */
  | 'preparing'
  /** The request is on its way. */
  | 'sending'
  /** VICIdial wrote the request; the agent screen has not picked it up yet. */
  | 'accepted'
  /** The agent screen shows the lead, and calls it at the agent's word. */
  | 'previewing'
  /** Picked up: the agent is INCALL, ringing or talking is not known. */
  | 'onCall'
  | 'ringing'
  | 'talking'
  | 'customerGone'
  | 'wrapUp'
  | 'ended'
  | 'refused'
  /** The outcome of the request could not be known and live status has not shown a call. */
  | 'unknown'
  | 'cancelled';

/** Why a dial was refused or is uncertain. `vicidial` failures keep their own code. */
export type DialProblem =
  | { readonly code: 'vicidial'; readonly failure: VicidialFailure }
  | { readonly code: 'notSignedIn' }
  | { readonly code: 'notLoggedIn' }
  | { readonly code: 'busyDialling'; readonly e164: string }
  /** The call to this number rings, is talked, or waits for its end. */
  | { readonly code: 'callRunning'; readonly e164: string }
  | { readonly code: 'agentOnCall' }
  | { readonly code: 'agentInWrapUp' }
  | { readonly code: 'agentPreviewing' }
  | { readonly code: 'readyNotAllowed' }
  | { readonly code: 'pauseTimedOut' }
  /** The agent screen polls but shows no call: it refused the number (do-not-call, lists, call time) or a box holds it. */
  | { readonly code: 'screenRefusedOrHeld' }
  /** No INCALL or PREVIEW within 10 s: the agent screen is hidden, throttled or gone. The request may still be waiting. */
  | { readonly code: 'notPickedUp' }
  /** The agent screen's own message refused the number; `text` is that message, plain and cut to 200 characters. */
  | { readonly code: 'screenRefused'; readonly kind: ScreenRefusal; readonly text: string }
  /** A box on the agent screen holds the request back until somebody closes it. */
  | { readonly code: 'screenHeld'; readonly kind: ScreenHold }
  /** Why the agent screen of this browser did not take the request. */
  | { readonly code: 'screenGone' }
  | { readonly code: 'screenLoggedOut' }
  | { readonly code: 'screenDisabled' }
  | { readonly code: 'screenNotPolling' }
  | { readonly code: 'screenHidden' }
  /** It rang in vain until VICIdial's own limit; the call has to be hung up by the agent. */
  | { readonly code: 'dialTimedOut' }
  /** It rings for longer than VICIdial usually lets it, and no agent screen is seen that could tell whether it has given up. */
  | { readonly code: 'ringsLong' }
  | { readonly code: 'numberChanged' }
  /** Another number of the dial list is next than the one that was pressed for. */
  | { readonly code: 'listMovedOn' }
  | { readonly code: 'siteNotAllowed' }
  | { readonly code: 'workerStopped' }
  /** A lead cannot be shown from here: no login tells and reads leads, the campaign has refused it, or the company has. */
  | { readonly code: 'previewNotOffered' }
  /** A preview would call the lead's first number, and this is not exactly that. */
  | { readonly code: 'previewOtherNumber' }
  /** Nobody tells any more whether the lead still stands on the agent screen. */
  | { readonly code: 'previewUnseen' }
  /** The lead that is shown has another first number by now, which its DIAL would call. */
  | { readonly code: 'previewChanged' }
  /** Too much time has passed since the click, for example in a computer that slept: the agent may mean it no more. */
  | { readonly code: 'tooLate' }
  /** The browser's storage took no more. */
  | { readonly code: 'notStored' }
  /** The agent's options or his company forbid numbers that begin so. */
  | { readonly code: 'neverDial'; readonly prefix: string }
  /** VICIdial has the number on a list of numbers that are not to be called. */
  | { readonly code: 'doNotCall'; readonly list: DoNotCallList }
  /** So many dials were sent within a minute; the next one may be in `waitMs`. */
  | { readonly code: 'tooManyDials'; readonly perMinute: number; readonly waitMs: number }
  /** A request that waited for so long may be another's by now: taking it back could skip a lead. */
  | { readonly code: 'cancelTooLate' };

/** The list of the whole system, or that of the agent's campaign. */
export type DoNotCallList = 'system' | 'campaign';

export type ScreenRefusal = Exclude<ScreenAlertKind, 'dialTimedOut'>;

export type ScreenHold = 'pauseCode' | 'emptySession' | 'other';

/** What the agent is asked in Dialside's own window before the call. */
export type ConfirmReason =
  | 'premiumRate'
  | 'sharedCost'
  | 'satellite'
  /** In none of the agent's countries. */
  | 'international'
  /** On the list of numbers that are always asked about. */
  | 'alwaysAsk'
  /** On a do-not-call list, which the company lets its agents overrule. */
  | 'doNotCall'
  /** The agent is READY and would be paused for the call. */
  | 'ready'
  /** The page showed the agent something else than the number, for example a link's text. */
  | 'numberNotShown'
  /** Another site has the page in a frame, and the browser tells nobody how it shows it there. */
  | 'framed'
  /** A selection that was dialled by key: the page may have selected something else before the key was pressed. */
  | 'selectedByKey'
  /** A lead that was shown may still stand on the agent screen, where nobody sees it. */
  | 'previewOpen';

/** A dial as pages, popup and panel see it. Holds no secret. */
export interface DialView {
  readonly id: DialId;
  readonly number: DialableNumber;
  readonly stage: DialStage;
  readonly problem: DialProblem | null;
  /** Why the agent is asked; empty unless the stage is `confirming`. */
  readonly confirm: readonly ConfirmReason[];
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly stageSince: number;
  /** True while the waiting request can be taken back. */
  readonly canCancel: boolean;
  /** Its lead is only shown, and called at the agent's word; left out where the number is called at once. */
  readonly isPreview?: true;
  /** The agent was READY and has been paused for this call, of which nothing more comes by itself; left out otherwise. */
  readonly leftPaused?: true;
  /** Its lead was shown, and called under another of its numbers: nobody has cancelled it; left out otherwise. */
  readonly isOtherCalled?: true;
}

export function isDialOver(stage: DialStage): boolean {
  return stage === 'ended' || stage === 'refused' || stage === 'unknown' || stage === 'cancelled';
}

/** What became of a dial. `otherNumber`: its lead was shown, and called under another of its numbers. */
export const CALL_OUTCOMES = [
  'talked',
  'notAnswered',
  'onCall',
  'refused',
  'unknown',
  'cancelled',
  'otherNumber',
] as const;

/** One line of the call history: the last state of a dial that is over. */
export interface CallRecord {
  readonly id: DialId;
  readonly e164: string;
  readonly extension: string | null;
  /** As the agent screen showed it; left out where that was not seen. */
  readonly customerName?: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly outcome: (typeof CALL_OUTCOMES)[number];
  readonly problem: DialProblem | null;
  /** How long customer and agent talked, as far as it was seen; left out where it was not. */
  readonly talkedMs?: number;
}
