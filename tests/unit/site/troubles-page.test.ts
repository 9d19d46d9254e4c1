import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import english from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { TROUBLES } from '../../../scripts/troubles/index.ts';
import { drawTroubles } from '../../../scripts/troubles-page.ts';
import { ROOT, sourceFiles } from '../../repository/source-imports.ts';

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const described = TROUBLES.flatMap(({ troubles }) => Object.keys(troubles));
const isSentence = (key: string) => key in english || `${key}_other` in english;

/** Every sentence that is named where troubles are put into words. */
function explained(): readonly string[] {
  // What `kind` names is a way out of a trouble, not the trouble.
  const explaining = readdirSync(join(ROOT, 'lib/messages')).filter((name) => /^explain.*\.ts$/.test(name));
  const named = explaining.flatMap((name) => [...read(join('lib/messages', name)).matchAll(/(?<!kind: )'(\w+)'/g)]);
  const asked = ['lib', 'components', 'entrypoints']
    .flatMap(sourceFiles)
    .flatMap((file) => [...read(file).matchAll(/\bexplain(?:Count)?\(\s*(?:\w+ \? )?'(\w+)'(?:\s*:\s*'(\w+)')?/g)]);
  const keys = [...named, ...asked].flatMap(([, ...found]) => found);
  return [...new Set(keys.filter((key) => key !== undefined && isSentence(key)))];
}

describe('the page of troubles', () => {
  it('has every sentence that tells of one; `scripts/troubles` takes what is missing', () => {
    const sentences = explained();
    expect(sentences.length).toBeGreaterThan(180);
    expect(sentences.filter((key) => !described.includes(key))).toEqual([]);
  });

  it('tells of none that is not there, and of none twice', () => {
    expect(described.filter((key) => !isSentence(key))).toEqual([]);
    expect(described.filter((key, index) => described.indexOf(key) !== index)).toEqual([]);
  });

  it('is what the sentences and `npm run docs:troubles` make', () => {
    expect(read('docs/troubleshooting.md')).toBe(drawTroubles(english));
  });

  it('says of each what it means, what to do and who can, in whole sentences', () => {
    for (const trouble of TROUBLES.flatMap(({ troubles }) => Object.values(troubles))) {
      expect(trouble.means).toMatch(/^[A-Z0-9].*[.)]$/);
      expect(trouble.act).toMatch(/^[A-Z0-9*].*[.)]$/);
    }
  });
});
