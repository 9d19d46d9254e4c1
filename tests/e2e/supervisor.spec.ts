import { supervisor } from '../steps/supervisor.ts';
import { createSupervisorDesk } from './fixtures/supervisor-page.ts';
import { test } from './fixtures/test.ts';

for (const [name, take] of Object.entries(supervisor)) {
  test(name, async ({ desk }) => {
    test.slow();
    await take(createSupervisorDesk(desk));
  });
}
