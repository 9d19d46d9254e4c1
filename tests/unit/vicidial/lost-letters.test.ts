import { expect, it } from 'vitest';
import { LEAD_COLUMNS, type LeadFields } from '../../../lib/vicidial/wire/lead-fields.ts';
import { CREDENTIALS, fakeServer } from './fake-server.ts';
import { crmClients } from './recorded-crm.ts';

const ADDED = 'SUCCESS: add_lead LEAD HAS BEEN ADDED - 7275551212|101|3001|-5|apiuser\n';
const UPDATED = 'SUCCESS: update_lead LEAD HAS BEEN UPDATED - apiuser|3001|1|||\n';
const NOT_PERMITTED = 'ERROR: lead_all_info USER DOES NOT HAVE PERMISSION TO GET LEAD INFO: |apiuser|0|\n';
const NAMES = { first_name: 'José', last_name: 'Müller', city: 'Rome' };

/** A VICIdial that holds a lead like this, or answers so when it is read. */
function writerOn(stored: LeadFields | string) {
  const values: Readonly<Record<string, string>> = typeof stored === 'string' ? {} : { ...stored, lead_id: '3001' };
  const row = typeof stored === 'string' ? stored : LEAD_COLUMNS.map((name) => values[name] ?? '').join('\t');
  const server = fakeServer(({ body }) => {
    const name = new URLSearchParams(String(body)).get('function');
    return new Response(name === 'lead_all_info' ? row : name === 'add_lead' ? ADDED : UPDATED);
  });
  return { server, writer: crmClients(server, CREDENTIALS).writer };
}

it.each([
  [NAMES, []],
  [{ ...NAMES, first_name: 'Jos' }, ['first_name']],
  [{ first_name: 'Jos', last_name: 'Mller', city: 'Rom' }, ['first_name', 'last_name']],
  [NOT_PERMITTED, null],
] as const)('letters that VICIdial dropped are told: %j', async (stored, altered) => {
  expect(await writerOn(stored).writer.update('3001', NAMES)).toEqual({ ok: true, value: { altered } });
  const lead = { callingCode: '1', nationalNumber: '7275551212', listId: '101', fields: NAMES };
  const added = { outcome: 'added', leadId: '3001', altered };
  expect(await writerOn(stored).writer.add(lead)).toEqual({ ok: true, value: added });
});

it('a lead without such letters is written by one request', async () => {
  const { server, writer } = writerOn({});
  expect(await writer.update('3001', { first_name: "O'Neil", city: '' })).toEqual({ ok: true, value: {} });
  expect(server.requests).toHaveLength(1);
});
