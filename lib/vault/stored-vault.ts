import * as v from 'valibot';
import { ITERATIONS, type SealedText } from './sealed-text.ts';

/** What lies on disk. */
export interface StoredVault {
  readonly sealed: SealedText;
  /** PINs tried since the last right one, counting one under way. */
  readonly wrongPins: number;
  /** Milliseconds since 1970; 0 for never. */
  readonly lastTryAt: number;
  /** Users whose password in the sealed text is used no more (barred-name.ts); absent for none. */
  readonly barred?: readonly string[] | undefined;
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const base64 = v.pipe(v.string(), v.base64());

const schemaOf = (fewestIterations: number) =>
  v.object({
    sealed: v.object({
      version: v.literal(1),
      salt: base64,
      // A number from the disk must not keep the worker busy for ever.
      iterations: v.pipe(count, v.minValue(fewestIterations), v.maxValue(10_000_000)),
      iv: base64,
      data: base64,
    }),
    wrongPins: count,
    lastTryAt: count,
    barred: v.optional(v.array(base64)),
  });

/** What an earlier session stored; null for nothing, and for what this version cannot read. */
export function readStoredVault(stored: unknown, fewestIterations = ITERATIONS): StoredVault | null {
  const parsed = v.safeParse(schemaOf(fewestIterations), stored);
  return parsed.success ? parsed.output : null;
}
