import { describe, expect, it } from 'vitest';
import { isSameCall, meantCallOf } from '../../../lib/agent/call/meant-call.ts';
import type { AgentPhase, AgentState } from '../../../lib/agent/state/agent-state.ts';
import { agentIn } from './dials.ts';

type Call = Pick<AgentState, 'phoneNumber'> & { readonly leadId?: string };

const CALL: Call = { phoneNumber: '+17275551212', leadId: '2001' };
const OTHER: Call = { phoneNumber: '3125550100', leadId: '2002' };
const CORRECTED: Call = { phoneNumber: '7275551299', leadId: '2001' };
const UNNAMED: Call = { phoneNumber: null };

describe('the call that an agent decides about', () => {
  it.each<[string, AgentPhase, Call, AgentPhase, Call, boolean]>([
    ['goes on', 'talking', CALL, 'talking', CALL, true],
    ['goes on, named without its calling code', 'talking', CALL, 'talking', { phoneNumber: '7275551212' }, true],
    ['goes on with its number corrected', 'talking', CALL, 'talking', CORRECTED, true],
    ['goes on, and its number is corrected in wrap-up', 'talking', CALL, 'wrapUp', CORRECTED, true],
    ['is another', 'talking', CALL, 'talking', OTHER, false],
    ['is another, of a lead that nobody tells', 'talking', CALL, 'talking', { phoneNumber: '3125550100' }, false],
    ['is over, and the same customer on the line again', 'wrapUp', CALL, 'talking', CALL, false],
    ['is one that nobody names', 'talking', UNNAMED, 'talking', OTHER, true],
  ])('%s', (_what, phase, call, nextPhase, next, isSame) => {
    expect(isSameCall(meantCallOf(agentIn(phase, call)), agentIn(nextPhase, next))).toBe(isSame);
  });
});
