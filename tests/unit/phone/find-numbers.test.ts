import { describe, expect, it } from 'vitest';
import { explainNumbers, findNumbers } from '../../../lib/phone/find-numbers.ts';
import type { MatchReason, Region } from '../../../lib/phone/phone-number.ts';

function numbers(text: string, regions: Region[], label: string | null = null): string {
  return findNumbers(text, regions, label)
    .map(({ e164, ext }) => (ext === null ? e164 : `${e164};ext=${ext}`))
    .join(' ');
}

describe('finds', () => {
  it.each<[string, Region[], string]>([
    ['(415) 739-2671', ['US'], '+14157392671'],
    ['+44 (0)20 7946 0958', ['US'], '+442079460958'],
    ['Call 020 7946 0958 or (415) 739-2671', ['US', 'GB'], '+442079460958 +14157392671'],
    ['0011 44 20 7946 0958', ['AU'], '+442079460958'],
    ['415-739-2671 x2206', ['US'], '+14157392671;ext=2206'],
    ['030 23125678 Durchwahl 12', ['DE'], '+493023125678;ext=12'],
    ['(11) 3123-4567 ramal 45', ['BR'], '+551131234567;ext=45'],
    ['03-1234-5678 内線 12', ['JP'], '+81312345678;ext=12'],
    ['415-739-2671/72', ['US'], '+14157392671 +14157392672'],
    ['030 1234567/68', ['DE'], '+49301234567 +49301234568'],
    ['(415) 739-2671 or 2672', ['US'], '+14157392671 +14157392672'],
    ['Phones: 4157392671, 2125550147', ['US'], '+14157392671 +12125550147'],
    ['1-800-FLOWERS', ['US'], '+18003569377'],
    ['1-800-FLOWERS#12345/01/42/68/53/00', ['US'], '+18003569377;ext=12345'],
    ['4157392671 (mobile)', ['US'], '+14157392671'],
    ['"phone_number": "4157392671"', ['US'], '+14157392671'],
    ['TEL;TYPE=work,voice;VALUE=uri:tel:+1-418-656-9254;ext=102', ['US'], '+14186569254;ext=102'],
    ['49 171 1234567', ['DE'], '+491711234567'],
    ['13 11 14', ['AU'], '+61131114'],
    ['7911123456', ['GB'], '+447911123456'],
  ])('%s', (text, regions, expected) => {
    expect(numbers(text, regions)).toBe(expected);
  });
});

describe('refuses', () => {
  it.each<[string, Region[], string]>([
    ['2026-03-19 14:30', ['US'], 'date'],
    ['01.03.2026 - 31.03.2026', ['DE'], 'date'],
    ['SO-202-600-4512', ['US'], 'symbol'],
    ['SO-2026-004512', ['US'], 'symbol'],
    ['$415-739-2671', ['US'], 'money'],
    ['415-739-2671%', ['US'], 'symbol'],
    ['415-739-26711', ['US'], 'length'],
    ['abc415-739-2671', ['US'], 'glued'],
    ['Order 4157392671', ['US'], 'label'],
    ['Jane Roe 4157392671', ['US'], 'bare'],
    ['(555) 123-4567', ['US'], 'invalid'],
    ['2222222222', ['US'], 'oneDigit'],
    ['91.123.45.67', ['ES'], 'ipAddress'],
    ['Tel. 172.16.20.105', ['DE'], 'ipAddress'],
    ['6011 1111 1111 1117', ['SG'], 'sequence'],
    ['https://example.com/415-739-2671', ['US'], 'glued'],
    ['report_415-739-2671.xlsx', ['US'], 'symbol'],
    ['415-739-2671.xlsx', ['US'], 'path'],
    ['415-739-2671 units', ['US'], 'unit'],
    ['20 7946 0958', ['GB'], 'trunkMissing'],
    ['12345', ['US'], ''],
    ['555-1234', ['US'], ''],
    ['+52 1 33 1234-5678', ['MX'], 'invalid'],
  ])('%s for %j: %s', (text, regions, reason) => {
    const { matches, refusals } = explainNumbers(text, regions);
    expect(matches).toEqual([]);
    expect(refusals[0]?.reason ?? '').toBe(reason);
  });
});

