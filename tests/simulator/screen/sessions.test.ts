import { describe, expect, it } from 'vitest';
import { createDrivenDialer, type DrivenOptions } from './driven-screen.ts';

function openedDialer(options: DrivenOptions = {}) {
  const dialer = createDrivenDialer(options);
  const screen = dialer.open();
  dialer.clock.advance(5500);
  const pollsIn = (ms: number) => {
    const before = screen.requests.filter(({ name }) => name === 'poll').length;
    dialer.clock.advance(ms);
    return screen.requests.filter(({ name }) => name === 'poll').length - before;
  };
  return { ...dialer, screen, pollsIn };
}

describe('polling', () => {
  it('is one POST a second from 1 s after load, and nothing else while paused', () => {
    const { screen, pollsIn } = openedDialer();
    expect(pollsIn(10_000)).toBe(10);
    expect(new Set(screen.requests.map(({ name }) => name))).toEqual(new Set(['poll']));
    expect(screen.requests[1]!.time - screen.requests[0]!.time).toBe(1000);
  });

  it('looks for a call every second while READY, and for a while afterwards', () => {
    const { screen, clock } = openedDialer();
    const incoming = () => screen.requests.filter(({ name }) => name === 'incoming').length;
    screen.clicks.resume();
    clock.advance(5000);
    expect(incoming()).toBe(5);
    screen.clicks.pause();
    clock.advance(30_000);
    expect(incoming()).toBeGreaterThan(5);
    expect(incoming()).toBeLessThan(15);
  });

  it('has one poll in flight: while an answer is late, ticks pass without one', () => {
    const { screen, pollsIn } = openedDialer();
    screen.pollLatencyMs = 3500;
    expect(pollsIn(20_000)).toBe(5);
  });

  it('ages the live row only between polls', () => {
    const { row, clock, screen } = openedDialer();
    const before = row().last_update_time;
    clock.advance(10_000);
    expect(row().last_update_time > before).toBe(true);
    screen.crash();
    const last = row().last_update_time;
    clock.advance(60_000);
    expect(row().last_update_time).toBe(last);
  });
});

describe('logout', () => {
  it('when idle shows its box, sends no more requests, and is out within 1 s', () => {
    const { api, until, status, screen, clock } = openedDialer();
    expect(api('logout', { value: 'LOGOUT' })).toContain('SUCCESS');
    expect(until(() => status() === 'NOT LOGGED IN')).toBeLessThanOrEqual(1050);
    expect(screen.isOpen('LogouTBox')).toBe(true);
    const sent = screen.requests.length;
    clock.advance(5000);
    expect(screen.requests).toHaveLength(sent);
  });

  it('leaves a dial request of the same poll alone', () => {
    const { api, dial, clock, screen, telephone } = openedDialer();
    dial('7275551212');
    api('logout', { value: 'LOGOUT' });
    clock.advance(5000);
    expect(telephone.calls()).toEqual([]);
    expect(screen.requests.map(({ name }) => name)).not.toContain('dial');
  });

  it('during a call waits for the hang-up, then leaves before the disposition with the lead INCALL', () => {
    const { api, dial, until, status, screen, clock, world } = openedDialer();
    dial('7275551212');
    until(() => screen.state.call?.phase === 'live');
    api('logout', { value: 'LOGOUT' });
    clock.advance(5000);
    expect(status()).toBe('INCALL');
    screen.clicks.hangUp();
    until(() => status() === 'PAUSED DISPO');
    const out = until(() => status() === 'NOT LOGGED IN');
    expect(out).toBeGreaterThan(1000);
    expect(out).toBeLessThanOrEqual(2100);
    expect([screen.isOpen('LogouTBox'), screen.isOpen('DispoSelectBox')]).toEqual([true, true]);
    expect(world.leads.find((lead) => lead.lead_id === '2001')?.status).toBe('INCALL');
  });

  it("by hand during a call is refused with the browser's own alert", () => {
    const { dial, until, screen, status } = openedDialer();
    dial('7275551212');
    until(() => screen.state.call?.phase === 'live');
    screen.clicks.logOut();
    expect(screen.alerts).toHaveLength(1);
    expect(status()).toBe('INCALL');
  });
});

