import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ANSWER_TARGETS } from './answers.ts';
import { type FuzzTarget, fuzzTarget } from './fuzz-target.ts';
import { overgrowth, TEXT_READERS } from './growth.ts';
import { hostileText } from './hostile-text.ts';
import { MESSAGE_TARGETS } from './messages.ts';
import { NUMBER_TARGETS } from './numbers.ts';
import { STORED_TARGETS } from './stored-data.ts';
import { textWithNumbers, word } from './written-numbers.ts';

/** Every promise about foreign input that holds for a single input. */
export const TARGETS: readonly FuzzTarget[] = [
  ...ANSWER_TARGETS,
  ...MESSAGE_TARGETS,
  ...STORED_TARGETS,
  ...NUMBER_TARGETS,
];

const part = fc.oneof(hostileText, word, textWithNumbers);
const growing = fc.record({ head: part, piece: part.filter((text) => text !== ''), tail: part });

/** Work that grows with the length of the input: thousands of characters a case, so for `npm run soak` alone. */
export const GROWTH_TARGETS: readonly FuzzTarget[] = TEXT_READERS.map(([name, read]) =>
  fuzzTarget(`growth of ${name}`, 0, growing, (text) => {
    assert.equal(overgrowth(read, text), null, 'times the work for 16 times the length');
  }),
);