describe('asks what stands beside the text', () => {
  it.each([
    ['Phone', '4157392671', '+14157392671'],
    ['Téléphone portable', '4157392671', '+14157392671'],
    ['Lead ID', '4157392671', ''],
    ['Order number', '4157392671', ''],
    ['Account Number', '404-279-6660', ''],
    ['Customer', '4157392671', ''],
    ['Customer', '415-739-2671', '+14157392671'],
    ['Caller ID', '4157392671', '+14157392671'],
    ['Name', '4157392671', '+14157392671'],
    ['Lead ID', 'Tel. 4157392671', '+14157392671'],
    ['Invoice', '+1 415 739 2671', '+14157392671'],
    ['Phone', 'SO-2026-004512', ''],
    ['Phone', '-415-739-2671', '+14157392671'],
    ['Lead ID', 'Tel-415-739-2671', '+14157392671'],
    ['Address', '192.168.12.84', ''],
  ])('%s beside %s', (label, text, expected) => {
    expect(numbers(text, ['US'], label)).toBe(expected);
  });
});

it.each<[string, MatchReason]>([
  ['+1 415 739 2671', 'international'],
  ['415-739-2671', 'national'],
  ['Tel. 4157392671', 'labelled'],
  ['4157392671', 'wholeText'],
  ['800-GO-FEDEX', 'vanity'],
  ['1 (888) 555-HELP', 'vanity'],
])('%s was taken because: %s', (text, reason) => {
  expect(findNumbers(text, ['US']).map((match) => match.reason)).toEqual([reason]);
});

it('gives offsets of the text as it is, invisible marks and all', () => {
  const text = 'Tel \u202a+1 (602) 367\u20114279\u202c, x';
  const [match] = findNumbers(text, ['US']);
  expect(match).toMatchObject({ start: 5, raw: '+1 (602) 367\u20114279' });
  expect(text.slice(match!.start, match!.end)).toBe(match!.raw);
});

it('finds international numbers without any region, and nothing else', () => {
  expect(numbers('+14157392671 or 415-739-2671', [])).toBe('+14157392671');
});

describe('what stands before a number, however far from the last digit,', () => {
  it.each([
    ['+52 415 555 2671', '+524155552671'],
    ['+ 65 9823 4567', '+6598234567'],
    ['+(44) 20 7946 0958', '+442079460958'],
    ['(415) 555-2671', '+14155552671'],
    ['(+1) 415 555 2671', '+14155552671'],
  ])('does not change that %s is %s', (written, e164) => {
    for (let length = 0; length <= 60; length++) {
      for (const filler of ['x'.repeat(length), ' '.repeat(length), 'ab '.repeat(length / 3)]) {
        expect(numbers(`Suite 3, ${filler} ${written}`, ['US']), `${length} of ${filler.slice(0, 3)}`).toBe(e164);
      }
    }
  });
});

it('begins no number inside the extension of the one before', () => {
  const text = '718916#1\uff0818\uff0800\uff0855\uff0850\uff0812\uff08323456#7';
  expect(numbers(text, ['FR', 'DE'], 'Tel.')).toBe('+49718916;ext=1');
});

describe('a text that is nothing but a code', () => {
  const leads = ['SO', 'INV', 'P', 'tel', 'Tel', 'Mobile', 'fax', 'cell', 'ph', 'Ref', 'Handy', 'x'];
  const digits = ['4157392671', '415-739-2671', '2026-004512', '0171-1234567', '01711234567', '1-800-739-2671', '42'];
  const codes = leads.flatMap((lead) => digits.map((written) => `${lead}-${written}`));

  it.each(['US', 'DE'] as const)('holds in %s, at a glance, what a full search finds in it', (region) => {
    const found = (text: string) => numbers(text, [region]);
    const explained = (text: string) =>
      explainNumbers(text, [region])
        .matches.map(({ e164 }) => e164)
        .join(' ');
    expect(codes.map((code) => [code, found(code)])).toEqual(codes.map((code) => [code, explained(code)]));
    expect(codes.filter((code) => found(code) !== '').length).toBeGreaterThan(5);
  });
});

