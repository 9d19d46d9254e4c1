import { callControls } from '../steps/call-controls.ts';
import { followOneAgent } from './fixtures/call-desk.ts';

followOneAgent(callControls);
