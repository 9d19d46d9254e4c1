import { expect, it, vi } from 'vitest';
import { keepStorageFromPages } from '../../../lib/platform/storage-access.ts';

const fake = vi.hoisted(() => ({ storage: {} as Record<'session' | 'local', object> }));
vi.mock('../../../lib/platform/extension-api.ts', () => ({ browser: fake }));

it('closes both areas to content scripts where the browser can', async () => {
  const levels: unknown[] = [];
  const area = (name: string) => ({ setAccessLevel: async (level: object) => void levels.push([name, level]) });
  Object.assign(fake.storage, { session: area('session'), local: area('local') });
  await keepStorageFromPages();
  expect(levels).toEqual(['session', 'local'].map((name) => [name, { accessLevel: 'TRUSTED_CONTEXTS' }]));
});

it('asks nothing of a browser that has no such lock', async () => {
  Object.assign(fake.storage, { session: {}, local: {} });
  await expect(keepStorageFromPages()).resolves.toBeUndefined();
});
