import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hostileText } from './hostile-text.ts';

/** Names that mean something to objects themselves. */
const TRAPS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', 'toJSON', 'length', ''];
export const trapName = fc.constantFrom(...TRAPS);

/** Anything that storage or a message can carry, `__proto__` as an own key included. */
export const anything: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.double(),
  fc.integer(),
  fc.constantFrom<unknown>(null, undefined, true, false, '', [], {}, NaN, -1, 2 ** 53),
  fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true, maxDepth: 3, maxKeys: 6 }),
  fc.dictionary(fc.oneof(trapName, fc.string({ maxLength: 6 })), fc.anything({ maxDepth: 1 }), { maxKeys: 6 }),
);

/** One thing put into the place of another, somewhere in a value. */
interface Swap {
  readonly depth: number;
  readonly member: number;
  readonly name: string | null;
  readonly value: unknown;
}

/** A good value with some of its members exchanged, taken away or joined by others. */
export function damaged(good: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const swap = fc.record({
    depth: fc.nat(3),
    member: fc.nat(12),
    name: fc.option(trapName, { freq: 3 }),
    value: anything,
  });
  return fc.tuple(good, fc.array(swap, { maxLength: 3 })).map(([value, swaps]) => swaps.reduce(damage, value));
}

function damage(value: unknown, { depth, member, name, value: other }: Swap): unknown {
  if (typeof value !== 'object' || value === null) return other;
  const entries = Object.entries(value);
  const at = entries.length === 0 ? 0 : member % (entries.length + 1);
  const [key, inner] = entries[at] ?? [name ?? 'more', undefined];
  const next =
    depth > 0 && inner !== undefined ? damage(inner, { depth: depth - 1, member, name, value: other }) : other;
  if (Array.isArray(value)) return value.length === 0 ? [next] : value.with(Math.min(at, value.length - 1), next);
  return Object.fromEntries([...entries.filter((_, index) => index !== at), [name ?? key, next]]);
}

const OBJECT_KEYS = Reflect.ownKeys(Object.prototype).length;

/** Fails when reading has left something on the prototype of all objects. */
export function assertPlainWorld(): void {
  assert.equal(Reflect.ownKeys(Object.prototype).length, OBJECT_KEYS);
}
