import { readFileSync } from 'node:fs';
import { findPhoneNumbersInText } from 'libphonenumber-js/max';
import { findNumbers } from '../../lib/phone/find-numbers.ts';
import type { E164, PhoneMatch } from '../../lib/phone/phone-number.ts';
import { type CorpusText, score } from '../corpus/score.ts';
import type { Benchmark, BenchmarkRow } from './benchmark.ts';

const PEER = 'libphonenumber-js max';
const CORPORA = ['crm-corpus', 'second-corpus', 'fourth-corpus', 'fifth-corpus'];

/** What is found and what is not in the corpora of the repository, beside the peer with the same texts and regions. */
export async function run(): Promise<Benchmark> {
  return { name: 'accuracy on the corpora of tests/corpus', rows: CORPORA.flatMap(accuracyRows) };
}

function accuracyRows(name: string): BenchmarkRow[] {
  const { text } = JSON.parse(readFileSync(new URL(`../corpus/${name}.json`, import.meta.url), 'utf8')) as {
    text: readonly CorpusText[];
  };
  const ours = score(text, (item) => findNumbers(item.text, [item.region], null));
  const theirs = score(text, findByPeer);
  const row = (what: string, our: number, their: number): BenchmarkRow => ({
    what: `${name}: ${what}`,
    value: 100 * our,
    unit: '%',
    against: `${PEER}: ${(100 * their).toFixed(1)}`,
    ratio: our / their,
    bar: 100 * their,
  });
  return [
    row('found that is no number (100 - precision)', 1 - ours.precision, 1 - theirs.precision),
    row('numbers not found (100 - recall)', 1 - ours.recall, 1 - theirs.recall),
    row('texts without a number, marked', ours.negativesHit / ours.negatives, theirs.negativesHit / theirs.negatives),
  ];
}

function findByPeer({ text, region }: CorpusText): PhoneMatch[] {
  return findPhoneNumbersInText(text, region).map(({ number, startsAt, endsAt }) => ({
    start: startsAt,
    end: endsAt,
    raw: text.slice(startsAt, endsAt),
    e164: number.number as string as E164,
    ext: number.ext ?? null,
    reason: 'national',
  }));
}
