import { callControls } from '../steps/call-controls.ts';
import { followOneAgent, test } from './fixtures/call-desk.ts';

followOneAgent();

for (const [name, take] of Object.entries(callControls)) test(name, ({ at }) => take(at));
