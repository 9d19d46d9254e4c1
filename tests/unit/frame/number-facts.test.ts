import { expect, it } from 'vitest';
import { type FactWords, factsOf } from '../../../lib/frame/number-facts.ts';
import type { NumberVerdict } from '../../../lib/messages/number-verdict.ts';
import { createTranslate } from '../../../lib/messages/text.ts';
import type { DialableNumber } from '../../../lib/phone/phone-number.ts';
import texts from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { getMessageOf } from '../../locale-messages.ts';

const NOON = Date.UTC(2026, 0, 15, 12);
const WORDS: FactWords = {
  translate: createTranslate(getMessageOf(texts)),
  country: (region) => `country ${region}`,
  clock: (at) => new Date(at).toISOString().slice(11, 16),
};
const CLEAR: NumberVerdict = { doNotCall: null, clockMinutes: -300, isOutsideCallTime: null };

type Known = Pick<DialableNumber, 'region' | 'kind' | 'nationalNumber'>;
const GERMAN: Known = { region: 'DE', kind: 'mobile', nationalNumber: '1512345678' };
const AMERICAN: Known = { region: 'US', kind: 'fixedLineOrMobile', nationalNumber: '4155552671' };
const AUSTRALIAN: Known = { region: 'AU', kind: 'mobile', nationalNumber: '412345678' };

it.each<[string, Known, NumberVerdict | null, readonly string[]]>([
  ['of a country with one time', GERMAN, null, ['country DE · Mobile', 'Time there: 13:00']],
  ['of a country with several', AUSTRALIAN, null, ['country AU · Mobile', 'Time there: 20:00 to 23:00']],
  ['of an area code with one', AMERICAN, null, ['country US · Landline or mobile', 'Time there: 04:00']],
  ['of an area whose time was told', AMERICAN, CLEAR, ['country US · Landline or mobile', 'Time there: 07:00']],
  [
    'that may ring anywhere',
    { region: 'US', kind: 'tollFree', nationalNumber: '8005550100' },
    CLEAR,
    ['country US · Toll-free'],
  ],
  ['of no country', { region: null, kind: 'satellite', nationalNumber: '12345678' }, null, ['No country · Satellite']],
])('a number %s', (_what, number, verdict, lines) => {
  expect(factsOf(number, verdict, WORDS, NOON)).toEqual(lines.map((text) => ({ text })));
});

it.each<[Partial<NumberVerdict>, string | null]>([
  [{ doNotCall: 'system', clockMinutes: null }, 'On the dialer’s do-not-call list.'],
  [{ doNotCall: 'campaign', clockMinutes: null }, 'On the do-not-call list of your campaign.'],
  [{ isOutsideCallTime: true }, 'Outside of your calling hours there.'],
  [{ isOutsideCallTime: false }, null],
])('a verdict %j warns: %s', (verdict, warning) => {
  const warnings = factsOf(GERMAN, { ...CLEAR, ...verdict }, WORDS, NOON).filter(({ isWarning }) => isWarning);
  expect(warnings.map(({ text }) => text)).toEqual(warning === null ? [] : [warning]);
});

it('says for which country a number was taken that others have as well', () => {
  const facts = factsOf(GERMAN, null, WORDS, NOON, { region: 'DE', others: ['AT', 'CH'] });
  expect(facts[1]?.text).toBe(
    'No country code: read as a number of country DE. It could also be one of country AT, country CH.',
  );
});
