import { describe, expect, it } from 'vitest';
import { createDrivenDialer } from './driven-screen.ts';

function talkingDialer() {
  const dialer = createDrivenDialer();
  const screen = dialer.open();
  dialer.clock.advance(5500);
  dialer.dial('7275551212');
  dialer.until(() => screen.state.call?.phase === 'live');
  dialer.clock.advance(2500);
  return { ...dialer, screen };
}

describe('recording', () => {
  it('has an id after the next poll, and none after STOP', () => {
    const { api, clock, world } = talkingDialer();
    api('recording', { value: 'START' });
    clock.advance(1100);
    const id = world.recordings.at(-1)!.recording_id;
    expect(api('recording', { value: 'STATUS' })).toMatch(new RegExp(`^NOTICE: recording active - 1000\\|${id}\\|`));
    api('recording', { value: 'STOP' });
    clock.advance(1100);
    expect(api('recording', { value: 'STATUS' })).toMatch(/^NOTICE: not recording - 1000\|/);
  });
});

describe('send_dtmf', () => {
  it('is one tone call with the real signs', () => {
    const { api, clock, telephone, row } = talkingDialer();
    api('send_dtmf', { value: '12PS' });
    clock.advance(3000);
    expect(telephone.tones).toEqual([{ user: '1000', tones: '12#*' }]);
    expect(row().external_dtmf).toBe('');
  });
});

describe('park_call', () => {
  it('parks the customer and brings him back', () => {
    const { api, clock, status } = talkingDialer();
    api('park_call', { value: 'PARK_CUSTOMER' });
    clock.advance(1100);
    expect(status()).toBe('INCALL PARK');
    api('park_call', { value: 'GRAB_CUSTOMER' });
    clock.advance(1100);
    expect(status()).toBe('INCALL');
  });

  it('ends with the call', () => {
    const { screen, clock, world } = talkingDialer();
    screen.clicks.togglePark();
    clock.advance(100);
    expect(world.parked_channels).toHaveLength(1);
    screen.clicks.hangUp();
    clock.advance(100);
    expect(world.parked_channels).toEqual([]);
  });
});

describe('transfer_conference', () => {
  it('dials the third line at the next poll and clears its field', () => {
    const { api, clock, screen, row, telephone } = talkingDialer();
    api('transfer_conference', { value: 'DIAL_WITH_CUSTOMER', phone_number: '7275550188' });
    clock.advance(1100);
    expect(screen.state.statusLine).toMatch(/^Calling: \(727\)555-0188 UID: DC/);
    expect(row()).toMatchObject({ external_transferconf: '', status: 'INCALL' });
    expect(telephone.calls()).toHaveLength(2);
  });

  it('HANGUP_XFER does nothing while that line rings, and ends it once answered', () => {
    const { api, clock, row, telephone, status } = talkingDialer();
    api('transfer_conference', { value: 'DIAL_WITH_CUSTOMER', phone_number: '7275550188' });
    clock.advance(1100);
    api('transfer_conference', { value: 'HANGUP_XFER' });
    clock.advance(1000);
    expect(row().external_transferconf).toBe('');
    expect(telephone.calls()).toHaveLength(2);
    clock.advance(3000);
    api('transfer_conference', { value: 'HANGUP_XFER' });
    clock.advance(1100);
    expect(telephone.calls()).toMatchObject([{ number: '17275551212' }]);
    expect(status()).toBe('INCALL');
  });

  it.each([
    ['BLIND_TRANSFER', { phone_number: '7275550188' }],
    ['HANGUP_BOTH', {}],
    ['LEAVE_3WAY_CALL', {}],
  ])('%s is DISPO at the same tick and opens the box 1 s later', (value, fields) => {
    const { api, until, status, screen } = talkingDialer();
    api('transfer_conference', { value, ...fields });
    expect(until(() => status() === 'PAUSED DISPO')).toBeLessThanOrEqual(1050);
    const box = until(() => screen.isOpen('DispoSelectBox'));
    expect(box).toBeGreaterThan(900);
    expect(box).toBeLessThanOrEqual(1000);
  });
});

