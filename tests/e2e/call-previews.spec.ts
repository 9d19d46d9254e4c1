import { callPreviews } from '../steps/call-previews.ts';
import { followOneAgent, test } from './fixtures/call-desk.ts';

followOneAgent();

for (const [name, take] of Object.entries(callPreviews)) test(name, ({ at }) => take(at));
