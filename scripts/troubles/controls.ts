import { administrator, either, itself, type TroubleGroup, you } from './trouble.ts';

export const NUMBERS: TroubleGroup = {
  title: 'A typed number',
  troubles: {
    numberEmpty: you('Nothing was typed.', 'Type a number.'),
    numberNoDigits: you('The text holds no digits of a number.', 'Type the number itself.'),
    numberExtensionOnly: you(
      'An extension alone reaches nobody outside.',
      'Type the whole number, with the extension behind it.',
    ),
    numberSeveral: you('Only one number can be called.', 'Leave one of them.'),
    numberEmergency: you('A dialer tells the emergency services neither who you are nor where.', 'Take a telephone.'),
    numberTooShort: you(
      'The area code is missing, or the number is one of another country.',
      'Add what is missing; abroad begin with `+`.',
    ),
    numberTooLong: you(
      'It has more digits than numbers of your country have.',
      'Check it; abroad begin with `+`. Write an extension as `x 12`.',
    ),
    numberUnknownCallingCode: you('The digits behind `+` belong to no country.', 'Check the country code.'),
    numberInvalid: you('No numbering plan has such a number.', 'Check the digits.'),
    numberInvalidRegion: you(
      'It does not fit the country of your sign-in.',
      'Begin numbers of other countries with `+`, or add the country in the options.',
    ),
    transferPlusAbroad: you(
      'VICIdial takes digits alone for transfers and third lines, and would call another number.',
      'Type it as you would in the agent screen, with the prefix for calls abroad.',
    ),
  },
};

export const COST: TroubleGroup = {
  title: 'Questions before a transfer or a third line',
  troubles: {
    transferAskExpensive: you('Such numbers may cost several times an ordinary call.', 'Call it only if you know it.'),
    transferAskSharedCost: you('Caller and called share the cost of such numbers.', 'Call it if you mean it.'),
    transferAskInternational: you(
      'It is a number of a country that is not among yours.',
      'Check it. Countries are added in the options under *Numbers*.',
    ),
    transferAskListed: you('You or your company want to be asked about such numbers.', 'Call it if you mean it.'),
    transferAskDoNotCall: you(
      'The dialer has it on the list of the system or of your campaign. Your company leaves the call to you.',
      'Call it only if the person has agreed.',
    ),
    transferAskUnreadable: you('What such a call costs cannot be told from the digits.', 'Check them, then call.'),
  },
};

export const NOT_NOW: TroubleGroup = {
  title: 'A control that has no effect now',
  troubles: {
    notNowNoCall: itself('The control is for a call, and there is none.', 'Nothing.'),
    notNowStillRinging: itself(
      'Nobody has answered, and VICIdial would do nothing with the command.',
      'Wait for the answer.',
    ),
    notNowCustomerGone: you('There is nobody left on the line.', 'Finish the call.'),
    notNowInWrapUp: you('Only the disposition is open.', 'Set it.'),
    notNowMayBeWrapUp: you(
      'With the agent’s own login alone the end of wrap-up is not told at once.',
      'Set the disposition, or wait two minutes.',
    ),
    notNowIsParked: you('The customer hears music.', 'Take him back first.'),
    notNowNotParked: itself('There is nobody to take back.', 'Nothing.'),
    notNowNotThreeWay: itself('No third person is on the line.', 'Nothing.'),
    notNowIsThreeWay: you('The control is for a call of two.', 'End the three-way call, or leave it.'),
    notNowNoPreview: itself('No lead is open.', 'Nothing.'),
    notNowPreviewOfFirst: you(
      'What was asked before the lead was shown holds for its first number alone.',
      'Press *Skip*. Look the other number up, and call it from its own window.',
    ),
    notNowInPreview: you('A lead is open, and no call.', 'Call or skip it.'),
    notNowOnCall: you('The control is for an agent without a call.', 'End the call.'),
    notNowPhoneInCall: itself(
      'Your phone is where it should be.',
      'Nothing. If you hear nothing, check headset and sound.',
    ),
    notNowOtherCall: you('While you decided, that call ended and another came.', 'Look at it, then press again.'),
    notNowJustSent: itself('VICIdial needs some seconds between commands.', 'Try again in a moment.'),
    dialerLogOutWaits: you(
      'Logging out now would leave a call behind that nobody takes.',
      'Cancel the waiting call, or wait for it.',
    ),
    notNowNotLoggedIn: you('VICIdial has no session of yours.', 'Log in to the agent screen.'),
    notNowNotRead: either(
      'The dialer does not answer how the call stands, and a command for a call that is not known could hit another.',
      'Try again; check the connection.',
    ),
    notNowNotKnown: itself(
      'Dialside has just started, or nothing tells your state yet.',
      'Wait some seconds. Opening the agent screen in this browser helps.',
    ),
    failAlreadyReady: itself('You are ready already.', 'Nothing.'),
    failNoLeadOnScreen: you('The command is for a lead, and none is open.', 'Open or dial one first.'),
    failNoLiveCall: itself('The call has ended meanwhile.', 'Set its disposition.'),
    failThreeWayActive: you(
      'VICIdial refuses this while three are on the line.',
      'End or leave the three-way call in the agent screen.',
    ),
    failNotRecording: itself('The recording had ended, or had not begun.', 'Nothing.'),
    failOtherLeadOnScreen: you(
      'The call was over and the next lead is open.',
      'Look at the agent screen before you press again.',
    ),
    failNothingPlaying: itself('No recording is being played.', 'Nothing.'),
    failAltDialNotAllowed: administrator(
      'The campaign dials no second numbers.',
      'Campaign: *Manual Alt Num Dialing*.',
    ),
    failIngroupInvalid: either('No in-group has this ID.', 'Correct the ID in the options under *Transfers*.'),
    failCallNotInbound: itself('It is for calls that came in.', 'Nothing.'),
    failInboundOff: administrator('The campaign takes no calls.', 'Campaign: *Allow Inbound and Blended*.'),
    failAutoDialOff: administrator('The campaign is a manual one.', 'Campaign: *Dial Method*.'),
    failLeadSearchOff: administrator(
      'Changing the lead of a call is not allowed in the campaign.',
      'Campaign: *Agent Lead Search*.',
    ),
    failNotificationsOff: administrator(
      'The system has notifications to agents off.',
      'Switch them on in System Settings.',
    ),
    failRecipientNotFound: you('Nobody of that name is there.', 'Check the name.'),
    failCampaignNotFound: administrator(
      'The campaign is not there, or the user group may not see it.',
      'Allow the campaign for the user group.',
    ),
    failListNotAllowed: administrator(
      'The list is not there, or the user is restricted to others.',
      'Check the list and *API List Restrict* of the user.',
    ),
    failCallTimeUnknown: administrator(
      'The call time that is set in Dialside is none of VICIdial’s.',
      'Correct `callTime` in the [policy](policy.md).',
    ),
    failAltUrlsOff: administrator('The campaign’s URL for that event is not the word ALT.', 'Set it to ALT.'),
  },
};
