import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { AfterCallPage, ScreenPop } from '../../../lib/crm/pages/page-rules.ts';
import type { UrlTemplate } from '../../../lib/crm/url-template.ts';
import { control, expectAccessible, hide } from './mount.tsx';
import { field, onChange, resetOptions, showOptions, words } from './options-stage.tsx';

const TEMPLATE = 'https://crm.example.com/p/--A--vendor_lead_code--B--' as UrlTemplate;
const POP: ScreenPop = { template: TEMPLATE, campaigns: ['SALES', 'RENEWAL'], ingroups: ['Sales line'] };
const PAGE: AfterCallPage = {
  ...{ name: 'Order form', template: TEMPLATE, campaigns: [], statuses: ['SALE', 'UPSELL'] },
  ...{ minimumSeconds: 30, rank: 2 },
};

beforeEach(resetOptions);
afterEach(hide);

const submit = (name: string) => userEvent.click(field(name).form?.querySelector('button[type=submit]') as Element);
const paste = async (name: string, text: string) => {
  const more = field(name).closest('details') as HTMLDetailsElement;
  more.open = true;
  await userEvent.fill(field(name), text);
  await userEvent.click(more.querySelector('button') as Element);
};

describe('the record of a call', () => {
  it('is written by hand, for campaigns and in-groups or for all', async () => {
    showOptions();
    expect(words()).toContain('No record is opened for calls.');
    await userEvent.fill(field('pop-template'), TEMPLATE);
    await userEvent.fill(field('pop-campaigns'), 'SALES, RENEWAL');
    await userEvent.fill(field('pop-ingroups'), 'Sales line');
    await submit('pop-template');
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ screenPops: [POP] });
    await expect.poll(() => field('pop-template').value).toBe('');
  });

  it('is listed with what it is for, and taken away', async () => {
    showOptions({ screenPops: [POP, { ...POP, campaigns: [], ingroups: [] }] });
    expect(words()).toContain('in SALES, RENEWAL · for calls of Sales line');
    expect(words()).toContain('for all calls');
    await userEvent.click(control('button', `Remove ${TEMPLATE}`));
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ screenPops: [{ ...POP, campaigns: [], ingroups: [] }] });
  });

  it.each([
    ['', 'Enter the address of the page.'],
    ['crm.example.com/--A--lead_id--B--', 'The address has to begin with https://.'],
    ['http://crm.example.com/--A--lead_id--B--', 'Plain http:// is taken for this computer alone.'],
    ['javascript:alert(1)', 'The address has to begin with https://.'],
    ['https://--A--city--B--.example.com/', 'Write out the server’s name'],
    ['https://a:b@crm.example.com/', 'Leave user and password out'],
    ['https://crm.example.com/--A--lead_id', 'A placeholder is not complete.'],
    ['https://crm.example.com/--A--Lead--B--?a=--A--x--B--', 'Nothing fills the placeholder Lead, x. Take one of'],
    ['https://crm.example.com/--A--leadid--B--', 'last_local_call_time, last_name, lead_id, list_id'],
  ])('is refused with the reason: %j', async (typed, reason) => {
    showOptions();
    await userEvent.fill(field('pop-template'), typed);
    expect(words()).not.toContain(reason);
    await submit('pop-template');
    expect(words()).toContain(reason);
    expect(onChange).not.toHaveBeenCalled();
  });

  it.each([
    ['pop-campaigns', '<b>ö!!', 'An ID has 1 to 20 letters, digits, - or _.'],
    ['pop-ingroups', 'x'.repeat(41), 'A name has 40 characters at most.'],
  ])('is refused for its %s %j, with the reason there', async (name, typed, reason) => {
    showOptions();
    await userEvent.fill(field('pop-template'), TEMPLATE);
    await userEvent.fill(field(name), typed);
    expect(words()).not.toContain(reason);
    await submit('pop-template');
    expect(words()).toContain(reason);
    expect(field(name).getAttribute('aria-invalid')).toBe('true');
    expect(onChange).not.toHaveBeenCalled();
  });

  it('opens where the agent chooses', async () => {
    showOptions({ screenPops: [POP] });
    await userEvent.click(control('label', /When I click/));
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ popWay: 'onClick' });
  });
});

