import type { PhoneMatch, Region } from '../../lib/phone/phone-number.ts';

/** One text of a corpus with the numbers that are in it, as E.164 with `;ext=` where an extension is written. */
export interface CorpusText {
  readonly id: string;
  readonly cat: string;
  readonly text: string;
  readonly region: Region;
  readonly expected: readonly string[];
  /** Finding these is neither a hit nor a fault. */
  readonly optional?: readonly string[];
  /** False for texts whose answer is a matter of taste. */
  readonly scored?: boolean;
}

export interface Score {
  readonly hits: number;
  readonly misses: readonly string[];
  readonly falseHits: readonly string[];
  readonly negatives: number;
  readonly negativesHit: number;
  readonly wrongExtensions: readonly string[];
  readonly precision: number;
  readonly recall: number;
}

type Find = (item: CorpusText) => readonly PhoneMatch[];

function withoutExtension(number: string): string {
  return number.replace(/;ext=.*$/, '');
}

/** Compares what a finder finds with what is expected, by E.164; extensions are counted apart. */
export function score(items: readonly CorpusText[], find: Find): Score {
  const misses: string[] = [];
  const falseHits: string[] = [];
  const wrongExtensions: string[] = [];
  let hits = 0;
  let negatives = 0;
  let negativesHit = 0;
  for (const item of items) {
    if (item.scored === false) continue;
    const found = [...find(item)];
    const optional = new Set((item.optional ?? []).map(withoutExtension));
    if (item.expected.length === 0) {
      negatives++;
      if (found.some((match) => !optional.has(match.e164))) negativesHit++;
    }
    for (const wanted of item.expected) {
      const index = found.findIndex((match) => match.e164 === withoutExtension(wanted));
      const match = found[index];
      if (!match) {
        misses.push(`${item.id} ${wanted}`);
        continue;
      }
      hits++;
      found.splice(index, 1);
      const written = match.ext === null ? match.e164 : `${match.e164};ext=${match.ext}`;
      if (written !== wanted) wrongExtensions.push(`${item.id} ${wanted} ${written}`);
    }
    falseHits.push(...found.filter((match) => !optional.has(match.e164)).map((match) => `${item.id} ${match.e164}`));
  }
  return {
    hits,
    misses,
    falseHits,
    negatives,
    negativesHit,
    wrongExtensions,
    precision: hits / (hits + falseHits.length),
    recall: hits / (hits + misses.length),
  };
}
