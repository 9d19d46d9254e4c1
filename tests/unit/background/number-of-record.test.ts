import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createNumberChanges } from '../../../lib/background/records/number-changes.ts';
import { createNumberDetails } from '../../../lib/background/records/number-details.ts';
import { createServiceLogin } from '../../../lib/background/records/service-login.ts';
import { createSessionStore } from '../../../lib/session/session-store.ts';
import type { ServerUrl } from '../../../lib/vicidial/wire/server-url.ts';
import { createDialer, type Dialer } from '../../simulator/dialer.ts';
import { findUser, type Lead } from '../../simulator/world.ts';
import { signedInArea } from './rig.ts';

let dialer: Dialer;
beforeEach(async () => {
  dialer = await createDialer();
});
afterEach(() => dialer.close());

// Bert, of the recorded world: CRM-78, 7275551313.
const LEAD_ID = '2002';
const OTHER = { callingCode: '1', nationalNumber: '7275550099' };
const RECORD = { vendorCode: 'CRM-78' };
const LOGIN = { user: 'apiuser', password: 'apipass123' };

const bert = () => dialer.world.leads.find(({ lead_id }) => lead_id === LEAD_ID)!;
const asked = (name: string) => dialer.log.requests({ function: name });

async function createScene(change: Partial<Lead> = {}, login: typeof LOGIN | null = LOGIN) {
  Object.assign(bert(), { alt_phone: '', address3: '', ...change });
  const store = createSessionStore(await signedInArea());
  await store.load();
  const { connection } = store.current();
  await store.update({
    connection: connection && { ...connection, server: dialer.url as ServerUrl, statusCredential: login },
  });
  const service = createServiceLogin({ store, fetchIn: () => fetch, timeoutMs: 8_000 });
  const spaced = <T>(ask: () => Promise<T>) => ask();
  const details = createNumberDetails({ service, spaced, connection: () => store.current().connection, now: Date.now });
  let changed = 0;
  const changes = createNumberChanges({
    ...{ service, spaced, state: store.current, now: Date.now, newLeadList: async () => null },
    onChanged: () => void changed++,
  });
  return { details, changes, changed: () => changed };
}

describe('the lead of a record whose number is another', () => {
  it.each([
    ['free', {}],
    ['has', { alt_phone: OTHER.nationalNumber }],
    ['has', { address3: OTHER.nationalNumber }],
    ['taken', { alt_phone: '7275550001' }],
  ] as const)('is found by the CRM’s code, with its second place %s: %j', async (place, columns) => {
    const { details } = await createScene(columns);
    expect(await details.recordLead(OTHER, RECORD)).toEqual({ ok: true, value: { leadId: LEAD_ID, place } });
    expect([asked('lead_search').length, asked('lead_all_info').length]).toEqual([1, 1]);
  });

  it('is the one that the page names, which is not looked for', async () => {
    const { details } = await createScene();
    const answer = await details.recordLead(OTHER, { leadId: LEAD_ID, vendorCode: 'CRM-1' });
    expect(answer).toMatchObject({ ok: true, value: { leadId: LEAD_ID } });
    expect(asked('lead_search')).toEqual([]);
  });

  it.each([
    ['of another country', { ...OTHER, callingCode: '44' }, RECORD],
    ['of an unknown code', OTHER, { vendorCode: 'CRM-0' }],
    ['of a page that names neither', OTHER, {}],
  ])('is none %s', async (_what, number, record) => {
    const { details } = await createScene();
    expect(await details.recordLead(number, record)).toEqual({ ok: true, value: null });
  });

  it('is not asked for where nobody may', async () => {
    const noRight = { ok: false, failure: { code: 'noRight' } };
    expect(await (await createScene({}, null)).details.recordLead(OTHER, RECORD)).toEqual(noRight);
    Object.assign(findUser(dialer.world, LOGIN.user)!, { modify_leads: '0' });
    expect(await (await createScene()).details.recordLead(OTHER, RECORD)).toEqual(noRight);
  });
});

describe('giving it the number', () => {
  it('is one change, of its second number alone', async () => {
    const { changes, changed } = await createScene();
    const before = { ...bert() };
    expect(await changes.giveNumber(OTHER, LEAD_ID)).toEqual({ ok: true, value: 'given' });
    const { alt_phone, ...rest } = bert();
    const { alt_phone: _none, ...others } = before;
    expect([alt_phone, rest, changed()]).toEqual([OTHER.nationalNumber, others, 1]);
    expect(asked('update_lead')).toHaveLength(1);
  });

  it.each([
    ['has a second one by now', { alt_phone: '7275550001' }, LEAD_ID],
    ['has it by now', { alt_phone: OTHER.nationalNumber }, LEAD_ID],
    ['is in another country', { phone_code: '44' }, LEAD_ID],
    ['is gone', {}, '99999'],
  ])('writes nothing to a lead that %s', async (_what, columns, leadId) => {
    const { changes, changed } = await createScene(columns);
    const before = JSON.stringify(dialer.world.leads);
    expect(await changes.giveNumber(OTHER, leadId)).toEqual({ ok: true, value: 'taken' });
    expect([JSON.stringify(dialer.world.leads), asked('update_lead').length, changed()]).toEqual([before, 0, 0]);
  });

  it('is not done where nobody may', async () => {
    const { changes } = await createScene({}, null);
    expect(await changes.giveNumber(OTHER, LEAD_ID)).toEqual({ ok: false, failure: { code: 'noRight' } });
  });
});