describe('a page after calls', () => {
  it('is written by hand, and has no more than a name and an address to have', async () => {
    showOptions();
    await userEvent.fill(field('page-name'), 'Order form');
    await userEvent.fill(field('page-template'), TEMPLATE);
    await submit('page-name');
    const least = { ...PAGE, statuses: [], minimumSeconds: 0, rank: 0 };
    expect(onChange).toHaveBeenLastCalledWith({ afterCallPages: [least] });
    for (const [name, text] of Object.entries({
      ...{ name: 'Order form', template: TEMPLATE, statuses: 'SALE UPSELL', minimumSeconds: '30', rank: '2' },
    }))
      await userEvent.fill(field(`page-${name}`), text);
    await submit('page-name');
    expect(onChange).toHaveBeenLastCalledWith({ afterCallPages: [PAGE] });
  });

  it.each([
    ['name', '', 'The rule needs a name.'],
    ['name', 'x'.repeat(300), 'This is too long: 100 characters at most.'],
    ['statuses', 'SALE TOOLONG', 'A code has 1 to 6 letters, digits, - or _.'],
    ['campaigns', '<b>', 'An ID has 1 to 20 letters, digits, - or _.'],
    ['minimumSeconds', 'half a minute', 'Enter a whole number of seconds'],
    ['rank', '1.5', 'Enter a whole number from 0 to 9999.'],
  ])('is refused for its %s %j', async (part, text, reason) => {
    showOptions();
    await userEvent.fill(field('page-name'), 'Order form');
    await userEvent.fill(field('page-template'), TEMPLATE);
    await userEvent.fill(field(`page-${part}`), text);
    await submit('page-name');
    expect(onChange).not.toHaveBeenCalled();
    expect(field(`page-${part}`).getAttribute('aria-invalid')).toBe('true');
    expect(words()).toContain(reason);
  });

  it('has all its mistakes marked at once', async () => {
    showOptions();
    const typed = { name: '', template: 'x', statuses: 'TOOLONG', campaigns: '<b>', minimumSeconds: 'x', rank: '-1' };
    for (const [part, text] of Object.entries(typed)) await userEvent.fill(field(`page-${part}`), text);
    await submit('page-name');
    const marked = Object.keys(typed).filter((part) => field(`page-${part}`).getAttribute('aria-invalid') === 'true');
    expect(marked).toEqual(Object.keys(typed));
  });

  it('is listed with when it opens', () => {
    showOptions({ afterCallPages: [PAGE] });
    expect(words()).toContain(`${TEMPLATE} · after SALE, UPSELL · from 30 s of talk on · rank 2`);
  });
});

it.each([
  ['pop-json', POP, { screenPops: [POP] }],
  ['page-json', PAGE, { afterCallPages: [PAGE] }],
])('%s takes what was copied, and refuses what it does not understand at its place', async (name, rule, change) => {
  showOptions();
  await paste(name, JSON.stringify([rule, { ...rule, template: 'http://crm.example.com/' }]));
  expect(words()).toContain('The first mistake is at 1.template');
  expect(onChange).not.toHaveBeenCalled();
  await paste(name, JSON.stringify([rule]));
  expect(onChange).toHaveBeenCalledExactlyOnceWith(change);
});

it('what the company has locked can be read, and not changed', () => {
  showOptions(
    { screenPops: [POP], afterCallPages: [PAGE] },
    { policy: { locked: ['screenPops', 'popWay', 'afterCallPages'] } },
  );
  const own = [...document.querySelectorAll('fieldset.locked')];
  expect(own).toHaveLength(3);
  expect(
    own
      .flatMap((set) => [...set.querySelectorAll('button, input, textarea')])
      .every((each) => each.matches(':disabled')),
  ).toBe(true);
  expect(words()).toContain('Order form');
});

it('everybody can read and operate them', async () => {
  showOptions({ screenPops: [POP], afterCallPages: [PAGE] });
  await submit('pop-template');
  await submit('page-name');
  await expectAccessible();
});
