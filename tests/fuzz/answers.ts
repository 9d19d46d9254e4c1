import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isLiveStatus } from '../../lib/vicidial/wire/live-status.ts';
import { fakeServer } from '../unit/vicidial/fake-server.ts';
import { EVERY_FUNCTION, RECORDED_CASES } from '../unit/vicidial/recorded.ts';
import { EVERY_CRM_FUNCTION } from '../unit/vicidial/recorded-crm.ts';
import { type FuzzTarget, fuzzTarget } from './fuzz-target.ts';
import { applyEdits, editsWith, hostileMark, hostileText } from './hostile-text.ts';
import { assertNoSecret, PASSWORD_SIGN, password, plantSecrets, printing, WEBPHONE_SIGN } from './planted-secrets.ts';

const WORDS = ['ERROR: ', 'SUCCESS: ', 'NOTICE: ', 'EXITO: ', 'VERSION: ', 'http', 'ERROR: external_dial '];
const inserted = fc.oneof(
  fc.constantFrom(...WORDS, PASSWORD_SIGN, WEBPHONE_SIGN, `ERROR: ${PASSWORD_SIGN}`, `SUCCESS: ${WEBPHONE_SIGN}`),
  hostileMark,
);

const recorded = fc.constantFrom(...RECORDED_CASES).map(({ response, request }) =>
  // The password that was recorded stands where the real program printed it.
  request.pass ? response.replaceAll(request.pass, PASSWORD_SIGN) : response,
);

const answer = fc
  .record({
    text: fc.oneof(
      { weight: 8, arbitrary: recorded },
      // The one kind of line of which words are told.
      { weight: 4, arbitrary: hostileText.map((words) => `ERROR: ${words}${PASSWORD_SIGN}${words}`) },
      { weight: 1, arbitrary: hostileText },
    ),
    edits: editsWith(inserted),
    password,
    way: printing,
    ask: fc.nat(EVERY_FUNCTION.length - 1),
  })
  .map(({ text, edits, password: secret, way, ask }) => ({
    body: plantSecrets(applyEdits(text, edits), secret, way),
    secret,
    ask,
  }));

/** What the server is free to write into a value, shown to nobody but the agent: its rows, its versions, the webphone. */
const SERVERS_WORDS: ReadonlySet<string> = new Set([
  ...['callId', 'leadId', 'campaign', 'fullName', 'pauseCode', 'subStatus', 'phoneNumber', 'vendorLeadCode'],
  ...['user', 'recordingId', 'startedAt', 'version', 'build', 'localTime'],
]);
const PROGRAMS_WORDS: ReadonlySet<string> = new Set(['code', 'function', 'field', 'problem']);

function keepsFailure(failure: object, secret: string): void {
  for (const [name, value] of Object.entries(failure)) {
    if (PROGRAMS_WORDS.has(name)) assert.match(String(value), /^[A-Za-z_]{1,40}$/);
    else assertNoSecret(String(value), secret);
  }
}

function keepsValue(value: unknown): void {
  if (typeof value === 'string') {
    // The only bare text is the webphone's address: https, no credentials.
    assert.match(value, /^https?:\/\/[^@/]+\//);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [name, part] of Object.entries(value)) {
    if (SERVERS_WORDS.has(name)) assert.ok(part === null || typeof part === 'string', name);
    else if (typeof part === 'string') assert.ok(isLiveStatus(part), `${name}: ${part}`);
    else if (typeof part === 'number') assert.ok(Number.isSafeInteger(part) && part >= 0, `${name}: ${part}`);
  }
}

export const ANSWER_TARGETS: readonly FuzzTarget[] = [
  fuzzTarget('answers of the dialer', 2000, answer, async ({ body, secret, ask }) => {
    const result = await EVERY_FUNCTION[ask]!(fakeServer(body), { user: 'apiuser', password: secret });
    if (!result.ok) keepsFailure(result.failure, secret);
    // What a CRM reads of a lead is the server's to write, whatever it is.
    else if (!EVERY_CRM_FUNCTION.includes(EVERY_FUNCTION[ask]!)) keepsValue(result.value);
  }),
];
