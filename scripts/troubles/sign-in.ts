import { administrator, either, itself, type TroubleGroup, you } from './trouble.ts';

export const SERVER: TroubleGroup = {
  title: 'The address of the dialer',
  troubles: {
    serverEmpty: you(
      'No address was typed.',
      'Copy what stands before the first slash in the agent screen’s address bar.',
    ),
    serverNotUrl: you('What was typed is no address of a server.', 'Take it from the agent screen’s address bar.'),
    serverScheme: you('Only web addresses are taken.', 'Begin it with `https://`, or leave the beginning out.'),
    serverCredentials: you(
      'An address with a password in it would be kept and shown.',
      'Delete everything from `//` up to and with `@`, and type user and password into their own fields.',
    ),
    serverInsecurePrivate: either(
      'The dialer answers on plain http in a private network, where everyone on the way could read the password.',
      'Better have https set up. Tick the box only if you know the network; it is asked each time.',
    ),
    serverInsecurePublic: administrator(
      'The password would cross the internet readable. No setting allows that.',
      'Give the dialer’s web server a certificate, and use its https address.',
    ),
    permissionMissing: you(
      'The browser has not been allowed to let Dialside talk to that server, or its question was declined.',
      'Press *Connect* again and allow it. Where the browser asks nothing, your company forbids that site to extensions.',
    ),
    firstServerNone: either(
      'A web server is there. Its VICIdial lies in a folder of another name than usual, or it is another server.',
      'Paste the whole address of the agent screen: the folder is read from it.',
    ),
    firstServerRefused: you(
      'The browser asks before an extension may speak to a server, and was told no.',
      'Press the button again and allow it. Where the browser asks nothing, your company forbids that site to extensions.',
    ),
    signInUnreachable: either(
      'Nothing answered there: a typing mistake, no network or VPN, a blocked port, or a certificate the browser refuses.',
      'Open the same address in a tab. What the browser says there is the cause.',
    ),
    failUnreachable: either(
      'The dialer could not be reached, or the connection broke. A command may or may not have arrived.',
      'Check network and VPN, look at the agent screen, then try again.',
    ),
    failTimeout: either(
      'The dialer is slow. What was asked may have been done all the same, which is why nothing is sent twice.',
      'Look at the agent screen. If it stays slow, tell your administrator.',
    ),
    failRedirected: either(
      'The server answered with another address, for example from http to https or to a login page. A password is not carried elsewhere.',
      'Enter the address at which the agent screen stays in the address bar.',
    ),
    failHttpStatus: either(
      'Not VICIdial answered, but the web server before it. 404 points to a wrong API path, 403 to a blocked address, 500 and more to a fault.',
      'Check the paths under *More settings*; else tell your administrator the number.',
    ),
    failNotVicidial: either(
      'A page came back that VICIdial does not write: another server, another path, or a login page of a proxy in between.',
      'Check address and paths. The usual ones are `/agc/api.php` and `/vicidial/non_agent_api.php`.',
    ),
  },
};

