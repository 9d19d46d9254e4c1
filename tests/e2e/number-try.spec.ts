import { numberTry } from '../steps/number-try.ts';
import { createStepDesk } from './fixtures/step-desk.ts';
import { test } from './fixtures/test.ts';

for (const [name, take] of Object.entries(numberTry)) {
  test(name, ({ desk }) => take(createStepDesk(desk)));
}
