import { expect, it } from 'vitest';
import { explainNumbers, findNumbers } from '../../../lib/phone/find-numbers.ts';
import type { Region } from '../../../lib/phone/phone-number.ts';
import { overgrowth } from '../../fuzz/growth.ts';

function numbers(text: string, region: Region): string[] {
  return findNumbers(text, [region]).map(({ e164 }) => e164);
}

it.each<[Region, string, string[]]>([
  ['GB', '020 7946 0958 or 0131 496 0456', ['+442079460958', '+441314960456']],
  ['FR', '01 40 20 50 50/06 98 76 54 32', ['+33140205050', '+33698765432']],
  ['DE', '030 987 6543 oder 0160 7654321', ['+49309876543', '+491607654321']],
  ['CZ', '222 123 456 / 603 123 456', ['+420222123456', '+420603123456']],
  ['PL', '22 546 00 00 lub 22 546 00 01', ['+48225460000', '+48225460001']],
])('%s: takes the first group of the second number for no suffix of the first: %s', (region, text, expected) => {
  expect(numbers(text, region)).toEqual(expected);
});

it.each<[Region, string, string[]]>([
  ['DE', '030 1234567/68', ['+49301234567', '+49301234568']],
  ['DE', '030 1234567 / 68', ['+49301234567', '+49301234568']],
  ['DE', '030 1234567/68/69 oder 70', ['+49301234567', '+49301234568', '+49301234569', '+49301234570']],
  ['IN', '044-28151234 / 37 / 38', ['+914428151234', '+914428151237', '+914428151238']],
  ['US', 'Call 415-739-2671 or -2672', ['+14157392671', '+14157392672']],
  ['IT', 'Tel. 02 1234567 - 02 1234568', ['+39021234567', '+39021234568']],
  ['US', '415-739-2671/72, 212-736-5000', ['+14157392671', '+14157392672', '+12127365000']],
  ['US', '415-739-2671, -2672', ['+14157392671', '+14157392672']],
  ['US', '415-739-2671, 2672, 2673 and 2674', ['+14157392671', '+14157392672', '+14157392673', '+14157392674']],
  ['US', 'Lines 415-739-2671 to 2679.', ['+14157392671', '+14157392679']],
  ['ES', 'Tel. 91 234 56 78/-79', ['+34912345678', '+34912345679']],
  ['ES', 'Tel. 91 234 56 78,-79', ['+34912345678', '+34912345679']],
  ['CZ', 'tel. 234 567 890, 891', ['+420234567890', '+420234567891']],
  ['DE', 'Tel. 0221 9731-21/-22', ['+49221973121', '+49221973122']],
])('%s: reads every suffix of %s', (region, text, expected) => {
  expect(numbers(text, region)).toEqual(expected);
});

it.each<[Region, string]>([
  ['US', '212-736-5000/24 hours'],
  ['US', '212-736-5000/6 days a week'],
  ['US', '212-736-5000/24/7'],
  ['US', '212-736-5000/11/2026'],
  ['US', '212-736-5000 or -50'],
  ['US', '212-736-5000/02 - 14'],
  ['US', '212-736-5000 to 5009 Main Street'],
  ['US', '212-736-5000, 5001 units'],
  ['US', '212-736-5000 and 5012%'],
  ['US', '212-736-5000,5012,open'],
  ['US', '212-736-5000, 5150'],
  ['US', '212-736-5000, 4999'],
  ['US', '212-736-5000 and 01'],
])('%s: reads no suffix in %s', (region, text) => {
  expect(numbers(text, region)).toEqual(['+12127365000']);
});

it('reads two digits behind a word as a suffix only where nothing is counted by them', () => {
  expect(numbers('Call 1300 22 44 66 or 13 CATS', 'AU')).toEqual(['+611300224466']);
  expect(numbers('01 42 60 30 30 ou 31 jours', 'FR')).toEqual(['+33142603030']);
  expect(numbers('01 42 60 30 30 ou 31', 'FR')).toEqual(['+33142603030', '+33142603031']);
  expect(numbers('01 42 60 30 30 ou 31, ou par mail', 'FR')).toEqual(['+33142603030', '+33142603031']);
});

it('reads a suffix after a blank only where it is higher', () => {
  expect(numbers('212-736-5071 / 12', 'US')).toEqual(['+12127365071']);
});

it('reads no extension of a switchboard as digits of its number', () => {
  expect(numbers('(089) 227 - 0 / -412', 'DE')).toEqual(['+49892270']);
  expect(numbers('089 227-0/-412', 'DE')).toEqual(['+49892270']);
});

