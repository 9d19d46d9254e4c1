import { describe, expect, it } from 'vitest';
import { ruleOfPick } from '../../../lib/crm/picked-rule.ts';
import { readRecordEntries } from '../../../lib/crm/record-entries.ts';

const picked = (url: string, text: string, selector: string | null = '#id') => ruleOfPick({ url, text, selector });

describe('an id that stands in the address, too, is read there', () => {
  it.each([
    ['https://crm.example.com:8443/people/42', '42', 'crm.example.com/people/{vendor_lead_code:digits}/**', '42'],
    [
      'https://crm.example.com/t7/people/C-42/edit',
      'Customer: C-42',
      'crm.example.com/*/people/{vendor_lead_code}/**',
      'C-42',
    ],
    [
      'https://crm.example.com/show?module=Contacts&id=42&return=1',
      '#42',
      'crm.example.com/show?module=Contacts&id={vendor_lead_code:digits}',
      '42',
    ],
    [
      'https://crm.example.com/app#/person/42?tab=a',
      '42',
      'crm.example.com/app#/person/{vendor_lead_code:digits}/**',
      '42',
    ],
    [
      'https://crm.example.com/web#id=42&model=person',
      '42',
      'crm.example.com/web#model=person&id={vendor_lead_code:digits}',
      '42',
    ],
    ['https://crm.example.com/#/show?id=42', '42', 'crm.example.com/#/show?id={vendor_lead_code:digits}', '42'],
    [
      'https://crm.example.com/r/3f2504e0-4f89-11d3-9a0c-0305e82c3301',
      '3F2504E0-4F89-11D3-9A0C-0305E82C3301',
      'none',
      '',
    ],
    [
      'https://crm.example.com/r/3f2504e0-4f89-11d3-9a0c-0305e82c3301',
      '3f2504e0-4f89-11d3-9a0c-0305e82c3301',
      'crm.example.com/r/{vendor_lead_code:guid}/**',
      '3f2504e04f8911d39a0c',
    ],
  ])('%s, %s', (url, text, pattern, value) => {
    const rule = { name: 'crm.example.com', patterns: [pattern], selectors: {} };
    const expected =
      pattern === 'none' ? { ok: false, failure: 'noId' } : { ok: true, value: { rule, value, isInAddress: true } };
    expect(picked(url, text, null)).toEqual(expected);
  });
});

describe('an id that stands in the page alone is read from its element', () => {
  it.each([
    ['https://crm.example.com/card', 'crm.example.com/card'],
    ['https://crm.example.com/card/7/x', 'crm.example.com/card/*/x'],
    ['https://crm.example.com/card?module=Contacts&sort=9', 'crm.example.com/card?module=Contacts'],
    ['https://crm.example.com/app#/card/7', 'crm.example.com/app#/card/*'],
    ['https://crm.example.com/{a}/*/x', 'crm.example.com/*/*/x'],
  ])('%s', (url, pattern) => {
    expect(picked(url, ' C-42 ', 'dd.id')).toEqual({
      ok: true,
      value: {
        rule: { name: 'crm.example.com', patterns: [pattern], selectors: { vendor_lead_code: 'dd.id' } },
        value: 'C-42',
        isInAddress: false,
      },
    });
  });
});

it.each([
  ['about:blank', '42', '#id', 'notPage'],
  ['', '42', '#id', 'notPage'],
  ['https://crm.example.com/', 'Customer C-42 of 2026', '#id', 'noId'],
  ['https://crm.example.com/', '123456789012345678901', '#id', 'noId'],
  ['https://crm.example.com/', '', '#id', 'noId'],
  ['https://crm.example.com/', 'C-42', null, 'noId'],
])('no rule is made of %j, %j, %j', (url, text, selector, failure) => {
  expect(picked(url, text, selector)).toEqual({ ok: false, failure });
});

it('every rule that is made can be stored', () => {
  const rules = [
    picked('https://crm.example.com/people/42', '42'),
    picked('https://crm.example.com/%7Bx%7D/a b/é', 'C-42'),
    picked('https://crm.example.com/web#id=42&model=person', '42'),
  ].flatMap((made) => (made.ok ? [made.value.rule] : []));
  expect(rules).toHaveLength(3);
  expect(readRecordEntries(rules)).toEqual({ entries: rules });
});
