import { describe, expect, it } from 'vitest';
import { createDrivenDialer, openedDialer } from './driven-screen.ts';

describe('a dial request', () => {
  it('is posted at the next tick and makes the agent INCALL 35 to 55 ms after the dial step', () => {
    const { dial, until, status, row, screen, clock } = openedDialer();
    expect(dial('7275551212')).toContain('SUCCESS');
    expect(until(() => screen.requests.some(({ name }) => name === 'dial'))).toBeLessThanOrEqual(510);
    const posted = screen.requests.find(({ name }) => name === 'dial')!.time;
    expect(status()).toBe('PAUSED');
    until(() => status() === 'INCALL DIAL');
    expect(clock.now() - posted).toBeGreaterThanOrEqual(35);
    expect(clock.now() - posted).toBeLessThanOrEqual(55);
    expect(row()).toMatchObject({ external_dial: '', lead_id: '2001', calls_today: '4' });
    expect(row().callerid).toMatch(/^M\d{9}0000002001$/);
  });

  it('shows its number in the status line and counts the seconds of ringing', () => {
    const { dial, clock, screen, row, telephone } = openedDialer();
    telephone.setDefaultPlan({ outcome: 'noAnswer' });
    dial('7275551212');
    clock.advance(600);
    expect(screen.state.statusLine).toBe(`Calling: (727)555-1212 UID: ${row().callerid}`);
    clock.advance(3000);
    expect(screen.state.statusLine).toContain('Waiting for Ring... 3 seconds');
  });

  it('loses DIAL at once when answered, and the page notices at its next lookup', () => {
    const { dial, until, status, clock, screen, telephone } = openedDialer();
    telephone.setDefaultPlan({ outcome: 'noAnswer' });
    dial('7275551212');
    until(() => status() === 'INCALL DIAL');
    clock.advance(2500);
    expect(telephone.answer()).toBe(1);
    expect(status()).toBe('INCALL');
    expect(screen.state.call?.phase).toBe('dialling');
    expect(until(() => screen.state.call?.phase === 'live')).toBeLessThanOrEqual(1000);
    expect(screen.state.statusLine).toMatch(/^Called: \(727\)555-1212/);
  });

  it('asks for the call every second while it rings, and no more afterwards', () => {
    const { dial, clock, screen, telephone } = openedDialer();
    telephone.setPlan('7275551212', { ringMs: 4000 });
    dial('7275551212');
    clock.advance(20_000);
    const times = screen.requests.filter(({ name }) => name === 'lookup').map(({ time }) => time);
    expect(times).toHaveLength(5);
    expect(new Set(times.slice(1).map((time, index) => time - times[index]!))).toEqual(new Set([1000]));
  });

  it('is DEAD at once when the customer hangs up, and on the page within 4 s', () => {
    const { dial, until, status, clock, screen, telephone } = openedDialer();
    dial('7275551212');
    until(() => screen.state.call?.phase === 'live');
    clock.advance(3000);
    expect(telephone.hangUpCustomer('7275551212')).toBe(1);
    expect(status()).toBe('INCALL DEAD');
    expect(until(() => screen.state.call?.phase === 'gone')).toBeLessThanOrEqual(4000);
    clock.advance(30_000);
    expect(status()).toBe('INCALL DEAD');
  });

  it('times out 63 s after the dial, stays DIAL, and is ended by a hang-up', () => {
    const { dial, until, status, clock, screen, telephone, api } = openedDialer();
    telephone.setDefaultPlan({ outcome: 'noAnswer' });
    dial('7275551212');
    until(() => status() === 'INCALL DIAL');
    clock.advance(62_500);
    expect(screen.isOpen('AlertBox')).toBe(false);
    clock.advance(1000);
    expect(screen.textOf('AlertBox')).toMatch(/^Dial timed out/);
    const lookups = screen.requests.filter(({ name }) => name === 'lookup').length;
    clock.advance(20_000);
    expect(screen.requests.filter(({ name }) => name === 'lookup')).toHaveLength(lookups);
    expect(status()).toBe('INCALL DIAL');
    api('external_hangup', { value: '1' });
    expect(until(() => status() === 'PAUSED DISPO')).toBeLessThanOrEqual(1100);
  });

  it('waits until the page has been open for more than two ticks', () => {
    const dialer = createDrivenDialer();
    const screen = dialer.open();
    dialer.dial('7275551212');
    dialer.clock.advance(2900);
    expect(screen.requests.map(({ name }) => name)).toEqual(['poll', 'poll']);
    dialer.clock.advance(200);
    expect(dialer.status()).toBe('INCALL DIAL');
  });

  it('is gone after a new login', () => {
    const dialer = createDrivenDialer();
    dialer.dial('7275551212');
    dialer.open();
    dialer.clock.advance(5000);
    expect(dialer.row()).toMatchObject({ status: 'PAUSED', external_dial: '', pause_code: 'LOGIN' });
  });

  it('takes no answer about a call that is over', () => {
    const { dial, until, status, clock, screen, telephone } = openedDialer();
    telephone.setDefaultPlan({ outcome: 'noAnswer' });
    dial('7275551212');
    until(() => status() === 'INCALL DIAL');
    until(() => screen.requests.at(-1)?.name === 'poll' && screen.requests.at(-2)?.name === 'lookup');
    telephone.answer();
    screen.clicks.hangUp();
    clock.advance(500);
    expect(screen.state.call).toBeNull();
    expect(screen.errors).toEqual([]);
  });
});

