import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { findNumbers } from '../../lib/phone/find-numbers.ts';
import type { CorpusText } from './score.ts';

const TEXTS = ['crm-corpus', 'second-corpus', 'third-corpus', 'label-corpus'].flatMap(textsOf);
const NONE = '[]';
const LABELS = [null, 'Phone', 'Order no.', 'Customer', 'Name'];

function textsOf(name: string): readonly CorpusText[] {
  const file = readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8');
  return (JSON.parse(file) as { text: readonly CorpusText[] }).text;
}

function readUnder(label: string | null) {
  return TEXTS.map(({ text, region }) => {
    let isAsked = false;
    const ask = () => {
      isAsked = true;
      return label;
    };
    const found = JSON.stringify(findNumbers(text, [region], ask));
    return { text, isAsked, found };
  });
}

it('finds the same whether it is told what stands beside a text, or asks for it', () => {
  for (const label of LABELS) {
    const told = TEXTS.map(({ text, region }) => JSON.stringify(findNumbers(text, [region], label)));
    const others = readUnder(label).filter(({ found }, at) => found !== told[at]);
    expect(others, `beside ${label}`).toEqual([]);
  }
});

it('where it has not asked, nothing that stands beside the text makes a difference', () => {
  const alone = readUnder(null);
  expect(alone.filter(({ isAsked }) => !isAsked).length).toBeGreaterThan(500);
  for (const label of LABELS) {
    const under = readUnder(label);
    expect(alone.filter(({ isAsked, found }, at) => !isAsked && found !== under[at]?.found)).toEqual([]);
  }
});

it('a text that holds numbers under no label holds some under a phone’s', () => {
  const underPhone = readUnder('Phone');
  const alone = readUnder(null).filter(({ found }) => found !== NONE);
  expect(alone.length).toBeGreaterThan(500);
  const lost = new Set(underPhone.filter(({ found }) => found === NONE).map(({ text }) => text));
  expect(alone.filter(({ text }) => lost.has(text))).toEqual([]);
});
