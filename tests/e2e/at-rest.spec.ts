import { atRest } from '../steps/at-rest.ts';
import { createStepDesk } from './fixtures/step-desk.ts';
import { test } from './fixtures/test.ts';

for (const [name, take] of Object.entries(atRest)) {
  test(name, ({ desk }) => take(createStepDesk(desk)));
}
