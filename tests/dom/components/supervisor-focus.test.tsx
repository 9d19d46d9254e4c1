import { afterEach, beforeEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { holdFocus } from '../../../components/supervisor/hold-focus.ts';
import { NOTHING_READ, readingAfter } from '../../../components/supervisor/reading.ts';
import type { CampaignRow } from '../../../lib/messages/supervisor.ts';
import { ok } from '../../../lib/result.ts';
import { CAMPAIGNS, supervisor } from '../../pages/component-gallery/supervisor-views.tsx';
import { control, drawn, hide, show } from './mount.tsx';

const NO_CAMPAIGNS = readingAfter<CampaignRow>(NOTHING_READ, ok([]), 0);

let page: AbortController;
beforeEach(() => {
  page = new AbortController();
  holdFocus(document.body, page.signal);
});
afterEach(() => {
  page.abort();
  hide();
});

const at = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;

it('leads from a question that is left to the button that has asked it', async () => {
  show(supervisor());
  for (const name of ['Set level of TESTCAMP', 'Stop TESTCAMP']) {
    control('button', name).focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.querySelector('.row-confirm')?.contains(document.activeElement)).toBe(true);
    await userEvent.keyboard('{Escape}');
    await expect.poll(at).toBe(name);
  }
});

it('stays at the button that counts a hopper, which stays beside the number', async () => {
  show(supervisor());
  control('button', 'Count the hopper of TESTCAMP').focus();
  await userEvent.keyboard('{Enter}');
  const cell = () => control('button', 'Count the hopper of TESTCAMP').parentElement?.textContent;
  await expect.poll(cell).toBe('42 Count');
  const button = control('button', 'Count the hopper of TESTCAMP');
  const number = document.createRange();
  number.selectNodeContents(button.previousSibling!);
  expect(number.getBoundingClientRect().right).toBeLessThanOrEqual(button.getBoundingClientRect().left);
  expect(at()).toBe('Count the hopper of TESTCAMP');
});

it('goes on from the heading of its section where the control is taken away', async () => {
  const [first] = CAMPAIGNS;
  show(supervisor());
  control('button', `Set level of ${first?.id}`).focus();
  show(supervisor({ campaigns: NO_CAMPAIGNS }));
  await expect.poll(at).toBe('Campaigns');
  expect(document.querySelectorAll('[tabindex="0"]')).toHaveLength(0);
});

it('goes on from the heading of the page where the sign-in gives way to the floor', async () => {
  show(supervisor({ state: { status: 'signedOut', server: '' }, onSignIn: async () => ok(null) }));
  control('button', 'Sign in as supervisor').focus();
  show(supervisor());
  await expect.poll(at).toBe('Supervisor');
});

it('follows nobody who has left by himself, nor after the page is left', async () => {
  show(supervisor());
  control('button', 'Stop TESTCAMP').focus();
  control('button', 'Stop TESTCAMP').blur();
  await drawn();
  show(supervisor({ campaigns: NO_CAMPAIGNS }));
  await drawn();
  expect(document.activeElement).toBe(document.body);

  show(supervisor());
  page.abort();
  control('button', 'Stop TESTCAMP').focus();
  show(supervisor({ campaigns: NO_CAMPAIGNS }));
  await drawn();
  expect(document.activeElement).toBe(document.body);
});
