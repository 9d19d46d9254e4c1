import { administrator, either, itself, type TroubleGroup, you } from './trouble.ts';

export const SCREEN: TroubleGroup = {
  title: 'The agent screen',
  troubles: {
    screenLogin: you('Its tab is open, and nobody is logged in.', 'Log in with phone, user and campaign.'),
    screenLoggedOut: you('The session has ended.', 'Log in again.'),
    screenDisabled: you(
      'The same user or phone was logged in elsewhere, or a manager has logged you out.',
      'Log in again, in one place only.',
    ),
    screenStopped: you(
      'The tab has stopped asking the dialer for news: a message waits, the page has crashed, or the network is gone.',
      'Show it; close the message, or reload it.',
    ),
    screenSessionLost: you(
      'The dialer no longer knows the session, as after its restart.',
      'Reload the agent screen and log in again.',
    ),
    screenPauseCode: you('The campaign wants to know why you pause.', 'Choose a code, here or there.'),
    screenPauseCodeThere: you(
      'The same, and your options hold no codes to choose from.',
      'Choose it there; enter your campaign’s codes in the options.',
    ),
    screenEmptySession: you(
      'Your phone is not connected to the conference in which you talk.',
      'Ring your phone or open the webphone, answer it, and close the box.',
    ),
    screenEmptySessionRung: you('The box stays although the phone is back.', 'Close it in the agent screen.'),
    screenBox: you('Some box of the agent screen waits for an answer.', 'Answer it there.'),
    screenSystemDisabled: administrator(
      'VICIdial’s own page could not reach the telephony server.',
      'Check the server; agents go on meanwhile if calls work.',
    ),
    agentLagged: you(
      'VICIdial has heard nothing from your agent screen for half a minute, so it gives you no calls.',
      'Show the agent screen, reload it if it stands still, then go ready.',
    ),
    failNoPhoneEntry: either(
      'The session has no phone.',
      'Log in to the agent screen again with your phone’s login; the administrator checks the entry under *Phones*.',
    ),
    failNoSessionData: you(
      'The session in VICIdial is incomplete, as after a crash.',
      'Log out of the agent screen and in again.',
    ),
  },
};

export const WEBPHONE: TroubleGroup = {
  title: 'Webphone and microphone',
  troubles: {
    commandWebphoneHostUnknown: either(
      'The webphone is served by another host than the dialer. Its address holds the secret of your phone, so it goes only where somebody trusts.',
      'Ask your administrator whether the named host is yours, then open it; a [policy](policy.md) can say so for everybody.',
    ),
    commandWebphoneHostForbidden: administrator(
      'Your company has listed the hosts of webphones, and this is none of them.',
      'Add it to `webphoneHosts` of the [policy](policy.md), if it is yours.',
    ),
    commandRungJustNow: itself('A second ring would cut off the first.', 'Answer your phone, or wait some seconds.'),
    failWebphoneEmpty: either(
      'Your phone’s entry in VICIdial is no webphone: a desk phone, for example.',
      'Use that phone, or have *Set As Webphone* of its entry set to Y, and log in again.',
    ),
    failWebphoneNotHttps: administrator(
      'A browser gives the microphone to https pages alone.',
      'System Settings, *Webphone URL*: begin it with https.',
    ),
    failWebphoneNotUrl: administrator(
      'What VICIdial has as the webphone’s address is none.',
      'System Settings, *Webphone URL*.',
    ),
    failWebphoneCredentials: administrator(
      'User and password in an address would land in logs and histories.',
      'Take them out of *Webphone URL*.',
    ),
    webphoneNoMicrophone: you(
      'The browser has blocked the microphone for Dialside.',
      'Allow it in the browser’s settings for this extension, then open the webphone again.',
    ),
    microphoneSilent: you(
      'The microphone delivers silence.',
      'Check plug and mute switch, and which microphone the browser has chosen.',
    ),
    microphoneRefused: you(
      'The browser, or you at its question, has refused the microphone.',
      'Allow it in the browser’s settings for this extension.',
    ),
    microphoneMissing: you('The system shows no microphone.', 'Plug one in.'),
    microphoneBusy: you(
      'Another program holds the microphone, or its driver fails.',
      'Close the other program, then test again.',
    ),
    webphonePrivateRefused: either(
      'Private windows are closed to extensions until somebody allows them.',
      'Allow Dialside there in the browser’s list of extensions, or have the webphone’s server allow frames.',
    ),
  },
};

