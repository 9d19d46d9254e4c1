import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAgentLeadClient } from '../../lib/vicidial/agent-api/agent-lead-client.ts';
import { createCampaignClient } from '../../lib/vicidial/non-agent-api/campaign-client.ts';
import { createDncClient } from '../../lib/vicidial/non-agent-api/dnc-client.ts';
import { createLeadReader } from '../../lib/vicidial/non-agent-api/lead-reader.ts';
import { createLeadWriter } from '../../lib/vicidial/non-agent-api/lead-writer.ts';
import { createNumberClient } from '../../lib/vicidial/non-agent-api/number-client.ts';
import { createSupervisorClient } from '../../lib/vicidial/non-agent-api/supervisor-client.ts';
import { serviceCredentials } from '../../lib/vicidial/wire/credentials.ts';
import type { ServerUrl } from '../../lib/vicidial/wire/server-url.ts';
import type { UrlTemplate } from '../../lib/vicidial/wire/url-template.ts';
import { manualClock } from './clock.ts';
import { createDialer, type Dialer } from './dialer.ts';
import { openedDialer } from './screen/driven-screen.ts';

const CREDENTIALS = { user: 'apiuser', password: 'apipass123' };
const NUMBER = { callingCode: '1', nationalNumber: '8135550101' };
const LEAD = { ...NUMBER, listId: '101' };
let dialer: Dialer;

beforeAll(async () => {
  dialer = await createDialer({ clock: manualClock() });
});
beforeEach(() => dialer.reset());
afterAll(() => dialer.close());

function clients() {
  const service = serviceCredentials(CREDENTIALS, ['1000']);
  if (!service.ok) throw new Error('another user than the agent');
  const options = { server: dialer.url as ServerUrl, credentials: service.value };
  return {
    reader: createLeadReader(options),
    writer: createLeadWriter(options),
    dnc: createDncClient(options),
    numbers: createNumberClient(options),
    floor: createSupervisorClient(options),
    campaigns: createCampaignClient(options),
    onScreen: createAgentLeadClient({ ...options, credentials: CREDENTIALS, agentUser: '1003' }),
  };
}

