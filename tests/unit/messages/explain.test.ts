import { describe, expect, it } from 'vitest';
import type { DialProblem } from '../../../lib/agent/dial/dial-view.ts';
import { explainCommand, explainDial, explainNumber } from '../../../lib/messages/explain.ts';
import { explainServer, explainSignIn, explainUnlock } from '../../../lib/messages/explain-sign-in.ts';
import { explainVicidial } from '../../../lib/messages/explain-vicidial.ts';
import type { Explanation } from '../../../lib/messages/explanation.ts';
import type { CommandProblem } from '../../../lib/messages/panel-state.ts';
import type { ServerUrlProblem, SignInProblem } from '../../../lib/messages/sign-in.ts';
import type { NumberFailure } from '../../../lib/phone/phone-number.ts';
import type { InputProblem, VicidialFailure } from '../../../lib/vicidial/failure.ts';
import english from '../../../public/_locales/en/messages.json';
import type { LocaleFile } from '../../locale-messages.ts';

/** One of every code: the compiler refuses a list that lacks one. */
type OneOfEach<P extends { readonly code: string }> = { readonly [C in P['code']]: Extract<P, { readonly code: C }> };

import type { UnlockFailure } from '../../../lib/vault/vault.ts';

const INPUTS: Readonly<Record<InputProblem, null>> = {
  empty: null,
  tooShort: null,
  tooLong: null,
  badCharacters: null,
  notAllowed: null,
};

const VICIDIAL: OneOfEach<VicidialFailure> = {
  refusedInput: { code: 'refusedInput', field: 'value', problem: 'empty' },
  unreachable: { code: 'unreachable' },
  timeout: { code: 'timeout', timeoutMs: 8000 },
  redirected: { code: 'redirected' },
  relaySignedOut: { code: 'relaySignedOut' },
  relayRefused: { code: 'relayRefused', function: 'call_agent' },
  relayOtherAgent: { code: 'relayOtherAgent' },
  relayBusy: { code: 'relayBusy' },
  relayLoginRefused: { code: 'relayLoginRefused' },
  httpStatus: { code: 'httpStatus', status: 502 },
  notVicidial: { code: 'notVicidial' },
  translated: { code: 'translated' },
  unknownFunction: { code: 'unknownFunction', function: 'webphone_url' },
  badCredentials: { code: 'badCredentials' },
  noApiAccess: { code: 'noApiAccess' },
  lockedOut: { code: 'lockedOut' },
  addressBlocked: { code: 'addressBlocked' },
  noActiveServer: { code: 'noActiveServer' },
  twoFactorRequired: { code: 'twoFactorRequired' },
  apiOff: { code: 'apiOff' },
  invalidSource: { code: 'invalidSource' },
  notPermitted: { code: 'notPermitted', function: 'external_dial' },
  invalidParameters: { code: 'invalidParameters', function: 'external_dial' },
  agentNotFound: { code: 'agentNotFound' },
  notLoggedIn: { code: 'notLoggedIn' },
  notPaused: { code: 'notPaused' },
  alreadyReady: { code: 'alreadyReady' },
  manualDialNotAllowed: { code: 'manualDialNotAllowed' },
  alreadyQueued: { code: 'alreadyQueued' },
  groupAliasInvalid: { code: 'groupAliasInvalid' },
  outboundCallerIdNotAllowed: { code: 'outboundCallerIdNotAllowed' },
  callerIdChoiceInvalid: { code: 'callerIdChoiceInvalid' },
  leadNotFound: { code: 'leadNotFound' },
  leadNumberInvalid: { code: 'leadNumberInvalid' },
  noLeadOnScreen: { code: 'noLeadOnScreen' },
  noLiveCall: { code: 'noLiveCall' },
  threeWayActive: { code: 'threeWayActive' },
  ingroupInvalid: { code: 'ingroupInvalid' },
  previewNotAllowed: { code: 'previewNotAllowed' },
  previewSkipNotAllowed: { code: 'previewSkipNotAllowed' },
  altDialNotAllowed: { code: 'altDialNotAllowed' },
  notRecording: { code: 'notRecording' },
  webphoneEmpty: { code: 'webphoneEmpty' },
  webphoneUrlInvalid: { code: 'webphoneUrlInvalid', problem: 'notHttps' },
  campaignNotFound: { code: 'campaignNotFound' },
  listNotAllowed: { code: 'listNotAllowed' },
  phoneNumberRefused: { code: 'phoneNumberRefused' },
  callTimeUnknown: { code: 'callTimeUnknown' },
  altUrlsOff: { code: 'altUrlsOff' },
  callNotInbound: { code: 'callNotInbound' },
  leadSearchOff: { code: 'leadSearchOff' },
  inboundOff: { code: 'inboundOff' },
  autoDialOff: { code: 'autoDialOff' },
  otherLeadOnScreen: { code: 'otherLeadOnScreen' },
  nothingPlaying: { code: 'nothingPlaying' },
  notificationsOff: { code: 'notificationsOff' },
  recipientNotFound: { code: 'recipientNotFound' },
  noPhoneEntry: { code: 'noPhoneEntry' },
  noSessionData: { code: 'noSessionData' },
  echoMismatch: { code: 'echoMismatch' },
  altered: { code: 'altered' },
  otherError: { code: 'otherError', function: 'external_dial', reason: 'no such thing' },
};

