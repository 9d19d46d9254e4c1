import { describe, expect, it } from 'vitest';
import { altUrlOfPage, pageOfAltUrl } from '../../../../lib/crm/pages/alt-urls.ts';
import type { AfterCallPage } from '../../../../lib/crm/pages/page-rules.ts';
import type { UrlTemplate } from '../../../../lib/crm/url-template.ts';
import type { StoredAltUrl } from '../../../../lib/vicidial/non-agent-api/campaign-client.ts';

const TEMPLATE = 'https://crm.example.com/wrap?lead=--A--lead_id--B--' as UrlTemplate;
const PAGE: AfterCallPage = {
  ...{ name: 'Order form', template: TEMPLATE, campaigns: ['TESTCAMP'], statuses: ['SALE', 'UPSELL'] },
  ...{ minimumSeconds: 30, rank: 5 },
};
const STORED: StoredAltUrl = {
  ...{ id: '12', active: true, rank: 5, statuses: ['SALE', 'UPSELL'], description: 'Order form', lists: [] },
  ...{ minimumSeconds: 30, address: TEMPLATE },
};

describe('a rule and an entry of VICIdial’s list', () => {
  it('say the same either way', () => {
    expect(pageOfAltUrl('TESTCAMP', STORED)).toEqual({ ok: true, value: PAGE });
    const { id: _id, ...entry } = STORED;
    expect(altUrlOfPage(PAGE)).toEqual(entry);
  });

  it('both mean each disposition where they name none', () => {
    expect(altUrlOfPage({ ...PAGE, statuses: [] }).statuses).toEqual([]);
    const read = pageOfAltUrl('TESTCAMP', { ...STORED, statuses: [] });
    expect(read.ok && read.value.statuses).toEqual([]);
  });

  it.each([
    ['Order & “wrap-up” (new)', 'Order wrap-up new'],
    ['Bestellung für Köln', 'Bestellung für Köln'],
    ['&&', ''],
  ])('may be called %j in the one and %j in the other', (name, description) => {
    expect(altUrlOfPage({ ...PAGE, name }).description).toBe(description);
  });

  it('has a name in any case', () => {
    const read = pageOfAltUrl('TESTCAMP', { ...STORED, description: '' });
    expect(read.ok && read.value.name).toBe('TESTCAMP 12');
  });

  it.each<[Partial<StoredAltUrl>, unknown]>([
    [{ active: false }, { code: 'inactive' }],
    [{ lists: ['101'] }, { code: 'lists' }],
    [{ address: 'https://crm.example.com/?lead=--A--lead_id--B--&pass=***' }, { code: 'secret' }],
    [{ address: 'http://crm.example.com/' }, { code: 'address', problem: 'insecure' }],
    [{ address: '/agc/script.php' }, { code: 'address', problem: 'scheme' }],
    [{ address: 'VARhttp://127.0.0.1/x' }, { code: 'address', problem: 'scheme' }],
    [{ address: 'https://--A--city--B--.example.com/' }, { code: 'address', problem: 'fieldInHost' }],
  ])('that no agent can be shown is no rule: %j', (changes, failure) => {
    expect(pageOfAltUrl('TESTCAMP', { ...STORED, ...changes })).toEqual({ ok: false, failure });
  });
});
