import { expect, it, vi } from 'vitest';
import { keepConnectionsFresh } from '../../../lib/platform/fresh-connections.ts';
import { keepPhoneOutOfCache } from '../../../lib/platform/phone-frame-rule.ts';

const fake = vi.hoisted(() => ({ rules: new Map<number, object>() }));

vi.mock('../../../lib/platform/extension-api.ts', () => ({
  browser: {
    runtime: { getURL: () => 'chrome-extension://dialside/' },
    declarativeNetRequest: {
      updateSessionRules: async (change: { removeRuleIds: number[]; addRules: { id: number }[] }) => {
        for (const id of change.removeRuleIds) fake.rules.delete(id);
        for (const rule of change.addRules) fake.rules.set(rule.id, rule);
      },
    },
  },
}));

it('a phone is kept out of the cache in Dialside’s own pages alone, beside the rule for connections', async () => {
  await keepConnectionsFresh('https://dialer.example');
  await keepPhoneOutOfCache('https://earlier.example');
  await keepPhoneOutOfCache('https://dialer.example');
  expect(fake.rules.size).toBe(2);
  expect([...fake.rules.values()].at(-1)).toEqual({
    id: expect.any(Number),
    condition: {
      urlFilter: '|https://dialer.example/',
      resourceTypes: ['sub_frame'],
      initiatorDomains: ['dialside'],
    },
    action: {
      type: 'modifyHeaders',
      requestHeaders: [{ header: 'if-range', operation: 'set', value: '"none"' }],
      responseHeaders: [{ header: 'cache-control', operation: 'set', value: 'no-store' }],
    },
  });
});
