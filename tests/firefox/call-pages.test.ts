import { callPages } from '../steps/call-pages.ts';
import { createPagesDesk } from './fixtures/call-pages.ts';
import { test } from './fixtures/test.ts';

for (const [name, take] of Object.entries(callPages)) {
  test(name, { timeout: 240_000 }, ({ desk }) => take(createPagesDesk(desk)));
}
