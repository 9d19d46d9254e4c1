import type { DialableNumber } from '../../phone/phone-number.ts';
import type { DialRequest } from '../../vicidial/client.ts';
import {
  type CallRecord,
  type ConfirmReason,
  type DialId,
  type DialProblem,
  type DialStage,
  type DialView,
  isDialOver,
} from './dial-view.ts';

/**
 * Where a dial stands inside the background. Written to storage before the effect of entering it runs, so that a worker
 * that died finds out what may already have happened.
 */
export type DialStep =
  /** The do-not-call lists are asked. */
  | 'checking'
  | 'confirming'
  | 'readingStatus'
  | 'pausing'
  | 'awaitingPause'
  | 'sendingCode'
  | 'spacing'
  | 'sending'
  /** SUCCESS was answered; the agent screen has to pick the request up. */
  | 'awaitingScreen'
  /** A box on the agent screen holds the request back; it is dialled when somebody closes the box. */
  | 'held'
  /** The request may or may not have taken effect; only live status can tell. */
  | 'resolving'
  /** The agent screen shows the lead, and waits for the agent's word. */
  | 'previewing'
  | 'onCall'
  | 'ringing'
  | 'talking'
  | 'customerGone'
  | 'wrapUp'
  | 'ended'
  | 'refused'
  | 'unknown'
  | 'cancelled';

/** Where the agent asked for the call, which is where he looks for the answer. */
export type DialSource = 'page' | 'panel' | 'menu';

export interface DialPolicy {
  /** What to do when the agent is READY at the click. */
  readonly whenReady: 'ask' | 'always' | 'never';
  /** Sent before the dial where the site forces pause codes, because their box holds dials back; empty for none. */
  readonly pauseCode: string;
  /** False where the campaign keeps agents paused by itself: then no PAUSE is needed for one who was. */
  readonly keepsPaused: boolean;
  /** What becomes of a number on a do-not-call list; left out where nobody may ask for those: the dialer's own filter decides then. */
  readonly whenListed?: 'refuse' | 'ask';
}

/** The record a number was clicked on, as its page shows it. */
export interface DialRecord extends Pick<DialRequest, 'leadId' | 'vendorId'> {
  /** The page says that the number is this record's, and not anybody's whom it shows, too. */
  readonly ownsNumber?: boolean;
  /** What the page says of whose record it is; left out where it says nothing. */
  readonly person?: PagePerson;
}

/** Names and e-mail, as far as they are fit for VICIdial; never empty. */
export interface PagePerson {
  readonly firstName?: string;
  readonly lastName?: string;
  readonly email?: string;
}

/** A dial as the background stores it: plain data. */
export interface Dial {
  readonly id: DialId;
  readonly number: DialableNumber;
  /** Left out where no record was known. */
  readonly record?: DialRecord;
  /**
   * The lead that is only shown, whose first number this is: the agent says then whether it is called. Left out where the number is
   * called at once.
   */
  readonly previewOf?: string;
  /** When the agent screen was last seen to show that lead (ms since 1970); left out before that. */
  readonly shownAt?: number;
  /** When it was first read to show it no more (ms since 1970); left out while it does. */
  readonly goneAt?: number;
  /** The agent has called that lead, under another of its numbers. */
  readonly isOtherCalled?: true;
  /** Its agent has been ready since it was skipped or lost sight of, or has chosen for himself: what is called from then on is none of it. */
  readonly isLetGo?: true;
  /**
   * From when the server has said, reading after reading, that he is free after that preview, and when it was last asked (ms since
   * 1970); null while it says otherwise, left out before that.
   */
  readonly freeFrom?: number | null;
  readonly freeAt?: number;
  readonly policy: DialPolicy;
  readonly source: DialSource;
  readonly step: DialStep;
  readonly problem: DialProblem | null;
  readonly confirm: readonly ConfirmReason[];
  /** What was to be asked when the call began has been, and the agent wants the call. Left out before that. */
  readonly isAnswered?: true;
  readonly startedAt: number;
  readonly stepSince: number;
  /** When the agent last said that this call is wanted: by the click, or by the answer to Dialside's question. */
  readonly meantAt: number;
  /** When the request was handed to the network; from then on it is never sent again. */
  readonly sentAt: number | null;
  /** When the dial before this one was sent, 0 for none. */
  readonly previousSentAt: number;
  /** Readings made in the present step. */
  readonly tries: number;
  /** An agent who was paused stays paused. VICIdial needs a PAUSE for it: `asked` once that is a pending one (held-pause.ts). */
  readonly stayPaused: 'no' | 'wanted' | 'asked';
  readonly heard: 'nothing' | 'onCall' | 'ringing' | 'talking';
  /** READY before this dial paused him, and nothing else chosen by him since: he is ready again where no call comes of it. */
  readonly wasReady?: boolean;
  /**
   * He was still paused for a lead that had been shown when this dial began, and its call may yet be stored: where no call comes of this
   * one either, the server is asked before he is made ready.
   */
  readonly isAfterPreview?: true;
  /** The request that takes this one back has been made, and not been refused: it is made once. */
  readonly isTakingBack?: boolean;
  /** When a box was last seen to hold the request back (ms since 1970); left out before that. */
  readonly heldAt?: number;
  /** When it was last read that the call rings (ms since 1970); left out before that. */
  readonly rangAt?: number;
  /** The dialer's count of his calls, read while he was free for this one; left out where nobody told it, or another call came. */
  readonly callsBefore?: number;
  /** VICIdial's id of the lead that is called; left out until somebody tells it. */
  readonly leadId?: string;
  /** The customer's, as the agent screen showed it during the call; left out where it did not. */
  readonly customerName?: string;
  /** When the customer was first and last seen talking (ms since 1970); left out before that. */
  readonly talkedFrom?: number;
  readonly talkedTo?: number;
}

