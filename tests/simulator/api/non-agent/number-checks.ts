import { error, type NonAgentCall } from '../non-agent-call.ts';

const shortest = 6;
const longest = 16;

/** The refusals that need nothing but the number; each is asked for by a parameter of its own, but the length. */
export function refuseLength(call: NonAgentCall, number: string): string | null {
  if (number.length >= shortest && number.length <= longest) return null;
  return error(call, `INVALID PHONE NUMBER LENGTH - ${number}|${call.apiUser.user}`);
}

export function refuseNumberingPlan(call: NonAgentCall, number: string): string | null {
  const { world, p, apiUser } = call;
  if (p('usacan_prefix_check') === 'Y' && /^...[01]/.test(number)) {
    return error(call, `INVALID PHONE NUMBER PREFIX - ${number}|${apiUser.user}`);
  }
  const isKnown = world.phone_codes.some((row) => row.country_code === '1' && row.areacode === number.slice(0, 3));
  if (p('usacan_areacode_check') === 'Y' && !isKnown) {
    return error(call, `INVALID PHONE NUMBER AREACODE - ${number}|${apiUser.user}`);
  }
  if (p('nanpa_ac_prefix_check') !== 'Y') return null;
  return error(call, `NANPA options disabled, NANPA prefix data not loaded - 0|${apiUser.user}`);
}
