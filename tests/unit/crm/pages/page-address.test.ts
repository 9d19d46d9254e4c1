import { describe, expect, it } from 'vitest';
import { pageAddress, parsePageTemplate } from '../../../../lib/crm/pages/page-address.ts';
import { PLACEHOLDERS } from '../../../../lib/crm/pages/placeholders.ts';
import type { UrlTemplate } from '../../../../lib/crm/url-template.ts';

function template(text: string) {
  const parsed = parsePageTemplate(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.failure}`);
  return parsed.value;
}

const ID = '--A--vendor_lead_code--B--';

describe('a template', () => {
  it.each([
    `https://crm.example.com/p/${ID}`,
    `http://localhost:8080/p/${ID}`,
    `http://127.0.0.1/p/${ID}`,
    `http://crm.localhost?id=${ID}`,
    `http://[::1]#${ID}`,
  ])('is taken: %s', (text) => expect(template(text)).toBe(text));

  it.each([
    [`http://crm.example.com/${ID}`, 'insecure'],
    [`http://192.168.1.5/${ID}`, 'insecure'],
    [`http://intranet/${ID}`, 'insecure'],
    [`http://localhost.evil.example/${ID}`, 'insecure'],
    [`HTTP://crm.example.com/${ID}`, 'insecure'],
    [`javascript:alert('${ID}')`, 'scheme'],
    [`file:///etc/${ID}`, 'scheme'],
    [`chrome-extension://abc/${ID}`, 'scheme'],
    [`https://${ID}/`, 'fieldInHost'],
    [`https://crm.example.com/${ID}?l=--A--nonsense--B--`, 'unknownField'],
    ['https://crm.example.com/--A--LEAD_ID--B--', 'unknownField'],
    ['https://crm.example.com/--A--__proto__--B--', 'unknownField'],
  ])('is refused: %s (%s)', (text, problem) =>
    expect(parsePageTemplate(text)).toEqual({ ok: false, failure: problem }),
  );
});

it.each(PLACEHOLDERS)('a template takes %s', (field) =>
  expect(parsePageTemplate(`https://crm.example.com/p?a=--A--${field}--B--`).ok).toBe(true),
);

describe('an address', () => {
  it.each([
    [`https://crm.example.com/p/${ID}`, {}],
    [`https://crm.example.com/p?id=${ID}`, {}],
    [`https://crm.example.com/p?id=${ID}`, { vendor_lead_code: '' }],
    [`https://crm.example.com/p#${ID}`, { lead_id: '7' }],
    [`https://crm.example.com/p?id=${ID}&n=--A--first_name--B--`, { first_name: 'Ann' }],
  ])('is none without its key: %s with %j', (text, values) =>
    expect(pageAddress(template(text), values)).toEqual({
      ok: false,
      failure: { code: 'missing', field: 'vendor_lead_code' },
    }),
  );

  it('leaves empty what beside its key is not known', () => {
    const text = `https://crm.example.com/p?id=${ID}&n=--A--first_name--B--`;
    const address = pageAddress(template(text), { vendor_lead_code: 'C-1' });
    expect(address).toEqual({ ok: true, value: 'https://crm.example.com/p?id=C-1&n=' });
  });

  it('is the template itself where it asks for nothing', () => {
    expect(pageAddress(template('https://crm.example.com/wrap-up'), {})).toEqual({
      ok: true,
      value: 'https://crm.example.com/wrap-up',
    });
  });

  it.each([
    ['javascript:alert(1)', 'javascript%3Aalert(1)'],
    ['//evil.example', '%2F%2Fevil.example'],
    ['@evil.example', '%40evil.example'],
    ['a\r\nLocation: x', 'a%0D%0ALocation%3A%20x'],
    ['../../admin', '..%2F..%2Fadmin'],
    ['1?x=2#y', '1%3Fx%3D2%23y'],
    ['\\evil', '%5Cevil'],
  ])('keeps scheme, host and path for %j', (value, encoded) => {
    const address = pageAddress(template(`https://crm.example.com/p/${ID}`), { vendor_lead_code: value });
    expect(address).toEqual({ ok: true, value: `https://crm.example.com/p/${encoded}` });
  });

  it.each([
    ['..', 'traversal'],
    ['x'.repeat(5_000), 'tooLong'],
  ])('is none for a value that would leave it', (value, code) => {
    const address = pageAddress(template(`https://crm.example.com/p/${ID}`), { vendor_lead_code: value });
    expect(address).toEqual({ ok: false, failure: { code } });
  });

  it.each(['__proto__', 'constructor'])('takes nothing from what every object has: %s', (field) => {
    const address = pageAddress(`https://crm.example.com/p?id=--A--${field}--B--` as UrlTemplate, {});
    expect(address).toEqual({ ok: false, failure: { code: 'missing', field } });
  });
});
