import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import english from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { drawPermissions } from '../../../scripts/permissions-page.ts';
import { ROOT } from '../../repository/source-imports.ts';

const page = drawPermissions(english);

it('the page of permissions is what the set-up check asks for; `npm run docs:permissions` writes it', () => {
  expect(readFileSync(join(ROOT, 'docs/vicidial/permissions.md'), 'utf8')).toBe(page);
});

it('names each right as VICIdial does, and a purpose for each function', () => {
  expect(page).toContain(
    '| `agent_status` | ringing, talking and wrap-up | User Level = 7, Agent API Access = 1, View',
  );
  expect(page).toContain('| User Level = 8, Agent API Access = 1, Modify Leads = 1 |');
  expect(page).not.toMatch(/\| +\|/);
});