export const LOGIN: TroubleGroup = {
  title: 'User and password',
  troubles: {
    signInUserEmpty: you('The user is missing.', 'Type the user of the agent screen.'),
    signInPasswordEmpty: you('The password is missing.', 'Type the password of the agent screen.'),
    signInStatusIncomplete: you(
      'Of the login for live detail only one half was typed.',
      'Fill in both fields or neither; you can do without that login.',
    ),
    signInStatusSame: administrator(
      'An agent’s login is refused by the status API each time, and ten refusals lock the agent out.',
      'Make a second user of level 7 or higher, as under [Administrators](../README.md#five-minutes-for-an-administrator).',
    ),
    failBadCredentials: either(
      'VICIdial knows no such user with this password, or the user is not active. It was sent once and will not be sent again by itself: a sign-in of this user that was kept under a PIN is deleted with it.',
      'Type it as in the agent screen. If it works there: the API drops all characters but letters, digits, `-` and `_`, so a password with others never matches.',
    ),
    failServiceCredentials: either(
      'VICIdial does not tell a wrong password from a user below level 7. A sign-in that is kept under a PIN goes on without its second login where that is of the same user: its password may be wrong, too, and nobody can compare the two.',
      'Check the password once, then have the user’s level raised to 7, or 8 where leads, do-not-call lists or campaigns are asked for.',
    ),
    failNoApiAccess: administrator('User and password are right.', 'Set *Agent API Access* of the user to 1.'),
    failLockedOut: either(
      'Ten logins have failed, here, in the agent screen, or by somebody else with this user. VICIdial refuses even the right password for 15 minutes.',
      'Wait, and do not try in between: each attempt may begin the time anew. An administrator can reset the failed logins of the user.',
    ),
    failAddressBlocked: administrator(
      'The user group’s API list of IP addresses, or the system’s blacklist, keeps this network out.',
      'Add the address from which agents come, and switch the VPN on where they have to use it.',
    ),
    failNoActiveServer: administrator(
      'No telephony server of the cluster is active. Nobody can log in.',
      'Activate a server under *Admin*, *Servers*.',
    ),
    failTwoFactorRequired: administrator(
      'The system asks for two-factor logins, which VICIdial’s API has no way to answer.',
      'Use an API-only user that needs none.',
    ),
    failApiOff: administrator('The API is off for the whole system.', 'System Settings: *Agent API Active* to 1.'),
    failInvalidSource: administrator(
      'VICIdial did not take the tag by which Dialside names itself. The original does.',
      'Look for a changed `api.php`, or a proxy that alters requests.',
    ),
    failTranslated: administrator(
      'VICIdial translates its answers for this user, and translated ones cannot be told apart safely.',
      'Set *Selected Language* of the user to *default English*. The agent screen of others stays as it is.',
    ),
    failUnknownFunction: administrator(
      'The dialer’s VICIdial is older than the function.',
      'Update VICIdial, or go without that function; everything else works.',
    ),
    failNotPermitted: administrator(
      'The list of functions of this user lacks the one that is named.',
      'Put the whole line of [Administrators](../README.md#five-minutes-for-an-administrator) into *Allowed API functions*, with the space before the first and after the last name. The set-up check says what is missing.',
    ),
    failAgentNotFound: you(
      'The agent user under *More settings* is not known to VICIdial.',
      'Correct it, or leave it empty.',
    ),
    statusLoginRefused: either(
      'The second login is wrong or below level 7. It was tried once, and a sign-in that is kept under a PIN goes on without it. Ringing and talking are shown while the agent screen is open here.',
      'Sign out and in again with your password, and with the right second login or without one.',
    ),
    statusLoginInDoubt: either(
      'A second login of the same user was refused before, perhaps because it was mistyped. Dialside cannot compare passwords that are kept under a PIN, and does not try the kept one.',
      'Sign out and in again with your password, and with the right second login or without one.',
    ),
    commandFailed: you(
      'Dialside’s background did not answer, most often because the extension was updated or reloaded a moment ago.',
      'Try again. If it stays, close the page of Dialside and open it anew.',
    ),
    dialNotSignedIn: you(
      'Nobody is signed in to Dialside in this browser.',
      'Open Dialside and sign in, or unlock it with your PIN.',
    ),
    setUpChecking: itself(
      'Another set-up check runs in this browser; each is twenty to forty requests.',
      'Wait some seconds.',
    ),
    setUpRelayFirst: you(
      'What a relay allows is only known once it knows who asks.',
      'Sign in to Dialside through the relay, then start the check.',
    ),
  },
};

export const PIN: TroubleGroup = {
  title: 'The PIN of this device',
  troubles: {
    unlockWrongPin: you(
      'The PIN does not open the stored password. After ten wrong ones it is deleted.',
      'Try again with care, or press *Use the password instead*: nothing is lost by that.',
    ),
    unlockWait: itself(
      'From the fourth wrong PIN on each attempt has to wait twice as long as the one before.',
      'Wait, or use the password.',
    ),
    unlockWiped: you(
      'Ten wrong PINs were tried on this computer. The stored password is gone; the one at the dialer is unchanged.',
      'Sign in with the password. If it was not you who tried, tell your administrator.',
    ),
    unlockNothing: you(
      'The stored sign-in was deleted, by you, by your company’s policy, or with the browser’s data.',
      'Sign in with the password.',
    ),
  },
};

export const RELAY: TroubleGroup = {
  title: 'The company’s relay',
  troubles: {
    failRelaySignedOut: you(
      'The relay knows people by your company’s own sign-on, and that has ended.',
      'Open the relay’s address in a tab, sign in, come back.',
    ),
    failRelayRefused: administrator(
      'The relay lets only the functions on its list through.',
      'Add the function in the relay’s configuration, if agents are to use it: [relay](relay/README.md).',
    ),
    failRelayOtherAgent: you(
      'The relay would act for another person than the one who signed in here, so nothing was sent.',
      'Sign in to your company as yourself, then to Dialside again.',
    ),
    failRelayBusy: itself(
      'The relay limits requests for each person and minute.',
      'Wait a minute. If it happens daily, the limit is too low: tell your administrator.',
    ),
    failRelayLoginRefused: administrator(
      'The login that the relay adds does not work at the dialer: password, level, API access or address.',
      'Check that user in VICIdial and in the relay’s configuration. Nobody’s own sign-in is wrong.',
    ),
    supervisorByRelay: administrator(
      'A relay passes on an agent’s functions alone, none of a supervisor’s.',
      'Supervisors use Dialside in a browser that is not set to the relay.',
    ),
  },
};
