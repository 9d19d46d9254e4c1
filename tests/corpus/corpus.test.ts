import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findNumbers } from '../../lib/phone/find-numbers.ts';
import { differencesInHtml, HTML_DIFFERENCES, HTML_SNIPPETS } from './html-corpus.ts';
import { type CorpusText, score } from './score.ts';

/** What the finder is known to get wrong, by corpus. Any change, for better or worse, fails until it is written here. */
interface Declared {
  readonly misses: readonly string[];
  readonly falseHits: readonly string[];
  readonly wrongExtensions: readonly string[];
  /** How many of each in the texts that nobody looks at, so that no rule is made for one of them. */
  readonly sealed?: Readonly<Record<'hits' | 'misses' | 'falseHits' | 'wrongExtensions' | 'negativesHit', number>>;
}

function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as T;
}

const declared = readJson<Record<string, Declared>>('declared.json');

/**
 * The least precision and recall and the most negatives hit. A third of the third corpus was written to break the finder, and
 * what still does is in it: its floor says nothing of a text that nobody has seen. Nine of its numbers are missed since ids in
 * the same groups, parts and dates must not be taken for numbers: that comes first. Of the negatives no more than 0.005 should be hit; in the second it is 3 of 401.
 */
const FLOORS: Readonly<Record<string, readonly [precision: number, recall: number, negativesHit: number]>> = {
  'crm-corpus.json': [0.995, 0.99, 0.005],
  'second-corpus.json': [0.995, 0.99, 0.0075],
  'third-corpus.json': [0.99, 0.98, 0.01],
  'fourth-corpus.json': [0.995, 0.99, 0.005],
  'fifth-corpus.json': [0.995, 0.99, 0.005],
};

/**
 * The same of what is sealed: texts whose faults were not looked at. It aims at a recall of 0.99 and no more than 0.005 of the
 * negatives hit, and the fourth corpus falls short of both: 0.986, and 4 of 270.
 */
const SEALED_FLOOR = [0.98, 0.985, 0.015] as const;

const find = (item: CorpusText) => findNumbers(item.text, [item.region], null);

function isSealed({ cat }: CorpusText): boolean {
  return cat === 'sealed';
}

describe.each(Object.keys(declared).filter((name) => name.endsWith('.json')))('%s', (name) => {
  const { text } = readJson<{ text: readonly CorpusText[] }>(name);
  const result = score(
    text.filter((item) => !isSealed(item)),
    find,
  );

  it('has exactly the declared misses, false hits and extensions', () => {
    const { misses, falseHits, wrongExtensions } = result;
    const { sealed: _counted, ...listed } = declared[name] ?? {};
    expect({ misses, falseHits, wrongExtensions }).toEqual(listed);
  });

  it('keeps its precision and recall, and no more negatives hit than that', () => {
    const [precision, recall, negativesHit] = FLOORS[name] ?? [1, 1, 0];
    expect(result.precision).toBeGreaterThanOrEqual(precision);
    expect(result.recall).toBeGreaterThanOrEqual(recall);
    expect(result.negativesHit / result.negatives).toBeLessThanOrEqual(negativesHit);
  });
});

it.each(['fourth-corpus.json', 'fifth-corpus.json'])(
  'finds as much as is declared in the sealed half of %s',
  (name) => {
    const { text } = readJson<{ text: readonly CorpusText[] }>(name);
    const result = score(text.filter(isSealed), find);
    const { hits, misses, falseHits, wrongExtensions, negativesHit } = result;
    const counts = {
      hits,
      misses: misses.length,
      falseHits: falseHits.length,
      wrongExtensions: wrongExtensions.length,
    };
    expect({ ...counts, negativesHit }).toEqual(declared[name]?.sealed);
    const [precision, recall, hit] = SEALED_FLOOR;
    expect(result.precision).toBeGreaterThanOrEqual(precision);
    expect(result.recall).toBeGreaterThanOrEqual(recall);
    expect(negativesHit / result.negatives).toBeLessThanOrEqual(hit);
  },
);

it('finds in HTML what is expected, through the command line, as a page does in a browser', { timeout: 60_000 }, () => {
  const input = HTML_SNIPPETS.map(({ html, region }) => JSON.stringify({ html, region })).join('\n');
  const output = execFileSync(process.execPath, ['--import', 'tsx', 'scripts/detect.ts'], {
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    input,
    encoding: 'utf8',
  });
  const lines = output.trim().split('\n');
  expect(lines).toHaveLength(HTML_SNIPPETS.length);
  const answers = lines.map((line) => JSON.parse(line) as { matches: { e164: string; ext: string | null }[] });
  expect(differencesInHtml((_, index) => answers[index]?.matches ?? [])).toEqual(HTML_DIFFERENCES);
});
