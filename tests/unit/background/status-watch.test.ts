import { beforeEach, describe, expect, it } from 'vitest';
import { fail, ok } from '../../../lib/result.ts';
import { agentIn, dialIn, NOW, screenIn } from '../agent/dials.ts';
import { settle } from './rig.ts';
import { fire, LOST, next, PAUSED, rig, setUpWatch, store, watch } from './watch-rig.ts';

beforeEach(setUpWatch);

describe('the budget', () => {
  it('reads nothing while no panel is open and nothing is pending', () => {
    watch.reconsider();
    expect(next()).toBeNull();
  });

  it.each([
    ['paused', 30_000],
    ['ready', 5_000],
    ['talking', 10_000],
    ['dialling', 4_000],
    ['wrapUp', 3_000],
    ['notLoggedIn', 30_000],
  ] as const)('reads an agent who has just become %s after %i ms while a panel is open', async (phase, ms) => {
    await store.update({ agent: agentIn(phase) });
    watch.setPanelOpen(true);
    expect(next()?.ms).toBe(ms);
  });

  it.each([
    ['talking', 40_000, 13_333],
    ['talking', 3_600_000, 20_000],
    ['dialling', 60_000, 6_000],
    ['wrapUp', 30_000, 7_500],
    ['customerGone', 600_000, 10_000],
    ['ready', 600_000, 5_000],
    ['paused', 40_000, 30_000],
    ['paused', 600_000, 60_000],
    ['paused', -3_600_000, 30_000],
  ] as const)('reads an agent who has been %s for %i ms again after %i ms', async (phase, ageMs, ms) => {
    await store.update({ agent: agentIn(phase) });
    rig.now = NOW + ageMs;
    watch.setPanelOpen(true);
    expect(next()?.ms).toBe(ms);
  });

  it('stops when the panel is closed', () => {
    watch.setPanelOpen(true);
    watch.setPanelOpen(false);
    expect(next()).toBeNull();
  });

  it('reads every second while a pause is pending, panel or not', async () => {
    await store.update({ pending: { kind: 'pause', pauseCode: null, afterCall: false } });
    watch.reconsider();
    expect(next()?.ms).toBe(1_000);
  });

  it.each([
    ['paused', null],
    ['ready', null],
    ['wrapUp', null],
    ['dialling', 4_000],
    ['talking', 10_000],
    ['customerGone', 3_000],
  ] as const)('reads a %s agent who has left the computer every %s ms', async (phase, ms) => {
    await store.update({ agent: agentIn(phase) });
    watch.setPanelOpen(true);
    watch.setAway(true);
    expect(next()?.ms ?? null).toBe(ms);
  });

  it('reads at once for an agent who is back and looks, though his return is being stored', async () => {
    store.onChange(watch.reconsider);
    watch.setPanelOpen(true);
    watch.setAway(true);
    await settle();
    watch.setAway(false);
    await settle();
    expect([rig.reads, next()?.ms]).toEqual([1, 30_000]);
  });

  it('reads nothing for an agent who is back and does not look', () => {
    watch.setAway(true);
    watch.setAway(false);
    expect(next()).toBeNull();
  });

  it('spreads the readings of a running call, and only ever later', () => {
    watch.request(5_000);
    expect(next()?.ms).toBe(5_375);
  });

  it('reads on for a dial whose agent has left the computer', () => {
    watch.request(1_000);
    watch.setAway(true);
    expect(next()?.ms).toBe(1_000);
  });

  describe('a lead on preview whose agent is away, which is no call', () => {
    beforeEach(() => store.update({ agent: agentIn('previewing'), dial: dialIn('previewing') }));

    it('is not read for, and at once when he is back', async () => {
      watch.setPanelOpen(true);
      watch.setAway(true);
      watch.request(20_000);
      expect(next()).toBeNull();
      watch.setAway(false);
      expect(next()?.ms).toBe(0);
    });

    it('is read while the agent screen tells of it, which costs nothing', async () => {
      await store.update({ awaySince: NOW - 3_600_000, screen: screenIn({ phase: 'previewing' }) });
      watch.request(20_000);
      expect(next()?.ms).toBe(5_000);
    });
  });

  describe.each(['wrapUp', 'customerGone'] as const)('a dial left in %s by an agent who has gone', (phase) => {
    /** An hour in which each reading makes the dial ask for the next. */
    async function anHour() {
      watch.request(20_000);
      for (const end = rig.now + 3_600_000; rig.now < end; ) {
        const due = next();
        if (!due) break;
        rig.now += due.ms;
        await fire();
        watch.request(20_000);
      }
    }

    beforeEach(() => store.update({ agent: agentIn(phase), dial: dialIn(phase) }));

    it('is read for some minutes, panel or not, and at once when he is back', async () => {
      watch.setPanelOpen(true);
      watch.setAway(true);
      await anHour();
      expect(rig.reads).toBeGreaterThan(10);
      expect(rig.now - NOW).toBeLessThan(6 * 60_000);
      watch.setAway(false);
      expect(next()?.ms).toBe(0);
    });

    it('is not read by each worker that is started meanwhile', async () => {
      await store.update({ awaySince: NOW - 3_600_000 });
      watch.request(0);
      watch.setAway(true);
      expect(next()).toBeNull();
      watch.setAway(false);
      expect(next()?.ms).toBe(0);
    });

    it('is read on while the agent screen tells of it, which costs nothing', async () => {
      await store.update({ awaySince: NOW - 3_600_000, screen: screenIn({ phase }) });
      watch.request(20_000);
      expect(next()?.ms).toBe(5_000);
    });

    it('does not rig.hold back the call that he places when he is back, before the browser tells of him', async () => {
      await store.update({ awaySince: NOW - 3_600_000, dial: dialIn('readingStatus') });
      watch.request(0);
      expect(next()?.ms).toBe(0);
    });

    it('is read on while he is there', async () => {
      await anHour();
      expect(rig.now - NOW).toBeGreaterThanOrEqual(3_600_000);
    });
  });

  it('reads a customer on the line for an agent who is long gone', async () => {
    await store.update({ agent: agentIn('talking'), dial: dialIn('talking'), awaySince: NOW - 3_600_000 });
    watch.request(20_000);
    expect(next()?.ms).toBe(21_500);
  });

  it('backs off 5, 10, 20, 40, 60 s and comes back', async () => {
    watch.setPanelOpen(true);
    rig.answer = fail(LOST);
    const waits = [];
    for (let turn = 0; turn < 6; turn++) {
      await fire();
      waits.push(next()?.ms);
    }
    rig.answer = ok(PAUSED);
    await fire();
    expect([waits, next()?.ms]).toEqual([[5_000, 10_000, 20_000, 40_000, 60_000, 60_000], 30_000]);
  });

  it.each([
    ...(['noActiveServer', 'apiOff', 'notVicidial', 'redirected', 'agentNotFound'] as const),
    ...(['relayBusy', 'relaySignedOut'] as const),
  ])('goes on after %s, which may be mended without a new sign-in', async (code) => {
    watch.setPanelOpen(true);
    rig.answer = fail({ code });
    await fire();
    expect(next()?.ms).toBe(5_000);
  });

  it('asks nothing more after a wrong password', async () => {
    watch.setPanelOpen(true);
    rig.answer = fail({ code: 'badCredentials' });
    await fire();
    watch.setPanelOpen(true);
    expect([rig.reads, next()]).toEqual([1, null]);
  });
});
