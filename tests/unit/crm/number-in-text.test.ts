import { describe, expect, it } from 'vitest';
import { showsNationalNumber } from '../../../lib/crm/number-in-text.ts';

describe('a national number', () => {
  it.each([
    ['4155550132', 'Phone (415) 555-0132'],
    ['4155550132', '+1 415.555.0132 x22'],
    ['4155550132', 'Mobile(206) 895-5016Phone(415) 555-0132Fax'],
    ['301234567', '030 / 123 45 67'],
    ['4155550132', '4155550132'],
  ])('%s stands in "%s"', (number, text) => {
    expect(showsNationalNumber(text, number)).toBe(true);
  });

  it.each([
    ['4155550132', ''],
    ['4155550132', '(415) 555-0133'],
    ['4155550132', '415 555 01329'],
    ['4155550132', '(415) 555 ext 0132'],
    ['4155550132', '415-555-01 and 32'],
    ['', 'anything'],
    ['4.55', '4155'],
  ])('%s does not stand in "%s"', (number, text) => {
    expect(showsNationalNumber(text, number)).toBe(false);
  });
});
