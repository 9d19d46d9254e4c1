import { describe, expect, it } from 'vitest';
import { openedDialer } from './driven-screen.ts';

describe('refusals after SUCCESS', () => {
  const camplists = { manual_dial_filter: 'CAMPLISTS_ONLY' };
  it.each([
    ['do-not-call, system', { manual_dial_filter: 'DNC_ONLY' }, '7275550000', 'This phone number is in the DNC list:'],
    [
      'do-not-call, campaign',
      { manual_dial_filter: 'DNC_ONLY' },
      '5551231111',
      'This phone number is in the DNC list:',
    ],
    ['campaign lists', camplists, '4155550100', 'This phone number is not in the campaign lists:'],
    [
      'campaign lists, a lead of another campaign',
      camplists,
      '7275551515',
      'This phone number is not in the campaign lists:',
    ],
  ])('%s', (_filter, campaign, number, text) => {
    const { dial, until, screen, clock, row, status, telephone } = openedDialer({ campaign });
    expect(dial(number)).toContain('SUCCESS');
    expect(until(() => screen.isOpen('AlertBox'))).toBeLessThanOrEqual(1100);
    expect(screen.textOf('AlertBox')?.startsWith(text)).toBe(true);
    clock.advance(2000);
    expect(row()).toMatchObject({ status: 'PAUSED', lead_id: '0', external_dial: '', callerid: '' });
    expect(telephone.calls()).toEqual([]);
    dial('7275551212');
    clock.advance(1100);
    expect(status()).toBe('INCALL DIAL');
    expect(screen.isOpen('AlertBox')).toBe(true);
  });

  it("call time: refused in the lead's night, dialled in his day", () => {
    const { dial, clock, screen, status, world } = openedDialer({
      campaign: { manual_dial_call_time_check: 'ENABLED' },
    });
    const lead = world.leads.find((row) => row.lead_id === '2001')!;
    lead.gmt_offset_now = '9.00';
    dial('7275551212');
    clock.advance(1100);
    expect(screen.textOf('AlertBox')).toMatch(/^This phone number is outside of the local call time:/);
    expect(status()).toBe('PAUSED');
    lead.gmt_offset_now = '-5.00';
    dial('7275551212');
    clock.advance(1100);
    expect(status()).toBe('INCALL DIAL');
  });

  it('a listed number is dialled while the filter is NONE', () => {
    const { dial, clock, status } = openedDialer();
    dial('7275550000');
    clock.advance(1100);
    expect(status()).toBe('INCALL DIAL');
  });

  it('a filter set after the login works with the next login only', () => {
    const { dial, clock, screen, status, world, open } = openedDialer();
    world.campaigns.find(({ campaign_id }) => campaign_id === 'TESTCAMP')!.manual_dial_filter = 'DNC_ONLY';
    dial('7275550000');
    clock.advance(1100);
    expect(status()).toBe('INCALL DIAL');
    screen.crash();
    const next = open();
    clock.advance(5000);
    dial('7275550000');
    clock.advance(1100);
    expect(next.textOf('AlertBox')).toContain('DNC list');
  });

  it('a newer message replaces the older one', () => {
    const { dial, clock, screen } = openedDialer({ campaign: { manual_dial_filter: 'DNC_ONLY' } });
    dial('7275550000');
    clock.advance(1100);
    dial('5551231111');
    clock.advance(1100);
    expect(screen.textOf('AlertBox')).toContain('5551231111');
  });
});
