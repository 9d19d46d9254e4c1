/**
 * Everything that can go wrong between Dialside and VICIdial, as data that holds no credential and no raw answer.
 * Wordings are matched by prefix; the recorded answers are in tests/corpus/vicidial-conformance.json.
 */
export type VicidialFailure =
  /** The input was refused here; nothing was sent. `field` names the parameter, `problem` says what is wrong. */
  | { readonly code: 'refusedInput'; readonly field: string; readonly problem: InputProblem }
  /** No connection, or it broke. `sent` is `unknown` because the request may have taken effect. */
  | { readonly code: 'unreachable' }
  /** No complete answer within `timeoutMs`. The request may have taken effect. */
  | { readonly code: 'timeout'; readonly timeoutMs: number }
  /** The server answered with a redirect, which is never followed. */
  | { readonly code: 'redirected' }
  /** The company's relay does not know who is asking: nobody is signed in there in this browser. */
  | { readonly code: 'relaySignedOut' }
  /** The relay passes this function, this value or this person's requests on to nobody. */
  | { readonly code: 'relayRefused'; readonly function: string }
  /** The relay knows another person by now than the one who signed in here. */
  | { readonly code: 'relayOtherAgent' }
  /** More requests than the relay passes on. */
  | { readonly code: 'relayBusy' }
  /** VICIdial refuses the relay's own login: a matter of the administrator's. */
  | { readonly code: 'relayLoginRefused' }
  /** HTTP status outside 2xx. VICIdial itself gives 500 when a value breaks its SQL and 418 for joke functions. */
  | { readonly code: 'httpStatus'; readonly status: number }
  /** The answer is not in VICIdial's grammar: HTML, too long, or something else altogether. */
  | { readonly code: 'notVicidial' }
  /** A line of VICIdial's shape with an unknown first word: the API user's language is not English. */
  | { readonly code: 'translated' }
  /** Empty 200 answer: this server does not know the function. */
  | { readonly code: 'unknownFunction'; readonly function: string }
  | { readonly code: 'badCredentials' }
  | { readonly code: 'noApiAccess' }
  | { readonly code: 'lockedOut' }
  | { readonly code: 'addressBlocked' }
  | { readonly code: 'noActiveServer' }
  | { readonly code: 'twoFactorRequired' }
  | { readonly code: 'apiOff' }
  | { readonly code: 'invalidSource' }
  | { readonly code: 'notPermitted'; readonly function: string }
  | { readonly code: 'invalidParameters'; readonly function: string }
  | { readonly code: 'agentNotFound' }
  | { readonly code: 'notLoggedIn' }
  | { readonly code: 'notPaused' }
  | { readonly code: 'alreadyReady' }
  | { readonly code: 'manualDialNotAllowed' }
  | { readonly code: 'alreadyQueued' }
  | { readonly code: 'groupAliasInvalid' }
  | { readonly code: 'outboundCallerIdNotAllowed' }
  | { readonly code: 'callerIdChoiceInvalid' }
  | { readonly code: 'leadNotFound' }
  /** The lead has no number, or not the one that was to be dialled; nothing was set. */
  | { readonly code: 'leadNumberInvalid' }
  | { readonly code: 'noLeadOnScreen' }
  | { readonly code: 'noLiveCall' }
  | { readonly code: 'threeWayActive' }
  | { readonly code: 'ingroupInvalid' }
  | { readonly code: 'previewNotAllowed' }
  | { readonly code: 'previewSkipNotAllowed' }
  | { readonly code: 'altDialNotAllowed' }
  | { readonly code: 'notRecording' }
  | { readonly code: 'webphoneEmpty' }
  | { readonly code: 'webphoneUrlInvalid'; readonly problem: 'notHttps' | 'notUrl' | 'credentials' }
  | { readonly code: 'noPhoneEntry' }
  /** No such campaign, or none that the signed-in user's group may work with. */
  | { readonly code: 'campaignNotFound' }
  /** No such list of leads, or not one of the campaigns that the signed-in user is restricted to. */
  | { readonly code: 'listNotAllowed' }
  /** VICIdial does not take the number: its length, area code or exchange. */
  | { readonly code: 'phoneNumberRefused' }
  /** No such set of calling hours in VICIdial. */
  | { readonly code: 'callTimeUnknown' }
  /** The campaign's own URL for that event does not say ALT, so that its table of URLs cannot be written. */
  | { readonly code: 'altUrlsOff' }
  | { readonly code: 'callNotInbound' }
  | { readonly code: 'leadSearchOff' }
  | { readonly code: 'inboundOff' }
  | { readonly code: 'autoDialOff' }
  | { readonly code: 'otherLeadOnScreen' }
  | { readonly code: 'nothingPlaying' }
  | { readonly code: 'notificationsOff' }
  | { readonly code: 'recipientNotFound' }
  | { readonly code: 'noSessionData' }
  /** SUCCESS, but the server echoed another number, agent or command than the one that was meant. */
  | { readonly code: 'echoMismatch' }
  /** It is written, but not as it was sent: letters were dropped. */
  | { readonly code: 'altered' }
  /**
   * An ERROR or NOTICE line no rule knows. `reason` is the text before its fields, at most 100 characters of plain words;
   * empty when it could not be shown without showing a secret.
   */
  | { readonly code: 'otherError'; readonly function: string; readonly reason: string };

export type InputProblem = 'empty' | 'tooShort' | 'tooLong' | 'badCharacters' | 'notAllowed';

/** True when the request may have taken effect although no answer says so: the outcome must be read from live status. */
export function isOutcomeUnknown(failure: VicidialFailure): boolean {
  switch (failure.code) {
    case 'unreachable':
    case 'timeout':
    case 'httpStatus':
    case 'notVicidial':
    case 'translated':
    case 'echoMismatch':
      return true;
    default:
      return false;
  }
}