export const SITES: TroubleGroup = {
  title: 'The site of the CRM',
  troubles: {
    firstSiteInvalid: you(
      'What was typed is no address of a page.',
      'Copy it from the address bar while your CRM is shown.',
    ),
    firstSiteRefused: you(
      'The browser was told that Dialside may not read that site.',
      'Turn it on again and allow it, here or in the popup on a page of the site.',
    ),
  },
};

export const SUPERVISOR: TroubleGroup = {
  title: 'The supervisor’s page',
  troubles: {
    supervisorSignedOut: you('The supervisor’s login has ended, with the browser or by signing out.', 'Sign in again.'),
    supervisorSameUser: administrator(
      'That user is the agent’s who works in this browser; VICIdial would refuse it here and count that.',
      'Make a user of the supervisor’s own, [of level 7 or higher](supervisor.md#what-it-needs).',
    ),
    supervisorNotPermitted: administrator(
      'A right of the user or the name in its list of functions is missing.',
      'The table of [the supervisor’s page](supervisor.md#what-it-needs) says which.',
    ),
    supervisorTimeout: either(
      'The dialer takes longer than Dialside waits: it is busy, or the question is a long one, such as the figures of many months.',
      'Ask again, for a shorter period. Does it stay so, have the dialer’s load looked at.',
    ),
    supervisorUnclear: you(
      'A change of a campaign or of an address was sent, and the answer got lost. Dialside sends nothing twice by itself.',
      'The page reads again what it shows. Is what you wanted not there, do it once more.',
    ),
    supervisorDncUnclearUnknown: you(
      'A change of a do-not-call list was sent, and neither its answer nor that of the look that follows came.',
      'Press *Look up* once the dialer answers again.',
    ),
  },
};

export const NUMBER_WINDOW: TroubleGroup = {
  title: 'The window about a number',
  troubles: {
    numberRecordingFailed: either(
      'The dialer’s web server has no such file, wants a login for it, or answers with a page.',
      'VICIdial’s own recordings page says whether it is there. *Recording Web Link* in Admin, Servers decides what address VICIdial tells.',
    ),
    numberRecordingUnplayable: either(
      'The whole file came from the dialer. Some browsers play nothing on a computer without a loudspeaker; or the file is in a format that no browser plays.',
      'Connect a loudspeaker or headset. The administrator looks whether recordings are kept as WAV or MP3.',
    ),
    numberElsewhere: administrator(
      'Dialside asks the dialer’s host for recordings and no other, whatever address VICIdial tells.',
      'Serve recordings on the dialer’s own host, and name that in *Recording Web Link* of Admin, Servers.',
    ),
    numberNoRight: administrator(
      'The right went since the window was opened, or a function is missing in the list of the second login.',
      'The table of [the window](crm.md#more-about-a-number) says what it needs.',
    ),
    numberUnclear: you(
      'A call-back, its removal or an entry on a do-not-call list was sent, and the answer got lost. Dialside sends nothing twice by itself.',
      'The window reads again what it shows. Is what you wanted not there, do it once more.',
    ),
    numberOtherCampaign: you(
      'You were logged in to another campaign while the question stood there; its do-not-call list is not the one you were asked about.',
      'Cancel, press *Do not call…* again, and read which list is meant.',
    ),
    numberNoCampaign: you(
      'A call-back and a campaign’s do-not-call list belong to the campaign that you are logged in to.',
      'Log in to the agent screen in this browser.',
    ),
    numberCallbackUser: either(
      'A call-back of your own is kept under your VICIdial user, and VICIdial has none of that name.',
      'Plan it for anyone; the administrator looks at Admin, Users.',
    ),
    numberLeadThere: itself(
      'A lead has got the number since the window was opened: VICIdial looks in all lists before it adds one.',
      'Press *Show the lead*.',
    ),
    numberLeadForeign: itself(
      'VICIdial looks for leads with the same digits whatever their calling code, and adds no second one.',
      'Call the number without a lead; who has to be a lead is added in VICIdial’s own pages.',
    ),
    numberLeadListed: either(
      'The list of the whole system or of your campaign has the number.',
      'Leave it; an administrator who has the person’s consent takes it off the list.',
    ),
    numberNotGiven: you(
      'Another agent, or another window, has changed the lead since it was shown: it has a second number by now, is in another country, or is gone.',
      'See what the window says of it now.',
    ),
    numberLeadAltered: administrator(
      'VICIdial drops letters beyond A to Z unless its UTF-8 option is on.',
      'Admin, System Settings, *Allow non-latin characters*. The name can be written again in the agent screen.',
    ),
    numberUpdateAltered: administrator(
      'VICIdial drops letters beyond A to Z unless its UTF-8 option is on.',
      'Admin, System Settings, *Allow non-latin characters*. What was dropped can be written again in the agent screen.',
    ),
    numberChooseValue: you(
      'None of the values of the page has a tick, so that there is nothing to write.',
      'Tick those that the lead is to take over, or press *Cancel*.',
    ),
    numberRecordingNowhere: itself('VICIdial has not stored it yet, some minutes after the call.', 'Look again later.'),
  },
};

