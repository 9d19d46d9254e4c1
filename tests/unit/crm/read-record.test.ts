import { describe, expect, it } from 'vitest';
import { readRecord } from '../../../lib/crm/read-record.ts';
import { exportRecordRules, parseRecordRules } from '../../../lib/crm/record-rules.ts';

const RULE = {
  name: 'Ours',
  patterns: ['crm.example.com/people/{vendor_lead_code}'],
  selectors: { first_name: '.first', last_name: '.last', email: 'input[type=email]' },
};

function read(texts: Readonly<Record<string, string>>, url = 'https://crm.example.com/people/P-7') {
  const { rules } = parseRecordRules([RULE]);
  return readRecord(rules, { url, query: (selector) => texts[selector] ?? null });
}

describe('a record', () => {
  it('is read from the address and from the page', () => {
    expect(read({ '.first': '  Anna\n Maria ', '.last': "O'Neil", 'input[type=email]': 'anna@example.com' })).toEqual({
      ok: true,
      value: {
        rule: 'Ours',
        record: {
          vendor_lead_code: 'P-7',
          first_name: 'Anna Maria',
          last_name: "O'Neil",
          email: 'anna@example.com',
        },
        refused: [],
      },
    });
  });

  it('keeps what joins letters of a name, and tells its direction', () => {
    const names = { '.first': 'علی\u200Cرضا', '.last': '\u200Fعلی' };
    expect(read(names)).toMatchObject({
      value: { record: { first_name: names['.first'], last_name: names['.last'] } },
    });
  });

  it('leaves out what the page does not say', () => {
    expect(read({ '.first': ' ' })).toMatchObject({ value: { record: { vendor_lead_code: 'P-7' }, refused: [] } });
  });

  it.each([
    [{ '.first': 'x'.repeat(31) }, { field: 'first_name', problem: 'tooLong' }],
    [{ '.last': 'a;b' }, { field: 'last_name', problem: 'badCharacters' }],
    [{ 'input[type=email]': 'no address' }, { field: 'email', problem: 'badCharacters' }],
    [{ 'input[type=email]': 'a\u0001@b.example' }, { field: 'email', problem: 'badCharacters' }],
    [{ 'input[type=email]': 'a\u200B@b.example' }, { field: 'email', problem: 'badCharacters' }],
    [{ '.first': 'A\u0007da' }, { field: 'first_name', problem: 'badCharacters' }],
    [{ '.last': '\u202Eecalevol' }, { field: 'last_name', problem: 'badCharacters' }],
    [{ '.last': 'Love\u200Blace' }, { field: 'last_name', problem: 'badCharacters' }],
    [{ '.last': '\u2066ecalevol' }, { field: 'last_name', problem: 'badCharacters' }],
  ])('says what it refuses of %j', (texts: Readonly<Record<string, string>>, refused) => {
    expect(read(texts)).toMatchObject({ value: { record: { vendor_lead_code: 'P-7' }, refused: [refused] } });
  });

  it('is never cut to a code that would be another', () => {
    const url = `https://crm.example.com/people/${'7'.repeat(21)}`;
    const refused = [{ field: 'vendor_lead_code', problem: 'tooLong' }];
    expect(read({}, url)).toEqual({ ok: false, failure: { code: 'nothingUsable', rule: 'Ours', refused } });
    expect(read({}, url.slice(0, -1))).toMatchObject({ value: { record: { vendor_lead_code: '7'.repeat(20) } } });
  });

  it('is not looked for on another page', () => {
    const { rules } = parseRecordRules([RULE]);
    const query = () => {
      throw new Error('a page without a rule is not read');
    };
    expect(readRecord(rules, { url: 'https://crm.example.com/', query })).toEqual({
      ok: false,
      failure: { code: 'noRule' },
    });
  });

  it('by a selector wins over the address, and the first rule over the next', () => {
    const { rules } = parseRecordRules([{ ...RULE, selectors: { vendor_lead_code: '#id' } }, RULE]);
    const answer = readRecord(rules, { url: 'https://crm.example.com/people/P-7', query: () => 'P-8' });
    expect(answer).toMatchObject({ value: { record: { vendor_lead_code: 'P-8' } } });
  });

  it('ignores a selector that takes a whole part of the page', () => {
    expect(read({ '.first': 'x'.repeat(1001) })).toMatchObject({ value: { refused: [] } });
  });
});

describe('rules', () => {
  it('go out and come in again', () => {
    const { rules, problems } = parseRecordRules([RULE, { name: 'Two', patterns: ['*/x/{lead_id:digits}'] }]);
    expect(problems).toEqual([]);
    const text = JSON.stringify(exportRecordRules(rules));
    expect(parseRecordRules(JSON.parse(text)).rules).toEqual(rules);
  });

  it.each([
    [null, [{ index: null, path: '' }]],
    [{}, [{ index: null, path: '' }]],
    [Array.from({ length: 101 }, () => RULE), [{ index: null, path: '' }]],
    [[{ ...RULE, name: '' }], [{ index: 0, path: 'name' }]],
    [[{ ...RULE, patterns: [] }], [{ index: 0, path: 'patterns' }]],
    [[RULE, { ...RULE, patterns: ['*/ok', 'no host'] }], [{ index: 1, path: 'patterns.1' }]],
    [[{ ...RULE, patterns: [/a/] }], [{ index: 0, path: 'patterns.0' }]],
    [[{ ...RULE, selectors: { password: 'input' } }], [{ index: 0, path: 'selectors.password' }]],
    [[{ ...RULE, selectors: { email: '' } }], [{ index: 0, path: 'selectors.email' }]],
    [[{ ...RULE, script: 'alert(1)' }], [{ index: 0, path: 'script' }]],
    [['Ours'], [{ index: 0, path: '' }]],
  ])('that are none are told: %j', (data, problems) => {
    expect(parseRecordRules(data).problems).toEqual(problems);
  });

  it('that are right count beside one that is not', () => {
    expect(parseRecordRules([RULE, null]).rules.map(({ name }) => name)).toEqual(['Ours']);
  });
});
