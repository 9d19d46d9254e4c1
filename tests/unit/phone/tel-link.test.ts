import { expect, it } from 'vitest';
import { isTelLink, parseTelLink } from '../../../lib/phone/tel-link.ts';

it.each([
  ['tel:+1-201-555-0123', '+12015550123', null],
  ['tel:+1-201-555-0123;ext=12', '+12015550123', '12'],
  ['tel:(415)555-2671 x77', '+14155552671', '77'],
  ['tel:+14155552671;ext=123456789012', '+14155552671', '123456789012'],
  ['tel:+14155552671;ext=1234567890123', '+14155552671', null],
  ['TEL:%2B14045597439', '+14045597439', null],
  ['tel:5552671;phone-context=+1415', '+14155552671', null],
  ['tel:4155552671;phone-context=example.com', '+14155552671', null],
  ['tel:1-800-FLOWERS', '+18003569377', null],
  ['callto:+16465246754', '+16465246754', null],
  ['callto://+16465246754', '+16465246754', null],
  ['sip:2065457165@10.20.30.40;transport=tls', '+12065457165', null],
  ['sips:+14155552671@pbx.example.com', '+14155552671', null],
  ['sms:+12125807850?body=415', '+12125807850', null],
  ['https://wa.me/4915123456789', '+4915123456789', null],
  ['https://api.whatsapp.com/send?text=hi&phone=14155552671', '+14155552671', null],
  ['whatsapp://send?phone=14155552671', '+14155552671', null],
])('reads %s as %s', (href, e164, extension) => {
  expect(isTelLink(href)).toBe(true);
  expect(parseTelLink(href, ['US'])).toMatchObject({ ok: true, value: { e164, extension } });
});

it.each([
  'tel:+14155552671,,204#',
  'tel:+14155552671;204',
  'tel:+14155552671p123',
  'tel:+14155552671w33',
  'tel:+14155552671;postd=pp22',
  'tel:+14155552671%2C%2C9',
])('leaves what follows the pause of %s away', (href) => {
  expect(parseTelLink(href, ['US'])).toMatchObject({ ok: true, value: { e164: '+14155552671', extension: null } });
});

it.each([
  ['tel:', 'empty'],
  ['tel:*21*4155552671%23', 'invalid'],
  ['tel:%2367%234155552671', 'invalid'],
  ['tel:911', 'emergency'],
  ['tel:912', 'tooShort'],
  ['tel:+1415555267', 'tooShort'],
  ['sip:alice42@example.com', 'noDigits'],
  ['sip:conference-4155552671@example.com', 'noDigits'],
  ['mailto:415@example.com', 'noDigits'],
  ['https://example.com/4155552671', 'noDigits'],
  ['javascript:tel:4155552671', 'noDigits'],
])('refuses %s: %s', (href, code) => {
  expect(parseTelLink(href, ['US'])).toMatchObject({ ok: false, failure: { code } });
});

it.each(['mailto:a@b.c', '/tel/4155552671', 'telnet:10.0.0.1', 'https://example.com', ''])(
  '%j is no such link',
  (href) => {
    expect(isTelLink(href)).toBe(false);
  },
);
