import { expect, it, vi } from 'vitest';
import { keepConnectionsFresh } from '../../../lib/platform/fresh-connections.ts';

const fake = vi.hoisted(() => ({ rules: new Map<number, object>() }));

vi.mock('../../../lib/platform/extension-api.ts', () => ({
  browser: {
    declarativeNetRequest: {
      updateSessionRules: async (change: { removeRuleIds: number[]; addRules: { id: number }[] }) => {
        for (const id of change.removeRuleIds) fake.rules.delete(id);
        for (const rule of change.addRules) fake.rules.set(rule.id, rule);
      },
    },
  },
}));

it('every request of the background to the dialer of the last sign-in closes its connection, and no tab’s does', async () => {
  await keepConnectionsFresh('https://earlier.example');
  await keepConnectionsFresh('https://dialer.example');
  expect([...fake.rules.values()]).toEqual([
    {
      id: expect.any(Number),
      condition: {
        urlFilter: '|https://dialer.example/',
        resourceTypes: expect.arrayContaining(['xmlhttprequest']),
        tabIds: [-1],
      },
      action: {
        type: 'modifyHeaders',
        requestHeaders: [{ header: 'connection', operation: 'set', value: 'close' }],
      },
    },
  ]);
});
