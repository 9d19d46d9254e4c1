import { describe, expect, it } from 'vitest';
import { chooseIntlLocale, createTranslate } from '../../../lib/messages/text.ts';

describe('translating', () => {
  it('hands key and values to the browser', () => {
    const t = createTranslate((key, substitutions) => `${key}:${substitutions.join(',')}`);
    expect(t('callExtension', '44')).toBe('callExtension:44');
  });

  it('shows the key where the browser has no text, rather than nothing', () => {
    expect(createTranslate(() => '')('callHangUp')).toBe('callHangUp');
  });
});

describe('the locale of dates and numbers', () => {
  it.each([
    ['en', 'en-GB', 'en-GB'],
    ['en', 'en', 'en'],
    ['en', 'EN-US', 'EN-US'],
    ['en', 'de-AT', 'en'],
    ['pt-BR', 'pt-PT', 'pt-PT'],
  ])('for texts in %s and a browser in %s is %s', (text, ui, locale) => {
    expect(chooseIntlLocale(text, ui)).toBe(locale);
  });
});
