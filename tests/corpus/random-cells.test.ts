import { describe, expect, it } from 'vitest';
import { findNumbers } from '../../lib/phone/find-numbers.ts';
import { mayHoldNumber } from '../../lib/phone/may-hold-number.ts';
import type { Region } from '../../lib/phone/phone-number.ts';
import { crmCells, digitCell } from '../bench/text-samples.ts';
import { pick, seededRandom } from '../seeded-random.ts';

/** Thousands of texts: on a busy machine longer than the usual five seconds. */
const SLOW_MS = 60_000;

const two = (value: number): string => String(value).padStart(2, '0');

/** Where each of the 16 000 cells is no number whichever way it is read. */
const QUIET_REGIONS: readonly Region[] = [
  ...(['US', 'GB', 'FR', 'ES', 'PT', 'NL', 'BE', 'CH', 'PL', 'CZ', 'HU', 'SE'] as const),
  ...(['AU', 'NZ', 'ZA', 'JP', 'TR', 'RU', 'AR', 'MX'] as const),
];
const SECONDS = '17\\d{8}';
const PAIRS = '\\d\\d(?:\\.\\d\\d){3}';

/** Where some cells are numbers as good as any of the region's, and which: without a word beside them nobody could tell. */
const WRITTEN_ALIKE: readonly (readonly [Region, form: string, because: string])[] = [
  [
    'DE',
    `${SECONDS}|0\\d{4}-\\d{4}|49(?:\\.\\d\\d){3}`,
    'a mobile number without its zero has the ten digits of a Unix time; 06109-5784',
  ],
  ['KR', `${SECONDS}|0\\d{4}-\\d{4}`, 'so has one of 017; 01600-3418'],
  ['IN', SECONDS, 'so have the lines of Punjab and Haryana'],
  ['BR', SECONDS, 'so have those of São José do Rio Preto'],
  ['IT', SECONDS, 'so have personal numbers, 178'],
  ['IL', SECONDS, 'so have shared-cost numbers, 1700'],
  ['AT', '0\\d{4}-\\d{4}', 'an area code and four digits, as a post code of New England and its four'],
  ['CO', '0\\d{4}-\\d{4}', 'as in Austria'],
  ['DK', PAIRS, 'numbers are written in four pairs, as few IP addresses are'],
  ['NO', PAIRS, 'as in Denmark'],
  ['SG', PAIRS, 'as in Denmark'],
  ['HK', PAIRS, 'as in Denmark'],
];

describe('16 000 random cells of ids, dates, amounts and addresses', { timeout: SLOW_MS }, () => {
  const random = seededRandom(424_242);
  const cells = Array.from({ length: 16_000 }, () => digitCell(random));
  const hitsIn = (region: Region) => cells.filter((cell) => findNumbers(cell, [region]).length > 0);

  it.each(QUIET_REGIONS)('hold no number for %s', (region) => {
    expect(hitsIn(region)).toEqual([]);
  });

  it.each(WRITTEN_ALIKE)('hold for %s what nobody could tell from one alone: %s (%s)', (region, form) => {
    const hits = hitsIn(region);
    expect(hits.filter((cell) => !new RegExp(`^(?:${form})$`).test(cell))).toEqual([]);
    expect(hits.length).toBeGreaterThan(0);
  });
});

/** As many random digits as there are places in a form; Z is no 0 or 1, which begin prefixes for calls abroad. */
function filled(form: string, random: () => number): string {
  return form.replace(/[dZL]/g, (place) => {
    if (place === 'L') return pick(random, [...'ptmcowdfPTMCOWDF']);
    return String(place === 'Z' ? 2 + Math.floor(random() * 8) : Math.floor(random() * 10));
  });
}

const REGIONS: readonly Region[] = ['US', 'GB', 'FR', 'NZ', 'JP', 'IR', 'PK', 'IL', 'IN', 'TH', 'ZA', 'AU'];
/** Whose numbers are of any length, with an extension after a dash: what they call themselves by may look so too. */
const OPEN_PLANS: readonly Region[] = ['DE', 'AT'];
const EVERYWHERE = [...REGIONS, ...OPEN_PLANS];

