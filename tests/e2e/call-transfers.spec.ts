import { callTransfers } from '../steps/call-transfers.ts';
import { followOneAgent, test } from './fixtures/call-desk.ts';

followOneAgent();

for (const [name, take] of Object.entries(callTransfers)) test(name, ({ at }) => take(at));
