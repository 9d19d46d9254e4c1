import { siteModes } from '../steps/site-modes.ts';
import { createStepDesk } from './fixtures/step-desk.ts';
import { test } from './fixtures/test.ts';

for (const [name, take] of Object.entries(siteModes)) {
  test(name, ({ desk }) => take(createStepDesk(desk)));
}
