import { numberCard } from '../steps/number-card.ts';
import { createStepDesk } from './fixtures/step-desk.ts';
import { test } from './fixtures/test.ts';

for (const [name, take] of Object.entries(numberCard)) {
  test(name, ({ desk }) => take(createStepDesk(desk)));
}