async function value<T>(
  answer: Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false }>,
): Promise<T> {
  const result = await answer;
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

describe('a lead', () => {
  it('that was added is found by number and by code, and once only', async () => {
    const { reader, writer } = clients();
    const lead = { ...LEAD, fields: { vendor_lead_code: 'CRM-500', first_name: 'Nora' } };
    expect(await value(writer.add(lead))).toEqual({ outcome: 'added', leadId: '3001' });
    expect(await value(reader.find({ number: NUMBER.nationalNumber }))).toEqual(['3001']);
    expect(await value(reader.find({ vendorLeadCode: 'CRM-500' }))).toEqual(['3001']);
    expect(await value(reader.lead('3001'))).toMatchObject({ first_name: 'Nora', list_id: '101' });
    const again = writer.add({ ...lead, duplicates: { in: 'SYS', within: 1 } });
    expect(await value(again)).toEqual({ outcome: 'duplicate', leadId: '3001' });
  });

  it('that was changed reads so, and empties', async () => {
    const { reader, writer } = clients();
    expect(await writer.update('2001', { first_name: 'Anne', city: '' })).toMatchObject({ ok: true });
    expect(await value(reader.lead('2001'))).toMatchObject({ first_name: 'Anne', city: '', last_name: 'Smith' });
    expect(await writer.update('99999', { first_name: 'Anne' })).toMatchObject({ failure: { code: 'leadNotFound' } });
  });

  it('keeps its call-backs until they are removed', async () => {
    const { reader, writer } = clients();
    const callback = { at: '2027-02-01 10:00:00', type: 'USERONLY', campaign: 'TESTCAMP', user: '1000' } as const;
    expect(await value(writer.planCallback('2001', callback))).toBe('added');
    expect(await value(reader.callbacks('2001'))).toMatchObject([{ for: 'USERONLY', at: callback.at, user: '1000' }]);
    expect(await value(writer.planCallback('2001', { ...callback, user: 'nobody' }))).toBe('userUnknown');
    expect(await value(writer.planCallback('2001', { ...callback, campaign: 'NOSUCH' }))).toBe('campaignUnknown');
    expect(await value(writer.removeCallbacks('2001'))).toBe(1);
    expect(await value(reader.callbacks('2001'))).toEqual([]);
  });

  it('on the screen is written by what is pushed there, and loses what only looks like a name', async () => {
    const { onScreen, reader } = clients();
    expect(await onScreen.updateFields({ first_name: 'Evan2' })).toMatchObject({ ok: true });
    expect(await value(reader.lead('2005'))).toMatchObject({ first_name: 'Evan2', city: 'Chicago' });
    // What the client refuses to send.
    const params = { function: 'update_fields', agent_user: '1003', comments: 'please check city' };
    const body = new URLSearchParams({ source: 'test', user: 'apiuser', pass: 'apipass123', ...params });
    await fetch(`${dialer.url}/agc/api.php`, { method: 'POST', body });
    expect(await value(reader.lead('2005'))).toMatchObject({ comments: 'please check city', city: '' });
  });
});

describe('a do-not-call list', () => {
  it('holds a number until it is removed', async () => {
    const { dnc, numbers } = clients();
    const check = () => value(numbers.check({ ...NUMBER, callTime: '24hours', campaign: 'TESTCAMP' }));
    expect(await check()).toMatchObject({ verdict: 'dialable' });
    expect(await value(dnc.add(NUMBER.nationalNumber, { campaign: 'TESTCAMP' }))).toBe('added');
    expect(await value(dnc.add(NUMBER.nationalNumber, { campaign: 'TESTCAMP' }))).toBe('alreadyListed');
    expect(await check()).toEqual({ verdict: 'doNotCall', list: 'campaign' });
    expect(await value(dnc.remove(NUMBER.nationalNumber, { campaign: 'TESTCAMP' }))).toBe('removed');
    expect(await value(dnc.remove(NUMBER.nationalNumber, { campaign: 'TESTCAMP' }))).toBe('notListed');
    expect(await check()).toMatchObject({ verdict: 'dialable' });
  });

  it('refuses a dial only where the campaign filters by it', () => {
    const outcome = (manual_dial_filter: string) => {
      const { dial, clock, status, world } = openedDialer({ campaign: { manual_dial_filter } });
      world.dnc.push({ phone_number: NUMBER.nationalNumber });
      dial(NUMBER.nationalNumber);
      clock.advance(1100);
      return status();
    };
    expect(outcome('DNC_ONLY')).toBe('PAUSED');
    expect(outcome('NONE')).toBe('INCALL DIAL');
  });
});

describe('calling hours', () => {
  it('are those of the number, by its area', async () => {
    const { numbers } = clients();
    const check = (hours: string) => value(numbers.check({ ...NUMBER, callTime: hours }));
    dialer.world.phone_codes.find((row) => row.areacode === '813')!.GMT_offset = '9';
    expect(await check('9am-5pm')).toEqual({ verdict: 'outsideCallTime', gmtOffsetHours: 9 });
    expect(await check('24hours')).toEqual({ verdict: 'dialable', gmtOffsetHours: 9 });
  });
});

describe('a supervisor', () => {
  it('changes a campaign, and empties its hopper', async () => {
    const { campaigns, floor } = clients();
    expect(await value(floor.hopper('TESTCAMP'))).toHaveLength(1);
    await value(campaigns.update('TESTCAMP', { dialMethod: 'MANUAL', dialLevel: 0, emptyHopper: true }));
    const rows = await value(floor.campaigns());
    expect(rows.find(({ id }) => id === 'TESTCAMP')).toMatchObject({ dialMethod: 'MANUAL', dialLevel: '0' });
    expect(await value(floor.hopper('TESTCAMP'))).toEqual([]);
  });

  it('keeps rules of addresses where the campaign asks for them', async () => {
    const { campaigns } = clients();
    const address = 'https://crm.example.com/done?lead=--A--lead_id--B--' as UrlTemplate;
    const url = {
      active: true,
      rank: 2,
      statuses: ['SALE'],
      description: 'to CRM',
      lists: [],
      minimumSeconds: 30,
      address,
    };
    expect(await campaigns.addAltUrl('TESTCAMP', 'dispo', url)).toMatchObject({ failure: { code: 'altUrlsOff' } });
    dialer.world.campaigns.find((row) => row.campaign_id === 'TESTCAMP')!.dispo_call_url = 'ALT';
    const id = await value(campaigns.addAltUrl('TESTCAMP', 'dispo', url));
    expect(await value(campaigns.altUrls('TESTCAMP', 'dispo'))).toEqual([{ ...url, id }]);
    await value(campaigns.changeAltUrl('TESTCAMP', 'dispo', id, { active: false }));
    expect(await value(campaigns.altUrls('TESTCAMP', 'dispo'))).toEqual([{ ...url, id, active: false }]);
    expect(await value(campaigns.altUrls('TESTCAMP', 'start'))).toEqual([]);
  });
});
