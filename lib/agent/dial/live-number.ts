import type { DialableNumber } from '../../phone/phone-number.ts';
import type { AgentState } from '../state/agent-state.ts';
import { isOnCall } from '../state/pending-command.ts';
import { type DialView, isDialOver } from './dial-view.ts';

/**
 * The number of the agent's call: that of the dial where the call is its own, since VICIdial names it without its calling
 * code; else as {@link AgentState} has it. Null when there is none, or when nobody tells it.
 */
export function liveNumberOf(agent: AgentState, dial: DialView | null): string | null {
  return dial !== null && isOwnCall(agent, dial) ? dial.number.e164 : agent.phoneNumber;
}

function isOwnCall({ phase, phoneNumber }: AgentState, { stage, number }: DialView): boolean {
  if (isDialOver(stage) || !(isOnCall(phase) || phase === 'wrapUp')) return false;
  return mayBeNumber(phoneNumber, number);
}

/**
 * Whether the number that the dialer names may be this one: VICIdial names it without the calling code, or with it where it was
 * dialled so. True also where it names none.
 */
export function mayBeNumber(
  phoneNumber: string | null,
  { nationalNumber }: Pick<DialableNumber, 'nationalNumber'>,
): boolean {
  const digits = phoneNumber?.replace(/\D/g, '') ?? '';
  return digits === '' || digits.endsWith(nationalNumber);
}
