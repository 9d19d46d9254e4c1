import { administrator, either, itself, type TroubleGroup, you } from './trouble.ts';

export const BEFORE: TroubleGroup = {
  title: 'A call is not placed',
  troubles: {
    dialBusyDialling: itself(
      'A call is being placed. Two at once would overwrite each other in VICIdial.',
      'Wait for it, or cancel it.',
    ),
    dialCallRunning: you(
      'The call before is not finished: it rings, is talked, or has no disposition.',
      'Hang up, set the disposition, then call.',
    ),
    dialAgentOnCall: you(
      'VICIdial has you on a call, perhaps one that came in or was placed elsewhere.',
      'End it and set its disposition.',
    ),
    dialAgentInWrapUp: you(
      'VICIdial takes no new call before the disposition of the last one.',
      'Set it in Dialside or in the agent screen.',
    ),
    dialAgentPreviewing: you(
      'A lead lies open in the agent screen, waiting for your decision.',
      'Call or skip it there, or in Dialside.',
    ),
    dialPreviewOtherNumber: you(
      'The lead has several numbers, or its first one is written otherwise. From a preview VICIdial calls that, whichever you looked at.',
      'Press *Call* for the number you see.',
    ),
    dialPreviewNotOffered: either(
      'The second login is gone or was refused, the campaign has refused previews in this session, or your company has turned them off.',
      'Press *Call*. An administrator may allow previews in the campaign’s *Manual Preview Dial*.',
    ),
    dialPreviewChanged: you(
      'Somebody has given the lead another number while it was open.',
      'Look at the lead in the agent screen. Skip it, or dial it if that is whom you mean.',
    ),
    dialPreviewUnseen: you(
      'The dialer was not heard of for a minute, you have signed out, or your phone kept ringing: nobody tells whether the lead is still open.',
      'Look at the agent screen; dial or skip the lead there.',
    ),
    dialReadyNotAllowed: you(
      'VICIdial places a manual call only for an agent who is paused, and your options or your company say that Dialside is not to pause you for it.',
      'Press *Pause*, then call. Options, *When you call while ready*, changes it.',
    ),
    dialPauseTimedOut: you(
      'The pause was sent, and VICIdial did not show you as paused in time. The agent screen may be asleep, or a call has just come.',
      'Look at the agent screen, then call again.',
    ),
    dialNumberChanged: you(
      'The page has put another number where you clicked, or has redrawn it. Nothing was called.',
      'Look at the number and click again.',
    ),
    dialListMovedOn: you(
      'The list was at another number than the one you saw.',
      'Look which is next, and press again.',
    ),
    dialSiteNotAllowed: you(
      'Dialside was switched off for this site after its buttons were drawn.',
      'Turn the site on in the popup.',
    ),
    dialTooLate: you(
      'The computer slept or the browser stood still between click and call; a late call might not be meant any more.',
      'Call again if you still mean it.',
    ),
    dialNotStored: you(
      'The browser’s storage is full or broken. Without it Dialside could not promise to call only once.',
      'Restart the browser; free space on the disk.',
    ),
    dialNeverDial: either(
      'The beginning of the number is on the list of those never dialled.',
      'Your own list is in the options under *Costly calls*; what your company has locked only it can change.',
    ),
    dialDoNotCall: administrator(
      'VICIdial’s do-not-call list of the whole system has the number.',
      'Do not call it. Whether agents may overrule this with a question is a [policy](policy.md): `overruleDoNotCall`.',
    ),
    dialDoNotCallCampaign: administrator(
      'Your campaign’s do-not-call list has the number.',
      'Do not call it. A wrong entry is taken off the list in VICIdial.',
    ),
    dialTooMany: itself(
      'A limit protects you and the dialer from calls that nobody meant, such as those of a page gone wild.',
      'Wait as long as is said. The number is set in the options, or by your company.',
    ),
    failManualDialNotAllowed: administrator(
      'The user may not call by hand.',
      'Set *Agent Call Manual* of the agent’s user to exactly 1; higher values do not count here.',
    ),
    failNotPaused: you(
      'VICIdial takes a manual call only while you are paused with no lead on the screen, and somebody or something changed that in between.',
      'Pause, finish the lead on the screen, then call again.',
    ),
    failAlreadyQueued: you(
      'The campaign queues manual calls, and this number waits there already, until its call has a disposition.',
      'Go on in the agent screen with what is in the queue.',
    ),
    failNotLoggedIn: you(
      'VICIdial has no session of yours: you have not logged in, or were logged out.',
      'Log in to the agent screen and leave its tab open.',
    ),
    failLeadNotFound: you(
      'The record’s lead number is not in VICIdial, perhaps because the lead was deleted or archived.',
      'Call the number from the dial pad.',
    ),
    failLeadNumberInvalid: you(
      'The lead of the record has another number than the one you clicked, or none. Nothing was called.',
      'Click again: the call then goes by number alone.',
    ),
    failGroupAliasInvalid: administrator(
      'The caller ID alias does not exist, or has no number.',
      'Correct the alias in VICIdial.',
    ),
    failOutboundCallerIdNotAllowed: administrator(
      'The system does not let callers choose their number.',
      'System Settings: *Outbound Call Any CID*.',
    ),
    failCallerIdChoiceInvalid: administrator(
      'The chosen caller ID is none that VICIdial offers.',
      'Check the campaign’s caller IDs.',
    ),
    failPhoneNumberRefused: you(
      'VICIdial refuses the number’s length or area code.',
      'Check the number, and the country under which you signed in.',
    ),
    failInvalidParameters: administrator(
      'The dialer’s VICIdial expects other values, most often because of its version. Nothing happened.',
      'Report it with the version that the set-up check tells.',
    ),
    failOtherError: either(
      'VICIdial refused for a reason that Dialside has no sentence for; it is shown as it came.',
      'Look at the agent screen, and show the sentence to your administrator.',
    ),
    failInputEmpty: you('A field is empty that VICIdial needs.', 'Fill it in.'),
    failInputTooShort: you('VICIdial refuses shorter values.', 'Check what was typed.'),
    failInputTooLong: you('VICIdial would cut the value.', 'Shorten it.'),
    failInputBadCharacters: you(
      'VICIdial would drop those characters, and understand something else.',
      'Use letters, digits, `-` and `_`.',
    ),
    failInputNotAllowed: you(
      'The value is none of those that VICIdial knows here.',
      'Choose another; codes in the options have to be those of your campaign.',
    ),
  },
};

