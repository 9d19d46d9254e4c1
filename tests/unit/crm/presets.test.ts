import { describe, expect, it } from 'vitest';
import { RECORD_PRESETS, readPresets } from '../../../lib/crm/presets.ts';
import { readRecord } from '../../../lib/crm/read-record.ts';

const GUID = '4a5f1c2e-9d0b-4e6a-8f3c-2b7d1e0a9c58';
const SHORT_GUID = '4a5f1c2e9d0b4e6a8f3c';
const OTHER_GUID = 'b1d2c3e4-0000-4000-8000-000000000001';

/** Addresses as the systems' own documentation and public integrations show them, and the code each record goes by. */
const RECORDS: readonly (readonly [preset: string, url: string, code: string])[] = [
  ['Salesforce', 'https://acme.lightning.force.com/lightning/r/Contact/0035g00000ABCdEAAX/view', '0035g00000ABCdEAAX'],
  ['Salesforce', 'https://acme.lightning.force.com/lightning/r/Lead/00Q5g00000ABCdEEAX/edit', '00Q5g00000ABCdEEAX'],
  ['Salesforce', 'https://acme.lightning.force.com/lightning/r/0035g00000ABCdEAAX/view', '0035g00000ABCdEAAX'],
  // The same person in both interfaces is the same code.
  ['Salesforce', 'https://na15.salesforce.com/003D000000QYVZ5', '003D000000QYVZ5IAP'],
  ['Salesforce', 'https://acme.my.salesforce.com/003D000000QYVZ5IAP', '003D000000QYVZ5IAP'],
  ['HubSpot', 'https://app.hubspot.com/contacts/45316392/record/0-1/501', '501'],
  ['HubSpot', 'https://app-eu1.hubspot.com/contacts/1/record/0-1/434381295294/view/1', '434381295294'],
  ['HubSpot', 'https://app.hubspot.com/contacts/45316392/contact/501', '501'],
  // Ids of 36 signs go by their first 20 digits.
  [
    'Dynamics 365',
    `https://acme.crm.dynamics.com/main.aspx?appid=${OTHER_GUID}&pagetype=entityrecord&etn=contact&id=${GUID}`,
    SHORT_GUID,
  ],
  ['Dynamics 365', `https://acme.crm4.dynamics.com/main.aspx?etn=lead&id=%7B${GUID.toUpperCase()}%7D`, SHORT_GUID],
  ['SuiteCRM', `https://crm.example.com/index.php?module=Contacts&action=DetailView&record=${GUID}`, SHORT_GUID],
  ['SuiteCRM', `https://crm.example.com/suite/#/leads/record/${GUID}?return_module=Leads`, SHORT_GUID],
  ['Zoho CRM', 'https://crm.zoho.com/crm/org5406171/tab/Contacts/346103000072598035', '346103000072598035'],
  ['Zoho CRM', 'https://crm.zoho.eu/crm/org20079892132/tab/Leads/123/canvas/767', '123'],
  ['Zoho CRM', 'https://crm.zoho.com.au/crm/tab/Leads/123', '123'],
  ['Zoho CRM', 'https://crm.zoho.com/crm/EntityInfo.do?module=Contacts&id=123&submodule=Contacts', '123'],
  ['Pipedrive', 'https://acme.pipedrive.com/person/7', '7'],
  ['Pipedrive', 'https://app.pipedrive.com/person/7/details', '7'],
  ['Zendesk', 'https://acme.zendesk.com/agent/users/377390261492/requested_tickets', '377390261492'],
  ['Freshsales', 'https://acme.myfreshworks.com/crm/sales/contacts/402174876038', '402174876038'],
  ['Freshsales', 'https://acme.myfreshworks.com/crm/sales/contacts/view/31000123', '31000123'],
  ['Freshsales', 'https://acme.freshsales.io/contacts/31000123', '31000123'],
  ['Freshsales leads', 'https://acme.freshsales.io/leads/31000123', '31000123'],
  ['Bitrix24', 'https://acme.bitrix24.com/crm/contact/details/12/', '12'],
  ['Bitrix24', 'https://crm.example.com/crm/contact/show/12/', '12'],
  ['Bitrix24 leads', 'https://acme.bitrix24.com/crm/lead/details/12345/?IFRAME=Y&IFRAME_TYPE=SIDE_SLIDER', '12345'],
  ['vTiger', 'https://crm.example.com/index.php?module=Contacts&view=Detail&record=123&app=MARKETING', '123'],
  ['vTiger', 'https://example.com/vtiger/index.php?module=Leads&action=DetailView&record=123', '123'],
  ['EspoCRM', 'https://crm.example.com/#Contact/view/5f2a7c0e91b4d3a68', '5f2a7c0e91b4d3a68'],
  ['EspoCRM', 'https://example.com/espo/?v=1#Lead/view/5f2a7c0e91b4d3a68', '5f2a7c0e91b4d3a68'],
  ['Odoo', 'https://acme.odoo.com/web#id=42&action=112&model=res.partner&view_type=form&cids=1&menu_id=86', '42'],
  ['Odoo', 'http://localhost:8069/odoo/contacts/9', '9'],
  ['Odoo', 'https://acme.odoo.com/odoo/res.partner/160440', '160440'],
  ['Odoo leads', 'https://acme.odoo.com/web?debug=1#id=42&model=crm.lead&view_type=form', '42'],
  ['Odoo leads', 'https://acme.odoo.com/odoo/crm/42', '42'],
  ['Dolibarr', 'https://erp.example.com/dolibarr/htdocs/contact/card.php?id=17&socid=3', '17'],
  [
    'GoHighLevel',
    'https://app.gohighlevel.com/v2/location/1Jo7tMynqRtbpB3GHuOd/contacts/detail/sx6wyHhbFdRXh302LLNR?view=note',
    'sx6wyHhbFdRXh302LLNR',
  ],
  [
    'GoHighLevel',
    'https://app.gohighlevel.com/location/1Jo7tMynqRtbpB3GHuOd/contacts/detail/sx6wyHhbFdRXh302LLNR',
    'sx6wyHhbFdRXh302LLNR',
  ],
  ['Monday', 'https://acme.monday.com/boards/765008773/pulses/3073776565/posts/1676502313', '3073776565'],
  ['Monday', 'https://acme.monday.com/boards/765008773/views/28918344/pulses/3073776565', '3073776565'],
];

