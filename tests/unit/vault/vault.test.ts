import { describe, expect, it, vi } from 'vitest';
import type { StoredVault } from '../../../lib/vault/stored-vault.ts';
import { createVault, MOST_WRONG_PINS, type VaultArea } from '../../../lib/vault/vault.ts';

const PIN = '493817';
// Derives in no time; those that every guess costs are tested with the real number.
const FEW_ITERATIONS = 1;
const SECRET = JSON.stringify({ password: 'correct-horse' });

/** A device: its disk and its clock outlive every worker. */
function createDevice() {
  const disk: Record<string, unknown> = {};
  const clock = { now: 1_800_000_000_000 };
  const area: VaultArea = {
    get: async () => structuredClone(disk),
    set: async (items) => void Object.assign(disk, structuredClone(items)),
    remove: async (key) => void delete disk[key],
  };
  return { disk, clock, area, start: (on = area) => createVault(on, () => clock.now, FEW_ITERATIONS) };
}

async function filled() {
  const device = createDevice();
  await device.start().remember(PIN, SECRET);
  return device;
}

/** Types wrong PINs and waits as long as it takes. */
async function typeWrong(device: ReturnType<typeof createDevice>, times: number) {
  for (let tried = 0; tried < times; tried++) {
    device.clock.now += 3_600_000;
    await device.start().unlock('000000');
  }
}

describe('what is remembered', () => {
  it('comes back for its PIN, in a later browser session too', async () => {
    const device = await filled();
    expect(await device.start().unlock(PIN)).toEqual({ ok: true, value: SECRET });
    expect(await device.start().unlock(PIN)).toEqual({ ok: true, value: SECRET });
  });

  it('comes back for a PIN that another keyboard composes differently', async () => {
    const device = createDevice();
    await device.start().remember('caf\u00e9 4938', SECRET);
    expect(await device.start().unlock('cafe\u0301 4938')).toEqual({ ok: true, value: SECRET });
  });

  it('lies on the disk in no readable form, and never twice in the same', async () => {
    const device = createDevice();
    const vault = createVault(device.area, () => device.clock.now);
    await vault.remember(PIN, SECRET);
    const first = JSON.stringify(device.disk);
    await vault.remember(PIN, SECRET);
    const second = JSON.stringify(device.disk);
    for (const text of [first, second]) {
      expect(text).not.toContain('correct-horse');
      expect(text).not.toContain(PIN);
      expect(text).not.toContain(btoa(SECRET).slice(0, 12));
    }
    const [one, other] = [first, second].map((text) => JSON.parse(text).vault.sealed);
    expect(one.iterations).toBeGreaterThanOrEqual(600_000);
    expect([one.salt, one.iv, one.data]).not.toEqual([other.salt, other.iv, other.data]);
    expect(one.iv).not.toBe(other.iv);
    expect(one.salt).not.toBe(other.salt);
  });

  it('is not opened when the disk was tampered with', async () => {
    const device = await filled();
    const { vault } = device.disk as { vault: { sealed: { data: string } } };
    const byte = vault.sealed.data.startsWith('A') ? 'B' : 'A';
    vault.sealed.data = byte + vault.sealed.data.slice(1);
    expect(await device.start().unlock(PIN)).toMatchObject({ ok: false, failure: { code: 'wrongPin' } });
  });

  it.each([undefined, null, 'text', {}, { sealed: { version: 2 } }, { sealed: null, wrongPins: 0, lastTryAt: 0 }])(
    'is nothing when the disk holds %j',
    async (vault) => {
      const device = createDevice();
      device.disk.vault = vault;
      expect(await device.start().isFilled()).toBe(false);
      expect(await device.start().unlock(PIN)).toEqual({ ok: false, failure: { code: 'nothingRemembered' } });
    },
  );

  it('is not tried with fewer iterations than it was sealed with, nor with endlessly many', async () => {
    const device = await filled();
    const asShipped = createVault(device.area, () => device.clock.now);
    expect(await asShipped.isFilled()).toBe(false);
    const { vault } = device.disk as { vault: { sealed: { iterations: number } } };
    for (const [iterations, isFilled] of [
      [599_999, false],
      [600_000, true],
      [1e12, false],
    ] as const) {
      vault.sealed.iterations = iterations;
      expect(await asShipped.isFilled(), String(iterations)).toBe(isFilled);
    }
  });

  it('is gone after a wipe', async () => {
    const device = await filled();
    await device.start().wipe();
    expect(device.disk).toEqual({});
  });
});

describe('a wrong PIN', () => {
  it('is told with the tries that are left, and forgotten after the right one', async () => {
    const device = await filled();
    expect(await device.start().unlock('000000')).toEqual({ ok: false, failure: { code: 'wrongPin', triesLeft: 9 } });
    expect(await device.start().unlock('111111')).toEqual({ ok: false, failure: { code: 'wrongPin', triesLeft: 8 } });
    expect((await device.start().unlock(PIN)).ok).toBe(true);
    expect(await device.start().unlock('000000')).toEqual({ ok: false, failure: { code: 'wrongPin', triesLeft: 9 } });
  });

  it('makes the next one wait from the third on, twice as long each time, the right one as well', async () => {
    const device = await filled();
    for (let tried = 0; tried < 3; tried++) await device.start().unlock('000000');
    expect(await device.start().unlock(PIN)).toEqual({ ok: false, failure: { code: 'wait', ms: 5_000 } });
    device.clock.now += 5_000;
    await device.start().unlock('000000');
    expect(await device.start().unlock(PIN)).toEqual({ ok: false, failure: { code: 'wait', ms: 10_000 } });
    device.clock.now -= 86_400_000;
    expect(await device.start().unlock(PIN)).toEqual({ ok: false, failure: { code: 'wait', ms: 10_000 } });
    device.clock.now += 86_400_000 + 10_000;
    expect(await device.start().unlock(PIN)).toEqual({ ok: true, value: SECRET });
  });

  it(`wipes everything the ${MOST_WRONG_PINS}th time`, async () => {
    const device = await filled();
    await typeWrong(device, MOST_WRONG_PINS - 1);
    expect(device.disk).not.toEqual({});
    device.clock.now += 3_600_000;
    expect(await device.start().unlock('000000')).toEqual({ ok: false, failure: { code: 'wiped' } });
    expect(device.disk).toEqual({});
  });

  it('counts although the worker is stopped before it learns that the PIN was wrong', async () => {
    const device = await filled();
    const countedBefore: unknown[] = [];
    const { deriveKey } = crypto.subtle;
    const derive = vi.spyOn(crypto.subtle, 'deriveKey').mockImplementation((...derivation) => {
      countedBefore.push((device.disk.vault as StoredVault).wrongPins);
      return deriveKey.apply(crypto.subtle, derivation);
    });
    await device.start().unlock('000000');
    await device.start().unlock('000000');
    derive.mockRestore();
    expect(countedBefore).toEqual([1, 2]);
  });
});