const STAGE_OF: Readonly<Record<DialStep, DialStage>> = {
  checking: 'preparing',
  confirming: 'confirming',
  readingStatus: 'preparing',
  pausing: 'preparing',
  awaitingPause: 'preparing',
  sendingCode: 'preparing',
  spacing: 'preparing',
  sending: 'sending',
  awaitingScreen: 'accepted',
  held: 'accepted',
  resolving: 'accepted',
  previewing: 'previewing',
  onCall: 'onCall',
  ringing: 'ringing',
  talking: 'talking',
  customerGone: 'customerGone',
  wrapUp: 'wrapUp',
  ended: 'ended',
  refused: 'refused',
  unknown: 'unknown',
  cancelled: 'cancelled',
};

const BEFORE_SENDING: ReadonlySet<DialStep> = new Set([
  'checking',
  'confirming',
  'readingStatus',
  'pausing',
  'awaitingPause',
  'sendingCode',
  'spacing',
]);

/** True while nothing that could dial has left this browser. */
export function isBeforeSending(dial: Dial): boolean {
  return BEFORE_SENDING.has(dial.step);
}

/**
 * True while the request may still wait in VICIdial's field, where another one can overwrite it. That one stays in the field
 * and would skip a previewed lead (api.md 6.7), so there is one at most.
 */
export function canTakeBack({ step, sentAt, shownAt, isTakingBack = false }: Dial): boolean {
  // The agent screen has taken the request of a lead that was shown: SKIP would skip that lead, or the next one.
  return shownAt === undefined && !isTakingBack && (step === 'held' || (step === 'unknown' && sentAt !== null));
}

/** True from the click until the call is over, or is known not to come. */
export function isDialRunning(dial: Dial | null): dial is Dial {
  return dial !== null && !isDialOver(STAGE_OF[dial.step]);
}

/**
 * True for an agent who was READY, was paused for this call, and is left so: the request may still be dialled, or he may have gone,
 * so that he is made ready by nobody but himself; or it is not yet sure enough that he is free.
 */
export function isLeftPaused(dial: Dial): boolean {
  const { wasReady, step, problem } = dial;
  if (isOwedReady(dial)) return true;
  return wasReady === true && (step === 'unknown' || (step === 'refused' && problem?.code === 'tooLate'));
}

/** True after a preview that came to no call, also where the dial after it came to none either, until its agent is as ready as he was before it, or at something else. */
export function isOwedReady(dial: Dial): boolean {
  return dial.wasReady === true && mayHaveShown(dial) && (dial.step === 'cancelled' || dial.step === 'refused');
}

/** True once a lead was shown before its call, or asked for, or shown just before this dial: nobody need have seen it. */
export function mayHaveShown({ shownAt, previewOf, sentAt, isAfterPreview }: Dial): boolean {
  return isAfterPreview === true || shownAt !== undefined || (previewOf !== undefined && sentAt !== null);
}

export function viewOfDial(dial: Dial): DialView {
  return {
    id: dial.id,
    number: dial.number,
    stage: STAGE_OF[dial.step],
    problem: dial.problem,
    confirm: dial.step === 'confirming' ? dial.confirm : [],
    startedAt: dial.startedAt,
    stageSince: dial.stepSince,
    canCancel: isBeforeSending(dial) || canTakeBack(dial),
    ...(dial.previewOf !== undefined && { isPreview: true as const }),
    ...(isLeftPaused(dial) && { leftPaused: true as const }),
    ...(outcomeOf(dial) === 'otherNumber' && { isOtherCalled: true as const }),
  };
}

/** The history line of a dial that is over at `endedAt` (ms since 1970). */
export function recordOfDial(dial: Dial, endedAt: number): CallRecord {
  return {
    id: dial.id,
    e164: dial.number.e164,
    extension: dial.number.extension,
    startedAt: dial.startedAt,
    endedAt,
    outcome: outcomeOf(dial),
    problem: dial.problem,
    ...(dial.customerName !== undefined && { customerName: dial.customerName }),
    ...(dial.talkedFrom !== undefined && { talkedMs: (dial.talkedTo ?? endedAt) - dial.talkedFrom }),
  };
}

function outcomeOf(dial: Dial): CallRecord['outcome'] {
  if (dial.step === 'cancelled' && dial.isOtherCalled) return 'otherNumber';
  if (dial.step === 'refused' || dial.step === 'unknown' || dial.step === 'cancelled') return dial.step;
  switch (dial.heard) {
    case 'talking':
      return 'talked';
    case 'ringing':
      return 'notAnswered';
    case 'onCall':
    case 'nothing':
      return 'onCall';
  }
}
