import { parseRecordRules, type ReadRule, type RecordRule } from './record-rules.ts';

/**
 * A person's record by its address alone. Where contacts and leads count their ids each for themselves, one of the two is to
 * be chosen: the lead 42 would be taken for the contact 42.
 */
const PATTERNS: Readonly<Record<string, readonly string[]>> = {
  Salesforce: [
    '*.lightning.force.com/lightning/r/Contact/{vendor_lead_code:salesforce}/**',
    '*.lightning.force.com/lightning/r/Lead/{vendor_lead_code:salesforce}/**',
    '*.lightning.force.com/lightning/r/{vendor_lead_code:salesforce}/**',
    // Classic, with or without a domain of the company's own.
    '*.salesforce.com/{vendor_lead_code:salesforce}',
  ],
  HubSpot: [
    '*.hubspot.com/contacts/*/record/0-1/{vendor_lead_code:digits}/**',
    // Before records of every kind had one form.
    '*.hubspot.com/contacts/*/contact/{vendor_lead_code:digits}/**',
  ],
  'Dynamics 365': [
    '*.dynamics.com/main.aspx?etn=contact&id={vendor_lead_code:guid}',
    '*.dynamics.com/main.aspx?etn=lead&id={vendor_lead_code:guid}',
  ],
  'Zoho CRM': ['com', 'eu', 'in', 'jp', 'sa', 'com.au', 'com.cn'].flatMap((domain) =>
    ['Contacts', 'Leads'].flatMap((tab) => [
      `crm.zoho.${domain}/crm/*/tab/${tab}/{vendor_lead_code:digits}/**`,
      `crm.zoho.${domain}/crm/tab/${tab}/{vendor_lead_code:digits}/**`,
      `crm.zoho.${domain}/crm/EntityInfo.do?module=${tab}&id={vendor_lead_code:digits}`,
    ]),
  ),
  Pipedrive: ['*.pipedrive.com/person/{vendor_lead_code:digits}/**'],
  Zendesk: ['*.zendesk.com/agent/users/{vendor_lead_code:digits}/**'],
  Freshsales: [
    '*.myfreshworks.com/crm/sales/contacts/{vendor_lead_code:digits}/**',
    '*.myfreshworks.com/crm/sales/contacts/view/{vendor_lead_code:digits}/**',
    '*.freshsales.io/contacts/{vendor_lead_code:digits}/**',
  ],
  'Freshsales leads': ['*.freshsales.io/leads/{vendor_lead_code:digits}/**'],
  Bitrix24: bitrix24('contact'),
  'Bitrix24 leads': bitrix24('lead'),
  vTiger: ['Contacts', 'Leads'].flatMap((module) => [
    `*/**/index.php?module=${module}&view=Detail&record={vendor_lead_code:digits}`,
    `*/**/index.php?module=${module}&action=DetailView&record={vendor_lead_code:digits}`,
  ]),
  SuiteCRM: [
    ...['Contacts', 'Leads'].map(
      (module) => `*/**/index.php?module=${module}&action=DetailView&record={vendor_lead_code:guid}`,
    ),
    ...['contacts', 'leads'].map((module) => `*/**#/${module}/record/{vendor_lead_code:guid}`),
  ],
  EspoCRM: ['Contact', 'Lead'].map((kind) => `*/**#${kind}/view/{vendor_lead_code:hex}`),
  Odoo: odoo('contacts', 'res.partner'),
  'Odoo leads': odoo('crm', 'crm.lead'),
  Dolibarr: ['*/**/contact/card.php?id={vendor_lead_code:digits}'],
  GoHighLevel: [
    'app.gohighlevel.com/v2/location/*/contacts/detail/{vendor_lead_code}',
    'app.gohighlevel.com/location/*/contacts/detail/{vendor_lead_code}',
  ],
  Monday: [
    '*.monday.com/boards/*/pulses/{vendor_lead_code:digits}/**',
    '*.monday.com/boards/*/views/*/pulses/{vendor_lead_code:digits}/**',
  ],
};

/** In the cloud and on a company's own server. */
function bitrix24(kind: string): string[] {
  return ['details', 'show'].map((page) => `*/crm/${kind}/${page}/{vendor_lead_code:digits}/**`);
}

/** Up to version 17 the record stands in the fragment, since 18 in the path. */
function odoo(app: string, model: string): string[] {
  return [
    `*/web#id={vendor_lead_code:digits}&model=${model}`,
    `*/odoo/${app}/{vendor_lead_code:digits}`,
    `*/odoo/${model}/{vendor_lead_code:digits}`,
  ];
}

/** Rules for common systems, to be chosen by name. Salesforce's ids come in their long form, from either interface. */
export const RECORD_PRESETS: readonly RecordRule[] = Object.entries(PATTERNS).map(([name, patterns]) => ({
  name,
  patterns,
  selectors: {},
}));

/** The presets, ready to be matched. */
export function readPresets(): readonly ReadRule[] {
  return parseRecordRules(RECORD_PRESETS).rules;
}
