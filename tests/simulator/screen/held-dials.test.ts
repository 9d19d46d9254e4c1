import { describe, expect, it } from 'vitest';
import { createDrivenDialer, type DrivenOptions } from './driven-screen.ts';
import type { BoxId } from './page/screen.ts';

function openedDialer(options: DrivenOptions = {}) {
  const dialer = createDrivenDialer(options);
  const screen = dialer.open();
  dialer.clock.advance(5500);
  return { ...dialer, screen };
}

const blocking: BoxId[] = [
  'PauseCodeSelectBox',
  'NoneInSessionBox',
  'GroupAliasSelectBox',
  'DiaLInGrouPSelectBox',
  'CustomerGoneBox',
];
const harmless: BoxId[] = [
  'DeactivateDOlDSessioNSpan',
  'AlertBox',
  'CloserSelectBox',
  'SysteMDisablEBoX',
  'NeWManuaLDiaLBox',
];

describe('boxes', () => {
  it.each(blocking)('%s holds a dial until it is closed', (box) => {
    const { dial, clock, screen, status, until } = openedDialer();
    screen.state.boxes.set(box, '');
    expect(dial('7275551212')).toContain('SUCCESS');
    clock.advance(24_000);
    expect(status()).toBe('PAUSED');
    screen.clicks.closeBox(box);
    expect(until(() => status() === 'INCALL DIAL')).toBeLessThanOrEqual(1100);
  });

  it.each(harmless)('%s holds nothing', (box) => {
    const { dial, clock, screen, status } = openedDialer();
    screen.state.boxes.set(box, '');
    dial('7275551212');
    clock.advance(1100);
    expect(status()).toBe('INCALL DIAL');
    expect(screen.isOpen(box)).toBe(box !== 'NeWManuaLDiaLBox');
  });

  it('opens the in-group chooser at login where the campaign takes inbound calls', () => {
    expect(openedDialer().screen.isOpen('CloserSelectBox')).toBe(true);
    expect(openedDialer({ campaign: { campaign_allow_inbound: 'N' } }).screen.isOpen('CloserSelectBox')).toBe(false);
  });

  it('takes a held request back with SKIP, and is not skipped the next time', () => {
    const { dial, api, clock, screen, status, row } = openedDialer();
    screen.state.boxes.set('PauseCodeSelectBox', '');
    dial('7275551212');
    clock.advance(2000);
    expect(api('preview_dial_action', { value: 'SKIP' })).toContain('SUCCESS');
    screen.clicks.closeBox('PauseCodeSelectBox');
    clock.advance(5000);
    expect(status()).toBe('PAUSED');
    expect(row()).toMatchObject({ external_dial: 'SKIP', pause_code: 'LOGIN' });
    dial('7275551313');
    clock.advance(1100);
    expect(row().lead_id).toBe('2002');
  });
});

