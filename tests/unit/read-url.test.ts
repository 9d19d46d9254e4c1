import { expect, it } from 'vitest';
import { readUrl } from '../../lib/read-url.ts';

it('reads an address beyond ASCII, however often', () => {
  const hosts = Array.from({ length: 20_000 }, () => readUrl('https://dialér.example.com')?.host);
  expect(new Set(hosts)).toEqual(new Set(['xn--dialr-esa.example.com']));
});

it('says of what is no address that it is none', () => {
  expect([readUrl(''), readUrl('dialer.example.com'), readUrl('https://')]).toEqual([null, null, null]);
});
