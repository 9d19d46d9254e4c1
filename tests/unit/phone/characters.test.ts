import { expect, it } from 'vitest';
import { findNumbers } from '../../../lib/phone/find-numbers.ts';
import { glance, MAY_HOLD } from '../../../lib/phone/glance.ts';

/** All code points of the Basic Multilingual Plane that match, as texts. */
function signs(pattern: RegExp): string[] {
  return Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter((sign) => pattern.test(sign));
}

/** Those of the signs with which a text is not read as this one number. */
function unread(all: readonly string[], write: (sign: string) => string): string[] {
  return all.filter((sign) => {
    const text = write(sign);
    const [match, ...others] = findNumbers(text, ['US']);
    const isRead = match?.e164 === '+14157392671' && others.length === 0 && (glance(text) & MAY_HOLD) !== 0;
    return !isRead;
  });
}

const names = (all: readonly string[]): string[] => all.map((sign) => `U+${sign.charCodeAt(0).toString(16)}`);

it('reads a number with any dash of Unicode', () => {
  const dashes = signs(/\p{Pd}/u);
  expect(names(unread(dashes, (dash) => `Call 415${dash}739${dash}2671`))).toEqual([]);
  expect(dashes.length).toBeGreaterThan(22);
});

it('reads a number with any blank of Unicode', () => {
  expect(names(unread(signs(/\p{Zs}/u), (blank) => `Call 415${blank}739${blank}2671`))).toEqual([]);
});

it('reads a number in the digits of any script', () => {
  const zeros = signs(/\p{Nd}/u).filter((_, index) => index % 10 === 0);
  const write = (zero: string) =>
    'Call 415-739-2671'.replace(/\d/g, (digit) => String.fromCharCode(zero.charCodeAt(0) + Number(digit)));
  expect(names(unread(zeros, write))).toEqual([]);
  expect(zeros.length).toBeGreaterThan(35);
});

it('reads a number with any direction mark, and with what else is shown as nothing, in it', () => {
  const unseen = [
    ...signs(/\p{Bidi_Control}/u),
    ...'\u00ad\u034f\u180e\u200b\u2060\u2061\u2064\u206a\u206f\ufe0e\ufe0f\ufeff',
  ];
  expect(names(unread(unseen, (sign) => `Call ${sign}415${sign}-739-26${sign}71${sign}`))).toEqual([]);
});

it('reads none across other signs', () => {
  expect(unread([...'*=%_a|'], (sign) => `Call 415${sign}739${sign}2671`)).toHaveLength(6);
});
