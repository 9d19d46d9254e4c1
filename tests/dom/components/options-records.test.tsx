import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { control, expectAccessible, hide } from './mount.tsx';
import { field, onChange, resetOptions, showOptions, words } from './options-stage.tsx';

const OWN = { name: 'Ours', patterns: ['crm.example.com/people/{vendor_lead_code}'], selectors: {} };

beforeEach(resetOptions);
afterEach(hide);

const choose = (name: string) => userEvent.selectOptions(field('record-preset'), name);
const open = (summary: string) =>
  userEvent.click([...document.querySelectorAll('summary')].find(({ textContent }) => textContent === summary)!);
const form = (name: string) => field(name).closest('form, .options-body') as HTMLElement;
const submit = (name: string) => userEvent.click(form(name).querySelector('button[type=submit]') as Element);

describe('the CRMs', () => {
  it('of a cloud are turned on by name alone, and are offered once', async () => {
    showOptions({ recordRules: [{ preset: 'HubSpot' }] });
    expect([...field('record-preset').querySelectorAll('option')].map(({ value }) => value)).not.toContain('HubSpot');
    await choose('Salesforce');
    expect(field('record-host')).toBeNull();
    await submit('record-preset');
    expect(onChange).toHaveBeenCalledExactlyOnceWith({
      recordRules: [{ preset: 'HubSpot' }, { preset: 'Salesforce' }],
    });
  });

  it('of which another is chosen until the first is stored stays chosen, with its host', async () => {
    let stored = () => {};
    onChange.mockReturnValue(new Promise((resolve) => (stored = () => resolve(null))));
    showOptions();
    await choose('Salesforce');
    await submit('record-preset');
    await choose('vTiger');
    await userEvent.fill(field('record-host'), 'crm.example.com');
    stored();
    await expect.poll(words).toContain('Saved');
    expect([field('record-preset').value, field('record-host')?.value]).toEqual(['vTiger', 'crm.example.com']);
  });

  it.each([
    ['', null],
    ['my crm', null],
    ['https://CRM.example.com:8443/index.php?x=1', 'crm.example.com'],
  ])('of a company’s own server need its host: %j', async (typed, host) => {
    showOptions();
    await choose('vTiger');
    await userEvent.fill(field('record-host'), typed);
    await submit('record-host');
    expect(onChange.mock.calls).toEqual(host === null ? [] : [[{ recordRules: [{ preset: 'vTiger', host }] }]]);
    expect(words()?.includes('A host such as crm.example.com.')).toBe(host === null);
  });

  it('are taken away one by one', async () => {
    showOptions({ recordRules: [{ preset: 'HubSpot' }, { preset: 'vTiger', host: 'crm.example' }] });
    await userEvent.click(control('button', 'Remove vTiger'));
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ recordRules: [{ preset: 'HubSpot' }] });
  });
});

describe('a rule of one’s own', () => {
  it('is added when it says where the record is named', async () => {
    showOptions();
    await open('Write a rule of your own');
    await userEvent.fill(field('record-name'), 'Ours');
    await userEvent.fill(field('record-patterns'), 'crm.example.com/people/*');
    await submit('record-name');
    expect(words()).toContain('Nothing names the record');
    await userEvent.fill(field('record-vendor_lead_code'), '#id[');
    expect(words()).toContain('No CSS selector: #id[');
    await userEvent.fill(field('record-phone'), 'dl.phones');
    await userEvent.fill(field('record-vendor_lead_code'), '');
    expect(words()).toContain('Nothing names the record');
    await userEvent.fill(field('record-vendor_lead_code'), '#id');
    await submit('record-name');
    const selectors = { vendor_lead_code: '#id', phone: 'dl.phones' };
    expect(onChange).toHaveBeenCalledExactlyOnceWith({
      recordRules: [{ name: 'Ours', patterns: ['crm.example.com/people/*'], selectors }],
    });
  });

  it('says of each selector that cannot be read that it is that one, and adds nothing', async () => {
    showOptions();
    await open('Write a rule of your own');
    await userEvent.fill(field('record-name'), 'Ours');
    await userEvent.fill(field('record-patterns'), OWN.patterns[0] ?? '');
    await userEvent.fill(field('record-lead_id'), '#id[');
    await userEvent.fill(field('record-phone'), '..phone');
    const problemOf = (name: string) =>
      document.getElementById(field(name).getAttribute('aria-describedby') ?? '')?.textContent;
    expect(problemOf('record-lead_id')).toBe('No CSS selector: #id[');
    expect(problemOf('record-phone')).toBe('No CSS selector: ..phone');
    await submit('record-name');
    expect(onChange).not.toHaveBeenCalled();
  });

  it('is refused for a name that is too long', async () => {
    showOptions();
    await open('Write a rule of your own');
    await userEvent.fill(field('record-name'), 'x'.repeat(61));
    await userEvent.fill(field('record-patterns'), OWN.patterns[0] ?? '');
    await submit('record-name');
    expect(words()).toContain('This is too long: 60 characters at most.');
    expect(onChange).not.toHaveBeenCalled();
  });

  it.each([
    ['crm.example.com/{id}', 'Braces name a field'],
    ['crm.example.com/{lead_id:number}', 'Behind the colon stands'],
    ['crm example/{lead_id}', 'It has to begin with a host'],
    ['*/{lead_id}', 'something else of the address has to be named'],
    ['crm.example/**/x/**', '** may stand once'],
  ])('is refused with the reason: %s', async (pattern, reason) => {
    showOptions();
    await open('Write a rule of your own');
    await userEvent.fill(field('record-name'), 'Ours');
    await userEvent.fill(field('record-patterns'), pattern);
    await submit('record-name');
    expect(words()).toContain(reason);
    expect(onChange).not.toHaveBeenCalled();
  });
});

it.each([
  ['https://crm.example.com/people/C-42', 'Ours finds vendor_lead_code = C-42.'],
  ['https://crm.example.com/people/C-12345678901234567890', 'vendor_lead_code is too long for VICIdial.'],
  ['https://crm.example.com/orders/42', 'No rule is for this address.'],
  ['people', 'No rule is for this address.'],
])('the address %s is tried', async (address, verdict) => {
  showOptions({ recordRules: [OWN] });
  await userEvent.fill(field('record-try'), address);
  expect(words()).toContain(verdict);
});

describe('the rules as text', () => {
  const take = () => userEvent.click(control('button', 'Replace the rules by these'));

  it('are those that are set, and are replaced by others', async () => {
    showOptions({ recordRules: [OWN] });
    await open('Export and import');
    expect(JSON.parse(field('record-json').value)).toEqual([OWN]);
    await userEvent.fill(field('record-json'), '[{ "preset": "Zendesk" }]');
    await take();
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ recordRules: [{ preset: 'Zendesk' }] });
  });

  it.each([
    ['rules', 'This is no JSON.'],
    ['{}', 'Not understood, and nothing was changed.'],
    [JSON.stringify([OWN, { ...OWN, patterns: ['x/{y}'] }]), 'The first mistake is at 1.patterns.0'],
  ])('are refused at their mistake: %s', async (text, reason) => {
    showOptions();
    await open('Export and import');
    await userEvent.fill(field('record-json'), text);
    await take();
    expect(words()).toContain(reason);
    expect(onChange).not.toHaveBeenCalled();
  });
});

it('everybody can read and operate them', async () => {
  showOptions({ recordRules: [OWN, { preset: 'vTiger', host: 'crm.example' }] });
  await choose('vTiger');
  await open('Write a rule of your own');
  await open('Export and import');
  await expectAccessible();
});
