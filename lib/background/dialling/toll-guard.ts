import type { ConfirmReason, DialProblem } from '../../agent/dial/dial-view.ts';
import type { DialableNumber } from '../../phone/phone-number.ts';
import { isInPlanOf } from '../../phone/validity.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { SessionState } from '../../session/session-store.ts';
import type { Settings } from '../../settings/schema.ts';
import { regionsOf } from '../sites/regions.ts';

const MINUTE_MS = 60_000;

/**
 * Countries that call one another as a national call: the same ten digits, at the carriers' national price. The Caribbean's
 * countries of +1 are none of them: what fraud with that code earns from is that their numbers look like these.
 */
const CALLED_AS_ONE: readonly (readonly string[])[] = [['US', 'CA', 'PR', 'VI']];

/** What decides about a number: the agent's countries, and beginnings of E.164 numbers. */
export interface TollRules extends Pick<Settings, 'neverDial' | 'alwaysAsk' | 'alwaysAllow'> {
  readonly countries: readonly string[];
}

/** The rules that hold now: the country of the sign-in and those of the options are the agent's own. */
export function tollRulesOf(session: SessionState, settings: Settings): TollRules {
  const { neverDial, alwaysAsk, alwaysAllow } = settings;
  return { countries: regionsOf(session, settings), neverDial, alwaysAsk, alwaysAllow };
}

/**
 * Whether a number may be dialled, and what the agent is asked first. A number that may never be dialled stays so, and one
 * that is always asked about is, whatever else allows it: a list that the company has locked cannot be undone by another.
 */
export function judgeToll(number: DialableNumber, rules: TollRules): Result<readonly ConfirmReason[], DialProblem> {
  const listed = (list: readonly string[]) => list.find((prefix) => number.e164.startsWith(prefix));
  const never = listed(rules.neverDial);
  if (never !== undefined) return fail({ code: 'neverDial', prefix: never });
  const asked: readonly ConfirmReason[] = listed(rules.alwaysAsk) === undefined ? [] : ['alwaysAsk'];
  if (asked.length === 0 && listed(rules.alwaysAllow) !== undefined) return ok([]);
  const costs = costOf(number);
  return ok([...(costs.length > 0 ? costs : abroad(number, rules.countries)), ...asked]);
}

/** Calls to these kinds are what fraud earns from. */
function costOf({ kind }: DialableNumber): readonly ConfirmReason[] {
  switch (kind) {
    case 'premiumRate':
    case 'sharedCost':
    case 'satellite':
      return [kind];
    default:
      return [];
  }
}

/**
 * Numbers of no country, such as +882, are at home nowhere. A calling code says little: +1 is also the Caribbean's; a range that
 * several of its countries have, such as +1 800, is at home in each.
 */
function abroad(number: DialableNumber, countries: readonly string[]): readonly ConfirmReason[] {
  const { region } = number;
  const isHome = (country: string) => region === country || (region !== null && isCalledAsOne(country, region));
  return countries.some(isHome) || countries.some((country) => isInPlanOf(country, number)) ? [] : ['international'];
}

function isCalledAsOne(one: string, other: string): boolean {
  return CALLED_AS_ONE.some((group) => group.includes(one) && group.includes(other));
}

/** Why no further dial may be sent now; null when it may. `sentTimes` are milliseconds since 1970, as {@link countSent} keeps them. */
export function tooManyDials(sentTimes: readonly number[], perMinute: number, now: number): DialProblem | null {
  const counted = sentTimes.filter((sentAt) => isWithinMinute(sentAt, now)).sort((one, other) => one - other);
  // When this one is a minute old, one fewer than the most will be left.
  const oldest = counted[counted.length - perMinute];
  if (oldest === undefined) return null;
  return { code: 'tooManyDials', perMinute, waitMs: Math.min(MINUTE_MS, oldest + MINUTE_MS - now) };
}

/** The times with one more, without those that count no longer. */
export function countSent(sentTimes: readonly number[], sentAt: number): readonly number[] {
  return [...sentTimes.filter((earlier) => isWithinMinute(earlier, sentAt)), sentAt];
}

/** A clock that was set back leaves times that are still to come: they must not hold the agent back for longer than a minute. */
function isWithinMinute(sentAt: number, now: number): boolean {
  return Math.abs(now - sentAt) < MINUTE_MS;
}

/** True when the digits of the text the agent saw hold the digits that will be dialled. */
export function showsNumber(seen: string, number: DialableNumber): boolean {
  const digits = seen.normalize('NFKC').replace(/\D/g, '');
  return digits.includes(number.nationalNumber);
}