describe('a lost session', () => {
  it('live row deleted: disabled after 1 to 2 more polls, and polling ends', () => {
    const { world, screen, pollsIn, status } = openedDialer();
    world.live_agents = [];
    expect(status()).toBe('NOT LOGGED IN');
    expect(pollsIn(10_000)).toBe(2);
    expect(screen.isOpen('AgenTDisablEBoX')).toBe(true);
  });

  it('with the agent-disable setting off nothing shows and polls go on', () => {
    const dialer = createDrivenDialer();
    dialer.screens.options.agentDisable = false;
    const screen = dialer.open();
    dialer.world.live_agents = [];
    dialer.clock.advance(10_500);
    expect(screen.requests).toHaveLength(10);
    expect(screen.isOpen('AgenTDisablEBoX')).toBe(false);
  });

  it('second login: the old screen is disabled, the new one has a notice, and dials go to the new one', () => {
    const { open, clock, screen, dial, telephone, status } = openedDialer();
    const second = open();
    expect(second.isOpen('DeactivateDOlDSessioNSpan')).toBe(true);
    clock.advance(3500);
    expect(screen.isOpen('AgenTDisablEBoX')).toBe(true);
    dial('7275551212');
    clock.advance(1100);
    expect(status()).toBe('INCALL DIAL');
    expect(telephone.calls()).toHaveLength(1);
    expect(second.state.call).not.toBeNull();
    expect(screen.state.call).toBeNull();
  });

  it('web session row missing: the script fails, polls every 2 to 3 s, nothing visible', () => {
    const { world, screen, pollsIn, status } = openedDialer();
    world.web_client_sessions = [];
    const polls = pollsIn(30_000);
    expect(polls).toBeGreaterThanOrEqual(10);
    expect(polls).toBeLessThanOrEqual(16);
    expect(screen.errors[0]).toBeInstanceOf(SyntaxError);
    expect([...screen.state.boxes.keys()]).toEqual(['CloserSelectBox']);
    expect(status()).toBe('PAUSED');
  });

  it('stale heartbeat: a box after some seconds that stays, while polls and dials go on', () => {
    const { telephone, clock, screen, dial, status } = openedDialer();
    telephone.setAlive(false);
    clock.advance(1000);
    expect(screen.isOpen('SysteMDisablEBoX')).toBe(false);
    clock.advance(9000);
    expect(screen.isOpen('SysteMDisablEBoX')).toBe(true);
    telephone.setAlive(true);
    clock.advance(5000);
    expect(screen.isOpen('SysteMDisablEBoX')).toBe(true);
    dial('7275551212');
    clock.advance(1100);
    expect(status()).toBe('INCALL DIAL');
  });

  it('paused by the server while READY: box after 11 to 12 s, and the page pauses itself', () => {
    const { screen, row, clock, until } = openedDialer();
    screen.clicks.resume();
    clock.advance(3000);
    row().status = 'PAUSED';
    const shown = until(() => screen.isOpen('AlertBox'));
    expect(shown).toBeGreaterThan(10_000);
    expect(shown).toBeLessThanOrEqual(12_000);
    expect(screen.textOf('AlertBox')).toBe('Your session has been paused');
    expect(screen.state.control).toBe('paused');
  });
});

describe('the tab', () => {
  it('closed: READY is PAUSED first, and the row goes after 1.0 to 1.5 s', () => {
    const { screen, clock, status, until } = openedDialer();
    screen.clicks.resume();
    clock.advance(1000);
    screen.close();
    expect(status()).toBe('PAUSED');
    const gone = until(() => status() === 'NOT LOGGED IN');
    expect(gone).toBeGreaterThanOrEqual(1000);
    expect(gone).toBeLessThanOrEqual(1500);
  });

  it('reloaded: logged in anew, without a notice, and not thrown out by the old page', () => {
    const { screen, clock, open, status, telephone, api } = openedDialer();
    screen.close();
    clock.advance(200);
    const reloaded = open();
    expect(reloaded.isOpen('DeactivateDOlDSessioNSpan')).toBe(false);
    clock.advance(10_000);
    expect(status()).toBe('PAUSED');
    expect(reloaded.isOpen('AgenTDisablEBoX')).toBe(false);
    expect(telephone.phones.isInSession('1000')).toBe(true);
    expect(api('call_agent', { value: 'CALL' })).toContain('SUCCESS');
  });

  it('crashed: PAUSED for ever, and external_dial says SUCCESS', () => {
    const { screen, clock, status, dial } = openedDialer();
    screen.crash();
    clock.advance(3_600_000);
    expect(status()).toBe('PAUSED');
    expect(dial('7275551212')).toContain('SUCCESS');
    clock.advance(60_000);
    expect(status()).toBe('PAUSED');
  });
});
