import { describe, expect, it } from 'vitest';
import { startDial } from '../../../lib/background/requests/page-requests.ts';
import type { DialableNumber, E164 } from '../../../lib/phone/phone-number.ts';
import { createSettingsStore } from '../../../lib/settings/settings-store.ts';
import { NOW, NUMBER, REQUEST } from '../agent/dials.ts';
import { createArea, createFakeDialer, signedInArea, startWorker } from './rig.ts';

const KINGSTON: DialableNumber = {
  ...NUMBER,
  e164: '+18765230123' as E164,
  region: 'JM',
  nationalNumber: '8765230123',
};

/** An agent whose dials are refused by the dialer at once, so that the next may follow; each worker lives for one dial. */
async function setUp() {
  const { dialer, client } = createFakeDialer();
  dialer.onDial = () => {};
  dialer.dialAnswer = { code: 'alreadyQueued' };
  const area = await signedInArea();
  const clock = { now: NOW };
  const dialOnce = async (mostPerMinute?: number) => {
    const worker = await startWorker({ area, client, phase: () => dialer.phase, clock });
    const started = await worker.dials.start({ ...REQUEST, ...(mostPerMinute !== undefined && { mostPerMinute }) });
    await worker.run(4);
    worker.kill();
    return started.ok ? 'started' : started.failure;
  };
  return { dialer, client, area, clock, dialOnce };
}

describe('dials within a minute', () => {
  it('are no more than may be, across stops of the worker', async () => {
    const { dialer, clock, dialOnce } = await setUp();
    for (let sent = 0; sent < 3; sent += 1) {
      expect(await dialOnce(3)).toBe('started');
      clock.now += 10_000;
    }
    expect(await dialOnce(3)).toMatchObject({ code: 'tooManyDials', perMinute: 3 });
    expect(dialer.count('dial')).toBe(3);
  });

  it('may go on when the first of them is a minute old, and not sooner than was said', async () => {
    const { dialer, clock, dialOnce } = await setUp();
    for (let sent = 0; sent < 2; sent += 1) await dialOnce(2);
    const refused = await dialOnce(2);
    if (refused === 'started' || refused.code !== 'tooManyDials') throw new Error('One too many was sent');
    clock.now += refused.waitMs - 1;
    expect(await dialOnce(2)).toMatchObject({ code: 'tooManyDials', waitMs: 1 });
    clock.now += 1;
    expect(await dialOnce(2)).toBe('started');
    expect(dialer.count('dial')).toBe(3);
  });

  it('are counted when they are sent, not when they are refused', async () => {
    const { dialer, area, dialOnce } = await setUp();
    dialer.phase = 'talking';
    for (let tried = 0; tried < 5; tried += 1) expect(await dialOnce(2)).toBe('started');
    expect(area.items.sentTimes).toBeUndefined();
    dialer.phase = 'paused';
    expect(await dialOnce(2)).toBe('started');
    expect(area.items.sentTimes).toHaveLength(1);
  });
});

describe('a dial that is asked for', () => {
  async function ask(stored: Record<string, unknown>, number = NUMBER) {
    const { dialer, client, area } = await setUp();
    const disk = createArea();
    await disk.set(stored);
    const { dials, store, run } = await startWorker({ area, client, phase: () => dialer.phase });
    const settings = createSettingsStore(disk);
    const start = () => startDial({ dials, store, settings }, 'page', number);
    return { dialer, store, start, run };
  }

  it('is refused for a number that is never dialled', async () => {
    const { dialer, start, run } = await ask({ neverDial: ['+1727'] });
    expect(await start()).toEqual({ ok: false, failure: { code: 'neverDial', prefix: '+1727' } });
    await run(4);
    expect(dialer.asked).toEqual([]);
  });

  it('waits for the agent’s word abroad', async () => {
    const { dialer, store, start, run } = await ask({}, KINGSTON);
    expect(await start()).toMatchObject({ ok: true });
    await run(4);
    expect(store.current().dial).toMatchObject({ step: 'confirming', confirm: ['international'] });
    expect(dialer.asked).toEqual([]);
  });

  it('counts for the most of a minute that the settings say', async () => {
    const { dialer, start, run } = await ask({ mostDialsPerMinute: 1 });
    await start();
    await run(4);
    expect(await start()).toMatchObject({ failure: { code: 'tooManyDials', perMinute: 1 } });
    expect(dialer.count('dial')).toBe(1);
  });
});