describe('the empty session', () => {
  const absent = { webphone: 'N', joins: 'never' } as const;

  it('opens its box after 17 polls, dialling regardless until then', () => {
    const dialer = createDrivenDialer({ phone: absent });
    const screen = dialer.open();
    expect(Math.round(dialer.until(() => screen.isOpen('NoneInSessionBox')) / 1000)).toBe(17);
    const early = createDrivenDialer({ phone: absent });
    early.open();
    early.clock.advance(5500);
    early.dial('7275551212');
    early.clock.advance(1100);
    expect(early.status()).toBe('INCALL DIAL');
  });

  it('holds dials also after the phone has joined, until Go Back', () => {
    const { dial, clock, screen, status, telephone } = openedDialer({ phone: absent });
    clock.advance(15_000);
    dial('7275551212');
    telephone.phones.join('1000');
    clock.advance(10_000);
    expect(status()).toBe('PAUSED');
    expect(screen.isOpen('NoneInSessionBox')).toBe(true);
    screen.clicks.closeBox('NoneInSessionBox');
    clock.advance(1100);
    expect(status()).toBe('INCALL DIAL');
  });

  it('rings the phone and closes with Call Agent Again', () => {
    const { clock, screen, telephone } = openedDialer({ phone: absent });
    clock.advance(15_000);
    telephone.phones.setRule('1000', 'whenRung');
    screen.clicks.callAgentAgain();
    clock.advance(1000);
    expect(screen.isOpen('NoneInSessionBox')).toBe(false);
    expect(telephone.phones.isInSession('1000')).toBe(true);
  });

  it('is not closed by call_agent', () => {
    const { clock, screen, telephone, api } = openedDialer({ phone: absent });
    clock.advance(15_000);
    telephone.phones.setRule('1000', 'whenRung');
    expect(api('call_agent', { value: 'CALL' })).toContain('SUCCESS');
    clock.advance(5000);
    expect(telephone.phones.isInSession('1000')).toBe(true);
    expect(screen.isOpen('NoneInSessionBox')).toBe(true);
  });

  it('is not watched for an on-hook agent', () => {
    const dialer = createDrivenDialer({ phone: absent });
    dialer.row().on_hook_agent = 'Y';
    const screen = dialer.open();
    dialer.clock.advance(60_000);
    expect(screen.isOpen('NoneInSessionBox')).toBe(false);
  });

  it.each([
    ['N', 'whenRung', true],
    ['Y', 'webphone', false],
    ['Y_API_LAUNCH', 'webphone', false],
  ] as const)('phone setting %s: rung at login is %s, in the session afterwards: %s', (webphone, joins, joined) => {
    const { telephone, screen, api } = openedDialer({ phone: { webphone, joins } });
    expect(telephone.phones.isInSession('1000')).toBe(joined);
    expect(screen.settings.webphoneFrame !== '').toBe(webphone === 'Y');
    const address = api('webphone_url', { value: 'DISPLAY' });
    expect(address.startsWith('http://127.0.0.1:8180/agc/webphone/webphone.php?')).toBe(webphone !== 'N');
    if (webphone === 'Y') expect(screen.settings.webphoneFrame).toBe(address);
  });
});

describe('forced pause codes', () => {
  const forced: DrivenOptions = { campaign: { agent_pause_codes_active: 'FORCE' } };

  it('ask after a pause from READY, not at login, and not when already paused', () => {
    const { api, clock, screen, status } = openedDialer(forced);
    expect(screen.isOpen('PauseCodeSelectBox')).toBe(false);
    api('external_pause', { value: 'PAUSE' });
    clock.advance(1100);
    expect(screen.isOpen('PauseCodeSelectBox')).toBe(false);
    clock.advance(1000);
    api('external_pause', { value: 'RESUME' });
    clock.advance(1100);
    expect(status()).toBe('READY');
    api('external_pause', { value: 'PAUSE' });
    clock.advance(1100);
    expect(status()).toBe('PAUSED');
    expect(screen.isOpen('PauseCodeSelectBox')).toBe(true);
  });

  it('are answered by pause_code, which closes the box and lets a waiting dial go', () => {
    const { api, dial, clock, screen, status, row } = openedDialer(forced);
    screen.clicks.resume();
    clock.advance(1100);
    api('external_pause', { value: 'PAUSE' });
    clock.advance(1100);
    dial('7275551212');
    clock.advance(3000);
    expect(status()).toBe('PAUSED');
    expect(api('pause_code', { value: 'XYZ' })).toContain('SUCCESS');
    clock.advance(1100);
    expect(screen.isOpen('PauseCodeSelectBox')).toBe(false);
    expect(row()).toMatchObject({ pause_code: 'XYZ', status: 'INCALL' });
  });

  it('can be chosen by hand where the campaign has them, and only there', () => {
    const optional = openedDialer({ campaign: { agent_pause_codes_active: 'Y' } });
    optional.screen.clicks.openPauseCodes();
    expect(optional.screen.isOpen('PauseCodeSelectBox')).toBe(true);
    optional.screen.clicks.pauseCode('LUNCH');
    optional.clock.advance(100);
    expect(optional.row().pause_code).toBe('LUNCH');
    const off = openedDialer();
    off.screen.clicks.openPauseCodes();
    expect(off.screen.isOpen('PauseCodeSelectBox')).toBe(false);
  });
});
