import { callPreviews } from '../steps/call-previews.ts';
import { followOneAgent } from './fixtures/call-desk.ts';

followOneAgent(callPreviews);
