import { expect, it } from 'vitest';
import { labelBefore, labelKind } from '../../../lib/phone/labels.ts';

/** The kind of the words before a number that follows them. */
function before(words: string): string {
  return labelBefore(`${words}2127365000`, 0, words.length);
}

it.each(['T: ', 'm. ', 'Jane Roe | C: ', 'Acme Ltd. O: ', 'v1.0 F: ', '(M) ', '(O)', 'E: a@example.com T: '])(
  'reads the letter of a line in "%s"',
  (words) => expect(before(words)).toBe('phone'),
);

it.each(['C.F. ', 'C. F. ', 'P.O. ', 'D.O.T. ', 'R&D: ', 'W/O: ', 'J. P. ', 'Plan (B) M '])(
  'reads no line in the end of "%s"',
  (words) => expect(before(words)).not.toBe('phone'),
);

it('reads a column of one letter', () => {
  expect(['T', 'M', 'X'].map(labelKind)).toEqual(['phone', 'phone', 'none']);
});
