import { describe, expect, it } from 'vitest';
import { dialableE164, parseDialable, readE164 } from '../../../lib/phone/parse-dialable.ts';
import type { Region } from '../../../lib/phone/phone-number.ts';

describe('reads what people type', () => {
  it.each<[string, Region[], string, string | null]>([
    ['415-555-2671', ['US'], '+14155552671', null],
    ['(415) 555-2671 ext. 33', ['US'], '+14155552671', '33'],
    ['Phone: (415) 555-2671 (cell)', ['US'], '+14155552671', null],
    ['+44 (0)20 7946 0958', ['US'], '+442079460958', null],
    ['+351 (0) 912 345 678', ['US'], '+351912345678', null],
    ['+39 06 1234 5678', ['US'], '+390612345678', null],
    ['011 44 20 7946 0958', ['US'], '+442079460958', null],
    ['0044 20 7946 0958', ['DE'], '+442079460958', null],
    ['020 7946 0958', ['US', 'GB'], '+442079460958', null],
    ['＋１ ６１７-４０１-６３７７', ['US'], '+16174016377', null],
    ['\u202a+1 (602) 367\u20114279\u202c', ['US'], '+16023674279', null],
    ['+٤٤٢٠٧٩٤٦٠٩٥٨', ['US'], '+442079460958', null],
    ['1-800-FLOWERS', ['US'], '+18003569377', null],
    ['1-800-flowers', ['DE'], '+18003569377', null],
    ['1-800-FLOWERS ext 12', ['US'], '+18003569377', '12'],
    ['+800 1234 5678', ['US'], '+80012345678', null],
    ['030 23125678 Durchwahl 12', ['DE'], '+493023125678', '12'],
    ['+14155552671', [], '+14155552671', null],
    ['0800 REVERSE', ['GB'], '+448007383773', null],
    ['+49 800 TELEKOM', ['US'], '+498008353566', null],
    ['Call 1300 CARPET', ['AU'], '+611300227738', null],
    ['0800 123456 fax', ['GB'], '+44800123456', null],
    ['521 55 1234 5678', ['MX'], '+525512345678', null],
    ['+52 1 55 1234 5678', ['US'], '+525512345678', null],
    ['044 55 1234 5678', ['MX'], '+525512345678', null],
    ['01 55 1234 5678', ['US', 'MX'], '+525512345678', null],
    ['(0-22) 345 67 89', ['PL'], '+48223456789', null],
    ['030 1234567-99', ['DE'], '+4930123456799', null],
    ['0911 1234-36', ['DE'], '+49911123436', null],
    ['030 123/4567', ['DE'], '+49301234567', null],
  ])('%s for %j is %s', (text, regions, e164, extension) => {
    expect(parseDialable(text, regions)).toMatchObject({ ok: true, value: { e164, extension } });
  });

  it('takes the calling code apart and names region and kind', () => {
    expect(parseDialable('+44 20 7946 0958', ['US'])).toEqual({
      ok: true,
      value: {
        e164: '+442079460958',
        callingCode: '44',
        nationalNumber: '2079460958',
        extension: null,
        region: 'GB',
        kind: 'fixedLine',
      },
    });
  });
});

describe('names the kind of line', () => {
  it.each([
    ['+1 900 555 1234', 'premiumRate'],
    ['+1 800 282 9063', 'tollFree'],
    ['+44 7400 123456', 'mobile'],
    ['+49 180 5123456', 'sharedCost'],
    ['+881 6 1234 5678', 'satellite'],
    ['+870 773 111 632', 'satellite'],
    ['+979 123 456 789', 'premiumRate'],
    ['+1 415 555 2671', 'fixedLineOrMobile'],
  ])('%s is %s', (text, kind) => {
    expect(parseDialable(text, [])).toMatchObject({ ok: true, value: { kind } });
  });
});

describe('says why a text cannot be dialled', () => {
  it.each<[string, Region[], object]>([
    ['', ['US'], { code: 'empty' }],
    [' \u200b ', ['US'], { code: 'empty' }],
    ['call me', ['US'], { code: 'noDigits' }],
    ['+', ['US'], { code: 'noDigits' }],
    ['ext 123', ['US'], { code: 'extensionOnly' }],
    ['x123', ['US'], { code: 'extensionOnly' }],
    ['911', ['US'], { code: 'emergency' }],
    ['9-1-1', [], { code: 'emergency' }],
    ['112', ['DE'], { code: 'emergency' }],
    ['999', ['GB'], { code: 'emergency' }],
    ['912', ['US'], { code: 'tooShort' }],
    ['9110', ['US'], { code: 'tooShort' }],
    ['+911', ['US'], { code: 'tooShort' }],
    ['555-1234', ['US'], { code: 'tooShort' }],
    ['+1', ['US'], { code: 'tooShort' }],
    ['41555526711234567', ['US'], { code: 'tooLong' }],
    ['9'.repeat(400), ['US'], { code: 'tooLong' }],
    ['+999 12345678', ['US'], { code: 'unknownCallingCode' }],
    ['(555) 123-4567', ['US'], { code: 'invalid', region: 'US' }],
    ['*67 415 555 2671', ['US'], { code: 'invalid', region: 'US' }],
    ['*21*4155552671#', ['US'], { code: 'invalid', region: 'US' }],
    ['415-555-2671', [], { code: 'invalid', region: null }],
    ['415-555-2671-2', ['US'], { code: 'tooLong' }],
    ['0800 REVERSE', ['US'], { code: 'tooShort' }],
    ['521 55 1234 5678', ['US'], { code: 'tooLong' }],
    ['045 55 1234 5678', ['MX'], { code: 'tooLong' }],
  ])('%s for %j: %j', (text, regions, failure) => {
    expect(parseDialable(text, regions)).toEqual({ ok: false, failure });
  });
});