export const AFTER: TroubleGroup = {
  title: 'A call was sent, and nothing rings',
  troubles: {
    dialScreenRefusedOrHeld: either(
      'The agent screen works, but has placed no call. Dialside could not read why, for example because its page is changed or no tab of it is in this browser.',
      'Look at the agent screen. Without any message there: reload it.',
    ),
    dialNotPickedUp: you(
      'The dialer has the call, and the agent screen has not fetched it within ten seconds. It may do so later.',
      'Show the agent screen: it then dials within a second. Or press *Cancel*.',
    ),
    dialRefusedDnc: administrator(
      'The campaign’s *Manual Dial Filter* found the number on a do-not-call list.',
      'Do not call it.',
    ),
    dialRefusedLists: administrator(
      'The campaign calls only numbers of its lists.',
      'Add the lead to a list of the campaign, or change *Manual Dial Filter*.',
    ),
    dialRefusedCallTime: either(
      'It is too early or too late where the number is.',
      'Call again within the hours. The campaign’s call time is the administrator’s.',
    ),
    dialRefusedAlreadyInCall: you(
      'Agent screen and dialer disagree about a call.',
      'End the call there; if there is none, log out and in again.',
    ),
    dialRefusedOther: either(
      'The agent screen shows a message of its own.',
      'Do what it says; show it to your administrator if it says nothing to you.',
    ),
    dialHeldPauseCode: you(
      'The campaign forces pause codes, and the box that asks for one holds calls back.',
      'Choose a code. A *Pause code for calls* in the options spares you this.',
    ),
    dialHeldEmptySession: you(
      'Your telephone has left the conference, so there would be nobody to talk.',
      'Ring your phone or open the webphone, answer, then close the box.',
    ),
    dialHeldOther: you('A box is open in the agent screen.', 'Close it there; the call goes out by itself.'),
    dialScreenGone: you('The tab that places the calls was closed.', 'Open the agent screen, log in, call again.'),
    dialScreenLoggedOut: you('The session in the agent screen has ended.', 'Log in there, call again.'),
    dialScreenDisabled: you(
      'VICIdial ends a session when the same user or phone logs in elsewhere, or a manager logs it out.',
      'Log in again, in one place only.',
    ),
    dialScreenNotPolling: you(
      'The agent screen’s tab is there, but asks the dialer for nothing any more.',
      'Show it; close a message, or reload it.',
    ),
    dialScreenHidden: you(
      'The browser lets hidden tabs run once a minute only, and Dialside’s way of keeping this one awake did not work.',
      'Show the tab; it dials at once. Keep it in a window of its own if it happens often.',
    ),
    dialTimedOut: you('The campaign’s dial timeout is over.', 'Hang up and set a disposition such as *No Answer*.'),
    dialRingsLong: you(
      'Without the agent screen in this browser it is not told when the dialer gives up.',
      'Hang up to finish the call.',
    ),
    dialAnsweredOtherwise: you(
      'The dialer’s answer was not VICIdial’s, so it is not known whether it has taken the call. It was not sent again.',
      'Look at the agent screen first.',
    ),
    dialWorkerStopped: you(
      'The browser ended Dialside while the call was being placed. It is not repeated by itself.',
      'Look at the agent screen whether a call runs.',
    ),
    dialCancelTooLate: you(
      'The request waited so long that taking it back could skip another lead.',
      'Look at the agent screen, and hang up there if it calls.',
    ),
    failEchoMismatch: either(
      'The dialer repeated another number, agent or command than was sent. Something changes requests on the way, or VICIdial was altered.',
      'Look at the agent screen at once; tell your administrator.',
    ),
    commandPreviewNotAllowed: either(
      'The campaign’s *Manual Preview Dial* is DISABLED: VICIdial takes no word about a previewed lead from Dialside, which offers no preview for the rest of the session.',
      'Call or skip the lead in the agent screen. An administrator may allow previews in the campaign.',
    ),
    commandPreviewSkipNotAllowed: you(
      'The campaign’s *Manual Preview Dial* has no skip: each lead that is shown is called.',
      'Call it.',
    ),
    failPreviewNotAllowed: administrator(
      'Taking a waiting call back needs the campaign’s *Manual Preview Dial*.',
      'Allow previews in the campaign.',
    ),
    failPreviewSkipNotAllowed: administrator(
      'The campaign’s previews have no skip, and that is how a waiting call is taken back.',
      'Set *Manual Preview Dial* to a value with skip.',
    ),
    finishInterrupted: you(
      'The browser stopped Dialside between hanging up and the disposition. None of it is repeated by itself.',
      'See in the agent screen where the call stands, and finish it.',
    ),
    finishNotConfirmed: you(
      'The answer to the hang-up or to the disposition was lost, or the agent screen has not carried it out.',
      'Look at the agent screen, and choose the disposition there if it still asks; or finish the call again in Dialside.',
    ),
    commandHangUpNotSeen: you(
      'The dialer took the command, and the agent screen has not carried it out.',
      'Hang up in the agent screen.',
    ),
    commandPauseNotSeen: you(
      'The dialer took the command; the agent screen has not carried it out, or a call came first.',
      'Look at the agent screen.',
    ),
    commandAlternativeUnread: you(
      'VICIdial calls a lead’s alternative number without telling it. Dialside reads it first, with the second login; it is empty, is no number of that country, or was not answered.',
      'Look at the lead in the agent screen, and dial it there.',
    ),
    dialLeftPaused: you(
      'Dialside had paused you for a call that did not come, or for a lead on preview, and is not sure that you are free.',
      'If no call runs and no lead is open, press *Go ready*.',
    ),
    commandResumeIgnored: you(
      'In a manual campaign nobody becomes ready: calls are placed by hand.',
      'Nothing, in a manual campaign. In another, look at the agent screen for a box.',
    ),
    commandCallbackNotKept: administrator(
      'The disposition is not marked as a call-back in the campaign.',
      'Mark the status as *Scheduled Callback* and allow call-backs in the campaign. Write the time down meanwhile.',
    ),
    callbackPast: you('VICIdial would drop a call-back in the past.', 'Enter a later time, in the dialer’s time zone.'),
  },
};