describe('what stands right beside a number', () => {
  it.each<[string, Region[], string]>([
    ['Telefono02 1234 5678', ['IT'], '+390212345678'],
    ['Mobil0171 1234567Fax', ['DE'], '+491711234567'],
    ['Celular:(11) 91234-5678Email:ana@example.com', ['BR'], '+5511912345678'],
    ['Bureau/01 42 60 30 30', ['FR'], '+33142603030'],
    ['_0171 1234567_', ['DE'], '+491711234567'],
    ['ring @020 7946 0018', ['GB'], '+442079460018'],
    ['<sip:+4930123456@pbx.example>', ['DE'], '+4930123456'],
    ['mobile=07911123456&city=Leeds', ['GB'], '+447911123456'],
    ['Anruf 4930123456 => 4930123457', ['DE'], '+4930123456 +4930123457'],
    ['(30)123-4567(30)123-4568', ['DE'], '+49301234567 +49301234568'],
  ])('lets %s be called', (text, regions, expected) => {
    expect(numbers(text, regions)).toBe(expected);
  });

  it.each<[string, Region[]]>([
    ['Rechnung0171 1234567', ['DE']],
    ['A0171 1234567B', ['DE']],
    ['T01711234567', ['DE']],
    ['T0171 1234567', ['DE']],
    ['C0402-1234567', ['DE']],
    ['4930123456 => 4930123457', ['DE']],
    ['2125550147 <- 2125550199', ['US']],
    ['order 2125550147 -> 2125550199', ['US']],
    ['0171 1234567kg', ['DE']],
    ['Rechnung/01711234567', ['DE']],
    ['a_0171 1234567_b', ['DE']],
    ['meet @2127365000', ['US']],
    ['ann+2127365000@example.com', ['US']],
    ['order=2127365000&zip=95008', ['US']],
  ])('refuses %s', (text, regions) => {
    expect(numbers(text, regions)).toBe('');
  });
});

it.each<[string, Region[], string]>([
  ['M07911 123456', ['GB'], '+447911123456'],
  ['t020 7946 0018', ['GB'], '+442079460018'],
  ['4930123456 -> 4930123457', ['DE'], '+4930123456 +4930123457'],
  ['021-58881234-8012', ['CN'], '+862158881234;ext=8012'],
])('%s is a number in a column of phones alone', (text, regions, expected) => {
  expect(numbers(text, regions, 'Phone')).toBe(expected);
  expect(numbers(text, regions, 'Name')).toBe('');
});

describe('groups that are no part of the number', () => {
  it.each<[string, Region[], string]>([
    ['Tel 010-65881234-311', ['CN'], '+861065881234;ext=311'],
    ['Tél. 26 12 34-1', ['LU'], '+3522612341'],
    ['02-234-5678-9', ['TH'], '+6622345678'],
    ['06-6212-1234~5', ['JP'], '+81662121234'],
    ['Tel: 91 234 56 78 91 234 56 79', ['ES'], '+34912345678 +34912345679'],
    ['Alter 42 98200 12345', ['IN'], '+919820012345'],
    ['0850 333 0 444', ['TR'], '+908503330444'],
    ['Telefon 22123456 eller 91234567', ['NO'], '+4722123456 +4791234567'],
  ])('are left out of %s', (text, regions, expected) => {
    expect(numbers(text, regions)).toBe(expected);
  });

  it.each<[string, Region[]]>([
    ['612 345 678 612 345 679', ['ES']],
    ['3 612 345 678', ['ES']],
    ['20110911', ['DK']],
    ['Mobil 20110911', ['DK']],
    ['Work 20241231', ['DK']],
    ['010-65881234-311', ['CN']],
    ['0123-456789-012', ['FR']],
    ['0144-1234567-8', ['FR']],
    ['0171-1234567-1', ['GB']],
    ['02-234-5678-3', ['TH']],
    ['02-0248-0242329-000', ['DE']],
    ['Total 22123456 eller 91234567', ['NO']],
    ['1265881234-311', ['CN']],
  ])('do not make a number of %s', (text, regions) => {
    expect(numbers(text, regions)).toBe('');
  });
});
