import { expect, type Locator } from '@playwright/test';
import { AGENT } from '../../tests/e2e/fixtures/demo-agent.ts';
import type { Desk } from '../../tests/e2e/fixtures/desk.ts';

/**
 * Gives Dialside the campaign's pause codes, dispositions and in-groups as an administrator does: pasted into the options. No
 * VICIdial function tells them to an agent.
 */
export async function fillLists({ extension, dialer }: Desk): Promise<void> {
  const { pause_codes, campaign_statuses, system_statuses, inbound_groups } = dialer.world;
  const codes = pause_codes.filter(({ campaign_id }) => campaign_id === AGENT.campaign);
  const statuses = [...system_statuses, ...campaign_statuses].filter(({ selectable }) => selectable === 'Y');
  const ingroups = inbound_groups.filter(({ active }) => active === 'Y');

  const page = await extension.context.newPage();
  await page.goto(extension.url('options.html'));
  const section = (heading: string) =>
    page.locator('section').filter({ has: page.getByRole('heading', { name: heading, exact: true }) });
  await paste(
    section('Pause codes'),
    codes.map(({ pause_code, pause_code_name }) => `${pause_code} ${pause_code_name}`),
  );
  await paste(
    section('Dispositions'),
    statuses.map(({ status, status_name, scheduled_callback }) =>
      [status, status_name, ...(scheduled_callback === 'Y' ? ['*'] : [])].join(' '),
    ),
  );
  await section('In-groups')
    .getByLabel('In-group IDs')
    .fill(ingroups.map(({ group_id }) => group_id).join(' '));
  await section('In-groups').getByRole('button', { name: 'Add' }).click();
  await expect(section('In-groups').getByRole('listitem')).toHaveCount(ingroups.length);
  await page.close();
}

async function paste(section: Locator, lines: readonly string[]): Promise<void> {
  await section.getByText('Paste a list').click();
  await section.getByRole('textbox').last().fill(lines.join('\n'));
  await section.getByRole('button', { name: 'Add these lines' }).click();
  await expect(section.getByRole('listitem')).toHaveCount(lines.length);
}
