import { expect, it } from 'vitest';
import { findNumbers } from '../../lib/phone/find-numbers.ts';
import { mayHoldNumber } from '../../lib/phone/may-hold-number.ts';
import type { Region } from '../../lib/phone/phone-number.ts';
import { crmCells, digitCell } from '../bench/text-samples.ts';
import { seededRandom } from '../seeded-random.ts';

/** Thousands of texts: on a busy machine longer than the usual five seconds. */
const SLOW_MS = 60_000;

it('finds nothing in 16 000 random cells of ids, dates, amounts and addresses', { timeout: SLOW_MS }, () => {
  const random = seededRandom(424_242);
  const cells = Array.from({ length: 16_000 }, () => digitCell(random));
  const hits = cells.flatMap((cell) => findNumbers(cell, ['US'], null).map(({ e164 }) => `${cell} ${e164}`));
  expect(hits).toEqual([]);
});

it('finds every number planted in cells', { timeout: SLOW_MS }, () => {
  const cells = crmCells(seededRandom(5), 4_000, 1);
  expect(cells.filter((cell) => findNumbers(cell, ['US'], null).length !== 1)).toEqual([]);
});

/** Texts of digits, separators and letters, the more likely ones more often. */
function noise(random: () => number): string {
  const signs = '0123456789012345678901234567890  -.()+/,:#x\u00a0\u2011\u200b٤５aZß電8800FLOW';
  return Array.from({ length: Math.floor(random() * 40) }, () => signs[Math.floor(random() * signs.length)]).join('');
}

it('never finds a number where the gate sees none', { timeout: SLOW_MS }, () => {
  const random = seededRandom(99);
  const regions: readonly Region[] = ['US', 'DE', 'AU', 'NC', 'LU', 'FO'];
  let found = 0;
  for (let round = 0; round < 25_000; round++) {
    const text = noise(random);
    const matches = findNumbers(text, regions, random() < 0.5 ? 'Phone' : null);
    if (matches.length === 0) continue;
    found++;
    if (!mayHoldNumber(text)) expect.fail(`the gate closes on ${JSON.stringify(text)}`);
  }
  expect(found).toBeGreaterThan(400);
});

it('answers with spans that are the raw text, in order and apart', { timeout: SLOW_MS }, () => {
  const random = seededRandom(3);
  for (let round = 0; round < 8_000; round++) {
    const text = noise(random) + noise(random);
    let last = 0;
    for (const match of findNumbers(text, ['US', 'GB'], 'Phone')) {
      expect(text.slice(match.start, match.end)).toBe(match.raw);
      expect(match.start).toBeGreaterThanOrEqual(last);
      expect(match.e164).toMatch(/^\+[1-9]\d{6,14}$/);
      last = match.end;
    }
  }
});
