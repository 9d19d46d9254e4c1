import { expect, it } from 'vitest';
import { findNumbers } from '../../../lib/phone/find-numbers.ts';
import { ENDS_TOLL_FREE, glance, HAS_DIGIT, IS_OPEN, MAY_HOLD } from '../../../lib/phone/glance.ts';
import { seededRandom } from '../../seeded-random.ts';

it.each([
  ['', 0],
  ['Miller A.', 0],
  ['Room 12 b', HAS_DIGIT],
  ['12 34', HAS_DIGIT | IS_OPEN],
  ['13 12 34', HAS_DIGIT | MAY_HOLD | IS_OPEN],
  ['(415) 237-1137 (home)', HAS_DIGIT | MAY_HOLD],
  ['12 34 x 56 78', HAS_DIGIT | IS_OPEN],
  ['12 34\n56 78', HAS_DIGIT | MAY_HOLD | IS_OPEN],
  ['12 34         56 78', HAS_DIGIT | MAY_HOLD | IS_OPEN],
  ['12 34 ./:./:. 56 78', HAS_DIGIT | IS_OPEN],
  ['1-800-', HAS_DIGIT | IS_OPEN | ENDS_TOLL_FREE],
  ['1-800-FLOWERS', HAS_DIGIT | MAY_HOLD],
  ['1-900-FLOWERS', HAS_DIGIT],
  ['1300 FLOWERS', HAS_DIGIT | MAY_HOLD],
  ['1300 ', HAS_DIGIT | IS_OPEN | ENDS_TOLL_FREE],
  ['2300 CARPET', HAS_DIGIT],
  ['13 NOV', HAS_DIGIT],
  ['13 ', HAS_DIGIT | IS_OPEN],
  ['٤١٥٢٣٧١١٣٧', HAS_DIGIT | MAY_HOLD | IS_OPEN],
])('sees in %j what it may hold', (text, bits) => {
  expect(glance(text)).toBe(bits);
});

it('sees the same in a short text, sign by sign, as in a long one, by patterns', { timeout: 30_000 }, () => {
  const random = seededRandom(20261121);
  const signs = '012345678880013350  --().+/\n\tabXYé–٤';
  const before = 'x'.repeat(80);
  for (let round = 0; round < 20_000; round++) {
    const length = Math.floor(random() * 24);
    const text = Array.from({ length }, () => signs[Math.floor(random() * signs.length)]).join('');
    if (glance(text) !== glance(before + text)) expect.fail(`${JSON.stringify(text)} is seen in two ways`);
  }
});

it('never leaves out what the finder finds', { timeout: 30_000 }, () => {
  const random = seededRandom(7);
  const between = [' ', '-', '.', ') ', ' (', '\n', '  \t ', '\u200b'.repeat(9), '\u202d', '\u00a0', ' / ', '\u2013'];
  const pick = () => between[Math.floor(random() * between.length)] ?? '';
  const parts = (written: string) => [...written].map((sign) => (random() < 0.2 ? sign + pick() : sign)).join('');
  let found = 0;
  for (let round = 0; round < 20_000; round++) {
    const text = parts(['+14155552671', '4155552671', '02079460958', '0049301234567', '131234'][round % 5] ?? '');
    if (findNumbers(text, ['US', 'GB', 'DE', 'AU'], 'phone').length === 0) continue;
    found++;
    if ((glance(text) & MAY_HOLD) === 0) expect.fail(`${JSON.stringify(text)} is left out`);
  }
  expect(found).toBeGreaterThan(2_000);
});
