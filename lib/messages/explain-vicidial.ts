import type { InputProblem, VicidialFailure } from '../vicidial/failure.ts';
import { type Explanation, explain, neverCase, type WayOut, withWayOut } from './explanation.ts';
import type { MessageKey } from './text.ts';

const SHOW_SCREEN: WayOut = { kind: 'showScreen' };
const RETRY: WayOut = { kind: 'retry' };
const SIGN_IN: WayOut = { kind: 'signIn' };
const SET_UP: WayOut = { kind: 'setUp' };

/** The agent's sentence for whatever went wrong between Dialside and VICIdial. */
export function explainVicidial(failure: VicidialFailure): Explanation {
  switch (failure.code) {
    case 'refusedInput':
      return explain(inputKey(failure.problem), failure.field);
    case 'unreachable':
      return withWayOut(explain('failUnreachable'), RETRY);
    case 'timeout':
      return withWayOut(explain('failTimeout'), SHOW_SCREEN);
    case 'redirected':
      return withWayOut(explain('failRedirected'), RETRY);
    case 'relaySignedOut':
      return withWayOut(explain('failRelaySignedOut'), RETRY);
    case 'relayRefused':
      return explain('failRelayRefused', failure.function);
    case 'relayOtherAgent':
      return withWayOut(explain('failRelayOtherAgent'), SIGN_IN);
    case 'relayBusy':
      return withWayOut(explain('failRelayBusy'), RETRY);
    case 'relayLoginRefused':
      return explain('failRelayLoginRefused');
    case 'httpStatus':
      return withWayOut(explain('failHttpStatus', String(failure.status)), RETRY);
    case 'notVicidial':
      return explain('failNotVicidial');
    case 'translated':
      return withWayOut(explain('failTranslated'), SET_UP);
    case 'unknownFunction':
      return explain('failUnknownFunction', failure.function);
    // A wrong password is never retried by a button: the agent must type it again.
    case 'badCredentials':
      return withWayOut(explain('failBadCredentials'), SIGN_IN);
    case 'noApiAccess':
      return withWayOut(explain('failNoApiAccess'), SET_UP);
    case 'lockedOut':
      return withWayOut(explain('failLockedOut'), SIGN_IN);
    case 'addressBlocked':
      return explain('failAddressBlocked');
    case 'noActiveServer':
      return explain('failNoActiveServer');
    case 'twoFactorRequired':
      return explain('failTwoFactorRequired');
    case 'apiOff':
      return withWayOut(explain('failApiOff'), SET_UP);
    case 'invalidSource':
      return explain('failInvalidSource');
    case 'notPermitted':
      return withWayOut(explain('failNotPermitted', failure.function), SET_UP);
    case 'invalidParameters':
      return explain('failInvalidParameters', failure.function);
    case 'agentNotFound':
      return explain('failAgentNotFound');
    case 'notLoggedIn':
      return withWayOut(explain('failNotLoggedIn'), SHOW_SCREEN);
    case 'notPaused':
      return withWayOut(explain('failNotPaused'), SHOW_SCREEN);
    case 'alreadyReady':
      return explain('failAlreadyReady');
    case 'manualDialNotAllowed':
      return withWayOut(explain('failManualDialNotAllowed'), SET_UP);
    case 'alreadyQueued':
      return withWayOut(explain('failAlreadyQueued'), SHOW_SCREEN);
    case 'groupAliasInvalid':
      return explain('failGroupAliasInvalid');
    case 'outboundCallerIdNotAllowed':
      return explain('failOutboundCallerIdNotAllowed');
    case 'callerIdChoiceInvalid':
      return explain('failCallerIdChoiceInvalid');
    case 'leadNotFound':
      return explain('failLeadNotFound');
    case 'leadNumberInvalid':
      return explain('failLeadNumberInvalid');
    case 'noLeadOnScreen':
      return explain('failNoLeadOnScreen');
    case 'noLiveCall':
      return explain('failNoLiveCall');
    case 'threeWayActive':
      return withWayOut(explain('failThreeWayActive'), SHOW_SCREEN);
    case 'ingroupInvalid':
      return explain('failIngroupInvalid');
    case 'previewNotAllowed':
      return withWayOut(explain('failPreviewNotAllowed'), SHOW_SCREEN);
    case 'previewSkipNotAllowed':
      return withWayOut(explain('failPreviewSkipNotAllowed'), SHOW_SCREEN);
    case 'altDialNotAllowed':
      return explain('failAltDialNotAllowed');
    case 'notRecording':
      return explain('failNotRecording');
    case 'webphoneEmpty':
      return explain('failWebphoneEmpty');
    case 'webphoneUrlInvalid':
      return explain(webphoneKey(failure.problem));
    case 'campaignNotFound':
      return explain('failCampaignNotFound');
    case 'listNotAllowed':
      return explain('failListNotAllowed');
    case 'phoneNumberRefused':
      return explain('failPhoneNumberRefused');
    case 'callTimeUnknown':
      return explain('failCallTimeUnknown');
    case 'altUrlsOff':
      return explain('failAltUrlsOff');
    case 'callNotInbound':
      return explain('failCallNotInbound');
    case 'leadSearchOff':
      return explain('failLeadSearchOff');
    case 'inboundOff':
      return explain('failInboundOff');
    case 'autoDialOff':
      return explain('failAutoDialOff');
    case 'otherLeadOnScreen':
      return explain('failOtherLeadOnScreen');
    case 'nothingPlaying':
      return explain('failNothingPlaying');
    case 'notificationsOff':
      return explain('failNotificationsOff');
    case 'recipientNotFound':
      return explain('failRecipientNotFound');
    case 'noPhoneEntry':
      return withWayOut(explain('failNoPhoneEntry'), SHOW_SCREEN);
    case 'noSessionData':
      return withWayOut(explain('failNoSessionData'), SHOW_SCREEN);
    case 'altered':
      return explain('numberUpdateAltered');
    case 'echoMismatch':
      return withWayOut(explain('failEchoMismatch'), SHOW_SCREEN);
    case 'otherError':
      return explain('failOtherError', failure.function, failure.reason);
    default:
      return neverCase(failure);
  }
}

/** The same for a form that is its own way out, but for what an administrator has to change. */
export function explainAtForm(failure: VicidialFailure): Explanation {
  const explanation = explainVicidial(failure);
  return explanation.action?.kind === 'setUp' ? explanation : { ...explanation, action: null };
}

function inputKey(problem: InputProblem): MessageKey {
  switch (problem) {
    case 'empty':
      return 'failInputEmpty';
    case 'tooShort':
      return 'failInputTooShort';
    case 'tooLong':
      return 'failInputTooLong';
    case 'badCharacters':
      return 'failInputBadCharacters';
    case 'notAllowed':
      return 'failInputNotAllowed';
    default:
      return neverCase(problem);
  }
}

function webphoneKey(problem: 'notHttps' | 'notUrl' | 'credentials'): MessageKey {
  switch (problem) {
    case 'notHttps':
      return 'failWebphoneNotHttps';
    case 'notUrl':
      return 'failWebphoneNotUrl';
    case 'credentials':
      return 'failWebphoneCredentials';
    default:
      return neverCase(problem);
  }
}
