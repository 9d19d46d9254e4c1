import { describe, expect, it } from 'vitest';
import { matchUrl, parseUrlPattern, type UrlPattern } from '../../../lib/crm/url-pattern.ts';

function pattern(text: string): UrlPattern {
  const parsed = parseUrlPattern(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.failure}`);
  return parsed.value;
}

const match = (text: string, url: string) => {
  const found = matchUrl(pattern(text), url);
  return found && Object.fromEntries(found);
};

describe('a pattern', () => {
  it.each([
    ['', 'empty'],
    ['x'.repeat(501), 'tooLong'],
    ['*.*/a', 'host'],
    ['a b/c', 'host'],
    ['*com/a', 'host'],
    ['user@crm.example.com/a', 'host'],
    ['crm.example.com/{password}', 'field'],
    ['crm.example.com/a{lead_id}', 'field'],
    ['crm.example.com/{lead_id', 'field'],
    ['crm.example.com/{lead_id:(a+)+$}', 'field'],
    ['crm.example.com/{lead_id:anything}', 'shape'],
    ['crm.example.com/**/a/**', 'rest'],
    ['*', 'noSite'],
    ['*/**', 'noSite'],
    ['*/{lead_id}', 'noSite'],
  ])('%j is refused: %s', (text, problem) => {
    expect(parseUrlPattern(text)).toEqual({ ok: false, failure: problem });
  });

  it.each([
    ['crm.example.com/c/{lead_id}', 'https://crm.example.com/c/12', { lead_id: '12' }],
    ['https://CRM.example.com/c/{lead_id}', 'http://crm.example.com:8080/c/12/?a=b#x', { lead_id: '12' }],
    ['crm.example.com/c/{lead_id}', 'https://crm.example.com/c/12/edit', null],
    ['crm.example.com/c/{lead_id}', 'https://crm.example.com/C/12', null],
    ['crm.example.com/c/{lead_id:digits}', 'https://crm.example.com/c/new', null],
    ['crm.example.com/{vendor_lead_code}', 'https://crm.example.com/a%2Fb', null],
    ['crm.example.com/{vendor_lead_code}', 'https://crm.example.com/%E0%A4%A', null],
    ['crm.example.com/Kunde%20neu/{lead_id}', 'https://crm.example.com/Kunde%20neu/7', { lead_id: '7' }],
    ['*.example.com/{lead_id}', 'https://a.b.example.com/1', { lead_id: '1' }],
    ['*.example.com/{lead_id}', 'https://example.com/1', null],
    ['*.example.com/{lead_id}', 'https://badexample.com/1', null],
    ['*/**/card?id={lead_id}', 'https://any.example.org/a/b/card?x=1&id=5', { lead_id: '5' }],
    ['*/**/card?id={lead_id}', 'https://any.example.org/card?id=', null],
    ['*/card?id={lead_id}&type=*', 'https://any.example.org/card?id=5', null],
    ['*/a/**/{lead_id}', 'https://any.example.org/a', null],
    ['*/app#/c/{lead_id}', 'https://any.example.org/app#/c/5?tab=1', { lead_id: '5' }],
    ['*/app#id={lead_id}', 'https://any.example.org/app#menu=1&id=5', { lead_id: '5' }],
    ['*/app#id={lead_id}', 'https://any.example.org/app?id=5', null],
    ['*/app/{lead_id}', 'ftp://any.example.org/app/5', null],
    ['*/app/{lead_id}', 'no address', null],
    ['*/app/{lead_id}', `https://any.example.org/app/5?${'x'.repeat(5000)}`, null],
  ])('%j on %j', (text, url, found) => {
    expect(match(text, url)).toEqual(found);
  });

  it('takes no longer on an address made to hang an expression', () => {
    const start = performance.now();
    for (let round = 0; round < 50; round += 1) {
      match('*/**/{vendor_lead_code}/end', `https://any.example.org/${'a/'.repeat(1900)}!`);
    }
    // 50 addresses of 4,000 signs; a search that goes back and forth would take minutes for the first.
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
