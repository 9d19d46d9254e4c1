import { beforeEach, expect, it, vi } from 'vitest';
import { watchAway } from '../../../lib/platform/away.ts';

const fake = vi.hoisted(() => {
  const listeners: ((state: string) => void)[] = [];
  const idle = {
    state: 'active',
    setDetectionInterval: vi.fn(),
    onStateChanged: { addListener: (listener: (state: string) => void) => listeners.push(listener) },
    queryState: async () => idle.state,
  };
  return { idle, listeners };
});
vi.mock('../../../lib/platform/extension-api.ts', () => ({ browser: { idle: fake.idle } }));

beforeEach(() => {
  fake.listeners.length = 0;
});

it.each([
  ['active', false],
  ['idle', true],
  ['locked', true],
])('a person whose computer is %s is away: %s', async (state, isAway) => {
  fake.idle.state = state;
  const told = vi.fn();
  watchAway(told);
  await vi.waitFor(() => expect(told).toHaveBeenCalledExactlyOnceWith(isAway));
  for (const listener of fake.listeners) listener(state === 'active' ? 'locked' : 'active');
  expect(told).toHaveBeenLastCalledWith(!isAway);
});