it.each<[string, string, readonly Region[]]>([
  ['ids in groups', '0Zdd-dddddd-ddd', REGIONS],
  ['ids with a check digit', '0Zd-ddddddd-d', REGIONS],
  ['ten-digit book numbers', '0-Zdd-ddddd-d', REGIONS],
  ['parts of a letter and groups', 'L0ddd-ddddddd', EVERYWHERE],
  ['parts of a letter and a blank', 'L0ddd dddddd', EVERYWHERE],
  ['parts of a letter and short groups', 'L0ddd-dddd', EVERYWHERE],
  ['accounts of New Zealand', '0Z-dddd-ddddddd-dd', EVERYWHERE],
  ['accounts of New Zealand, in full', '0Z-dddd-ddddddd-0dd', EVERYWHERE],
  ['decimals below one', '0.Zdddddddd', EVERYWHERE],
  ['old ids and their new ones', 'Zddddddddd -> Zddddddddd', EVERYWHERE],
  ['old ids and their new ones, as code', '1dddddddddd=>1dddddddddd', EVERYWHERE],
  ['new ids and their old ones', 'Zddddddddd <- Zddddddddd', EVERYWHERE],
  ['figures with a point at half height', 'Zdd·dddddd', EVERYWHERE],
  ['sizes with points at half height', 'Zddd·ddd·ddd', EVERYWHERE],
])('finds nothing in random %s: %s', { timeout: SLOW_MS }, (_what, form, regions) => {
  const random = seededRandom(8);
  for (const region of regions) {
    const cells = Array.from({ length: 500 }, () => filled(form, random));
    const hits = cells.flatMap((cell) => findNumbers(cell, [region]).map(({ e164 }) => `${cell} ${e164}`));
    expect(hits, region).toEqual([]);
  }
});

it.each(['Work', 'Mobil', 'Tel', 'Phone'])('takes no date after %s for a number', (word) => {
  const dates = Array.from(
    { length: 336 },
    (_, day) => `${word} 20${24 + (day % 3)}${two(1 + (day % 12))}${two(1 + (day % 28))}`,
  );
  expect(dates.filter((text) => findNumbers(text, ['DK', 'NO', 'SG', 'HK']).length > 0)).toEqual([]);
});

it('finds every number planted in cells', { timeout: SLOW_MS }, () => {
  const cells = crmCells(seededRandom(5), 4_000, 1);
  expect(cells.filter((cell) => findNumbers(cell, ['US'], null).length !== 1)).toEqual([]);
});

/** Texts of digits, separators and letters, the more likely ones more often. */
function noise(random: () => number): string {
  const signs = '0123456789012345678901234567890  -.()+/,:#x\u00a0\u2011\u200b٤５aZß電8800FLOW';
  return Array.from({ length: Math.floor(random() * 40) }, () => signs[Math.floor(random() * signs.length)]).join('');
}

it('never finds a number where the gate sees none', { timeout: SLOW_MS }, () => {
  const random = seededRandom(99);
  const regions: readonly Region[] = ['US', 'DE', 'AU', 'NC', 'LU', 'FO'];
  let found = 0;
  for (let round = 0; round < 25_000; round++) {
    const text = noise(random);
    const matches = findNumbers(text, regions, random() < 0.5 ? 'Phone' : null);
    if (matches.length === 0) continue;
    found++;
    if (!mayHoldNumber(text)) expect.fail(`the gate closes on ${JSON.stringify(text)}`);
  }
  expect(found).toBeGreaterThan(400);
});

it('answers with spans that are the raw text, in order and apart', { timeout: SLOW_MS }, () => {
  const random = seededRandom(3);
  for (let round = 0; round < 8_000; round++) {
    const text = noise(random) + noise(random);
    let last = 0;
    for (const match of findNumbers(text, ['US', 'GB'], 'Phone')) {
      expect(text.slice(match.start, match.end)).toBe(match.raw);
      expect(match.start).toBeGreaterThanOrEqual(last);
      expect(match.e164).toMatch(/^\+[1-9]\d{6,14}$/);
      last = match.end;
    }
  }
});
