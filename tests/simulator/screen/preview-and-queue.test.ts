import { describe, expect, it } from 'vitest';
import { createDrivenDialer, type DrivenOptions } from './driven-screen.ts';

function openedDialer(options: DrivenOptions = {}) {
  const dialer = createDrivenDialer(options);
  const screen = dialer.open();
  dialer.clock.advance(5500);
  return { ...dialer, screen };
}

describe('preview', () => {
  function previewing() {
    const dialer = openedDialer();
    dialer.dial('7275551212', { preview: 'YES' });
    dialer.until(() => dialer.status() === 'PAUSED PREVIEW');
    return dialer;
  }

  it('shows the lead and keeps the request in its field', () => {
    const { clock, screen, row, telephone } = previewing();
    clock.advance(5000);
    expect(row()).toMatchObject({ status: 'PAUSED', lead_id: '0', preview_lead_id: '2001' });
    expect(row().external_dial).toContain('7275551212!1!YES!YES');
    expect(screen.state.statusLine).toBe('Preview the Lead then DIAL LEAD or SKIP LEAD');
    expect(screen.state.lead?.lead_id).toBe('2001');
    expect(telephone.calls()).toEqual([]);
  });

  it('is skipped through the API, with the pause code MDSKIP', () => {
    const { api, until, row, screen } = previewing();
    api('preview_dial_action', { value: 'SKIP' });
    expect(until(() => row().external_dial === '')).toBeLessThanOrEqual(1050);
    expect(row()).toMatchObject({ preview_lead_id: '0', pause_code: 'MDSKIP' });
    expect(screen.state).toMatchObject({ previewing: false, lead: null });
  });

  it.each([
    ['DIALONLY', '17275551212'],
    ['ALTDIAL', '17275558888'],
    ['ADR3DIAL', '17275559999'],
  ])('%s dials the lead on preview', (value, number) => {
    const { api, clock, telephone, row } = previewing();
    api('preview_dial_action', { value });
    clock.advance(1100);
    expect(telephone.calls()).toMatchObject([{ number }]);
    expect(row()).toMatchObject({ status: 'INCALL', lead_id: '2001', external_dial: '' });
  });

  it('is dialled over by a request without preview, and the page goes on believing in it', () => {
    const { dial, clock, row, screen } = previewing();
    clock.advance(1100);
    expect(dial('7275551313')).toContain('SUCCESS');
    clock.advance(1100);
    expect(row()).toMatchObject({ status: 'INCALL', lead_id: '2002' });
    expect(screen.state.previewing).toBe(true);
  });

  it('is dialled or skipped by the agent himself', () => {
    const one = previewing();
    one.screen.clicks.dialPreviewed();
    one.clock.advance(100);
    expect(one.status()).toBe('INCALL DIAL');
    const other = previewing();
    other.screen.clicks.skipPreview();
    other.clock.advance(100);
    expect(other.row().pause_code).toBe('MDSKIP');
  });

  it.each(['DIALONLY', 'SKIP'])('%s without a preview does nothing and stays in the field', (value) => {
    const { api, clock, row } = openedDialer();
    api('preview_dial_action', { value });
    clock.advance(5000);
    expect(row()).toMatchObject({ status: 'PAUSED', external_dial: value, pause_code: 'LOGIN' });
  });

  it('a SKIP left behind skips the next lead the agent opens', () => {
    const { api, clock, row, screen } = openedDialer();
    api('preview_dial_action', { value: 'SKIP' });
    clock.advance(2000);
    screen.clicks.previewNext(true);
    screen.clicks.dialNext();
    clock.advance(1100);
    expect(row()).toMatchObject({ preview_lead_id: '0', pause_code: 'MDSKIP', external_dial: '' });
  });
});

