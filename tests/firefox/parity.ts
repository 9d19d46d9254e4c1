/** A test in Firefox that sees the same, by the beginning of its name, or why there is none. */
export type Parity = { readonly twin: string } | { readonly none: string };

const twin = (name: string): Parity => ({ twin: name });
const none = (why: string): Parity => ({ none: why });

const SIMULATOR = none('about the simulator, not about Dialside');
const DOCUMENTS = none('about the documentation, which is a web page');

/**
 * What Firefox tests of each end-to-end test in Chromium that has no test of its name there, nor one in tests/steps: by its file
 * and the beginning of its name, or `*` for all of a file. tests/parity.test.ts holds it complete, and free of what is no longer.
 */
export const PARITY: Readonly<Record<string, Readonly<Record<string, Parity>>>> = {
  'agent-screen': {
    'a call is followed': twin('the agent screen is watched in Firefox too'),
    'a number on the do-not-call list': twin('a number on the do-not-call list is refused with the reason'),
    'a screen that is closed is gone': twin('a call whose screen has crashed'),
    'a dialer that goes off during a call': twin('a dialer that is down is said to be down'),
  },
  'docs-site': { '*': DOCUMENTS },
  journey: {
    'an agent clicks': twin('an agent clicks a number, talks and hangs up'),
    'without a login for the live detail': twin('without a login for the live detail'),
    'an extension is never dialled': twin('without a login for the live detail'),
  },
  languages: { '*': twin('an agent who reads from the right') },
  notices: {
    // Firefox opens its sidebar for no click on a notification.
    'a person’s click': twin('a call that comes while the agent looks elsewhere'),
  },
  'one-click-one-call': {
    'two clicks within 50 ms': twin('two clicks in a row are one call'),
    'clicks on two tabs': twin('a click in another tab while the request of the first'),
    'a click wakes': twin('a click wakes a stopped background'),
    'a worker stopped while the request': twin('a background stopped while the request'),
    'a worker stopped while the customer': twin('a background stopped while the customer'),
    '${} gets one request': twin('a dialer that'),
  },
  'page-lives': { 'frames in frames': twin('frames of the site and frames written inline') },
  policy: {
    'holds at once': twin('holds, is locked where it says so'),
    // Firefox reads its policies once, when it starts.
    'changes while the browser runs': twin('holds for as long as Firefox runs'),
  },
  relay: {
    'an agent without a password': twin('an agent without a password'),
  },
  secrets: {
    'no password is stored': twin('no password is stored on disk'),
    'a page, its frames': twin('no password is stored on disk'),
  },
  'set-up': {
    'tells an administrator': twin('the set-up check says what to change'),
  },
  'sign-in': {
    'the agent’s own credentials': twin('without a login for the live detail'),
  },
  'simulator-screen': { '*': SIMULATOR },
  sites: {
    'a page of a site that is not enabled': twin('a site whose permission is refused'),
    'enabling a site': twin('enabling a site shows buttons'),
    'numbers in sentences': twin('enabling a site shows buttons'),
    'the popup leads': twin('the popup leads to the sidebar'),
    'the popup is drawn': twin('the real popup signs in'),
    'disabling a site': twin('the switch of a site in the popup'),
    '"find numbers here once"': twin('numbers are found once on a page'),
    'a site that is turned off': twin('numbers are found once on a page'),
    'a view that draws itself anew': twin('a route change by the history API'),
  },
  'supervisor-keyboard': {
    'the supervisor’s page is walked': none(
      'Firefox walks in the order of the page too; that order, and that each control is reached, is of the page itself',
    ),
    'a supervisor changes campaigns and lists by keyboard': twin('figures become a file, leads are found'),
  },
  webphone: {
    'the phone registers': twin('the phone runs in its frame'),
    'the address of the phone': twin('the phone runs in its frame'),
    'the microphone is tested': twin('the phone runs in its frame'),
    'a phone that forbids the frame': twin('a private window is not promised'),
  },
  'without-permission': {
    'a selected number': twin('a selected number is dialled from the real context menu'),
    'a tel: link is dialled': twin('a tel: link is dialled after'),
    'a tel: link is not dialled': twin('a tel: link is dialled after'),
  },
};
