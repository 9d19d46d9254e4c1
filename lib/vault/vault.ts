import { fail, ok, type Result } from '../result.ts';
import { barredForm } from './barred-name.ts';
import { ITERATIONS, openText, sealText } from './sealed-text.ts';
import { readStoredVault, type StoredVault } from './stored-vault.ts';

/** The part of the device’s storage that is used; a test gives its own. */
export interface VaultArea {
  get(key: 'vault'): Promise<Record<string, unknown>>;
  set(items: { readonly vault: StoredVault }): Promise<void>;
  remove(key: 'vault'): Promise<void>;
}

export type UnlockFailure =
  | { readonly code: 'nothingRemembered' }
  | { readonly code: 'wrongPin'; readonly triesLeft: number }
  /** Not tried: the next PIN is taken after so many milliseconds. */
  | { readonly code: 'wait'; readonly ms: number }
  /** That was the last try: nothing is remembered any more. */
  | { readonly code: 'wiped' };

/** Wrong PINs in a row, after which what is remembered is wiped. */
export const MOST_WRONG_PINS = 10;
/** The first wrong PINs are typing errors; from then on each costs twice the wait of the one before. */
const FREE_WRONG_PINS = 3;
const FIRST_WAIT_MS = 5_000;

export interface Vault {
  isFilled(): Promise<boolean>;
  /** Seals a text in place of what was remembered before. */
  remember(pin: string, text: string): Promise<void>;
  /** The remembered text. Every wrong PIN is counted on disk before it is tried, so that no restart forgets it. */
  unlock(pin: string): Promise<Result<string, UnlockFailure>>;
  /** Notes, without the PIN, that what is remembered of this user is used no more; until something else is remembered. */
  bar(user: string): Promise<void>;
  isBarred(user: string): Promise<boolean>;
  wipe(): Promise<void>;
}

/**
 * One secret text on this device, sealed under a PIN that is stored nowhere. Calls must not overlap: put them in a queue. Nothing
 * that was sealed with fewer `iterations` is read.
 */
export function createVault(area: VaultArea, now: () => number, iterations = ITERATIONS): Vault {
  const load = async () => readStoredVault((await area.get('vault')).vault, iterations);
  const wipe = () => area.remove('vault');

  return {
    wipe,
    isFilled: async () => (await load()) !== null,
    async remember(pin, text) {
      const sealed = await sealText(pin, text, iterations);
      await area.set({ vault: { sealed, wrongPins: 0, lastTryAt: 0 } });
    },
    async bar(user) {
      const stored = await load();
      if (!stored) return;
      const barred = new Set(stored.barred).add(await barredForm(user, stored.sealed));
      await area.set({ vault: { ...stored, barred: [...barred] } });
    },
    async isBarred(user) {
      const stored = await load();
      return !!stored?.barred?.includes(await barredForm(user, stored.sealed));
    },
    async unlock(pin) {
      const stored = await load();
      if (!stored) return fail({ code: 'nothingRemembered' });
      const ms = waitMs(stored, now());
      if (ms > 0) return fail({ code: 'wait', ms });
      const wrongPins = stored.wrongPins + 1;
      await area.set({ vault: { ...stored, wrongPins, lastTryAt: now() } });
      const text = await openText(pin, stored.sealed);
      if (text.ok) {
        await area.set({ vault: { ...stored, wrongPins: 0, lastTryAt: 0 } });
        return ok(text.value);
      }
      if (wrongPins < MOST_WRONG_PINS) return fail({ code: 'wrongPin', triesLeft: MOST_WRONG_PINS - wrongPins });
      await wipe();
      return fail({ code: 'wiped' });
    },
  };
}

function waitMs({ wrongPins, lastTryAt }: StoredVault, now: number): number {
  if (wrongPins < FREE_WRONG_PINS) return 0;
  const wait = FIRST_WAIT_MS * 2 ** (wrongPins - FREE_WRONG_PINS);
  // A clock that was set back must not lock the agent out for longer than the wait itself.
  return Math.max(0, Math.min(lastTryAt + wait - now, wait));
}
