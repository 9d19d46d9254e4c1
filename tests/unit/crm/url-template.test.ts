import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsOf, fillUrlTemplate, parseUrlTemplate, type UrlTemplate } from '../../../lib/crm/url-template.ts';

function template(text: string): UrlTemplate {
  const parsed = parseUrlTemplate(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.failure}`);
  return parsed.value;
}

const fill = (text: string, values: Readonly<Record<string, string>>) => fillUrlTemplate(template(text), values);

describe('a template', () => {
  it.each([
    ['', 'empty'],
    [`https://crm.example.com/${'x'.repeat(2000)}`, 'tooLong'],
    ['crm.example.com/--A--lead_id--B--', 'scheme'],
    ['javascript:alert(--A--lead_id--B--)', 'scheme'],
    ['data:text/html,--A--lead_id--B--', 'scheme'],
    ['--A--source_id--B--', 'fieldInHost'],
    ['--A--scheme--B--://crm.example.com/', 'fieldInHost'],
    ['https://--A--vendor_lead_code--B--.example.com/', 'fieldInHost'],
    ['https://crm.example.com--A--vendor_lead_code--B--/', 'fieldInHost'],
    ['https://crm.example.com:--A--rank--B--/', 'fieldInHost'],
    ['https://crm.example.com--A--city', 'fieldInHost'],
    ['https://user:pass@crm.example.com/', 'credentials'],
    ['https://--A--user--B--@crm.example.com/', 'fieldInHost'],
    ['https://crm.example.com\\--A--lead_id--B--', 'notUrl'],
    ['https://crm.exa\nmple.com/', 'notUrl'],
    ['https://crm.example.com/a b', 'notUrl'],
    ['https://', 'notUrl'],
    ['https://crm.example.com/--A--lead_id', 'malformed'],
    ['https://crm.example.com/--A--lead id--B--', 'notUrl'],
    ['https://crm.example.com/--A--lead-id--B--', 'malformed'],
    ['https://crm.example.com/lead_id--B--', 'malformed'],
    ['https://crm.example.com/a/../--A--lead_id--B--', 'traversal'],
    ['https://crm.example.com/%2e%2E/--A--lead_id--B--', 'traversal'],
  ])('%j is refused: %s', (text, problem) => {
    expect(parseUrlTemplate(text)).toEqual({ ok: false, failure: problem });
  });

  it('names its fields, each once', () => {
    const text = 'https://crm.example.com/--A--lead_id--B--?a=--A--phone_number--B--&b=--A--lead_id--B--';
    expect(fieldsOf(template(text))).toEqual(['lead_id', 'phone_number']);
  });

  it.each([
    [
      'https://crm.example.com/p/--A--vendor_lead_code--B--?n=--A--first_name--B--#--A--city--B--',
      { vendor_lead_code: 'P/7?x', first_name: 'Ann & Bo', city: 'São Paulo' },
      'https://crm.example.com/p/P%2F7%3Fx?n=Ann%20%26%20Bo#S%C3%A3o%20Paulo',
    ],
    ['https://crm.example.com/?q=--A--phone_number--B--', {}, 'https://crm.example.com/?q='],
    ['https://crm.example.com?q=--A--lead_id--B--', { lead_id: '../..' }, 'https://crm.example.com?q=..%2F..'],
    [
      'https://crm.example.com/p/--A--lead_id--B--',
      { lead_id: '--A--city--B--', city: 'x' },
      'https://crm.example.com/p/--A--city--B--',
    ],
    ['https://crm.example.com/p/--A--lead_id--B--', { lead_id: '\ud800' }, 'https://crm.example.com/p/%EF%BF%BD'],
  ])('%j is filled', (text, values: Readonly<Record<string, string>>, url) => {
    expect(fill(text, values)).toEqual({ ok: true, value: url });
  });

  it.each(['.', '..'])('is not filled with %j as a part of its path', (value) => {
    const traversal = { ok: false, failure: { code: 'traversal' } };
    expect(fill('https://crm.example.com/a/--A--lead_id--B--/b', { lead_id: value })).toEqual(traversal);
    expect(fill('https://crm.example.com/a/--A--x--B----A--y--B--', { x: '.', y: '.' })).toEqual(traversal);
  });

  it.each(['lead_id', 'constructor', '__proto__'])('is not filled without the %s that its path needs', (field) => {
    expect(fill(`https://crm.example.com/p/--A--${field}--B--`, {})).toEqual({
      ok: false,
      failure: { code: 'missing', field },
    });
  });
});

// A second alone, and ten times that on a machine that is busy with something else.
describe('whatever a field holds', { timeout: 60_000 }, () => {
  const SEED = 1;
  const PARTS = ['/a', '/--A--x--B--', '/b--A--y--B--c', '?q=--A--x--B--', '&r=--A--y--B--', '#--A--x--B--', '.'];
  const HOSTILE = [
    '/',
    '\\',
    '//evil.example',
    '@evil.example',
    ':81',
    '?',
    '#',
    '&',
    '%2e%2e',
    '..',
    '.',
    '\t',
    '\n',
    '%',
  ];
  const value = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...HOSTILE), { maxLength: 6 }).map((list) => list.join('')),
  );

  it('the address stays on its host, in its path and with its parameters', () => {
    const parts = fc.array(fc.constantFrom(...PARTS), { maxLength: 6 });
    fc.assert(
      fc.property(parts, value, value, (list, x, y) => {
        const parsed = parseUrlTemplate(`https://crm.example.com/${list.join('')}`);
        if (!parsed.ok) return;
        const filled = fillUrlTemplate(parsed.value, { x, y });
        if (!filled.ok) return;
        const [url, plain] = [new URL(filled.value), new URL(parsed.value.replace(/--A--\w+--B--/g, 'x'))];
        expect(url.origin).toBe('https://crm.example.com');
        expect([url.username, url.password]).toEqual(['', '']);
        expect(url.pathname.split('/').length).toBe(plain.pathname.split('/').length);
        expect([...url.searchParams.keys()]).toEqual([...plain.searchParams.keys()]);
      }),
      { numRuns: 1000, seed: SEED },
    );
  });

  it('comes out of its parameter as it went in', () => {
    fc.assert(
      fc.property(value, (x) => {
        const filled = fill('https://crm.example.com/p?q=--A--x--B--&r=1', { x });
        const read = filled.ok ? new URL(filled.value).searchParams.get('q') : null;
        expect(read).toBe(x.replace(/\p{Surrogate}/gu, '\u{fffd}'));
      }),
      { numRuns: 500, seed: SEED },
    );
  });
});
