/** Seeded texts like those of a CRM: what the engine reads on a page, made the same way on every run. */

type Random = () => number;

const NAMES =
  'Jane Roe,Sam Lee,Maria Garcia,Ahmed Khan,Wei Chen,Olga Petrova,John Smith,Priya Nair,Luca Rossi,Ana Silva'.split(
    ',',
  );
const WORDS =
  'the customer asked about delivery of second unit and wants a quote before end month because their office moves to new building next spring'.split(
    ' ',
  );
const CITIES = 'Austin TX,Denver CO,Boston MA,Portland OR,Miami FL,Leeds,Lyon,Berlin'.split(',');
const STATES = 'New,Open,Closed won,Closed lost,Follow up,No answer,Do not call,Sale'.split(',');

function pick<T>(random: Random, items: readonly T[]): T {
  return items[Math.floor(random() * items.length)] as T;
}

function digits(random: Random, count: number): string {
  let text = '';
  while (text.length < count) text += Math.floor(random() * 10);
  return text;
}

function between(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function date(random: Random): string {
  const [y, m, d] = [between(random, 2015, 2027), two(between(random, 1, 12)), two(between(random, 1, 28))];
  return pick(random, [`${y}-${m}-${d}`, `${m}/${d}/${y}`, `${d}.${m}.${y}`, `${y}${m}${d}`]);
}

function time(random: Random): string {
  return `${two(between(random, 0, 23))}:${two(between(random, 0, 59))}`;
}

/** Cells with digits that are no number; each maker is one kind of CRM column. */
const DIGIT_CELLS: readonly ((random: Random) => string)[] = [
  date,
  (random) => `${date(random)} ${time(random)}`,
  (random) => `SO-${between(random, 2019, 2027)}-${digits(random, 6)}`,
  (random) => `INV-${digits(random, 8)}`,
  (random) => `ORD${digits(random, 9)}`,
  (random) => `#${digits(random, between(random, 5, 8))}`,
  (random) =>
    `${between(random, 1, 223)}.${between(random, 0, 255)}.${between(random, 0, 255)}.${between(random, 1, 254)}`,
  (random) => `$${between(random, 1, 99)},${digits(random, 3)}.${digits(random, 2)}`,
  (random) => `17${digits(random, 8)}`,
  (random) => `SKU-${digits(random, 4)}-${digits(random, 3)}-${digits(random, 2)}`,
  (random) =>
    `${digits(random, 8)}-${digits(random, 4)}-4${digits(random, 3)}-a${digits(random, 3)}-${digits(random, 12)}`,
  (random) => `lead ${digits(random, 7)}`,
  (random) => `${digits(random, 4)} ${digits(random, 4)} ${digits(random, 4)} ${digits(random, 4)}`,
  (random) => `${digits(random, 3)}-${digits(random, 2)}-${digits(random, 4)}`,
  (random) => `T-${digits(random, 6)} / ${date(random)}`,
  (random) => `v${between(random, 0, 20)}.${between(random, 0, 30)}.${digits(random, 4)}`,
  (random) => `${between(random, 25, 48)}.${digits(random, 5)}, -${between(random, 70, 122)}.${digits(random, 5)}`,
  (random) => `ISBN 978-${digits(random, 1)}-${digits(random, 5)}-${digits(random, 3)}-${digits(random, 1)}`,
  (random) => `DE${digits(random, 20)}`,
  (random) => `${digits(random, 5)}-${digits(random, 4)}`,
];

const PLAIN_CELLS: readonly ((random: Random) => string)[] = [
  (random) => pick(random, NAMES),
  (random) => pick(random, CITIES),
  (random) => pick(random, STATES),
  (random) => `${pick(random, NAMES).toLowerCase().replace(' ', '.')}@example.com`,
  (random) => pick(random, ['Yes', 'No', '-', 'n/a', 'Edit', 'USD', '']),
  (random) => String(between(random, 0, 999)),
];

const PHONES: readonly ((random: Random) => string)[] = [
  (random) => `(${pick(random, ['415', '212', '303', '617'])}) ${between(random, 220, 399)}-${digits(random, 4)}`,
  (random) => `${pick(random, ['415', '212', '303', '617'])}-${between(random, 220, 399)}-${digits(random, 4)}`,
  (random) => `+1 ${pick(random, ['415', '212', '303', '617'])} ${between(random, 220, 399)} ${digits(random, 4)}`,
  (random) => `+1${pick(random, ['415', '212', '303', '617'])}${between(random, 220, 399)}${digits(random, 4)}`,
];

/** One cell with digits that is no phone number. */
export function digitCell(random: Random): string {
  return pick(random, DIGIT_CELLS)(random);
}

/** Table cells, about 14 characters; `phoneShare` of them hold one US number. */
export function crmCells(random: Random, count: number, phoneShare: number): string[] {
  return Array.from({ length: count }, () => {
    if (random() < phoneShare) return pick(random, PHONES)(random);
    return random() < 0.45 ? digitCell(random) : pick(random, PLAIN_CELLS)(random);
  });
}

/** Sentences of about 130 characters; one in eight holds a figure, one in fifty a number. */
export function proseNodes(random: Random, count: number): string[] {
  return Array.from({ length: count }, () => {
    let text = '';
    while (text.length < 110) text += `${pick(random, WORDS)} `;
    if (random() < 0.125) text += `on ${date(random)} at ${time(random)}`;
    if (random() < 0.02) text += `call ${pick(random, PHONES)(random)}`;
    return `${text.trim()}.`;
  });
}

/** Texts made to be slow, of about `length` characters. */
export function adversarialTexts(length: number): Readonly<Record<string, string>> {
  const fill = (part: string) => part.repeat(Math.ceil(length / part.length)).slice(0, length);
  return {
    ones: fill('1'),
    'spaced ones': fill('1 '),
    'plus ones': fill('+1'),
    'open brackets and ones': fill('(1'),
    numbers: fill('212-736-5000 '),
    'ones and a letter': `${fill('1')}a`,
    'open brackets': fill('('),
    pluses: fill('+'),
    'dotted groups': fill('415.'),
    'bare numbers': fill('4155552671 '),
    'toll-free prefixes': fill('1-800-A '),
    'one long path': fill('/4155552671'),
  };
}
