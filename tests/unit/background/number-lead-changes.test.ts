import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { panelRequestSchemas } from '../../../lib/messages/requests.ts';
import { createDialer, type Dialer } from '../../simulator/dialer.ts';
import { createChangesScene, LOGIN } from './number-changes-rig.ts';

let dialer: Dialer;
beforeEach(async () => {
  dialer = await createDialer();
});
afterEach(() => dialer.close());

const createScene = (options?: Parameters<typeof createChangesScene>[1]) => createChangesScene(dialer, options);
const asked = (name: string) => dialer.log.requests({ function: name });

describe('a number that is no lead', () => {
  const NEW = { callingCode: '1', nationalNumber: '7275550199' };
  const ADA = { vendorCode: 'P-7', firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.com', listId: '998' };

  it('becomes one, by one request', async () => {
    const { changes, changed } = await createScene();
    expect(await changes.addLead(NEW, ADA)).toEqual({ ok: true, value: { outcome: 'added', isAltered: false } });
    expect(dialer.world.leads).toContainEqual(
      expect.objectContaining({
        ...{ phone_number: '7275550199', first_name: 'Ada', last_name: 'Lovelace', list_id: '998' },
        ...{ vendor_lead_code: 'P-7', email: 'ada@example.com' },
      }),
    );
    expect([asked('add_lead').length, changed()]).toEqual([1, 1]);
  });

  it('goes into the company’s list where there is one, whatever the page says, and tells which', async () => {
    const { changes } = await createScene({ newLeadList: '101' });
    expect(await changes.rights()).toMatchObject({ value: { newLeadList: '101' } });
    await changes.addLead(NEW, ADA);
    const [lead] = dialer.world.leads.filter(({ phone_number }) => phone_number === NEW.nationalNumber);
    expect(lead?.list_id).toBe('101');
  });

  it('that is one already, in whatever list, is not added, and named', async () => {
    const { changes } = await createScene();
    const before = dialer.world.leads.length;
    expect(await changes.addLead({ ...NEW, nationalNumber: '7275551313' }, ADA)).toEqual({
      ok: true,
      value: { outcome: 'duplicate', leadId: '2002' },
    });
    expect(dialer.world.leads).toHaveLength(before);
  });

  it.each(['campaign', 'system'] as const)('that is on the do-not-call list of the %s is not added', async (list) => {
    const { changes } = await createScene();
    await changes.listDoNotCall(NEW, list === 'campaign' ? 'TESTCAMP' : null);
    expect(await changes.addLead(NEW, ADA)).toEqual({ ok: true, value: { outcome: 'doNotCall' } });
  });

  it('says where VICIdial has dropped letters of the name', async () => {
    const { changes } = await createScene();
    const answer = await changes.addLead(NEW, { ...ADA, lastName: 'Müller' });
    expect(answer).toEqual({ ok: true, value: { outcome: 'added', isAltered: true } });
  });

  it.each([
    ['4711', 'listNotAllowed'],
    ['none', 'refusedInput'],
  ])('in the list %s is refused as %s', async (listId, code) => {
    const { changes } = await createScene();
    expect(await changes.addLead(NEW, { ...ADA, listId })).toMatchObject({ ok: false, failure: { failure: { code } } });
  });
});

describe('a lead that takes over what a page says', () => {
  const bert = () => dialer.world.leads.find(({ lead_id }) => lead_id === '2002');

  it('has it by one request, which leaves everything else as it is', async () => {
    const { changes, changed } = await createScene();
    const before = { ...bert() };
    const taken = { firstName: 'Bertram', email: 'bert@jones.example' };
    expect(await changes.updateLead('2002', taken)).toEqual({ ok: true, value: { isAltered: false } });
    expect(bert()).toEqual({ ...before, first_name: 'Bertram', email: 'bert@jones.example' });
    expect([asked('update_lead').length, changed()]).toEqual([1, 1]);
    const [request] = asked('update_lead');
    expect(request?.parameters).toMatchObject({ lead_id: '2002', search_method: 'LEAD_ID', user: LOGIN.user });
    expect(request?.method).toBe('POST');
  });

  it('says where VICIdial has dropped letters', async () => {
    const { changes } = await createScene();
    expect(await changes.updateLead('2002', { lastName: 'Müller' })).toEqual({ ok: true, value: { isAltered: true } });
  });

  it.each([
    ['4711', { firstName: 'Ada' }, 'leadNotFound'],
    ['2002', { email: 'no address' }, 'refusedInput'],
    ['2002', { firstName: '--BLANK--' }, 'refusedInput'],
    ['2002', {}, 'refusedInput'],
  ])('of the lead %s with %j is refused as %s', async (leadId, change, code) => {
    const { changes } = await createScene();
    const before = JSON.stringify(dialer.world.leads);
    expect(await changes.updateLead(leadId, change)).toMatchObject({ ok: false, failure: { failure: { code } } });
    expect(JSON.stringify(dialer.world.leads)).toBe(before);
  });

  it('that nobody has answered for is not sent again, and what was known is old', async () => {
    const { changes, changed } = await createScene();
    dialer.faults.add({ match: { function: 'update_lead' }, fault: { kind: 'html', takesEffect: true } });
    expect((await changes.updateLead('2002', { firstName: 'Bertram' })).ok).toBe(false);
    expect([asked('update_lead').length, changed()]).toEqual([1, 1]);
  });

  it('is never emptied, nor told more than a column holds', () => {
    const schema = panelRequestSchemas['number.updateLead'];
    const taken = (change: object) => v.safeParse(schema, { leadId: '2002', change }).success;
    expect([{}, { email: 'a@b.example' }, { lastName: 'x'.repeat(30) }].map(taken)).toEqual([true, true, true]);
    expect([{ email: '' }, { lastName: 'x'.repeat(31) }, { vendorCode: 7 }].map(taken)).toEqual([false, false, false]);
  });
});
