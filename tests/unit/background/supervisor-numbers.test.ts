import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDialer, type Dialer } from '../../simulator/dialer.ts';
import { findLead, findUser } from '../../simulator/world.ts';
import { askedOf, createSupervisorRig, LIMITED } from './supervisor-rig.ts';

let dialer: Dialer;
beforeEach(async () => {
  dialer = await createDialer();
});
afterEach(() => dialer.close());

const LISTED = '+1 727-555-0000';
const FREE = '(727) 555-1212';
const add = { nationalNumber: '7275551212', campaign: null, change: 'add' } as const;
const stateOf = async (text: string, campaign: string | null = null) => {
  const { desk } = await createSupervisorRig(dialer);
  const answer = await desk.doNotCall({ text, campaign });
  return answer.ok && answer.value.listed;
};

describe('a do-not-call list', () => {
  it('is looked through for a number as people write it', async () => {
    expect([await stateOf(LISTED), await stateOf(FREE), await stateOf(FREE, 'TESTCAMP')]).toEqual([
      'system',
      'none',
      'none',
    ]);
    expect(askedOf(dialer, 'check_phone_number').at(-1)?.parameters).toMatchObject({
      ...{ phone_number: '7275551212', phone_code: '1', dnc_check: 'Y' },
      ...{ campaign_dnc_check: 'Y', campaign_id: 'TESTCAMP' },
    });
  });

  it('gets a number, and gives it up, each by one request', async () => {
    const { desk } = await createSupervisorRig(dialer);
    expect(await desk.changeDoNotCall(add)).toEqual({ ok: true, value: 'changed' });
    expect(await desk.changeDoNotCall(add)).toEqual({ ok: true, value: 'already' });
    expect(await stateOf(FREE)).toBe('system');
    const remove = { ...add, change: 'remove' } as const;
    expect(await desk.changeDoNotCall(remove)).toEqual({ ok: true, value: 'changed' });
    expect(await desk.changeDoNotCall(remove)).toEqual({ ok: true, value: 'already' });
    expect(askedOf(dialer, 'add_dnc_phone')).toHaveLength(2);
  });

  it('of a campaign is its own', async () => {
    const { desk } = await createSupervisorRig(dialer);
    await desk.changeDoNotCall({ ...add, campaign: 'TESTCAMP' });
    expect([await stateOf(FREE, 'TESTCAMP'), await stateOf(FREE, 'QCAMP'), await stateOf(FREE)]).toEqual([
      'campaign',
      'none',
      'none',
    ]);
  });

  it('is not known to who may not look, and not written by who may not write', async () => {
    const { desk } = await createSupervisorRig(dialer, LIMITED);
    expect(await desk.doNotCall({ text: LISTED, campaign: null })).toMatchObject({
      value: { listed: 'unknown', nationalNumber: '7275550000' },
    });
    findUser(dialer.world, LIMITED.user)!.api_allowed_functions = ' ALL_FUNCTIONS ';
    expect(await desk.changeDoNotCall({ nationalNumber: '7275550000', campaign: null, change: 'remove' })).toEqual({
      ok: false,
      failure: { code: 'vicidial', failure: { code: 'notPermitted', function: 'delete_dnc_phone' } },
    });
  });

  it('is asked nothing about what is no number', async () => {
    const { desk } = await createSupervisorRig(dialer);
    dialer.log.clear();
    expect(await desk.doNotCall({ text: 'nobody', campaign: null })).toEqual({
      ok: false,
      failure: { code: 'number', failure: { code: 'noDigits' } },
    });
    expect(askedOf(dialer)).toEqual([]);
  });

  it('is written once where no answer comes', async () => {
    const { desk } = await createSupervisorRig(dialer);
    dialer.faults.add({
      match: { function: 'add_dnc_phone', nth: 1 },
      fault: { kind: 'dropConnection', takesEffect: true },
    });
    expect((await desk.changeDoNotCall(add)).ok).toBe(false);
    expect(askedOf(dialer, 'add_dnc_phone')).toHaveLength(1);
  });
});

describe('leads', () => {
  it('are found by number, newest first, with what they hold but for what a customer proves himself by', async () => {
    findLead(dialer.world, '2001')!.security_phrase = 'rosebud';
    const { desk } = await createSupervisorRig(dialer);
    const answer = await desk.leads({ by: 'number', text: FREE });
    expect(answer).toMatchObject({ value: { ids: ['2007', '2001'] } });
    expect(JSON.stringify(answer)).toContain('CRM-77');
    expect(JSON.stringify(answer)).not.toContain('rosebud');
    expect(askedOf(dialer, 'lead_all_info')).toHaveLength(1);
  });

  it('are found by the CRM’s own code and by their id', async () => {
    const { desk } = await createSupervisorRig(dialer);
    const byCode = await desk.leads({ by: 'vendorLeadCode', text: 'CRM-77' });
    expect(byCode.ok && byCode.value.leads?.every(({ vendor_lead_code }) => vendor_lead_code === 'CRM-77')).toBe(true);
    const byId = await desk.leads({ by: 'leadId', text: '2001' });
    expect(byId).toMatchObject({ value: { ids: ['2001'], leads: [{ lead_id: '2001', phone_number: '7275551212' }] } });
  });

  it.each([
    ['number', '+1 415 555 0199'],
    ['vendorLeadCode', 'NOBODY'],
    ['leadId', '999999'],
  ] as const)('are none for an unknown %s', async (by, text) => {
    const { desk } = await createSupervisorRig(dialer);
    expect(await desk.leads({ by, text })).toEqual({ ok: true, value: { ids: [], leads: [] } });
  });

  it('are told by their ids alone where what they hold may not be seen', async () => {
    findUser(dialer.world, 'apiuser')!.api_allowed_functions = ' logged_in_agents lead_search ';
    const { desk } = await createSupervisorRig(dialer);
    expect(await desk.leads({ by: 'number', text: FREE })).toEqual({
      ok: true,
      value: { ids: ['2007', '2001'], leads: null },
    });
  });

  it('are refused where no search is allowed, and nothing is asked for what cannot be a code', async () => {
    const { desk } = await createSupervisorRig(dialer);
    dialer.log.clear();
    expect(await desk.leads({ by: 'vendorLeadCode', text: 'a;b' })).toMatchObject({
      failure: { failure: { code: 'refusedInput' } },
    });
    expect(askedOf(dialer)).toEqual([]);
    findUser(dialer.world, 'apiuser')!.modify_leads = '0';
    expect(await desk.leads({ by: 'number', text: FREE })).toMatchObject({
      failure: { failure: { code: 'notPermitted', function: 'lead_search' } },
    });
  });
});
