import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { pageAddress, parsePageTemplate } from '../../../../lib/crm/pages/page-address.ts';
import { readAfterCallPages, readScreenPops } from '../../../../lib/crm/pages/page-rules.ts';
import { RECORD_PRESETS } from '../../../../lib/crm/presets.ts';
import { readRecord } from '../../../../lib/crm/read-record.ts';
import { needsHost, rulesOfEntries } from '../../../../lib/crm/record-entries.ts';

const GUIDE = readFileSync(new URL('../../../../docs/crm.md', import.meta.url), 'utf8');
const ROWS = [...GUIDE.matchAll(/^\| ([\w ]+) \| `(https:.*?)` \|$/gm)].map(
  ([, name = '', text = '']): [string, string] => [name, text],
);
/** One of each form that systems give their ids. */
const CODES = ['42', '5f3c8e1a9b2d4c6e7', '0035g00000XyZabAAF'];

it('the guide has a template for each preset whose codes are whole ids', () => {
  const cut = ['Dynamics 365', 'SuiteCRM'];
  expect(ROWS.map(([name]) => name)).toEqual(
    RECORD_PRESETS.map(({ name }) => name).filter((name) => !cut.includes(name)),
  );
});

it.each(ROWS)('the page that the template for %s opens is one whose record its preset reads', (name, text) => {
  const template = parsePageTemplate(text);
  if (!template.ok) throw new Error(template.failure);
  const [rule] = rulesOfEntries([needsHost(name) ? { preset: name, host: 'crm.example.com' } : { preset: name }]);
  const read = CODES.map((code) => {
    const url = pageAddress(template.value, { vendor_lead_code: code });
    const record = url.ok && rule ? readRecord([rule], { url: url.value, query: () => null }) : null;
    return record?.ok === true && record.value.record.vendor_lead_code === code;
  });
  expect(read).toContain(true);
});

it('its examples of rules are taken', () => {
  const examples = [...GUIDE.matchAll(/```json\n(\[.*?\])\n```/gs)].map(([, text = '']): unknown => JSON.parse(text));
  expect(examples.filter((data) => 'entries' in readScreenPops(data))).toHaveLength(1);
  expect(examples.filter((data) => 'entries' in readAfterCallPages(data))).toHaveLength(1);
});