const failure = VICIDIAL.unreachable;

const DIAL: OneOfEach<DialProblem> = {
  vicidial: { code: 'vicidial', failure },
  notSignedIn: { code: 'notSignedIn' },
  notLoggedIn: { code: 'notLoggedIn' },
  busyDialling: { code: 'busyDialling', e164: '+14155552671' },
  callRunning: { code: 'callRunning', e164: '+14155552671' },
  agentOnCall: { code: 'agentOnCall' },
  previewOtherNumber: { code: 'previewOtherNumber' },
  previewUnseen: { code: 'previewUnseen' },
  previewNotOffered: { code: 'previewNotOffered' },
  previewChanged: { code: 'previewChanged' },
  agentInWrapUp: { code: 'agentInWrapUp' },
  agentPreviewing: { code: 'agentPreviewing' },
  readyNotAllowed: { code: 'readyNotAllowed' },
  pauseTimedOut: { code: 'pauseTimedOut' },
  screenRefusedOrHeld: { code: 'screenRefusedOrHeld' },
  notPickedUp: { code: 'notPickedUp' },
  screenRefused: { code: 'screenRefused', kind: 'other', text: 'Dieser Anschluss ist gesperrt' },
  screenHeld: { code: 'screenHeld', kind: 'pauseCode' },
  screenGone: { code: 'screenGone' },
  screenLoggedOut: { code: 'screenLoggedOut' },
  screenDisabled: { code: 'screenDisabled' },
  screenNotPolling: { code: 'screenNotPolling' },
  screenHidden: { code: 'screenHidden' },
  dialTimedOut: { code: 'dialTimedOut' },
  ringsLong: { code: 'ringsLong' },
  numberChanged: { code: 'numberChanged' },
  listMovedOn: { code: 'listMovedOn' },
  siteNotAllowed: { code: 'siteNotAllowed' },
  workerStopped: { code: 'workerStopped' },
  tooLate: { code: 'tooLate' },
  notStored: { code: 'notStored' },
  neverDial: { code: 'neverDial', prefix: '+1900' },
  doNotCall: { code: 'doNotCall', list: 'campaign' },
  tooManyDials: { code: 'tooManyDials', perMinute: 10, waitMs: 22_400 },
  cancelTooLate: { code: 'cancelTooLate' },
};