it.each<[Region, string, string[]]>([
  ['ES', '699111222 / 911234567', ['+34699111222', '+34911234567']],
  ['IN', '9876543210/9845012345', ['+919876543210', '+919845012345']],
  ['NO', '22334455 - 98765432', ['+4722334455', '+4798765432']],
  ['US', '4155552671 or 4155552672', ['+14155552671', '+14155552672']],
  ['TH', '0812345678 , 812345679', ['+66812345678', '+66812345679']],
  ['US', '4155552671 or 4155', []],
  ['US', 'Lot 4155552671 / 4155552672', []],
  ['US', '4155552671 - 415555267123', []],
])('%s: takes numbers alone, side by side: %s', (region, text, expected) => {
  expect(numbers(text, region)).toEqual(expected);
});

it.each<[Region, string, string[]]>([
  ['RU', 'тел. (4852) 59-32-40, 59-32-43', ['+74852593240', '+74852593243']],
  ['RU', '(4852) 59-32-40, 59-32-43; 59-32-44', ['+74852593240', '+74852593243', '+74852593244']],
  ['IN', 'Ph. 022-2345 6789, 23456780', ['+912223456789', '+912223456780']],
  ['BR', 'Tel.: (11) 3061-1234 / 3061-1235', ['+551130611234', '+551130611235']],
  ['US', '(212) 736-5000 or 736-5001', ['+12127365000', '+12127365001']],
  ['CN', '010-65321234/65321235', ['+861065321234', '+861065321235']],
])('%s: reads a local number with the area code before it: %s', (region, text, expected) => {
  expect(numbers(text, region)).toEqual(expected);
});

it.each<[Region, string, string]>([
  ['RU', 'тел. (4852) 59-32-40, 150022 Ярославль', '+74852593240'],
  ['RU', '(4852) 59-32-40, 59-32-43-12', '+74852593240'],
  ['RU', '(4852) 59-32-40, д. 59-32-43', '+74852593240'],
  ['US', '(212) 736-5000, 736-500', '+12127365000'],
  ['US', '(212) 736-5000, 136-5000', '+12127365000'],
  ['US', '(212) 736-5000, 7365001', '+12127365000'],
])('%s: reads no other in %s', (region, text, expected) => {
  expect(numbers(text, region)).toEqual([expected]);
});

it.each([
  ['suffixes', { head: '', piece: '0301/2345/', tail: '' }],
  ['local numbers', { head: '(030) 123456', piece: ', 123457', tail: '' }],
  ['separators', { head: '4155552671 ', piece: '- ', tail: 'x' }],
])('reads long texts of %s with work that grows with their length alone', (_what, growing) => {
  expect(overgrowth((text) => findNumbers(text, ['DE']), growing)).toBeNull();
});

it.each<[Region, string, string]>([
  ['DE', '030 1234567-69', '+49301234567'],
  ['DE', 'Tel.: 030/123 45 67-69, Fax 030 1234570', '+49301234567'],
  ['DE', '+49 30 1234567-69', '+49301234567'],
  ['AT', '(01) 7654321-25', '+4317654321'],
  ['DE', '030 1234567-99', '+4930123456799'],
  ['DE', '030 1234567-60', '+4930123456760'],
  ['DE', '0911 1234-36', '+49911123436'],
  ['DE', '030 123456-58', '+493012345658'],
])('%s: takes the first line of a range, and dials an extension along: %s', (region, text, expected) => {
  expect(numbers(text, region)[0]).toBe(expected);
});

it.each<[Region, string, string]>([
  ['CZ', 'tel. 234 567 890-1', '+420234567890'],
  ['CZ', '+420 234 567 890-1', '+420234567890'],
  ['CZ', '234 567 890-899', '+420234567890'],
  ['CZ', 'Tel. 222123456-7', '+420222123456'],
  ['PL', 'tel. 22 621 01 42-43', '+48226210142'],
  ['ES', 'Tel. 91 234 56 78-79', '+34912345678'],
  ['PT', 'Tel. 212 345 678-9', '+351212345678'],
  ['GR', 'Τηλ. 210 1234567-8', '+302101234567'],
  ['HU', '(1) 234 5678-79', '+3612345678'],
  ['BR', '(11) 3061-1234-35', '+551130611234'],
  ['RU', '(495) 123-45-67-69', '+74951234567'],
  ['US', 'Phone 212-736-5000-5009', '+12127365000'],
  ['US', '212-736-5000-5009', '+12127365000'],
  ['SE', '08-123 456 78-80', '+46812345678'],
  ['SE', 'Tel: 08-123 456 78-80', '+46812345678'],
  ['SE', '+46 (0)8-123 456 78-80', '+46812345678'],
  ['ZA', '+27 (83) 123 4567-8', '+27831234567'],
  ['KR', '02-123-4567-9', '+8221234567'],
  ['KR', 'Tel. 02-123-4567-9', '+8221234567'],
  ['IE', 'Tel: (01) 679 1122-3', '+35316791122'],
])('%s: takes the first line of a range whose end is written behind a dash: %s', (region, text, expected) => {
  expect(numbers(text, region)).toEqual([expected]);
  expect(explainNumbers(text, [region]).refusals).toMatchObject([{ raw: /\d+$/.exec(text)?.[0], reason: 'range' }]);
});

