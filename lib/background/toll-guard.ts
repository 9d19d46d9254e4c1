import type { ConfirmReason } from '../agent/dial-view.ts';
import type { DialableNumber } from '../phone/phone-number.ts';

/** Why this number is confirmed by the agent before it is dialled: calls to these kinds are what fraud earns from. */
export function confirmReasonsOf(number: DialableNumber): readonly ConfirmReason[] {
  switch (number.kind) {
    case 'premiumRate':
    case 'sharedCost':
    case 'satellite':
      return [number.kind];
    default:
      return [];
  }
}

/** True when the digits of the text the agent saw hold the digits that will be dialled. */
export function showsNumber(seen: string, number: DialableNumber): boolean {
  const digits = seen.normalize('NFKC').replace(/\D/g, '');
  return digits.includes(number.nationalNumber);
}
