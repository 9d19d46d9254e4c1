import { expect, it } from 'vitest';
import { siteLocks } from '../../../lib/background/sites/site-locks.ts';
import { parsePolicy } from '../../../lib/settings/policy-parser.ts';
import { settingsUnder } from '../../../lib/settings/policy-rules.ts';
import { ALL_SITES } from '../../../lib/settings/schema.ts';

const CRM = 'https://crm.example/*';
const LOCKED = { sites: ['crm.example'], locked: ['sites'] };

it.each([
  ['can be turned on while the browser has not been asked', LOCKED, [], ['all']],
  ['cannot be turned off', LOCKED, [CRM], ['site', 'all']],
  ['gain no other', { ...LOCKED, sites: ['desk.example'] }, [], ['site', 'all']],
  ['keep every site on', { ...LOCKED, sites: ['*'] }, ALL_SITES, ['site', 'all']],
  [
    'let the agent turn on all of them where they are the company’s',
    { ...LOCKED, sites: ['*', 'crm.example'] },
    [],
    [],
  ],
  ['let each site be shown as the company says', { siteMode: 'marksOnly', locked: ['siteMode'] }, [], ['mode']],
  ['are free where they are only suggested', { sites: ['crm.example'] }, [CRM], []],
])('sites of the company %s', (_what, policy, active, fixed) => {
  expect(siteLocks(settingsUnder(parsePolicy(policy), {}), [CRM], active)).toEqual(fixed);
});
