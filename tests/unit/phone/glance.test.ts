import { expect, it } from 'vitest';
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
  ['٤١٥٢٣٧١١٣٧', HAS_DIGIT | MAY_HOLD | IS_OPEN],
])('sees in %j what it may hold', (text, bits) => {
  expect(glance(text)).toBe(bits);
});

it('sees the same in a short text, sign by sign, as in a long one, by patterns', () => {
  const random = seededRandom(20261121);
  const signs = '0123456788800  --().+/\n\tabXYé–٤';
  const before = 'x'.repeat(80);
  for (let round = 0; round < 20_000; round++) {
    const length = Math.floor(random() * 24);
    const text = Array.from({ length }, () => signs[Math.floor(random() * signs.length)]).join('');
    if (glance(text) !== glance(before + text)) expect.fail(`${JSON.stringify(text)} is seen in two ways`);
  }
});
