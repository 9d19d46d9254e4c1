import { describe, expect, it } from 'vitest';
import {
  countSent,
  judgeToll,
  showsNumber,
  type TollRules,
  tollRulesOf,
  tooManyDials,
} from '../../../lib/background/dialling/toll-guard.ts';
import { dialableE164 } from '../../../lib/phone/parse-dialable.ts';
import { EMPTY_SESSION } from '../../../lib/session/session-store.ts';
import { DEFAULT_SETTINGS } from '../../../lib/settings/schema.ts';

const RULES: TollRules = { countries: ['US', 'GB'], neverDial: [], alwaysAsk: [], alwaysAllow: [] };

function judge(e164: string, rules: Partial<TollRules> = {}) {
  const number = dialableE164(e164);
  if (!number) throw new Error(`${e164} is no number`);
  const judged = judgeToll(number, { ...RULES, ...rules });
  return judged.ok ? judged.value : judged.failure;
}

describe('a number', () => {
  it.each([
    ['of the agent’s country', '+14155552671', []],
    ['of his other country', '+442079460018', []],
    ['that costs nothing', '+18005551234', []],
    ['that is premium-rate', '+19005551234', ['premiumRate']],
    ['that is premium-rate abroad', '+499001654321', ['premiumRate']],
    ['whose cost is shared', '+33810123456', ['sharedCost']],
    ['of a satellite', '+881612345678', ['satellite']],
    ['of the world’s premium-rate code', '+979123456789', ['premiumRate']],
    ['of another country', '+493023125148', ['international']],
    ['of another country of the same calling code', '+18765551234', ['international']],
    ['of Canada, which the United States call as themselves', '+16045550121', []],
    ['of Puerto Rico', '+17875551234', []],
    ['of the Dominican Republic', '+18095551234', ['international']],
    ['of Canada that is premium-rate', '+19005551234', ['premiumRate']],
    ['of no country', '+80012345678', ['international']],
  ])('%s is asked about: %s %j', (_what, e164, reasons) => expect(judge(e164)).toEqual(reasons));

  it('of a country of the sign-in or of the options is at home', () => {
    const settings = { ...DEFAULT_SETTINGS, regions: ['FR'] };
    expect(tollRulesOf(EMPTY_SESSION, settings).countries).toEqual(['FR']);
    expect(judge('+33142685300', tollRulesOf(EMPTY_SESSION, settings))).toEqual([]);
    expect(judge('+14155552671', tollRulesOf(EMPTY_SESSION, settings))).toEqual(['international']);
  });
});

describe('a range that several countries of one calling code share', () => {
  it.each([
    ['CA', '+18005551234', []],
    ['JM', '+18335551234', []],
    ['GG', '+448001111000', []],
    ['KZ', '+78002000600', []],
    // Their own ranges stay abroad.
    ['CA', '+14155552671', []],
    ['GB', '+16045550121', ['international']],
    ['JM', '+14155552671', ['international']],
    ['GG', '+442079460018', ['international']],
    ['KZ', '+74951234567', ['international']],
    ['RU', '+77272581234', ['international']],
    ['CA', '+448001111000', ['international']],
    ['CA', '+80012345678', ['international']],
    ['CA', '+19005551234', ['premiumRate']],
  ])('in %s %s is asked about: %j', (country, e164, reasons) =>
    expect(judge(e164, { countries: [country] })).toEqual(reasons),
  );
});

describe('the lists', () => {
  it.each<[string, Partial<TollRules>, string, unknown]>([
    ['never', { neverDial: ['+44', '+1415'] }, '+14155552671', { code: 'neverDial', prefix: '+1415' }],
    ['never: not another number', { neverDial: ['+1415'] }, '+13125550100', []],
    ['ask', { alwaysAsk: ['+1415'] }, '+14155552671', ['alwaysAsk']],
    ['ask, beside what it costs', { alwaysAsk: ['+1900'] }, '+19005551234', ['premiumRate', 'alwaysAsk']],
    ['allow', { alwaysAllow: ['+49'] }, '+493023125148', []],
    ['allow what costs', { alwaysAllow: ['+19005551234'] }, '+19005551234', []],
    ['allow everything', { alwaysAllow: ['+'] }, '+881612345678', []],
    ['allow: not another number', { alwaysAllow: ['+43'] }, '+493023125148', ['international']],
    [
      'never over allow',
      { neverDial: ['+1'], alwaysAllow: ['+1415555'] },
      '+14155552671',
      { code: 'neverDial', prefix: '+1' },
    ],
    ['never over ask', { neverDial: ['+1'], alwaysAsk: ['+1'] }, '+14155552671', { code: 'neverDial', prefix: '+1' }],
    [
      'ask over allow',
      { alwaysAsk: ['+4930'], alwaysAllow: ['+493'] },
      '+493023125148',
      ['international', 'alwaysAsk'],
    ],
  ])('%s', (_what, rules, e164, judged) => expect(judge(e164, rules)).toEqual(judged));
});

describe('the most of a minute', () => {
  const NOW = 1_800_000_000_000;
  const sent = (...secondsAgo: number[]) => secondsAgo.map((seconds) => NOW - seconds * 1_000);
  const refused = (waitMs: number) => ({ code: 'tooManyDials', perMinute: 3, waitMs });

  it.each([
    ['nothing was sent', sent(), null],
    ['one fewer was sent', sent(50, 2), null],
    ['so many were sent', sent(50, 20, 2), refused(10_000)],
    ['they come in another order', sent(2, 50, 20), refused(10_000)],
    ['more were sent than may be, as before the most was lowered', sent(50, 40, 20, 2), refused(20_000)],
    ['the oldest is a minute old', sent(60, 20, 2), null],
    ['a clock was set back by an hour', sent(-3_600, -3_601, -3_602), null],
    ['a clock was set back by a little', sent(-30, -31, -32), refused(60_000)],
  ])('when %s', (_when, times, problem) => expect(tooManyDials(times, 3, NOW)).toEqual(problem));

  it('is counted without what is too old to count', () => {
    expect(countSent(sent(61, 59), NOW)).toEqual([...sent(59), NOW]);
  });
});

describe('a text', () => {
  it.each([
    ['(415) 555-2671', true],
    ['４１５５５５２６７１', true],
    ['415 555 2672', false],
  ])('%s shows the number: %s', (text, shows) => {
    const number = dialableE164('+14155552671');
    expect(number && showsNumber(text, number)).toBe(shows);
  });
});