const NUMBER: OneOfEach<NumberFailure> = {
  empty: { code: 'empty' },
  noDigits: { code: 'noDigits' },
  extensionOnly: { code: 'extensionOnly' },
  severalNumbers: { code: 'severalNumbers' },
  emergency: { code: 'emergency' },
  tooShort: { code: 'tooShort' },
  tooLong: { code: 'tooLong' },
  unknownCallingCode: { code: 'unknownCallingCode' },
  invalid: { code: 'invalid', region: 'US' },
};

const COMMAND: OneOfEach<CommandProblem> = {
  vicidial: { code: 'vicidial', command: 'pause', failure },
  webphoneHostUnknown: { code: 'webphoneHostUnknown', host: 'phone.example.com' },
  webphoneHostForbidden: { code: 'webphoneHostForbidden', host: 'phone.example.com' },
  rungJustNow: { code: 'rungJustNow' },
  resumeIgnored: { code: 'resumeIgnored' },
  pauseNotSeen: { code: 'pauseNotSeen' },
  leftPaused: { code: 'leftPaused' },
  hangUpNotSeen: { code: 'hangUpNotSeen' },
  notSignedIn: { code: 'notSignedIn' },
  callbackPast: { code: 'callbackPast' },
  plusAbroad: { code: 'plusAbroad', number: '+4722345678' },
  alternativeUnread: { code: 'alternativeUnread' },
  doNotCall: { code: 'doNotCall', list: 'system' },
  callbackNotKept: { code: 'callbackNotKept', status: 'CALLBK' },
  neverDial: { code: 'neverDial', prefix: '+1900' },
  emergency: { code: 'emergency' },
  tooManyDials: { code: 'tooManyDials', perMinute: 10, waitMs: 22_400 },
  askFirst: { code: 'askFirst', request: { action: 'threeWay', number: '442079460000' }, reason: 'international' },
  notNow: { code: 'notNow', reason: 'noCall' },
};

const SERVER: OneOfEach<ServerUrlProblem> = {
  empty: { code: 'empty' },
  notUrl: { code: 'notUrl' },
  scheme: { code: 'scheme' },
  credentials: { code: 'credentials' },
  insecurePrivate: { code: 'insecurePrivate', host: '10.0.0.5' },
  insecurePublic: { code: 'insecurePublic', host: 'dialer.example.com' },
};

const SIGN_IN: OneOfEach<SignInProblem> = {
  server: { code: 'server', problem: SERVER.empty },
  permissionMissing: { code: 'permissionMissing', origin: 'https://dialer.example.com' },
  vicidial: { code: 'vicidial', failure },
  statusCredential: { code: 'statusCredential', failure },
};

const VAULT: OneOfEach<UnlockFailure> = {
  nothingRemembered: { code: 'nothingRemembered' },
  wrongPin: { code: 'wrongPin', triesLeft: 3 },
  wait: { code: 'wait', ms: 5_000 },
  wiped: { code: 'wiped' },
};

const format = { number: (e164: string) => `<${e164}>`, country: (region: string) => `<${region}>` };

const EXPLAINED: readonly (readonly [string, Explanation])[] = [
  ...Object.values(VICIDIAL).map((each) => [`vicidial ${each.code}`, explainVicidial(each)] as const),
  ...Object.keys(INPUTS).map(
    (problem) =>
      [
        `refused input ${problem}`,
        explainVicidial({ code: 'refusedInput', field: 'value', problem: problem as InputProblem }),
      ] as const,
  ),
  ...(['notHttps', 'notUrl', 'credentials'] as const).map(
    (problem) => [`webphone ${problem}`, explainVicidial({ code: 'webphoneUrlInvalid', problem })] as const,
  ),
  ...Object.values(DIAL).map((each) => [`dial ${each.code}`, explainDial(each, format)] as const),
  ...(['dnc', 'lists', 'callTime', 'alreadyInCall'] as const).map(
    (kind) => [`screen refused ${kind}`, explainDial({ code: 'screenRefused', kind, text: '' }, format)] as const,
  ),
  ...(['emptySession', 'other'] as const).map(
    (kind) => [`screen held ${kind}`, explainDial({ code: 'screenHeld', kind }, format)] as const,
  ),
  ...Object.values(NUMBER).map((each) => [`number ${each.code}`, explainNumber(each, format)] as const),
  ['number invalid anywhere', explainNumber({ code: 'invalid', region: null }, format)],
  ...Object.values(COMMAND).map((each) => [`command ${each.code}`, explainCommand(each)] as const),
  ...Object.values(SERVER).map((each) => [`server ${each.code}`, explainServer(each)] as const),
  ...Object.values(VAULT).map((each) => [`PIN ${each.code}`, explainUnlock({ code: 'vault', failure: each })] as const),
  ...Object.values(SIGN_IN).map((each) => [`sign-in ${each.code}`, explainSignIn(each)] as const),
  [
    'sign-in at a silent address',
    explainSignIn({ code: 'vicidial', failure: VICIDIAL.unreachable }, 'https://x.example'),
  ],
];

