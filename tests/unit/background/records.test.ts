import { describe, expect, it } from 'vitest';
import { ownerOfNumber, recordOfClick, recordSelectorsFor } from '../../../lib/background/records/records.ts';
import type { RecordEntry } from '../../../lib/crm/record-entries.ts';
import type { FrameSender } from '../../../lib/platform/sender.ts';

const OWN: RecordEntry = {
  name: 'Ours',
  patterns: ['crm.example.com/people/{vendor_lead_code:digits}', 'crm.example.com/show'],
  selectors: { lead_id: '#lead', email: 'a.mail' },
};
const SET = { recordRules: [OWN, { preset: 'HubSpot' }] as readonly RecordEntry[] };
const RECORD = 'https://crm.example.com/people/42';
const HUBSPOT = 'https://app.hubspot.com/contacts/1/record/0-1/77';

function frame(siteUrl: string, topUrl?: string): FrameSender {
  return { tabId: 1, frameId: 0, siteUrl, ...(topUrl !== undefined && { topUrl }) };
}
const NUMBER = { nationalNumber: '4155550132' };
const page = (url: string, texts: readonly (readonly [string, string])[] = []) => ({ url, texts });

describe('a frame is told', () => {
  it.each([
    [frame(RECORD, RECORD), ['#lead', 'a.mail']],
    [frame('https://crm.example.com/frame', RECORD), ['#lead', 'a.mail']],
    [frame('https://phone.example/', RECORD), []],
    [frame(HUBSPOT, RECORD), []],
    [frame(RECORD, HUBSPOT), ['#lead', 'a.mail']],
    [frame(HUBSPOT, HUBSPOT), []],
    [frame('https://example.com/people/42', 'https://example.com/'), null],
    [frame('https://example.com/'), null],
  ])('what its site’s rules read: %j', (sender, selectors) => {
    expect(recordSelectorsFor(SET, sender)).toEqual(selectors);
  });

  it('nothing where no rule is set', () => {
    expect(recordSelectorsFor({ recordRules: [] }, frame(RECORD, RECORD))).toBeNull();
  });
});

describe('the record of a click', () => {
  it.each([
    ['the page’s own', page(RECORD), frame(RECORD, RECORD), { vendorId: '42' }],
    [
      'the newest address, where the browser tells an older',
      page(RECORD),
      frame('https://crm.example.com/', RECORD),
      { vendorId: '42' },
    ],
    [
      'the tab’s in a frame of it',
      page('https://mail.example/x'),
      frame('https://mail.example/x', RECORD),
      { vendorId: '42' },
    ],
    [
      'the tab’s, whatever a frame of another site shows',
      page('https://mail.example/x', [['#lead', '31337']]),
      frame('https://mail.example/x', RECORD),
      { vendorId: '42' },
    ],
    [
      'the tab’s, whatever a frame without an address shows',
      page('about:srcdoc', [['#lead', '31337']]),
      frame('https://crm.example.com/', RECORD),
      { vendorId: '42' },
    ],
    [
      'the tab’s, with what a frame of its site shows',
      page('https://crm.example.com/frame', [['#lead', '2001']]),
      frame('https://crm.example.com/frame', RECORD),
      { leadId: '2001', vendorId: '42' },
    ],
    ['the frame’s, where a rule is for it', page(HUBSPOT), frame(HUBSPOT, RECORD), { vendorId: '77' }],
    [
      'what an element says too',
      page(RECORD, [['#lead', '2001']]),
      frame(RECORD, RECORD),
      { leadId: '2001', vendorId: '42' },
    ],
    [
      'what an element alone says',
      page('https://crm.example.com/show', [['#lead', '2001']]),
      frame('https://crm.example.com/show'),
      { leadId: '2001' },
    ],
  ] as const)('is %s', (_what, reading, sender, record) => {
    expect(recordOfClick(SET, reading, sender, NUMBER)).toEqual(record);
  });

  it('says who that is, where the page does, and names nobody else but by the number', () => {
    const person = { email: 'ada@example.com' };
    const mail = ['a.mail', person.email] as const;
    expect(recordOfClick(SET, page(RECORD, [mail]), frame(RECORD, RECORD), NUMBER)).toEqual({ vendorId: '42', person });
    const shown = page('https://crm.example.com/show', [mail]);
    const at = frame('https://crm.example.com/show');
    expect(recordOfClick(SET, { ...shown, isOnlyNumber: true }, at, NUMBER)).toEqual({ ownsNumber: true, person });
  });

  it.each([
    ['no rule is for it', page('https://crm.example.com/orders/1'), frame('https://crm.example.com/')],
    ['a frame claims another site’s address', page(RECORD), frame('https://evil.example/', 'https://evil.example/')],
    ['a frame claims one that no site has', page('about:srcdoc'), frame('https://evil.example/')],
    [
      'an element says what is no lead',
      page('https://crm.example.com/show', [['#lead', '2001; DROP']]),
      frame('https://crm.example.com/show'),
    ],
    [
      'it holds nothing a dial could say',
      page('https://crm.example.com/show', [['a.mail', 'a@b.example']]),
      frame('https://crm.example.com/show'),
    ],
    [
      'it says what no rule asked for',
      page('https://crm.example.com/show', [['#other', '2001']]),
      frame('https://crm.example.com/show'),
    ],
  ] as const)('is none where %s', (_what, reading, sender) => {
    expect(recordOfClick(SET, reading, sender, NUMBER)).toBeNull();
  });
});

