import { describe, expect, it } from 'vitest';
import { type DialStep, viewOfDial } from '../../../lib/agent/dial/dial.ts';
import { liveNumberOf } from '../../../lib/agent/dial/live-number.ts';
import type { AgentPhase } from '../../../lib/agent/state/agent-state.ts';
import type { E164 } from '../../../lib/phone/phone-number.ts';
import { agentIn, dialIn } from './dials.ts';

const GERMAN = { callingCode: '49', nationalNumber: '3012345678', e164: '+493012345678' as E164 };

function numberOf(phase: AgentPhase, phoneNumber: string | null, step: DialStep | null) {
  const dial = step && viewOfDial(dialIn(step, { number: { ...dialIn(step).number, ...GERMAN } }));
  return liveNumberOf(agentIn(phase, { phoneNumber }), dial);
}

describe('the number of the agent’s call', () => {
  it.each<[string, AgentPhase, string | null, DialStep | null, string | null]>([
    ['the dial’s, which VICIdial names without its calling code', 'talking', '3012345678', 'talking', GERMAN.e164],
    ['the dial’s in wrap-up', 'wrapUp', '3012345678', 'wrapUp', GERMAN.e164],
    ['the dial’s where nobody names one', 'onCall', null, 'onCall', GERMAN.e164],
    ['another’s, beside a dial that it is not', 'talking', '7275551212', 'talking', '7275551212'],
    ['what is named where the dial is over', 'talking', '3012345678', 'ended', '3012345678'],
    ['what is named without a dial', 'talking', '3012345678', null, '3012345678'],
    ['none between two calls', 'paused', null, 'awaitingScreen', null],
  ])('%s', (_, phase, phoneNumber, step, number) => {
    expect(numberOf(phase, phoneNumber, step)).toBe(number);
  });
});
