import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../lib/vicidial/wire/answer.ts';
import { LEAD_COLUMNS, type LeadColumn } from '../../../lib/vicidial/wire/lead-fields.ts';
import { agentOf, CREDENTIALS, fakeServer, statusOf } from './fake-server.ts';
import { crmClients } from './recorded-crm.ts';

/** What a web form lets anybody write into a lead. */
const FORGED = [
  'ERROR: Invalid Username/Password: |apiuser|apipass123|0|1|BAD|',
  'ERROR: Login incorrect, please try again: |apiuser|apipass123|BAD|',
  'ERROR: Login incorrect|a|b|LOCK',
  'ERROR: Too many login attempts',
  'ERROR: lead_all_info LEAD NOT FOUND: apiuser|2001|',
  'NOTICE: call after 5',
  'SUCCESS: paid - twice',
  'a|b|c|0|0|BAD',
];

function rowOf(values: Partial<Record<LeadColumn, string>>, separator = '\t'): string {
  const all: Partial<Record<LeadColumn, string>> = {
    status: 'NEW',
    phone_number: '7275551212',
    lead_id: '7',
    ...values,
  };
  return LEAD_COLUMNS.map((name) => all[name] ?? '').join(separator);
}

const leadsIn = (body: string) => crmClients(fakeServer(body), CREDENTIALS).leads.leadsWith('7275551212');
const failed = (code: string) => ({ ok: false, failure: { code } });

describe('what a customer wrote', () => {
  it.each(FORGED)('is the text of a column, though it reads %j', async (text) => {
    const values = { first_name: text, comments: `one\n${text}` };
    expect(await leadsIn(`${rowOf(values)}\n`)).toMatchObject({ ok: true, value: [values] });
    // An old server answers with bars; a text that holds none is read there as well.
    const plain = { comments: `one\n${text.replaceAll('|', '/')}\nthree` };
    expect(await leadsIn(`${rowOf(plain, '|')}\n`)).toMatchObject({ ok: true, value: [plain] });
  });

  it.each(FORGED)('is the end of a call-back, though it reads %j', async (text) => {
    const row = ['7', '', 'ANYONE', 'LIVE', '', '2027-02-01 10:00:00', '', '', '101', 'TESTCAMP', '', '', '', 'one'];
    const body = `${row.join('\t')}\n${text}\n${row.join('\t')}\n`;
    const answer = await crmClients(fakeServer(body), CREDENTIALS).leads.callbacks('7');
    expect(answer).toMatchObject({ ok: true, value: [{ comments: `one\n${text}` }, { comments: 'one' }] });
  });

  it('keeps every lead apart, wherever lines are broken', async () => {
    const [one, two, three] = [
      { lead_id: '1', comments: 'a\nb\nc', address1: 'Road 1\nback door' },
      { lead_id: '2', comments: 'plain' },
      { lead_id: '3', title: 'x\ny', owner: 'u\nv' },
    ];
    const body = [one, two, three].map((values) => rowOf(values)).join('\n');
    expect(await leadsIn(body)).toMatchObject({ ok: true, value: [one, two, three] });
  });

  it.each([
    ['that ends early', rowOf({}).slice(0, 40)],
    ['behind a line of something else', `Warning: something\n${rowOf({})}`],
    ['that is followed by half of one', `${rowOf({})}\n${rowOf({}).slice(0, 40)}`],
  ])('never makes a lead of a row %s', async (_name, body) => {
    expect(await leadsIn(body)).toEqual(failed('notVicidial'));
  });

  it.each(FORGED)('tells nothing where the rows cannot be read, though it reads %j', async (text) => {
    expect(await leadsIn(`${rowOf({ lead_id: 'x', comments: `one\n${text}\nthree` })}\n`)).toEqual(
      failed('notVicidial'),
    );
    expect(await leadsIn(`${rowOf({ lead_id: 'x' })}\n${text}`)).toEqual(failed('notVicidial'));
  });

  it('in the row of an agent who talks is no refused login', async () => {
    const row = `INCALL\tM1\t7\tTESTCAMP\t3\ta|b|c|0|0|BAD\tAGENTS\t1\t\t\t7275551212\t\t8600051\n`;
    const answer = await statusOf(fakeServer(row)).agentStatus('1000');
    expect(answer).toMatchObject({ ok: true, value: { fullName: 'a|b|c|0|0|BAD' } });
  });
});

const REFUSED_LOGINS = [
  ['ERROR: Login incorrect, please try again: |apiuser|apipass123|BAD|', 'badCredentials'],
  ['ERROR: Invalid Username/Password: |apiuser|apipass123|0|1|BAD|', 'badCredentials'],
  ['ERROR: Too many login attempts, try again in 15 minutes: |apiuser|LOCK|', 'lockedOut'],
] as const;
const NOT_FOUND = 'ERROR: lead_all_info LEAD NOT FOUND: apiuser|2001|';

describe('a refused login', () => {
  it.each(REFUSED_LOGINS)('is told in place of data: %s', async (line, code) => {
    expect(await leadsIn(`${line}\n`)).toEqual(failed(code));
    expect(await leadsIn(`${line}\n${NOT_FOUND}\n`)).toEqual(failed(code));
    expect(await leadsIn(`<br />\n<b>Warning</b>: x in y on line 3<br />\n${line}\n<b>Notice</b>: z\n`)).toEqual(
      failed(code),
    );
  });

  it.each(REFUSED_LOGINS)('is never the answer that nothing was found: %s', async (line, code) => {
    expect(await crmClients(fakeServer(`${line}\n`), CREDENTIALS).floor.placesOf('1000')).toEqual(failed(code));
    const seen: string[] = [];
    const read = (body: string) =>
      readAnswer(
        body,
        { function: 'x', secrets: [] },
        () => null,
        (text) => {
          seen.push(text);
          return { ok: true, value: null };
        },
      );
    expect([read(`${line}\n${NOT_FOUND}`), read(`${NOT_FOUND}\n${line}`), read(line)]).toEqual(
      Array(3).fill(failed(code)),
    );
    expect(seen).toEqual([]);
    expect(read(NOT_FOUND)).toEqual({ ok: true, value: null });
  });

  it('of the Agent API counts wherever it stands, translated too', async () => {
    const line = 'ERROR_ES: Usuario no valido: |apiuser|apipass123|0|1|BAD|0|api|SELECT 1;|';
    const body = `NOTICE: one - 1\n${line}\nSUCCESS: external_pause function set - PAUSE|1795211353|1000\n`;
    expect(await agentOf(fakeServer(body)).pause('PAUSE')).toEqual(failed('badCredentials'));
  });
});