const texts: LocaleFile = english;
const textOf = (key: string) => (texts[key] ?? texts[`${key}_other`])?.message;

describe('every problem', () => {
  it.each(EXPLAINED)('%s has its sentence', (_name, { key }) => {
    expect(textOf(key)).toMatch(/^[A-Z“$].*[.?2]$/);
  });

  it.each(EXPLAINED)('%s fills the places of its sentence, no more and no less', (_name, { key, substitutions }) => {
    const places = new Set(textOf(key)?.match(/\$\d/g));
    expect(substitutions.length).toBe(places.size);
  });

  it('has a sentence of its own', () => {
    const own = Object.values(VICIDIAL).map((each) => explainVicidial(each).key);
    expect(own.filter((key, index) => own.indexOf(key) !== index)).toEqual([]);
  });
});

describe('ways out', () => {
  it('never offer to repeat a refused password', () => {
    const refused = [VICIDIAL.badCredentials, VICIDIAL.lockedOut];
    expect(refused.map((each) => explainVicidial(each).action)).toEqual([{ kind: 'signIn' }, { kind: 'signIn' }]);
  });

  it('lead to the agent screen where its boxes say why', () => {
    expect(explainDial(DIAL.screenRefusedOrHeld, format).action).toEqual({ kind: 'showScreen' });
  });

  it.each([
    ['previewNotAllowed', 'previewSkip', 'commandPreviewNotAllowed', { kind: 'showScreen' }],
    ['previewNotAllowed', 'previewDial', 'commandPreviewNotAllowed', { kind: 'showScreen' }],
    ['previewSkipNotAllowed', 'previewSkip', 'commandPreviewSkipNotAllowed', null],
  ] as const)('speak of the lead on preview where %s is the answer to %s', (code, command, key, action) => {
    expect(explainCommand({ code: 'vicidial', command, failure: { code } })).toMatchObject({ key, action });
    expect(explainDial({ code: 'vicidial', failure: { code } }, format).key).toContain('fail');
  });

  it('name the host that is to be allowed', () => {
    expect(explainCommand(COMMAND.webphoneHostUnknown).action).toEqual({
      kind: 'allowHost',
      host: 'phone.example.com',
    });
  });

  it('are left away where the form itself is the way out', () => {
    expect(Object.values(SIGN_IN).map((each) => explainSignIn(each).action)).toEqual([null, null, null, null]);
  });
});

describe('values inside sentences', () => {
  it('are written as people write them', () => {
    expect(explainDial(DIAL.busyDialling, format).substitutions).toEqual(['<+14155552671>']);
    expect(explainDial(DIAL.callRunning, format).substitutions).toEqual(['<+14155552671>']);
    expect(explainNumber(NUMBER.invalid, format).substitutions).toEqual(['<US>']);
  });
});

describe('an answer of another version', () => {
  it('is a bug and not an empty sentence', () => {
    expect(() => explainVicidial({ code: 'new' } as unknown as VicidialFailure)).toThrow('No text for {"code":"new"}');
  });
});