describe('two dial requests', () => {
  it('before a poll: only the second is dialled, once', () => {
    const { dial, clock, telephone, screen } = openedDialer();
    dial('7275551212');
    dial('7275551313');
    clock.advance(5000);
    expect(telephone.calls()).toMatchObject([{ number: '17275551313' }]);
    expect(screen.requests.filter(({ name }) => name === 'dial')).toHaveLength(1);
  });

  it('in the 40 ms after the poll: the second is lost', () => {
    const { dial, until, screen, telephone, clock, row } = openedDialer();
    dial('7275551212');
    until(() => screen.requests.some(({ name }) => name === 'dial'));
    expect(dial('7275551313')).toContain('SUCCESS');
    clock.advance(5000);
    expect(telephone.calls()).toMatchObject([{ number: '17275551212' }]);
    expect(row().external_dial).toBe('');
  });

  it('once the first rings: the second is refused by the API', () => {
    const { dial, until, status } = openedDialer();
    dial('7275551212');
    until(() => status() === 'INCALL DIAL');
    expect(dial('7275551313')).toBe('ERROR: agent_user is not paused - 1000');
  });

  it('while the first dial step is still under way: the second waits, and is lost when the first starts', () => {
    const { dial, clock, screen, row } = openedDialer();
    screen.stepLatencyMs = 3000;
    dial('7275551212');
    clock.advance(1100);
    expect(dial('7275551313')).toContain('SUCCESS');
    clock.advance(1500);
    expect(screen.requests.filter(({ name }) => name === 'dial')).toHaveLength(1);
    clock.advance(2000);
    expect(row()).toMatchObject({ status: 'INCALL', lead_id: '2001', external_dial: '' });
  });

  it('with one EPOCH: the second is never dialled and stays in the field', () => {
    const dialer = createDrivenDialer({ campaign: { manual_dial_filter: 'DNC_ONLY' } });
    dialer.clock.advance(500);
    const screen = dialer.open();
    dialer.clock.advance(5600);
    const epochOf = (answer: string) => answer.split('|')[7];
    const first = epochOf(dialer.dial('7275550000'));
    dialer.clock.advance(500);
    expect(screen.isOpen('AlertBox')).toBe(true);
    expect(epochOf(dialer.dial('7275551212'))).toBe(first);
    dialer.clock.advance(20_000);
    expect(dialer.row()).toMatchObject({ status: 'PAUSED', lead_id: '0' });
    expect(dialer.row().external_dial).toContain('7275551212');
    dialer.dial('7275551313');
    dialer.clock.advance(1100);
    expect(dialer.row().lead_id).toBe('2002');
  });
});

describe('parameters', () => {
  it.each([
    ['finds the lead of the number with search=YES', '7275551212', { search: 'YES' }, '2001', 'CRM-77'],
    ['makes a second lead with search=NO', '7275551212', { search: 'NO', vendor_id: 'V1' }, '3001', 'V1'],
    ['makes a lead for an unknown number', '4155550100', { vendor_id: 'V2' }, '3001', 'V2'],
    [
      'takes lead_id, also of another campaign, and ignores vendor_id then',
      '',
      { lead_id: '2007', vendor_id: 'V3' },
      '2007',
      'CRM-83',
    ],
    ['takes the next lead of the hopper', 'MANUALNEXT', {}, '2001', 'CRM-77'],
  ])('%s', (_what, number, fields, leadId, vendorCode) => {
    const { dial, until, row, status, world, screen } = openedDialer();
    const expected =
      leadId === '2007' ? world.leads.find((lead) => lead.lead_id === '2007')!.vendor_lead_code : vendorCode;
    dial(number, fields);
    until(() => status() === 'INCALL DIAL');
    expect(row().lead_id).toBe(leadId);
    expect(screen.state.lead).toMatchObject({ lead_id: leadId, vendor_lead_code: expected });
  });

  it('finds the newest of several leads with the number', () => {
    const { dial, until, row, status, world } = openedDialer();
    const older = world.leads.find((lead) => lead.lead_id === '2001')!;
    world.leads.push({ ...older, lead_id: '3001', vendor_lead_code: 'NEWER' });
    dial('7275551212');
    until(() => status() === 'INCALL DIAL');
    expect(row().lead_id).toBe('3001');
  });

  it('dials without a calling code when none was sent', () => {
    const { dial, clock, telephone } = openedDialer();
    dial('7275551212', { phone_code: '' });
    clock.advance(2000);
    expect(telephone.calls()).toMatchObject([{ number: '7275551212' }]);
  });

  it('opens a box with focus=YES that stays through the call', () => {
    const { dial, until, screen, status, clock } = openedDialer();
    dial('7275551414', { focus: 'YES' });
    until(() => status() === 'INCALL DIAL');
    expect(screen.textOf('AlertBox')).toBe('Placing call to:1 7275551414');
    clock.advance(10_000);
    expect(screen.isOpen('AlertBox')).toBe(true);
  });
});
