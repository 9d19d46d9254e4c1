import fc from 'fast-check';

/** What breaks careless readers: ends of strings, halves of characters, direction marks, markup, names of prototypes. */
const MARKS = [
  ...['\0', '\ud800', '\udfff', '\ud83d', '\u202e', '\u202a', '\u2066', '\u200f', '\ufeff', '\u200b', '\u00ad'],
  ...['\r\n', '\n', '\r', '\t', '\u2028', '\u0085', '\u00a0', ' ', '  ', '%', '%00', '%2B', '%f0', '\\', '"', "'", '`'],
  ...['<script>', '</td>', '<!--', '<html>', '<?xml', '&nbsp;', '&#x31;', '$1', '$&', '__proto__', 'constructor'],
  ...['toString', 'null', 'NaN', '-0', '1e309', ' - ', '|', ': ', ';', ',', '?', '&', '=', '#', '@', '//', '+', '++'],
];

export const hostileMark = fc.constantFrom(...MARKS);

/** A few marks, words and arbitrary characters side by side. */
export const hostileText = fc
  .array(fc.oneof(hostileMark, fc.string({ unit: 'binary', maxLength: 8 }), fc.string({ maxLength: 8 })), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''));

/** One change of a text; positions are parts of 1000, so that they fit any length. */
interface Edit {
  readonly kind: 'cut' | 'double' | 'swap' | 'insert' | 'swell';
  readonly at: number;
  readonly length: number;
  readonly inserted: string;
}

/** Changes of a text that keep most of its structure; `inserts` are what is put into it. */
export function editsWith(inserts: fc.Arbitrary<string>): fc.Arbitrary<readonly Edit[]> {
  const edit = fc.record({
    // To swell is dear, and one size too large is as good as another.
    kind: fc.oneof(
      { weight: 200, arbitrary: fc.constantFrom('cut', 'double', 'swap', 'insert') },
      { weight: 1, arbitrary: fc.constant('swell' as const) },
    ),
    at: fc.nat(1000),
    length: fc.nat(24),
    inserted: inserts,
  });
  return fc.array(edit, { maxLength: 5 });
}

export function applyEdits(text: string, edits: readonly Edit[]): string {
  return edits.reduce(applyEdit, text);
}

function applyEdit(text: string, { kind, at, length, inserted }: Edit): string {
  const from = Math.floor((text.length * at) / 1000);
  const [before, piece, after] = [text.slice(0, from), text.slice(from, from + length), text.slice(from + length)];
  switch (kind) {
    case 'cut':
      return before + after;
    case 'double':
      return before + piece + piece + after;
    case 'swap':
      return after + piece + before;
    case 'insert':
      return before + inserted + piece + after;
    case 'swell':
      return before + (inserted || ' ').repeat(20_000) + piece + after;
  }
}
