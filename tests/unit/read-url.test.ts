import { expect, it } from 'vitest';
import { hostOf, readTypedUrl, readUrl } from '../../lib/read-url.ts';

it('reads an address beyond ASCII, however often', () => {
  const hosts = Array.from({ length: 20_000 }, () => readUrl('https://dialér.example.com')?.host);
  expect(new Set(hosts)).toEqual(new Set(['xn--dialr-esa.example.com']));
});

it('says of what is no address that it is none', () => {
  expect([readUrl(''), readUrl('dialer.example.com'), readUrl('https://')]).toEqual([null, null, null]);
});

it('takes an address without a scheme for https, as people type it', () => {
  const origins = ['dialer.example.com/agc', 'http://127.0.0.1:8180', 'ftp://dialer.example.com', '']
    .map(readTypedUrl)
    .map((url) => url && `${url.protocol}//${url.host}`);
  expect(origins).toEqual(['https://dialer.example.com', 'http://127.0.0.1:8180', 'ftp://dialer.example.com', null]);
});

it.each([
  ['https://dialer.example.com', 'dialer.example.com'],
  ['http://dialer.example.com:8080/agc/', 'dialer.example.com:8080'],
  ['dialer.example.com', 'dialer.example.com'],
  ['https://crm.example/*', 'crm.example'],
  ['', ''],
  ['no address', 'no address'],
])('names %s by its host', (address, host) => {
  expect(hostOf(address)).toBe(host);
});
