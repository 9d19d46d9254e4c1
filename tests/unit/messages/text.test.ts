import { describe, expect, it } from 'vitest';
import { chooseIntlLocale, createTranslate, isolate } from '../../../lib/messages/text.ts';
import { getMessageOf } from '../../locale-messages.ts';

const POLISH = getMessageOf({
  textLanguage: { message: 'pl' },
  textDirection: { message: 'ltr' },
  unlockWait_one: { message: '$1 sekunda' },
  unlockWait_few: { message: '$1 sekundy' },
  unlockWait_many: { message: '$1 sekund' },
  unlockWait_other: { message: '$1 sekundy (ułamek)' },
});
const ARABIC = getMessageOf({
  textLanguage: { message: 'ar' },
  textDirection: { message: 'rtl' },
  pageCall: { message: 'اتصل بـ $1' },
  dialTooMany_other: { message: 'الحد $1، بعد $2 ثانية' },
});

describe('translating', () => {
  it('hands key and values to the browser', () => {
    const t = createTranslate((key, substitutions) => `${key}:${substitutions.join(',')}`);
    expect(t('callExtension', '44')).toBe('callExtension:44');
  });

  it('shows the key where the browser has no text, rather than nothing', () => {
    expect(createTranslate(() => '')('callHangUp')).toBe('callHangUp');
    expect(createTranslate(() => '')('unlockWait', '5')).toBe('unlockWait');
  });
});

describe('counting', () => {
  it.each([
    ['1', '1 sekunda'],
    ['2', '2 sekundy'],
    ['5', '5 sekund'],
    ['12', '12 sekund'],
    ['22', '22 sekundy'],
    ['12000', '12 000 sekund'],
  ])('takes the plural form that %s has in the language of the texts', (count, text) => {
    expect(createTranslate(POLISH, 'pl')('unlockWait', count).replaceAll('\u00a0', ' ')).toBe(text);
  });

  it('takes the general form where a file lacks the one asked for', () => {
    expect(createTranslate(ARABIC, 'ar-EG')('dialTooMany', '30', '2')).toBe(`الحد ${isolate('30')}، بعد 2 ثانية`);
  });

  it('writes the count as the agent does', () => {
    expect(createTranslate(POLISH, 'de')('unlockWait', '12000')).toBe(
      createTranslate(POLISH, 'pl')('unlockWait', '12000'),
    );
    const english = getMessageOf({ textLanguage: { message: 'en' }, unlockWait_other: { message: '$1' } });
    expect(createTranslate(english, 'en-US')('unlockWait', '12000')).toBe('12,000');
    expect(createTranslate(english, 'en-IN')('unlockWait', '1200000')).toBe('12,00,000');
  });
});

it('keeps values in their own direction among words that are read from the right', () => {
  expect(createTranslate(ARABIC, 'ar')('pageCall', '+1 415 555 2671')).toBe('اتصل بـ \u2068+1 415 555 2671\u2069');
});

describe('the locale of dates and numbers', () => {
  it.each([
    ['en', 'en-GB', 'en-GB'],
    ['en', 'en', 'en'],
    ['en', 'EN-US', 'EN-US'],
    ['en', 'de-AT', 'en'],
    ['pt-BR', 'pt-PT', 'pt-PT'],
    ['hi', 'hi-IN', 'hi-IN'],
    ['ar', 'ar-EG', 'ar-EG-u-nu-latn'],
  ])('for texts in %s and a browser in %s is %s', (text, ui, locale) => {
    expect(chooseIntlLocale(text, ui)).toBe(locale);
  });
});
