import { callTransfers } from '../steps/call-transfers.ts';
import { followOneAgent } from './fixtures/call-desk.ts';

followOneAgent(callTransfers);
