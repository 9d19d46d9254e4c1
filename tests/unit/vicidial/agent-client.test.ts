import { describe, expect, it } from 'vitest';
import type { AgentClient, TransferRequest } from '../../../lib/vicidial/client.ts';
import { agentOf, CREDENTIALS, fakeServer, sentParams } from './fake-server.ts';

const DIAL = { callingCode: '1', nationalNumber: '7275551212' };
const COMMON = { source: 'dialside', user: 'apiuser', pass: 'apipass123', agent_user: '1000' };
const DIALLED = { value: '7275551212', phone_code: '1', search: 'YES', preview: 'NO', focus: 'NO' };

type Ask = (client: AgentClient) => Promise<unknown>;

describe('what each function sends', () => {
  it.each<[string, Ask, Record<string, string>]>([
    ['external_dial', (c) => c.dial(DIAL), DIALLED],
    [
      'external_dial',
      (c) => c.dial({ ...DIAL, preview: true, search: false }),
      { ...DIALLED, search: 'NO', preview: 'YES' },
    ],
    ['external_dial', (c) => c.dial({ ...DIAL, vendorId: 'CRM-77_a.b' }), { ...DIALLED, vendor_id: 'CRM-77_a.b' }],
    ['external_dial', (c) => c.dial({ ...DIAL, leadId: '2001' }), { ...DIALLED, lead_id: '2001', alt_dial: 'SEARCH' }],
    ['external_pause', (c) => c.pause('RESUME'), { value: 'RESUME' }],
    ['pause_code', (c) => c.pauseCode('LUNCH'), { value: 'LUNCH' }],
    ['external_hangup', (c) => c.hangup(), { value: '1' }],
    ['external_status', (c) => c.disposition('SALE'), { value: 'SALE' }],
    [
      'external_status',
      (c) => c.disposition('CALLBK', { at: '2027-01-25 12:00:00', type: 'USERONLY', comments: '  "Zoë"; call! ' }),
      {
        value: 'CALLBK',
        callback_datetime: '2027-01-25 12:00:00',
        callback_type: 'USERONLY',
        callback_comments: 'Zoe call',
      },
    ],
    [
      'external_status',
      (c) => c.disposition('CALLBK', { at: '2027-01-25 12:00:00', type: 'ANYONE', comments: '!!!' }),
      { value: 'CALLBK', callback_datetime: '2027-01-25 12:00:00', callback_type: 'ANYONE' },
    ],
    ['recording', (c) => c.recording('START'), { value: 'START' }],
    ['recording', (c) => c.recordingState(), { value: 'STATUS' }],
    ['webphone_url', (c) => c.webphoneUrl(), { value: 'DISPLAY' }],
    ['call_agent', (c) => c.callAgent(), { value: 'CALL' }],
    ['logout', (c) => c.logout(), { value: 'LOGOUT' }],
    ['preview_dial_action', (c) => c.preview('SKIP'), { value: 'SKIP' }],
    ['send_dtmf', (c) => c.sendDtmf('1*2#,'), { value: '1S2PQ' }],
    ['park_call', (c) => c.park('GRAB_CUSTOMER'), { value: 'GRAB_CUSTOMER' }],
    ['transfer_conference', (c) => c.transfer({ action: 'HANGUP_BOTH' }), { value: 'HANGUP_BOTH' }],
    [
      'transfer_conference',
      (c) => c.transfer({ action: 'DIAL_WITH_CUSTOMER', phoneNumber: '919998888112', dialOverride: true }),
      { value: 'DIAL_WITH_CUSTOMER', phone_number: '919998888112', dial_override: 'YES' },
    ],
    [
      'transfer_conference',
      (c) => c.transfer({ action: 'PARK_CUSTOMER_DIAL', consultativeIngroup: 'SALESLINE' }),
      { value: 'PARK_CUSTOMER_DIAL', ingroup_choices: 'SALESLINE', consultative: 'YES' },
    ],
    [
      'transfer_conference',
      (c) => c.transfer({ action: 'LOCAL_CLOSER', ingroup: 'AGENTDIRECT', agent: '1000' }),
      { value: 'LOCAL_CLOSER', ingroup_choices: 'AGENTDIRECT', phone_number: '1000' },
    ],
    ['calls_in_queue_count', (c) => c.callsInQueue(), { value: 'DISPLAY' }],
  ])('%s, %s', async (name, ask, params) => {
    const server = fakeServer('');
    await ask(agentOf(server));
    expect(sentParams(server)).toEqual({ ...COMMON, function: name, ...params });
  });

  it('st_get_agent_active_lead names the agent by its custom field alone', async () => {
    const server = fakeServer('');
    await agentOf(server).activeLead('CRM-AG1000');
    const { agent_user, ...common } = COMMON;
    expect(sentParams(server)).toEqual({
      ...common,
      function: 'st_get_agent_active_lead',
      value: 'CRM-AG1000',
      vendor_id: 'dialside',
    });
  });

  it('version carries no credentials', async () => {
    const server = fakeServer('');
    expect(await agentOf(server).version()).toEqual({ ok: false, failure: { code: 'notVicidial' } });
    expect(sentParams(server)).toEqual({ function: 'version' });
  });
});

