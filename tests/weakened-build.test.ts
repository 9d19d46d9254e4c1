import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { weakenedModules } from './attacks/weaken.ts';
import { ROOT } from './repository/source-imports.ts';

// The build for the attacks says so too, but is not made in every run.
it('each module without a defence stands for one of the product', () => {
  const modules = weakenedModules();
  expect(modules.length).toBeGreaterThan(10);
  expect(modules.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
});