export const SET_UP: TroubleGroup = {
  title: 'What the set-up check finds',
  troubles: {
    setUpPassword: administrator(
      'Such a password works in the agent screen and never in the API.',
      'Give the user a new one.',
    ),
    setUpApiAccess: administrator(
      'Without the flag every command is refused.',
      'Admin, Users, the user: *Agent API Access*.',
    ),
    setUpApiOff: administrator('The switch is for the whole system.', 'Admin, System Settings.'),
    setUpLanguage: administrator('The API translates for this user.', 'Admin, Users, the user: *Selected Language*.'),
    setUpListEmpty: administrator(
      'The list is empty, or its outer spaces are missing.',
      'Copy the value as it is shown.',
    ),
    setUpListMissing: administrator('Some functions are not on the list.', 'Replace the whole value by the one shown.'),
    setUpOldVersion: administrator('These came with later versions of VICIdial.', 'Update, or go without.'),
    setUpFlag: administrator(
      'The level or a flag of the user is not enough.',
      'Admin, Users, the user: set it as named, where you want what the functions are for.',
    ),
    setUpFlags: administrator(
      'Level or flags of the user are not enough; VICIdial does not say which.',
      'Compare each of those named with the user’s page.',
    ),
    setUpLogIn: you(
      'Part of the check needs an agent who is logged in.',
      'Log in to the agent screen, pause, check again.',
    ),
    setUpManual: administrator('Calls by hand are refused.', 'Admin, Users, the user: *Agent Call Manual* to 1.'),
    setUpManualUnknown: administrator(
      'The function that would tell is not allowed to this login.',
      'Mend the list of functions first.',
    ),
    setUpPauseFirst: you('VICIdial tells it only while you are paused and free.', 'Pause, check again.'),
    setUpWebphone: administrator(
      'The agent’s phone is an ordinary one, which is no fault.',
      'Admin, Phones, if it is to be a webphone.',
    ),
    setUpNoService: administrator(
      'No second login was given, which is no fault.',
      'Read [what it is for](../README.md#five-minutes-for-an-administrator) and decide.',
    ),
    setUpNoDoNotCall: administrator(
      'Nobody asks for do-not-call numbers before a call.',
      'Give the second login level 8 and the function, or set the campaign’s *Manual Dial Filter*.',
    ),
    setUpView: administrator(
      'The second login’s user group may not see the agent’s.',
      'Admin, User Groups: *Allowed User Groups*.',
    ),
    setUpRelay: administrator(
      'Through a relay its own rights cannot be probed.',
      'Sign out, and check its logins at the dialer’s own address.',
    ),
  },
};