it('a comment is cut at the 200 characters VICIdial keeps', async () => {
  const server = fakeServer('');
  await agentOf(server).disposition('CALLBK', { at: '2027-01-25 12:00:00', type: 'ANYONE', comments: 'c'.repeat(300) });
  expect(sentParams(server).callback_comments).toBe('c'.repeat(200));
});

describe('inputs that are refused here', () => {
  const transfer =
    (request: TransferRequest): Ask =>
    (c) =>
      c.transfer(request);

  it.each<[string, string, Ask]>([
    ['phone_code', 'empty', (c) => c.dial({ ...DIAL, callingCode: '' })],
    ['phone_code', 'badCharacters', (c) => c.dial({ ...DIAL, callingCode: '+1' })],
    ['phone_code', 'badCharacters', (c) => c.dial({ ...DIAL, callingCode: '1X' })],
    ['phone_code', 'tooLong', (c) => c.dial({ ...DIAL, callingCode: '1234' })],
    ['value', 'empty', (c) => c.dial({ ...DIAL, nationalNumber: '' })],
    ['value', 'tooShort', (c) => c.dial({ ...DIAL, nationalNumber: '911' })],
    ['value', 'tooLong', (c) => c.dial({ ...DIAL, nationalNumber: '12345678901234567' })],
    ['value', 'badCharacters', (c) => c.dial({ ...DIAL, nationalNumber: '727-555-1212' })],
    ['value', 'badCharacters', (c) => c.dial({ ...DIAL, nationalNumber: '٧٢٧٥٥٥١٢١٢' })],
    ['value', 'badCharacters', (c) => c.dial({ ...DIAL, nationalNumber: 'MANUALNEXT' })],
    ['value', 'badCharacters', (c) => c.dial({ ...DIAL, nationalNumber: '7275551212\n' })],
    ['vendor_id', 'empty', (c) => c.dial({ ...DIAL, vendorId: '' })],
    ['vendor_id', 'tooLong', (c) => c.dial({ ...DIAL, vendorId: 'V'.repeat(21) })],
    ['vendor_id', 'badCharacters', (c) => c.dial({ ...DIAL, vendorId: 'A!B' })],
    ['vendor_id', 'badCharacters', (c) => c.dial({ ...DIAL, vendorId: "O'Neil" })],
    ['vendor_id', 'badCharacters', (c) => c.dial({ ...DIAL, vendorId: 'A|B' })],
    ['lead_id', 'badCharacters', (c) => c.dial({ ...DIAL, leadId: '20a1' })],
    ['lead_id', 'empty', (c) => c.dial({ ...DIAL, leadId: '' })],
    ['pause_code', 'empty', (c) => c.pauseCode('')],
    ['pause_code', 'tooLong', (c) => c.pauseCode('TOOLONG')],
    ['pause_code', 'badCharacters', (c) => c.pauseCode('A|B')],
    ['status', 'empty', (c) => c.disposition('')],
    ['status', 'tooLong', (c) => c.disposition('NOTREAL')],
    ['status', 'badCharacters', (c) => c.disposition('A!B')],
    ['status', 'notAllowed', (c) => c.disposition('---')],
    ['callback_datetime', 'empty', (c) => c.disposition('CALLBK', { at: '', type: 'ANYONE' })],
    [
      'callback_datetime',
      'badCharacters',
      (c) => c.disposition('CALLBK', { at: '2027-01-25T12:00:00', type: 'ANYONE' }),
    ],
    ['callback_datetime', 'badCharacters', (c) => c.disposition('CALLBK', { at: '2027-01-25 12:00', type: 'ANYONE' })],
    ['callback_datetime', 'notAllowed', (c) => c.disposition('CALLBK', { at: '2027-02-30 12:00:00', type: 'ANYONE' })],
    ['callback_datetime', 'notAllowed', (c) => c.disposition('CALLBK', { at: '2027-01-25 24:00:00', type: 'ANYONE' })],
    ['callback_datetime', 'notAllowed', (c) => c.disposition('CALLBK', { at: '2027-13-01 12:00:00', type: 'ANYONE' })],
    ['tones', 'empty', (c) => c.sendDtmf('')],
    ['tones', 'badCharacters', (c) => c.sendDtmf('12S')],
    ['tones', 'tooLong', (c) => c.sendDtmf('1'.repeat(51))],
    ['phone_number', 'empty', transfer({ action: 'BLIND_TRANSFER', phoneNumber: '' })],
    ['phone_number', 'badCharacters', transfer({ action: 'BLIND_TRANSFER', phoneNumber: '+17275551212' })],
    ['ingroup_choices', 'badCharacters', transfer({ action: 'LOCAL_CLOSER', ingroup: 'SALES LINE' })],
    ['agent_user', 'badCharacters', transfer({ action: 'LOCAL_CLOSER', ingroup: 'AGENTDIRECT', agent: '10.00' })],
    ['custom_three', 'empty', (c) => c.activeLead('')],
    ['custom_three', 'badCharacters', (c) => c.activeLead('a|b')],
  ])('%s is %s', async (field, problem, ask) => {
    const server = fakeServer('');
    expect(await ask(agentOf(server))).toEqual({ ok: false, failure: { code: 'refusedInput', field, problem } });
    expect(server.requests).toHaveLength(0);
  });

  it.each([
    ['agent_user', 'tooShort', '1', CREDENTIALS],
    ['agent_user', 'badCharacters', '10 00', CREDENTIALS],
    ['agent_user', 'badCharacters', '1000é', CREDENTIALS],
    ['user', 'badCharacters', '1000', { user: 'api@user', password: 'apipass123' }],
    ['user', 'empty', '1000', { user: '', password: 'apipass123' }],
    ['pass', 'empty', '1000', { user: 'apiuser', password: '' }],
  ])('%s is %s for every call', async (field, problem, agentUser, credentials) => {
    const server = fakeServer('');
    const answer = await agentOf(server, agentUser, credentials).hangup();
    expect(answer).toEqual({ ok: false, failure: { code: 'refusedInput', field, problem } });
    expect(server.requests).toHaveLength(0);
  });
});

