import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, sourceFiles } from './repository/source-imports.ts';

interface Message {
  readonly message: string;
}

const LOCALES = join(ROOT, 'public', '_locales');
const english = readLocale('en');
const sources = ['lib', 'components', 'entrypoints'].flatMap(sourceFiles).concat('wxt.config.ts');
const code = sources.map((file) => readFileSync(join(ROOT, file), 'utf8')).join('\n');

describe('the English texts', () => {
  // That every key the code names exists is checked by the compiler: see MessageKey.
  it('are all used', () => {
    expect(Object.keys(english).filter((key) => !isUsed(key))).toEqual([]);
  });

  it('are all written', () => {
    expect(Object.entries(english).filter(([, { message }]) => message.trim() === '')).toEqual([]);
  });
});

describe.each(readdirSync(LOCALES))('the language %s', (language) => {
  it('has every key and no other', () => {
    expect(Object.keys(readLocale(language)).sort()).toEqual(Object.keys(english).sort());
  });

  it('has the same places for values in every text', () => {
    const texts = Object.entries(readLocale(language));
    expect(texts.filter(([key, { message }]) => places(message) !== places(english[key]?.message ?? ''))).toEqual([]);
  });
});

function readLocale(language: string): Record<string, Message> {
  return JSON.parse(readFileSync(join(LOCALES, language, 'messages.json'), 'utf8'));
}

function isUsed(key: string): boolean {
  return [`'${key}'`, `"${key}"`, `__MSG_${key}__`].some((spelling) => code.includes(spelling));
}

function places(message: string): string {
  return [...new Set(message.match(/\$\d/g))].sort().join();
}