/** Pages of the same systems that show no person's record, and pages of others that only look like theirs. */
const OTHERS = [
  'https://acme.lightning.force.com/lightning/o/Contact/list',
  'https://acme.lightning.force.com/lightning/r/Account/0015g00000ABCdEAAX/view',
  'https://acme.my.salesforce.com/0015g00000ABCdE',
  'https://acme.my.salesforce.com/003/o',
  'https://salesforce.com.example.org/003D000000QYVZ5',
  'https://app.hubspot.com/contacts/45316392/objects/0-1/views/all/list',
  'https://app.hubspot.com/contacts/45316392/record/0-2/501',
  'https://nothubspot.com/contacts/45316392/record/0-1/501',
  `https://acme.crm.dynamics.com/main.aspx?pagetype=entityrecord&etn=account&id=${GUID}`,
  'https://acme.crm.dynamics.com/main.aspx?pagetype=entitylist&etn=contact',
  'https://crm.zoho.com/crm/org5406171/tab/Contacts/custom-view/123/list',
  'https://crm.zoho.com/crm/org5406171/tab/Potentials/123',
  'https://acme.pipedrive.com/persons/list/user/1',
  'https://acme.pipedrive.com/deal/7',
  'https://acme.zendesk.com/agent/tickets/12',
  'https://acme.myfreshworks.com/crm/sales/deals/12',
  'https://acme.bitrix24.com/crm/deal/details/12/',
  'https://acme.bitrix24.com/crm/lead/list/',
  'https://crm.example.com/index.php?module=Contacts&view=List',
  'https://crm.example.com/index.php?module=Accounts&view=Detail&record=123',
  'https://crm.example.com/#Account/view/5f2a7c0e91b4d3a68',
  'https://crm.example.com/#Contact/list',
  'https://crm.example.com/suite/#/contacts/index',
  'https://acme.odoo.com/web#action=112&model=res.partner&view_type=list',
  'https://acme.odoo.com/odoo/contacts/new',
  'https://erp.example.com/societe/card.php?socid=3',
  'https://app.gohighlevel.com/v2/location/1Jo7tMynqRtbpB3GHuOd/contacts/smart_list/All',
  'https://acme.monday.com/boards/765008773',
  'about:blank',
];

const rules = readPresets();
const read = (url: string) => readRecord(rules, { url, query: () => null });

describe('presets', () => {
  it('are all rules, each with a page in this table', () => {
    const names = RECORD_PRESETS.map(({ name }) => name);
    expect(rules.map(({ name }) => name)).toEqual(names);
    expect([...new Set(RECORDS.map(([preset]) => preset))].toSorted()).toEqual(names.toSorted());
  });

  it.each(RECORDS)('%s reads %s', (preset, url, code) => {
    expect(read(url)).toEqual({ ok: true, value: { rule: preset, record: { vendor_lead_code: code }, refused: [] } });
  });

  it.each(OTHERS)('leave %s alone', (url) => {
    expect(read(url)).toEqual({ ok: false, failure: { code: 'noRule' } });
  });
});