it.each<[Region, string]>([
  ['CZ', '234 567 890-1'],
  ['CZ', '234 567 890-91'],
  ['US', 'Ref. 212-736-5000-5009'],
  ['PL', '22 621 01 42-3'],
  ['GR', '210 1234567-8'],
  ['US', '212-736-5000-01'],
  ['US', 'Phone 212-736-5000-1'],
  ['US', '212-736-5000-4991'],
  ['NL', '020-1234567-8'],
  ['CZ', '234 567 890-900'],
  ['CZ', '234 567 890-880'],
  ['PL', '22 621 01 42-55'],
  ['NO', '22 12 34 56-70'],
  ['SE', '08-123 456 78-12'],
  ['LV', '21 208 460-90'],
])('%s: takes no id with a check digit or a part number for a range: %s', (region, text) => {
  expect(numbers(text, region)).toEqual([]);
});

it.each<[Region, string, string]>([
  ['KR', 'Tel. 02-1234-567-8', '+82212345678'],
  ['CZ', '602 123 456 - 603', '+420602123456'],
  ['RU', '8 (495) 123-45-67-69', '+74951234567'],
  ['DE', 'Tel. 0221 9731-2', '+4922197312'],
  ['IN', '(022) 6123-4567 8', '+912261234567'],
  ['AR', '0049-481-373-9', '+494813739'],
  ['AR', '+49-481-373-9', '+494813739'],
  ['GB', '0035-256-211-8', '+352562118'],
  ['US', '011-49-481-373-9', '+494813739'],
  ['AU', '0011-49-481-373-9', '+494813739'],
])('%s: takes the number of %s all the same', (region, text, expected) => {
  expect(numbers(text, region)).toEqual([expected]);
});

it.each<[Region, string]>([
  ['FI', '0 (886) 167-1710'],
  ['IT', '01 (158) 759-0950'],
  ['IT', '01 (449)978-0001'],
])('%s: takes no piece of a number of elsewhere for a number with an extension: %s', (region, text) => {
  expect(numbers(text, region)).toEqual([]);
});

it('takes no piece of digits behind an unknown calling code for a number with an extension', () => {
  expect(findNumbers('+29 (06) 1899-4259', [])).toEqual([]);
});

it.each<[Region, string, string]>([
  ['DE', '030 1234567 10-12 Uhr', '+49301234567'],
  ['DE', 'Tel. 030 1234567 10-12 Uhr', '+49301234567'],
  ['DK', '24 32 68 46 10-16 h', '+4524326846'],
  ['BR', '11 3123 4567 9-17 hrs', '+551131234567'],
  ['PL', '22 621 01 42 8-16 godz.', '+48226210142'],
])('%s: takes hours of the day behind a number for no part of it: %s', (region, text, expected) => {
  expect(numbers(text, region)).toEqual([expected]);
});

it('tells the end of a range as refused, so that it can be seen why it is not dialled', () => {
  expect(explainNumbers('030 1234567-69', ['DE']).refusals).toEqual([
    { start: 12, end: 14, raw: '69', reason: 'range' },
  ]);
});

it('takes the digits before a word for an extension for no second number', () => {
  expect(findNumbers('(1) 234-5678/12 mellék', ['HU']).map(({ e164, ext }) => [e164, ext])).toEqual([
    ['+3612345678', '12'],
  ]);
  expect(numbers('(1) 234-5678/79', 'HU')).toEqual(['+3612345678', '+3612345679']);
});

it('reads an extension of a switchboard whose area code is in brackets', () => {
  expect(findNumbers('(021)61234567-801', ['CN']).map(({ e164, ext }) => [e164, ext])).toEqual([
    ['+862161234567', '801'],
  ]);
  expect(numbers('021-61234567-801', 'CN')).toEqual([]);
});
