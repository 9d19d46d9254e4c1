import { pageLives } from '../steps/page-lives.ts';
import { createStepDesk } from './fixtures/step-desk.ts';
import { test } from './fixtures/test.ts';

for (const [name, take] of Object.entries(pageLives)) {
  test(name, ({ desk }) => take(createStepDesk(desk)));
}
