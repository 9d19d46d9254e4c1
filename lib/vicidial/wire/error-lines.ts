import type { VicidialFailure } from '../failure.ts';
import { reasonOf } from './redaction.ts';

/** What was asked, for failures that name the function, and for keeping the password out of them. */
export interface Asked {
  readonly function: string;
  readonly secrets: readonly string[];
  /** The answer may be rows that hold what customers wrote: see {@link readAnswer}. */
  readonly isData?: boolean;
}

/** Fields of a refused Agent API login: user, password, password accepted, agent-API flag, reason. A row has tabs in front of them. */
const AGENT_LOGIN = /^[^|\t]*\|[^|\t]*\|[^|\t]*\|([01])\|([01])\|(BAD|GOOD|LOCK|IPBLOCK|ERRSERVERS|2FA)\b/;

/**
 * The failure of a refused login; null for any other line. Both endpoints echo user and password in the line, the Agent
 * API its SQL as well; neither can hold a bar, so fields are counted from the start. The Agent API's line is known by
 * its fields too, because its words are translated where the site's language is not English.
 */
export function authFailure(line: string): VicidialFailure | null {
  const login = AGENT_LOGIN.exec(line);
  if (login) {
    const [, accepted, apiFlag, reason] = login;
    return { code: accepted === '1' && apiFlag === '0' ? 'noApiAccess' : loginCode(reason) };
  }
  return refusedLogin(line);
}

/** The same for a line of the Non-Agent API, whose words are never translated. */
export function refusedLogin(line: string): VicidialFailure | null {
  const text = line.trimStart();
  if (text.startsWith('ERROR: Invalid Username/Password')) return { code: 'badCredentials' };
  if (text.startsWith('ERROR: Login incorrect')) return { code: loginCode(text.split('|')[3]) };
  if (text.startsWith('ERROR: Too many login attempts')) return { code: 'lockedOut' };
  if (text.startsWith('ERROR: Your IP Address is not allowed')) return { code: 'addressBlocked' };
  return null;
}

/** Anything unknown counts as a wrong password: nothing may be tried again without a person's word. */
function loginCode(reason: string | undefined) {
  switch (reason) {
    case 'LOCK':
      return 'lockedOut';
    case 'IPBLOCK':
      return 'addressBlocked';
    case 'ERRSERVERS':
      return 'noActiveServer';
    case '2FA':
      return 'twoFactorRequired';
    default:
      return 'badCredentials';
  }
}

