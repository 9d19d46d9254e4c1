import fc from 'fast-check';
import { hostileText } from './hostile-text.ts';

/** One valid number or more of each way of numbering, in international and national digits; of fictional ranges where there are any. */
const NUMBERS = [
  ...['+14155552671', '4155552671', '18005550123', '+442079460123', '02079460123', '+493012345678', '03012345678'],
  ...['+33142685300', '0142685300', '+390612345678', '+5491123456789', '01115234567', '+525512345678', '+819012345678'],
  ...['+8613812345678', '+919876543210', '+79161234567', '89161234567', '+2348031234567', '+61491570156', '0491570156'],
  ...[
    '+80012345678',
    '+4915123456789',
    '+6591234567',
    '+3545812345',
    '+97143331234',
    '00442079460123',
    '01144207946012',
  ],
  ...[
    '+4407700900123',
    '999',
    '12345678901234567890',
    '+0123456789',
    '0000000000',
    '+1415555267',
    '+',
    '+999123456789',
  ],
] as const;

/** Zeros of scripts whose digits are read, and of two that look like digits but are not read: bold and circled ones. */
const ZEROS = [0x30, 0x30, 0x30, 0x660, 0x6f0, 0x966, 0xe50, 0xff10, 0x1d7ce, 0x245f];
const LOOK_ALIKES: Readonly<Record<string, string>> = { 0: 'OО', 1: 'lІ', 3: 'З', 5: 'S', 8: 'B', '+': '＋' };
const BETWEEN = [
  ...[
    '',
    '',
    '',
    '',
    '',
    ' ',
    '-',
    '.',
    '/',
    '(',
    ')',
    ' (',
    ') ',
    ' - ',
    '\u00a0',
    '\u2011',
    '\u202a',
    '\u202c',
    '\u200f',
  ],
  ...[
    '\u2067',
    '\u00ad',
    '\u200b',
    '\ufeff',
    '\ud800',
    '\0',
    ',',
    '+',
    '(0)',
    '\n',
    '\t',
    '\uff08',
    '~',
    '*',
    '#',
    '0',
  ],
];

/** A number in digits of any script, with marks between them and letters among them. */
export const writtenNumber = fc
  .record({
    number: fc.constantFrom(...NUMBERS),
    zeros: fc.array(fc.constantFrom(...ZEROS), { minLength: 1, maxLength: 3 }),
    between: fc.array(fc.constantFrom(...BETWEEN), { minLength: 1, maxLength: 7 }),
    lookAlikeEvery: fc.constantFrom(0, 0, 0, 0, 3, 7),
  })
  .map(({ number, zeros, between, lookAlikeEvery }) =>
    [...number]
      .map((sign, index) => {
        const lookAlike =
          lookAlikeEvery > 0 && index % lookAlikeEvery === 2 ? LOOK_ALIKES[sign]?.[index % 2] : undefined;
        const digit = sign === '+' ? sign : String.fromCodePoint(zeros[index % zeros.length]! + Number(sign));
        return between[index % between.length]! + (lookAlike ?? digit);
      })
      .join(''),
  );

const WORDS = [
  ...[
    'Tel.',
    'Tel: ',
    'Phone',
    'Mobile: ',
    'Fax ',
    'Invoice ',
    'Order no. ',
    'IBAN ',
    'caller id',
    'P:',
    'ext. 12',
    ' x77',
  ],
  ...[
    ';ext=123',
    ' Durchwahl 5',
    'доб. 3',
    '2026-11-21',
    '12:30',
    '$1,234.56',
    '192.168.1.10',
    'https://a.example/415',
  ],
  ...[
    '1-800-FLOWERS',
    '(888) GET-HELP',
    '+1 800 555-',
    'call ',
    'or',
    'ID',
    '电话',
    'هاتف',
    '\u260e\ufe0f',
    '\u{1f4de}',
    '#12345',
  ],
];

export const word = fc.constantFrom(...WORDS);

/** Numbers, words that stand beside them, and whatever else a page may hold. */
export const textWithNumbers = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 4, arbitrary: writtenNumber },
        { weight: 3, arbitrary: word },
        { weight: 1, arbitrary: hostileText },
      ),
      fc.constantFrom('', ' ', ' ', ', ', '\n', '|', ': ', '/', '-', '\u00a0'),
    ),
    { maxLength: 7 },
  )
  .map((parts) => parts.flat().join(''));
