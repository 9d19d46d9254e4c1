import type { NotNow } from '../agent/call/call-actions.ts';
import type { ConfirmReason, DialProblem, ScreenHold, ScreenRefusal } from '../agent/dial/dial-view.ts';
import type { NumberFailure } from '../phone/phone-number.ts';
import { EMPTY_SESSION_WAYS, PAUSE_CODE_WAYS } from './explain-screen.ts';
import { explainVicidial } from './explain-vicidial.ts';
import { type Explanation, explain, neverCase, type WayOut, withWayOut } from './explanation.ts';
import type { CommandProblem } from './panel-state.ts';
import type { MessageKey } from './text.ts';

const SHOW_SCREEN: WayOut = { kind: 'showScreen' };

/** How values inside a sentence are written; given by the caller, because it needs number metadata and a locale. */
export interface ValueFormat {
  readonly number: (e164: string) => string;
  readonly country: (region: string) => string;
}

/** Why a dial was refused or is uncertain, in the agent's words. */
export function explainDial(problem: DialProblem, format: ValueFormat): Explanation {
  switch (problem.code) {
    case 'vicidial':
      // To check addresses is no work for an agent whose dialer has just answered.
      return problem.failure.code === 'notVicidial'
        ? withWayOut(explain('dialAnsweredOtherwise'), SHOW_SCREEN, { kind: 'callAgain' })
        : explainVicidial(problem.failure);
    case 'notSignedIn':
      return withWayOut(explain('dialNotSignedIn'), { kind: 'signIn' });
    case 'notLoggedIn':
      return withWayOut(explain('failNotLoggedIn'), SHOW_SCREEN);
    case 'busyDialling':
      return explain('dialBusyDialling', format.number(problem.e164));
    case 'callRunning':
      return withWayOut(explain('dialCallRunning', format.number(problem.e164)), SHOW_SCREEN);
    case 'agentOnCall':
      return withWayOut(explain('dialAgentOnCall'), SHOW_SCREEN);
    case 'agentInWrapUp':
      return withWayOut(explain('dialAgentInWrapUp'), SHOW_SCREEN);
    case 'agentPreviewing':
      return withWayOut(explain('dialAgentPreviewing'), SHOW_SCREEN);
    case 'previewOtherNumber':
      return explain('dialPreviewOtherNumber');
    case 'previewNotOffered':
      return explain('dialPreviewNotOffered');
    case 'previewUnseen':
      return withWayOut(explain('dialPreviewUnseen'), SHOW_SCREEN);
    case 'previewChanged':
      return withWayOut(explain('dialPreviewChanged'), SHOW_SCREEN);
    case 'readyNotAllowed':
      return withWayOut(explain('dialReadyNotAllowed'), { kind: 'pause' });
    case 'pauseTimedOut':
      return withWayOut(explain('dialPauseTimedOut'), SHOW_SCREEN);
    case 'screenRefusedOrHeld':
      return withWayOut(explain('dialScreenRefusedOrHeld'), SHOW_SCREEN);
    case 'notPickedUp':
      return withWayOut(explain('dialNotPickedUp'), SHOW_SCREEN);
    case 'screenRefused':
      return explainRefusal(problem.kind, problem.text);
    case 'screenHeld':
      return explainHold(problem.kind);
    case 'screenGone':
      return withWayOut(explain('dialScreenGone'), SHOW_SCREEN);
    case 'screenLoggedOut':
      return withWayOut(explain('dialScreenLoggedOut'), SHOW_SCREEN);
    case 'screenDisabled':
      return withWayOut(explain('dialScreenDisabled'), SHOW_SCREEN);
    case 'screenNotPolling':
      return withWayOut(explain('dialScreenNotPolling'), SHOW_SCREEN);
    case 'screenHidden':
      return withWayOut(explain('dialScreenHidden'), SHOW_SCREEN);
    case 'dialTimedOut':
      return explain('dialTimedOut');
    case 'ringsLong':
      return explain('dialRingsLong');
    case 'numberChanged':
      return explain('dialNumberChanged');
    case 'listMovedOn':
      return explain('dialListMovedOn');
    case 'siteNotAllowed':
      return explain('dialSiteNotAllowed');
    case 'workerStopped':
      return withWayOut(explain('dialWorkerStopped'), SHOW_SCREEN);
    case 'tooLate':
      return explain('dialTooLate');
    case 'cancelTooLate':
      return withWayOut(explain('dialCancelTooLate'), SHOW_SCREEN);
    case 'notStored':
      return explain('dialNotStored');
    case 'neverDial':
      return withWayOut(explain('dialNeverDial', problem.prefix), { kind: 'options', section: 'costs' });
    case 'doNotCall':
      return explain(problem.list === 'system' ? 'dialDoNotCall' : 'dialDoNotCallCampaign');
    case 'tooManyDials':
      return explain('dialTooMany', String(problem.perMinute), String(Math.ceil(problem.waitMs / 1_000)));
    default:
      return neverCase(problem);
  }
}

