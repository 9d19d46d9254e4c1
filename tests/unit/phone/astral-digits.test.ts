import { expect, it } from 'vitest';
import { explainNumbers, findNumbers } from '../../../lib/phone/find-numbers.ts';
import { mayHoldNumber } from '../../../lib/phone/may-hold-number.ts';
import { parseDialable } from '../../../lib/phone/parse-dialable.ts';

/** A number with each digit at a distance from ASCII's zero, as scripts beyond Unicode's first plane have theirs. */
function written(number: string, zero: number): string {
  return number.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
}

const ZEROS = [0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e950, 0x104a0, 0x11066, 0x11da0, 0x1e140];

it.each(ZEROS.map((zero) => [zero.toString(16), zero] as const))('reads digits from U+%s on as ASCII', (_, zero) => {
  const number = written('(415) 555-2671 x12', zero);
  const text = `📞 Call ${number} 🙂`;
  const from = text.indexOf(number);
  expect(mayHoldNumber(text)).toBe(true);
  expect(findNumbers(text, ['US'])).toEqual([
    { start: from, end: from + number.length, raw: number, e164: '+14155552671', ext: '12', reason: 'labelled' },
  ]);
  expect(parseDialable(written('(415) 555-2671', zero), ['US'])).toMatchObject({ value: { e164: '+14155552671' } });
});

it('knows every decimal digit that the browser knows, but those of old screens, which are among the emoji', () => {
  const missing: string[] = [];
  for (let codePoint = 0x10000; codePoint < 0x1fbf0; codePoint++) {
    const sign = String.fromCodePoint(codePoint);
    if (!/\p{Nd}/u.test(sign)) continue;
    const digits = sign.repeat(5);
    const found = findNumbers(`+1415555267${sign}`, []);
    if (!/^\+1415555267\d$/.test(found[0]?.e164 ?? '') || !mayHoldNumber(`Tel ${digits + sign}`)) {
      missing.push(codePoint.toString(16));
    }
  }
  expect(missing).toEqual([]);
});

it('says where the digits stand that it refuses', () => {
  const digits = written('1234567890', 0x1d7ce);
  expect(explainNumbers(`ID ${digits}`, ['US']).refusals).toEqual([
    { start: 3, end: 3 + digits.length, raw: digits, reason: 'length' },
  ]);
});

it.each(['𝐃𝐢𝐚𝐥𝐬𝐢𝐝𝐞 𝐢𝐬 𝐡𝐞𝐫𝐞', '👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', '🤙🤙🤙🤙🤙🤙🤙🤙', '𠮷野家𠮷野家𠮷野家'])(
  'has no engine loaded for %s',
  (text) => {
    expect(mayHoldNumber(text)).toBe(false);
  },
);

it('reads texts with other signs from there as before', () => {
  expect(findNumbers('𝐓𝐞𝐥 415-555-2671 🎉', ['US'])).toMatchObject([{ start: 7, end: 19, e164: '+14155552671' }]);
});