describe('takes no word, date or time in a selection for digits', () => {
  it.each<[string, Region]>([
    ['13 June', 'AU'],
    ['13 JUNE', 'AU'],
    ['13 NOV 2025', 'AU'],
    ['13 March 2026', 'AU'],
    ['13 KING ST', 'AU'],
    ['13 people', 'AU'],
    ['1300 22 HELP', 'AU'],
    ['13 CATS', 'AU'],
    ['1300 George', 'AU'],
    ['1300 GEORGE ST', 'AU'],
    ['0800 Monday', 'GB'],
    ['0800 MONDAY', 'GB'],
    ['0800 reverse', 'GB'],
    ['0300 Tuesday', 'GB'],
    ['800 dollars', 'FR'],
    ['800 dollars', 'US'],
    ['800 DOLLARS', 'GB'],
    ['Invoice 91 2026-11-15', 'SG'],
    ['45 2026-11-21', 'NO'],
    ['45 2026/11/21', 'NO'],
    ['45 12 2026.11.21', 'NO'],
    ['91 23 12-10-24', 'NO'],
    ['Ref. 062-5 2026-11-21', 'FR'],
    ['2345 678 90-1', 'CZ'],
    ['222123456-7', 'CZ'],
    ['02-1234567-9', 'KR'],
    ['02-123-4567-9', 'KR'],
    ['Ref. 030 2026-11-15', 'DE'],
    ['Ref. 030 2026-11-21', 'DE'],
  ])('%s in %s is not dialled', (text, region) => {
    expect(parseDialable(text, [region])).toMatchObject({ ok: false });
  });
});

it.each([
  ['+14155552671', true],
  ['+1234567', true],
  ['+123456789012345', true],
  ['+1234567890123456', false],
  ['+123456', false],
  ['+04155552671', false],
  ['14155552671', false],
  ['+1415555267a', false],
  [14155552671, false],
  [null, false],
])('reads %j as E.164: %s', (value, accepted) => {
  expect(readE164(value)).toBe(accepted ? value : null);
});

describe('a text with two numbers', () => {
  it.each([
    '415-555-0132 or 212-555-0187',
    'Home +49 30 23125777, mobile +49 171 2345678',
    '020 7946 0018 ask for 02079460019',
    '020 7946 0018/9',
  ])('%s is not dialled: nobody knows which one is meant', (text) => {
    expect(parseDialable(text, ['US', 'GB'])).toEqual({ ok: false, failure: { code: 'severalNumbers' } });
  });

  it.each<[string, Region]>([
    ['234 567 890-1', 'CZ'],
    ['234 567 890-900', 'CZ'],
    ['Tel. 91 234 56 78 - 79', 'ES'],
    ['22 621 01 42-53', 'PL'],
    ['212-736-5000-5009', 'US'],
    ['03-3212-1234〜5', 'JP'],
    ['02-123-4567-9', 'KR'],
    ['030 1234567-69', 'DE'],
    ['030 1234567 - 69', 'DE'],
    ['030 1234567/4', 'DE'],
    ['02-123-4567 - 0', 'KR'],
  ])('nor of a range of lines: %s in %s', (text, region) => {
    expect(parseDialable(text, [region])).toEqual({ ok: false, failure: { code: 'severalNumbers' } });
  });

  it.each(['call 415-555-0132 before 2026', 'Suite 1200, 415-555-0132', '415-555-0132 ext 204', '1-800-FLOWERS'])(
    '%s holds only one',
    (text) => {
      expect(parseDialable(text, ['US'])).not.toMatchObject({ failure: { code: 'severalNumbers' } });
    },
  );
});

describe('an E.164 text from a frame', () => {
  it.each(['+14155550132', '+16045550121', '+442079460018', '+46846500427', '+39066982', '+80012345678'])(
    '%s is the number a person would have typed so',
    (text) => {
      const typed = parseDialable(text, []);
      expect(typed.ok).toBe(true);
      expect(dialableE164(text)).toEqual(typed.ok && typed.value);
    },
  );

  it.each(['+4402079460018', '+1 415 555 0132', '14155550132', '+15555', '+99912345678', '', null, 14155550132])(
    '%s is none',
    (value) => {
      expect(dialableE164(value)).toBeNull();
    },
  );
});