/** Starts of ERROR lines, the function's own name in front left out. Other revisions differ in what follows. */
const PLAIN: readonly (readonly [start: string, failure: VicidialFailure])[] = [
  ['Invalid Source', { code: 'invalidSource' }],
  ['System API NOT ACTIVE', { code: 'apiOff' }],
  ['agent_user is not logged in', { code: 'notLoggedIn' }],
  ['user not logged in', { code: 'notLoggedIn' }],
  ['AGENT NOT LOGGED IN', { code: 'notLoggedIn' }],
  ['AGENT NOT FOUND', { code: 'agentNotFound' }],
  ['no user found', { code: 'agentNotFound' }],
  ['agent_user is not paused', { code: 'notPaused' }],
  ['error - agent is not paused', { code: 'notPaused' }],
  ['agent is not paused', { code: 'alreadyReady' }],
  ['agent_user is not allowed to place manual dial calls', { code: 'manualDialNotAllowed' }],
  ['phone_number is already in this agents manual dial queue', { code: 'alreadyQueued' }],
  ['caller_id_number from group_alias is not valid', { code: 'groupAliasInvalid' }],
  ['group_alias is not valid', { code: 'groupAliasInvalid' }],
  ['outbound_cid is not allowed on this system', { code: 'outboundCallerIdNotAllowed' }],
  ['cid_choice is not valid', { code: 'callerIdChoiceInvalid' }],
  ['lead_id is not valid', { code: 'leadNotFound' }],
  ['phone number lead_id search not found', { code: 'leadNumberInvalid' }],
  ['phone number is not valid', { code: 'leadNumberInvalid' }],
  ['agent_user does not have a lead on their screen', { code: 'noLeadOnScreen' }],
  ['no active lead found', { code: 'noLeadOnScreen' }],
  ['agent_user does not have a live call', { code: 'noLiveCall' }],
  ['agent_user has current active 3-way call', { code: 'threeWayActive' }],
  ['ingroup is not valid', { code: 'ingroupInvalid' }],
  ['preview dialing not allowed on this campaign', { code: 'previewNotAllowed' }],
  ['preview dial skipping not allowed on this campaign', { code: 'previewSkipNotAllowed' }],
  ['alt number dialing not allowed on this campaign', { code: 'altDialNotAllowed' }],
  ['stop recording error', { code: 'notRecording' }],
  ['error - webphone url is empty', { code: 'webphoneEmpty' }],
  ['error - entry is empty', { code: 'noPhoneEntry' }],
  ['error - no session data', { code: 'noSessionData' }],
  ['USER NOT FOUND', { code: 'agentNotFound' }],
  ['AGENT USER DOES NOT EXIST', { code: 'agentNotFound' }],
  ['LEAD NOT FOUND', { code: 'leadNotFound' }],
  ['NO MATCHES FOUND', { code: 'leadNotFound' }],
  ['switch-to lead not found', { code: 'leadNotFound' }],
  ['CAMPAIGN DOES NOT EXIST', { code: 'campaignNotFound' }],
  ['THIS CAMPAIGN DOES NOT EXIST', { code: 'campaignNotFound' }],
  ['NOT A DEFINED LIST ID', { code: 'listNotAllowed' }],
  ['NOT AN ALLOWED LIST ID', { code: 'listNotAllowed' }],
  ['INVALID PHONE NUMBER', { code: 'phoneNumberRefused' }],
  ['THIS IS NOT A VALID CALL TIME', { code: 'callTimeUnknown' }],
  ['agent call is not inbound', { code: 'callNotInbound' }],
  ['campaign does not allow inbound lead search', { code: 'leadSearchOff' }],
  ['campaign does not allow inbound calls', { code: 'inboundOff' }],
  ['campaign dial_method does not allow outbound autodial', { code: 'autoDialOff' }],
  ['current call does not match lead_id submitted', { code: 'otherLeadOnScreen' }],
  ['error - no audio playing in agent session', { code: 'nothingPlaying' }],
  ['Agent API Notifications are disabled', { code: 'notificationsOff' }],
  ['ingroup does not exist', { code: 'ingroupInvalid' }],
];

/** Starts of ERROR lines whose failure names the function. */
const NAMED: readonly (readonly [start: string, code: 'unknownFunction' | 'notPermitted' | 'invalidParameters'])[] = [
  ['NO FUNCTION SPECIFIED', 'unknownFunction'],
  ['auth USER DOES NOT HAVE PERMISSION', 'notPermitted'],
  ['USER DOES NOT HAVE PERMISSION', 'notPermitted'],
  ['not valid - ', 'invalidParameters'],
  ['value is not valid', 'invalidParameters'],
  ['INVALID SEARCH PARAMETERS', 'invalidParameters'],
  // The name of another function stands in front of this one's refusal.
  ['call_status_stats USER DOES NOT HAVE PERMISSION', 'notPermitted'],
  ['user is not allowed to modify lead information', 'notPermitted'],
  ['user is not allowed to change agent in-groups', 'notPermitted'],
  ['user is not allowed to modify campaign settings', 'notPermitted'],
  ['NO VALID SEARCH METHOD', 'invalidParameters'],
  ['NO VALID PHONE NUMBERS DEFINED', 'invalidParameters'],
  ['NO ENTRY TYPE DEFINED', 'invalidParameters'],
  ['YOU MUST USE ALL REQUIRED FIELDS', 'invalidParameters'],
  ['agent_user not valid', 'invalidParameters'],
  ['no fields have been defined', 'invalidParameters'],
  ['no panels have been defined', 'invalidParameters'],
  ['ingroup_choices are required', 'invalidParameters'],
  ['Missing recipient or recipient_type', 'invalidParameters'],
  ['invalid request', 'invalidParameters'],
];

/** The failure an ERROR line stands for, from its text after the word. The function named is the one that was asked. */
export function failureOf(text: string, asked: Asked): VicidialFailure {
  const name = `${asked.function} `;
  const own = text.startsWith(name) ? text.slice(name.length) : text;
  const plain = PLAIN.find(([start]) => own.startsWith(start));
  if (plain) return plain[1];
  const named = NAMED.find(([start]) => own.startsWith(start));
  if (named) return { code: named[1], function: asked.function };
  return { code: 'otherError', function: asked.function, reason: reasonOf(text, asked.secrets) };
}
