import { expect, it } from 'vitest';
import { providePackages } from '../../../scripts/setup/packages.mjs';

it.each([
  ['missing are announced, because npm may be silent for minutes, and installed', false, ['said', 'installed']],
  ['there are left alone', true, []],
])('packages that are %s', async (_, isThere, expected) => {
  const done: string[] = [];
  await providePackages({
    isThere: () => isThere,
    say: (line) => void done.push(/npm.*may print nothing for some minutes/.test(line) ? 'said' : line),
    install: async () => void done.push('installed'),
  });
  expect(done).toEqual(expected);
});
