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
}

function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as T;
}

const declared = readJson<Record<string, Declared>>('declared.json');

describe.each(Object.keys(declared).filter((name) => name.endsWith('.json')))('%s', (name) => {
  const { text } = readJson<{ text: readonly CorpusText[] }>(name);
  const result = score(text, (item) => findNumbers(item.text, [item.region], null));

  it('has exactly the declared misses, false hits and extensions', () => {
    const { misses, falseHits, wrongExtensions } = result;
    expect({ misses, falseHits, wrongExtensions }).toEqual(declared[name]);
  });

  it('keeps precision 99.5 %, recall 99 %, and one negative in a hundred at most', () => {
    expect(result.precision).toBeGreaterThanOrEqual(0.995);
    expect(result.recall).toBeGreaterThanOrEqual(0.99);
    expect(result.negativesHit / result.negatives).toBeLessThanOrEqual(0.01);
  });
});

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