describe('dialling by hand', () => {
  it('Dial Next takes the hopper lead, and says so when there is none', () => {
    const { screen, clock, row } = openedDialer();
    screen.clicks.dialNext();
    clock.advance(100);
    expect(row()).toMatchObject({ status: 'INCALL', lead_id: '2001' });
    const empty = openedDialer();
    empty.world.hopper = [];
    empty.screen.clicks.dialNext();
    empty.clock.advance(100);
    expect(empty.screen.textOf('AlertBox')).toMatch(/^No more leads in the hopper/);
  });

  it('the manual dial form dials its number', () => {
    const { screen, clock, telephone } = openedDialer();
    screen.clicks.openManualDial();
    screen.clicks.manualDial('44', '2079460000');
    clock.advance(100);
    expect(screen.isOpen('NeWManuaLDiaLBox')).toBe(false);
    expect(telephone.calls()).toMatchObject([{ number: '442079460000' }]);
  });
});

describe('queue modes', () => {
  const campaign = { dial_method: 'MANUAL', auto_dial_level: '0' };
  const queue: DrivenOptions = { campaign: { ...campaign, api_manual_dial: 'QUEUE' } };
  const autocall: DrivenOptions = { campaign: { ...campaign, api_manual_dial: 'QUEUE_AND_AUTOCALL' } };

  function finishCall({ screen, until, row }: ReturnType<typeof openedDialer>) {
    until(() => screen.state.call?.phase === 'live');
    screen.clicks.hangUp();
    until(() => screen.isOpen('DispoSelectBox'));
    screen.clicks.disposition('NI');
    until(() => row().lead_id === '0');
  }

  it('QUEUE dials nothing until the agent switches it on, then one after the other', () => {
    const dialer = openedDialer(queue);
    for (const number of ['7275551212', '7275551313', '4155550100']) {
      dialer.dial(number);
      dialer.clock.advance(1100);
    }
    expect(dialer.status()).toBe('PAUSED');
    expect(dialer.screen.state.queued).toBe(3);
    expect(dialer.world.manual_dial_queue.map(({ status }) => status)).toEqual(['QUEUE', 'READY', 'READY']);
    expect(dialer.row().external_dial).toContain('7275551212');
    dialer.screen.clicks.toggleManualQueue();
    const leads: string[] = [];
    for (let call = 0; call < 3; call += 1) {
      expect(dialer.until(() => dialer.status() === 'INCALL DIAL')).toBeLessThanOrEqual(1100);
      leads.push(dialer.row().lead_id);
      finishCall(dialer);
    }
    expect(leads).toEqual(['2001', '2002', '3001']);
    expect(dialer.world.manual_dial_queue).toEqual([]);
  });

  it('QUEUE_AND_AUTOCALL dials the first at once and keeps its row until the disposition', () => {
    const dialer = openedDialer(autocall);
    dialer.dial('7275551212');
    expect(dialer.until(() => dialer.status() === 'INCALL DIAL')).toBeLessThanOrEqual(1100);
    expect(dialer.world.manual_dial_queue).toMatchObject([{ phone_number: '7275551212', status: 'QUEUE' }]);
    expect(dialer.dial('7275551212')).toMatch(/^ERROR: phone_number is already in this agents manual dial queue/);
    finishCall(dialer);
    expect(dialer.world.manual_dial_queue).toEqual([]);
  });

  it('hands nothing to a READY agent until he is PAUSED', () => {
    const { screen, dial, clock, status, row } = openedDialer({ campaign: { api_manual_dial: 'QUEUE_AND_AUTOCALL' } });
    screen.clicks.resume();
    clock.advance(1000);
    expect(dial('7275551212')).toContain('SUCCESS');
    clock.advance(5000);
    expect(status()).toBe('READY');
    expect(row().external_dial).toBe('');
    screen.clicks.pause();
    clock.advance(1200);
    expect(status()).toBe('INCALL DIAL');
  });

  it('jams for good on two requests of one second, and a new login clears the field', () => {
    const dialer = openedDialer(autocall);
    dialer.dial('7275551212');
    dialer.dial('7275551313');
    finishCall(dialer);
    dialer.clock.advance(17_000);
    dialer.dial('4155550100');
    dialer.clock.advance(60_000);
    expect(dialer.status()).toBe('PAUSED');
    expect(dialer.row().external_dial).toContain('7275551313');
    expect(dialer.world.manual_dial_queue.map(({ status }) => status)).toEqual(['QUEUE', 'READY']);
    dialer.screen.crash();
    dialer.open();
    expect(dialer.row().external_dial).toBe('');
  });
});