describe('what the server says it has set', () => {
  const dialled = (fields: string) => `SUCCESS: external_dial function set - ${fields}|YES|NO|NO||1795211353||||\n`;

  it.each([
    ['7275551212|1000|1', { ok: true, value: { epochSeconds: 1795211353 } }],
    ['17275551212|1000|1', { ok: false, failure: { code: 'echoMismatch' } }],
    ['727555121|1000|1', { ok: false, failure: { code: 'echoMismatch' } }],
    ['7275551212|1001|1', { ok: false, failure: { code: 'echoMismatch' } }],
    ['7275551212|1000|', { ok: false, failure: { code: 'echoMismatch' } }],
    ['7275551212|1000|44', { ok: false, failure: { code: 'echoMismatch' } }],
  ])('a dial of %s', async (fields, answer) => {
    expect(await agentOf(fakeServer(dialled(fields))).dial(DIAL)).toEqual(answer);
  });

  it.each([
    ['MAIN', 'YES', { ok: true, value: { epochSeconds: 1795211353 } }],
    ['MAIN', 'NO', { ok: false, failure: { code: 'echoMismatch' } }],
    ['ALT', 'YES', { ok: false, failure: { code: 'echoMismatch' } }],
    ['ADDR3', 'YES', { ok: false, failure: { code: 'echoMismatch' } }],
    ['', 'YES', { ok: false, failure: { code: 'echoMismatch' } }],
  ])('a preview of a lead whose number is in %j, shown: %s', async (column, shows, answer) => {
    const server = fakeServer(
      `SUCCESS: external_dial function set - 7275551212|1000|1|YES|${shows}|NO||1795211353||||${column}\n`,
    );
    expect(await agentOf(server).dial({ ...DIAL, leadId: '2001', preview: true })).toEqual(answer);
  });

  it('compares users as VICIdial does, without case', async () => {
    expect((await agentOf(fakeServer(dialled('7275551212|Anna|1')), 'anna').dial(DIAL)).ok).toBe(true);
  });

  const at = '2027-01-25 12:00:00';
  it.each([
    ['CALLBK', { ok: true, value: { callbackStored: false } }],
    [`CALLBK!${at}!USERONLY!x!`, { ok: true, value: { callbackStored: true } }],
    ['CALLBK!!!!77', { ok: true, value: { callbackStored: false } }],
    [`CALLBK!2027-01-26 12:00:00!USERONLY!x!`, { ok: false, failure: { code: 'echoMismatch' } }],
    [`CALLBK!${at}!ANYONE!x!`, { ok: false, failure: { code: 'echoMismatch' } }],
    [`SALE!${at}!USERONLY!x!`, { ok: false, failure: { code: 'echoMismatch' } }],
  ])('a callback stored as %s', async (stored, answer) => {
    const server = fakeServer(`SUCCESS: external_status function set - ${stored}|1000\n`);
    expect(await agentOf(server).disposition('CALLBK', { at, type: 'USERONLY' })).toEqual(answer);
  });

  it('a transfer to another number is told', async () => {
    const server = fakeServer('SUCCESS: transfer_conference function set - BLIND_TRANSFER||7275550199|NO|1000|M1|\n');
    const answer = await agentOf(server).transfer({ action: 'BLIND_TRANSFER', phoneNumber: '7275550188' });
    expect(answer).toEqual({ ok: false, failure: { code: 'echoMismatch' } });
  });

  it('a recording state is read from a line with a carriage return too', async () => {
    const server = fakeServer('NOTICE: not recording - 1000|||||192.0.2.1|8600051|PAUSED\r\n');
    expect(await agentOf(server).recordingState()).toMatchObject({ ok: true, value: { liveStatus: 'PAUSED' } });
  });

  it.each(['NOTICE: not recording - 1000|||||192.0.2.1|8600051|NAPPING', 'NOTICE: something else - PAUSED'])(
    'a recording state of %j is not read',
    async (body) => {
      expect((await agentOf(fakeServer(body)).recordingState()).ok).toBe(false);
    },
  );
});

