import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { findNumbers } from '../../lib/phone/find-numbers.ts';
import type { Leniency } from '../../lib/phone/grouping.ts';
import type { Region } from '../../lib/phone/phone-number.ts';

interface GoogleCase {
  readonly id: string;
  readonly text: string;
  /** `ZZ` and null stand for no region. */
  readonly region: Region | 'ZZ' | null;
  readonly leniency: string;
  /** Only the first match is asserted. */
  readonly firstOnly?: boolean;
  /** What Google's own matcher finds with its real metadata. */
  readonly expectReal: readonly { start: number; end: number; raw: string; e164: string }[];
}

function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as T;
}

const { cases } = readJson<{ cases: readonly GoogleCase[] }>('google-matcher-cases.json');
const departures = readJson<Record<string, string>>('google-departures.json');

function found({ text, region, firstOnly }: GoogleCase, leniency: Leniency) {
  const regions = region === null || region === 'ZZ' ? [] : [region];
  const matches = findNumbers(text, regions, null, leniency).map(({ start, end, raw, e164, ext }) => ({
    start,
    end,
    raw,
    e164: ext === null ? e164 : `${e164};ext=${ext}`,
  }));
  return firstOnly ? matches.slice(0, 1) : matches;
}

function wanted({ expectReal, firstOnly }: GoogleCase) {
  const spans = expectReal.map(({ start, end, raw, e164 }) => ({ start, end, raw, e164 }));
  return firstOnly ? spans.slice(0, 1) : spans;
}

it.each([
  ['VALID', 'written', 394],
  ['STRICT_GROUPING', 'strictGrouping', 68],
  ['EXACT_GROUPING', 'exactGrouping', 68],
] as const)("departs from Google's %s cases only as listed", (leniency, ours, agreeing) => {
  const ofLeniency = cases.filter((item) => item.leniency === leniency);
  const differing = ofLeniency.filter((item) => JSON.stringify(found(item, ours)) !== JSON.stringify(wanted(item)));
  const listed = ofLeniency.filter(({ id }) => id in departures).map(({ id }) => id);
  expect(differing.map(({ id }) => id)).toEqual(listed);
  expect(ofLeniency.length - differing.length).toBe(agreeing);
});
