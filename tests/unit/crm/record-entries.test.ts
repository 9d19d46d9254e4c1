import { describe, expect, it } from 'vitest';
import { RECORD_PRESETS } from '../../../lib/crm/presets.ts';
import { needsHost, readRecordEntries, rulesForHost, rulesOfEntries } from '../../../lib/crm/record-entries.ts';
import { matchUrl } from '../../../lib/crm/url-pattern.ts';

const OWN = { name: 'Ours', patterns: ['crm.example.com/people/{vendor_lead_code}'], selectors: {} };

describe('entries of the settings', () => {
  it.each([
    [[]],
    [[{ preset: 'Salesforce' }]],
    [[{ preset: 'vTiger', host: 'crm.example.com' }, OWN]],
    [[{ ...OWN, selectors: { email: 'a.mail' } }]],
  ])('are taken: %j', (data) => expect(readRecordEntries(data)).toEqual({ entries: data }));

  it('may leave out their selectors, and write a host as they like', () => {
    const { selectors: _none, ...short } = OWN;
    expect(readRecordEntries([short, { preset: 'vTiger', host: ' CRM.Example.com ' }])).toEqual({
      entries: [OWN, { preset: 'vTiger', host: 'crm.example.com' }],
    });
  });

  it.each<[unknown, string]>([
    [null, ''],
    [{ preset: 'Salesforce' }, ''],
    [[OWN, null], '1'],
    [[{ preset: 'Sales force' }], '0.preset'],
    [[{ preset: 'vTiger' }], '0'],
    [[{ preset: 'vTiger', host: 'crm.example.com/x' }], '0.host'],
    [[{ preset: 'vTiger', host: '*' }], '0.host'],
    [[{ preset: 'Salesforce', name: 'x' }], '0.name'],
    [[OWN, { ...OWN, patterns: ['crm.example.com/{name}'] }], '1.patterns.0'],
    [[{ ...OWN, selectors: { lead: '.id' } }], '0.selectors.lead'],
    [Array.from({ length: 101 }, () => OWN), ''],
  ])('are refused at their place: %j', (data, problemAt) => expect(readRecordEntries(data)).toEqual({ problemAt }));
});

describe('a preset', () => {
  it('that runs anywhere is for the one host it was turned on for', () => {
    const [rule] = rulesOfEntries([{ preset: 'vTiger', host: 'crm.example.com' }]);
    const path = '/index.php?module=Contacts&view=Detail&record=42';
    const found = (host: string) => rule?.parsed.some((pattern) => matchUrl(pattern, `https://${host}${path}`));
    expect(found('crm.example.com')).toBe(true);
    expect(found('shop.example.com')).toBe(false);
  });

  it('of a cloud needs no host, and no preset is left that would take any site', () => {
    expect(RECORD_PRESETS.filter(({ name }) => needsHost(name)).map(({ name }) => name)).toEqual([
      ...['Bitrix24', 'Bitrix24 leads', 'vTiger', 'SuiteCRM', 'EspoCRM', 'Odoo', 'Odoo leads', 'Dolibarr'],
    ]);
    const bound = rulesOfEntries(RECORD_PRESETS.map(({ name }) => ({ preset: name, host: 'crm.example.com' })));
    expect(bound.flatMap(({ patterns }) => patterns).filter((text) => text.startsWith('*/'))).toEqual([]);
  });
});

it('only the rules of a host are told to its pages', () => {
  const rules = rulesOfEntries([{ preset: 'HubSpot' }, { preset: 'Odoo', host: 'crm.example.com' }, OWN]);
  const names = (host: string) => rulesForHost(rules, host).map(({ name }) => name);
  expect(names('crm.example.com')).toEqual(['Odoo', 'Ours']);
  expect(names('app.hubspot.com')).toEqual(['HubSpot']);
  expect(names('example.com')).toEqual([]);
});