function explainRefusal(kind: ScreenRefusal, text: string): Explanation {
  switch (kind) {
    case 'dnc':
      return withWayOut(explain('dialRefusedDnc'), SHOW_SCREEN);
    case 'lists':
      return withWayOut(explain('dialRefusedLists'), SHOW_SCREEN);
    case 'callTime':
      return withWayOut(explain('dialRefusedCallTime'), SHOW_SCREEN);
    case 'alreadyInCall':
      return withWayOut(explain('dialRefusedAlreadyInCall'), SHOW_SCREEN);
    case 'other':
      return withWayOut(explain('dialRefusedOther', text), SHOW_SCREEN);
    default:
      return neverCase(kind);
  }
}

function explainHold(hold: ScreenHold): Explanation {
  switch (hold) {
    case 'pauseCode':
      return withWayOut(explain('dialHeldPauseCode'), ...PAUSE_CODE_WAYS);
    case 'emptySession':
      return withWayOut(explain('dialHeldEmptySession'), ...EMPTY_SESSION_WAYS);
    case 'other':
      return withWayOut(explain('dialHeldOther'), SHOW_SCREEN);
    default:
      return neverCase(hold);
  }
}

/** Why a typed text is no number that can be dialled. */
export function explainNumber(failure: NumberFailure, format: ValueFormat): Explanation {
  switch (failure.code) {
    case 'empty':
      return explain('numberEmpty');
    case 'noDigits':
      return explain('numberNoDigits');
    case 'extensionOnly':
      return explain('numberExtensionOnly');
    case 'severalNumbers':
      return explain('numberSeveral');
    case 'emergency':
      return explain('numberEmergency');
    case 'tooShort':
      return explain('numberTooShort');
    case 'tooLong':
      return explain('numberTooLong');
    case 'unknownCallingCode':
      return explain('numberUnknownCallingCode');
    case 'invalid':
      return failure.region === null
        ? explain('numberInvalid')
        : explain('numberInvalidRegion', format.country(failure.region));
    default:
      return neverCase(failure);
  }
}

const NOT_NOW: Readonly<Record<NotNow, MessageKey>> = {
  noCall: 'notNowNoCall',
  stillRinging: 'notNowStillRinging',
  customerGone: 'notNowCustomerGone',
  inWrapUp: 'notNowInWrapUp',
  mayBeWrapUp: 'notNowMayBeWrapUp',
  isParked: 'notNowIsParked',
  notParked: 'notNowNotParked',
  notThreeWay: 'notNowNotThreeWay',
  isThreeWay: 'notNowIsThreeWay',
  noPreview: 'notNowNoPreview',
  previewOfFirst: 'notNowPreviewOfFirst',
  inPreview: 'notNowInPreview',
  onCall: 'notNowOnCall',
  phoneInCall: 'notNowPhoneInCall',
  otherCall: 'notNowOtherCall',
  justSent: 'notNowJustSent',
  callWaiting: 'dialerLogOutWaits',
  notLoggedIn: 'notNowNotLoggedIn',
  notRead: 'notNowNotRead',
  notKnown: 'notNowNotKnown',
};

