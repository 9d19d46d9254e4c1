import { expect, it } from 'vitest';
import type { AgentPhase } from '../../../lib/agent/state/agent-state.ts';
import { isRefuted } from '../../../lib/agent/state/refuted-phase.ts';
import type { VicidialFailure } from '../../../lib/vicidial/failure.ts';

const NOT_LOGGED_IN: VicidialFailure = { code: 'notLoggedIn' };
const NO_CALL: VicidialFailure = { code: 'noLiveCall' };
const READY: VicidialFailure = { code: 'alreadyReady' };

it.each<[AgentPhase, VicidialFailure, boolean]>([
  ['talking', NOT_LOGGED_IN, true],
  ['paused', NOT_LOGGED_IN, true],
  ['unknown', NOT_LOGGED_IN, true],
  ['notLoggedIn', NOT_LOGGED_IN, false],
  ['talking', NO_CALL, true],
  ['customerGone', NO_CALL, true],
  ['paused', NO_CALL, false],
  ['paused', READY, true],
  ['ready', READY, false],
  ['talking', READY, false],
  ['talking', { code: 'unreachable' }, false],
  ['talking', { code: 'notPermitted', function: 'external_hangup' }, false],
])('%s after a refusal with %o: refuted is %s', (phase, failure, refuted) => {
  expect(isRefuted(phase, failure)).toBe(refuted);
});