describe('the number that was clicked', () => {
  const phones = (text: string) => [['#phones', text]] as const;
  const rules = { recordRules: [{ ...OWN, selectors: { phone: '#phones' } }] };
  const other = 'https://crm.example.com/frame';

  it.each([
    ['the only one of the page', SET, { ...page(RECORD), isOnlyNumber: true }, frame(RECORD, RECORD), true],
    ['one of several', SET, { ...page(RECORD), isOnlyNumber: false }, frame(RECORD, RECORD), undefined],
    ['where the record’s numbers stand', rules, page(RECORD, phones('(415) 555-0132')), frame(RECORD, RECORD), true],
    [
      'the only one, and not where the record’s numbers stand',
      rules,
      { ...page(RECORD, phones('(415) 555-0133')), isOnlyNumber: true },
      frame(RECORD, RECORD),
      undefined,
    ],
    [
      'the only one of a page that shows none where the record’s stand',
      rules,
      { ...page(RECORD), isOnlyNumber: true },
      frame(RECORD, RECORD),
      undefined,
    ],
    ['the only one of a frame', SET, { ...page(other), isOnlyNumber: true }, frame(other, RECORD), undefined],
    [
      'where a mail in the tab shows it as the record’s',
      rules,
      page('https://mail.example/x', phones('(415) 555-0132')),
      frame('https://mail.example/x', RECORD),
      undefined,
    ],
  ] as const)('is %s', (_what, settings, reading, sender, ownsNumber) => {
    const record = { vendorId: '42', ...(ownsNumber && { ownsNumber }) };
    expect(recordOfClick(settings, reading, sender, NUMBER)).toEqual(record);
  });
});

describe('whose own number it is', () => {
  const WHOLE = {
    ...OWN,
    selectors: { lead_id: '#lead', first_name: '#first', last_name: '#last', email: 'a.mail', phone: '#phones' },
  };
  const rules = { recordRules: [WHOLE] };
  const said = (phones: string, first = 'Ada') =>
    page(RECORD, [
      ...([
        ['#phones', phones],
        ['#lead', '2001'],
        ['#first', first],
      ] as const),
      ...([
        ['#last', 'Lovelace'],
        ['a.mail', 'ada@example.com'],
        ['#secret', 'x'],
      ] as const),
    ]);
  const at = frame(RECORD, RECORD);

  it('is told with all that the rule reads, and nothing else', () => {
    expect(ownerOfNumber(rules, said('(415) 555-0132'), at, NUMBER)).toEqual({
      ...{ leadId: '2001', vendorCode: '42', firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.com' },
    });
  });

  it.each(['A\u0000da', 'A'.repeat(31), 'Ada"; DROP', '\u202EadA'])('leaves out the name %j', (first) => {
    const record = ownerOfNumber(rules, said('(415) 555-0132', first), at, NUMBER);
    expect(record).toMatchObject({ lastName: 'Lovelace' });
    expect(record).not.toHaveProperty('firstName');
  });

  it('is nobody of whom a dial could name nothing else, too', () => {
    const mine = page('https://crm.example.com/show', [['a.mail', 'ada@example.com']]);
    const shown = { ...mine, isOnlyNumber: true };
    expect(ownerOfNumber(SET, shown, frame('https://crm.example.com/show'), NUMBER)).toEqual({
      email: 'ada@example.com',
    });
  });

  it.each([
    ['another’s number', said('(415) 555-0199'), at],
    [
      'a mail in the tab',
      page('https://mail.example/x', said('(415) 555-0132').texts),
      frame('https://mail.example/x', RECORD),
    ],
    ['a page without a rule', page('https://other.example/'), frame('https://other.example/')],
  ])('is nobody where it is of %s', (_what, reading, sender) => {
    expect(ownerOfNumber(rules, reading, sender, NUMBER)).toBeNull();
  });
});