/** Why a control has no effect now. */
export function explainNotNow(reason: NotNow): Explanation {
  return explain(NOT_NOW[reason]);
}

/** Why something the agent asked for did not happen. */
export function explainCommand(problem: CommandProblem): Explanation {
  switch (problem.code) {
    case 'vicidial':
      return explainPreview(problem) ?? withCommand(problem.command, explainVicidial(problem.failure));
    case 'webphoneHostUnknown':
      return withWayOut(explain('commandWebphoneHostUnknown', problem.host), { kind: 'allowHost', host: problem.host });
    case 'webphoneHostForbidden':
      return explain('commandWebphoneHostForbidden', problem.host);
    case 'notSignedIn':
      return withWayOut(explain('dialNotSignedIn'), { kind: 'signIn' });
    case 'rungJustNow':
      return explain('commandRungJustNow');
    case 'resumeIgnored':
      return explain('commandResumeIgnored');
    case 'leftPaused':
      return explain('dialLeftPaused');
    case 'pauseNotSeen':
      return withWayOut(explain('commandPauseNotSeen'), SHOW_SCREEN);
    case 'hangUpNotSeen':
      return withWayOut(explain('commandHangUpNotSeen'), SHOW_SCREEN);
    case 'callbackPast':
      return explain('callbackPast');
    case 'callbackNotKept':
      return withWayOut(explain('commandCallbackNotKept', problem.status), SHOW_SCREEN);
    case 'neverDial':
      return withWayOut(explain('dialNeverDial', problem.prefix), { kind: 'options', section: 'costs' });
    case 'emergency':
      return explain('numberEmergency');
    case 'alternativeUnread':
      return withWayOut(explain('commandAlternativeUnread'), SHOW_SCREEN);
    case 'doNotCall':
      return explain(problem.list === 'system' ? 'dialDoNotCall' : 'dialDoNotCallCampaign');
    case 'plusAbroad':
      return explain('transferPlusAbroad', problem.number);
    case 'tooManyDials':
      return explain('dialTooMany', String(problem.perMinute), String(Math.ceil(problem.waitMs / 1_000)));
    case 'askFirst':
      return withWayOut(explain(transferKey(problem.reason), problem.request.number), {
        kind: 'callAnyway',
        request: { ...problem.request, confirmed: true },
      });
    case 'notNow':
      return explainNotNow(problem.reason);
    default:
      return neverCase(problem);
  }
}

/** The refusal of what was asked of a lead on preview: there is no waiting call that could be taken back. */
function explainPreview({
  command,
  failure,
}: Extract<CommandProblem, { readonly code: 'vicidial' }>): Explanation | null {
  if (!command.startsWith('preview')) return null;
  switch (failure.code) {
    case 'previewNotAllowed':
      return withWayOut(explain('commandPreviewNotAllowed'), SHOW_SCREEN);
    case 'previewSkipNotAllowed':
      return explain('commandPreviewSkipNotAllowed');
    default:
      return null;
  }
}

/** A button that tries again says what: to read anew how it stands sends no command a second time. */
function withCommand(command: string, explanation: Explanation): Explanation {
  if (explanation.action?.kind !== 'retry') return explanation;
  return command === 'hangUp' ? withWayOut(explanation, { kind: 'hangUp' }) : { ...explanation, action: null };
}

/** The question before a transfer or a third line that may cost much. */
function transferKey(reason: ConfirmReason | 'unreadable'): MessageKey {
  switch (reason) {
    case 'premiumRate':
    case 'satellite':
      return 'transferAskExpensive';
    case 'sharedCost':
      return 'transferAskSharedCost';
    case 'international':
      return 'transferAskInternational';
    case 'alwaysAsk':
    case 'ready':
    case 'numberNotShown':
    case 'framed':
    case 'selectedByKey':
    case 'previewOpen':
      return 'transferAskListed';
    case 'doNotCall':
      return 'transferAskDoNotCall';
    case 'unreadable':
      return 'transferAskUnreadable';
    default:
      return neverCase(reason);
  }
}