describe('pause_code', () => {
  it('is new at the next poll, empty after a pause, and kept during a call', () => {
    const dialer = createDrivenDialer();
    const screen = dialer.open();
    dialer.clock.advance(5500);
    expect(dialer.row().pause_code).toBe('LOGIN');
    dialer.api('pause_code', { value: 'XYZ' });
    expect(dialer.until(() => dialer.row().pause_code === 'XYZ')).toBeLessThanOrEqual(1050);
    expect(dialer.row().external_pause_code).toBe('');
    dialer.dial('7275551212');
    dialer.until(() => screen.state.call?.phase === 'live');
    expect(dialer.row().pause_code).toBe('XYZ');
    screen.clicks.hangUp();
    dialer.until(() => screen.isOpen('DispoSelectBox'));
    screen.clicks.disposition('NI');
    dialer.clock.advance(3000);
    screen.clicks.pause();
    dialer.clock.advance(100);
    expect(dialer.row()).toMatchObject({ status: 'PAUSED', pause_code: '' });
  });
});

describe('dial_ingroup', () => {
  const ingroup = { dial_ingroup: 'SALESLINE' };

  it('of a READY agent is INCALL with an empty call id and DEAD, and the page shows nothing', () => {
    const dialer = createDrivenDialer();
    const screen = dialer.open();
    dialer.clock.advance(5500);
    screen.clicks.resume();
    dialer.clock.advance(1000);
    expect(dialer.dial('7275551212', ingroup)).toContain('SUCCESS');
    dialer.clock.advance(1100);
    expect(dialer.status()).toBe('INCALL DEAD');
    expect(dialer.row()).toMatchObject({ callerid: '', lead_id: '2001' });
    expect(screen.state).toMatchObject({ call: null, lead: null });
    const lookups = screen.requests.filter(({ name }) => name === 'lookup');
    expect(lookups).toEqual([]);
    expect(dialer.dial('7275551313', ingroup)).toContain('SUCCESS');
    dialer.clock.advance(1100);
    expect(screen.textOf('AlertBox')).toMatch(/^ERROR: .*ALREADY INCALL/);
    expect(dialer.row().external_dial).toContain('7275551313');
  });

  it('in disposition replaces the live row while the page is on the old lead', () => {
    const { dial, clock, screen, row, until, status, world } = talkingDialer();
    screen.clicks.hangUp();
    until(() => screen.isOpen('DispoSelectBox'));
    dial('7275551313', ingroup);
    clock.advance(1100);
    expect(row()).toMatchObject({ status: 'INCALL', lead_id: '2002' });
    expect(screen.state.lead?.lead_id).toBe('2001');
    screen.clicks.disposition('SALE');
    clock.advance(2100);
    const statusOf = (id: string) => world.leads.find((lead) => lead.lead_id === id)?.status;
    expect([statusOf('2001'), statusOf('2002'), status()]).toEqual(['SALE', 'INCALL', 'READY']);
  });
});

describe('an automatic call for a READY agent', () => {
  it('is noticed by the page within a second, and ends in READY again', () => {
    const dialer = createDrivenDialer();
    const screen = dialer.open();
    dialer.clock.advance(5500);
    expect(dialer.screens.handOverCall('1000', '2002')).toBe(false);
    screen.clicks.resume();
    screen.clicks.alertOnIncoming(true);
    dialer.clock.advance(1000);
    expect(dialer.screens.handOverCall('1000', '2002')).toBe(true);
    expect(dialer.status()).toBe('INCALL');
    expect(dialer.until(() => screen.state.call?.phase === 'live')).toBeLessThanOrEqual(1050);
    expect(screen.alerts).toHaveLength(1);
    screen.clicks.hangUp();
    dialer.until(() => screen.isOpen('DispoSelectBox'));
    screen.clicks.disposition('NI');
    dialer.clock.advance(3000);
    expect(dialer.status()).toBe('READY');
  });

  it('is not paused by a PAUSE in its disposition either', () => {
    const dialer = createDrivenDialer();
    const screen = dialer.open();
    screen.clicks.resume();
    dialer.clock.advance(1500);
    dialer.screens.handOverCall('1000', '2002');
    dialer.until(() => screen.state.call?.phase === 'live');
    screen.clicks.hangUp();
    dialer.until(() => screen.isOpen('DispoSelectBox'));
    dialer.api('external_pause', { value: 'PAUSE' });
    dialer.clock.advance(2000);
    expect(screen.requests.map(({ name }) => name)).not.toContain('pause');
    screen.clicks.disposition('NI');
    dialer.clock.advance(3000);
    expect(dialer.status()).toBe('READY');
  });
});
