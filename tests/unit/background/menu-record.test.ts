import { describe, expect, it, vi } from 'vitest';
import type { DialStart } from '../../../lib/background/dialling/dial-coordinator.ts';
import { followMenu } from '../../../lib/background/menu-choice.ts';
import { readMenuClick } from '../../../lib/background/requests/menus.ts';
import type { Services } from '../../../lib/background/services.ts';
import { ok } from '../../../lib/result.ts';
import { EMPTY_SESSION } from '../../../lib/session/session-store.ts';
import { DEFAULT_SETTINGS } from '../../../lib/settings/schema.ts';
import { settle } from './rig.ts';

// Nothing of the browser is asked for by a dial from the menu.
vi.mock('../../../lib/platform/extension-api.ts', () => ({ browser: {} }));

const HUBSPOT = 'https://app.hubspot.com/contacts/1/record/0-1/77';

/** What a dial from the menu starts with, on a page of that address. */
async function choose(click: Parameters<typeof readMenuClick>[0], url: string | undefined) {
  const started: DialStart[] = [];
  const services = {
    store: { current: () => EMPTY_SESSION },
    settings: { read: async () => ({ ...DEFAULT_SETTINGS, recordRules: [{ preset: 'HubSpot' }] }) },
    dials: { start: async (start: DialStart) => ok(started.push(start)) },
  } as unknown as Services;
  const choice = readMenuClick(click, { id: 7, url });
  if (choice) followMenu(services, Promise.resolve(), choice);
  await settle();
  return started.map(({ number, record }) => [number.e164, record]);
}

describe('a number of the menu', () => {
  it.each([
    ['selected on a record’s page', { menuItemId: 'dialSelection', selectionText: '(415) 555-0132' }, HUBSPOT, '77'],
    ['linked on a record’s page', { menuItemId: 'dialLink', linkUrl: 'tel:+14155550132' }, HUBSPOT, '77'],
    ['on another page', { menuItemId: 'dialLink', linkUrl: 'tel:+14155550132' }, 'https://app.hubspot.com/', null],
    ['on a page that is not told', { menuItemId: 'dialLink', linkUrl: 'tel:+14155550132' }, undefined, null],
  ])('%s is dialled with the record of the page', async (_what, click, url, vendorId) => {
    expect(await choose(click, url)).toEqual([['+14155550132', vendorId === null ? null : { vendorId }]]);
  });
});