describe('the webphone address', () => {
  const ask = (body: string) => agentOf(fakeServer(body)).webphoneUrl();

  it.each([
    ['https://phone.example.com/x?phone_pass=c2VjcmV0', 'https://phone.example.com/x?phone_pass=c2VjcmV0'],
    ['  https://phone.example.com/x \n', 'https://phone.example.com/x'],
    ['http://localhost:8090/phone', 'http://localhost:8090/phone'],
    ['http://127.0.0.1/phone', 'http://127.0.0.1/phone'],
    ['http://[::1]/phone', 'http://[::1]/phone'],
  ])('%j is taken', async (body, value) => {
    expect(await ask(body)).toEqual({ ok: true, value });
  });

  it.each([
    ['http://phone.example.com/x?phone_pass=c2VjcmV0', 'notHttps'],
    ['http://192.168.1.5/x', 'notHttps'],
    ['https://user:c2VjcmV0@phone.example.com/', 'credentials'],
    ['https://user@phone.example.com/', 'credentials'],
    ['https://', 'notUrl'],
    ['https://phone.example.com/a b', 'notUrl'],
    ['https://phone.example.com/a\nhttps://evil.example/', 'notUrl'],
    ['https://phone.example.com/"><script>', 'notUrl'],
    ['httpx://phone.example.com/', 'notHttps'],
  ])('%j is refused', async (body, problem) => {
    expect(await ask(body)).toEqual({ ok: false, failure: { code: 'webphoneUrlInvalid', problem } });
  });

  it.each(['javascript:alert(1)', '//phone.example.com/', '<META HTTP-EQUIV=Refresh CONTENT="0; URL=https://x/">'])(
    '%j is no address',
    async (body) => {
      expect(await ask(body)).toEqual({ ok: false, failure: { code: 'notVicidial' } });
    },
  );
});
