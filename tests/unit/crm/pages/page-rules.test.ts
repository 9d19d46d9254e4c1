import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  type AfterCallPage,
  afterCallPagesSchema,
  pagesAfter,
  popFor,
  type ScreenPop,
  screenPopsSchema,
} from '../../../../lib/crm/pages/page-rules.ts';
import type { UrlTemplate } from '../../../../lib/crm/url-template.ts';

const TEMPLATE = 'https://crm.example.com/p/--A--vendor_lead_code--B--' as UrlTemplate;
const pop = (changes: Partial<ScreenPop> = {}): ScreenPop => ({
  ...{ template: TEMPLATE, campaigns: [], ingroups: [] },
  ...changes,
});
const page = (changes: Partial<AfterCallPage> = {}): AfterCallPage => ({
  ...{ name: 'Wrap-up form', template: TEMPLATE, campaigns: [], statuses: [], minimumSeconds: 0, rank: 0 },
  ...changes,
});

describe('rules of the settings', () => {
  it('are filled up where a part is left out', () => {
    expect(v.parse(screenPopsSchema, [{ template: TEMPLATE }])).toEqual([pop()]);
    expect(v.parse(afterCallPagesSchema, [{ name: ' Wrap-up form ', template: TEMPLATE }])).toEqual([page()]);
  });

  it.each<[unknown, string | null]>([
    [null, null],
    [[{}], '0.template'],
    [[pop(), pop({ template: 'http://crm.example.com/' as UrlTemplate })], '1.template'],
    [[{ ...pop(), campaigns: [''] }], '0.campaigns.0'],
    [[{ ...pop(), campaigns: ['SALES', '<b>ö!!'] }], '0.campaigns.1'],
    [[{ ...pop(), ingroup: 'x' }], '0.ingroup'],
    [Array.from({ length: 101 }, () => pop()), null],
  ])('of screen pops are refused at their place: %j', (data, place) => {
    const parsed = v.safeParse(screenPopsSchema, data);
    expect([parsed.success, parsed.issues && v.getDotPath(parsed.issues[0])]).toEqual([false, place]);
  });

  it.each<[Readonly<Record<string, unknown>>, string]>([
    [{ name: '' }, '0.name'],
    [{ statuses: ['TOOLONG'] }, '0.statuses.0'],
    [{ statuses: ['A B'] }, '0.statuses.0'],
    [{ campaigns: ['A B'] }, '0.campaigns.0'],
    [{ minimumSeconds: -1 }, '0.minimumSeconds'],
    [{ minimumSeconds: 1.5 }, '0.minimumSeconds'],
    [{ rank: 10_000 }, '0.rank'],
    [{ rank: '1' }, '0.rank'],
    [{ lists: ['101'] }, '0.lists'],
  ])('of pages after calls are refused at their place: %j', (changes, place) => {
    const parsed = v.safeParse(afterCallPagesSchema, [{ ...page(), ...changes }]);
    expect([parsed.success, parsed.issues && v.getDotPath(parsed.issues[0])]).toEqual([false, place]);
  });
});

describe('the record of a call', () => {
  const sales = pop({ campaigns: ['SALES'], ingroups: ['SALESLINE'] });
  const inbound = pop({ ingroups: ['SupportLine'] });
  const other = pop();

  it.each([
    ['SALES', 'SALESLINE', sales],
    ['sales', 'salesline', sales],
    ['SALES', null, other],
    ['SALES', 'OTHER', other],
    ['OTHER', 'SALESLINE', other],
    ['OTHER', 'supportline', inbound],
    [null, 'SALESLINE', other],
    [null, null, other],
  ])('in campaign %s and in-group %s is opened by the first rule that fits', (campaign, ingroup, rule) => {
    expect(popFor([sales, inbound, other], { campaign, ingroup })).toBe(rule);
  });

  it('is opened by no rule where none fits', () => {
    expect(popFor([sales, inbound], { campaign: 'OTHER', ingroup: null })).toBeNull();
    expect(popFor([], { campaign: 'SALES', ingroup: null })).toBeNull();
  });
});

describe('pages after a call', () => {
  const call = { campaign: 'SALES', status: 'SALE', talkedSeconds: 30 };

  it.each<[Partial<AfterCallPage>, Partial<typeof call> | { readonly status: null }, boolean]>([
    [{}, {}, true],
    [{}, { status: null }, true],
    [{ statuses: ['SALE'] }, {}, true],
    [{ statuses: ['sale', 'UPSELL'] }, {}, true],
    [{ statuses: ['NI'] }, {}, false],
    [{ statuses: ['SALE'] }, { status: null }, false],
    [{ campaigns: ['SALES'] }, {}, true],
    [{ campaigns: ['OTHER'] }, {}, false],
    [{ minimumSeconds: 30 }, {}, true],
    [{ minimumSeconds: 31 }, {}, false],
    [{ statuses: ['SALE'], minimumSeconds: 31 }, {}, false],
  ])('with %j after %j: %s', (rule, changes, isOpened) => {
    expect(pagesAfter([page(rule)], { ...call, ...changes })).toHaveLength(isOpened ? 1 : 0);
  });

  it('come in the order of their ranks, and are five at most', () => {
    const ranks = [7, 3, 3, 9, 1, 8, 2];
    const pages = ranks.map((rank, index) => page({ rank, name: String(index) }));
    expect(pagesAfter(pages, call).map(({ name }) => name)).toEqual(['4', '6', '1', '2', '0']);
    expect(pages.map(({ rank }) => rank)).toEqual(ranks);
  });
});
