import { oneClickOneCall } from '../steps/one-click-one-call.ts';
import { createStepDesk } from './fixtures/step-desk.ts';
import { test } from './fixtures/test.ts';

for (const [name, take] of Object.entries(oneClickOneCall)) {
  test(name, ({ desk }) => take(createStepDesk(desk)));
}
