import { describe, expect, it } from 'vitest';
import { differences, readArchive, writeArchive } from '../../../scripts/release/archives.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const FILES = new Map([
  ['b/second.js', bytes('let b;')],
  ['a.json', bytes('{}')],
]);

describe('an archive', () => {
  it('gives back the files it was made of', async () => {
    const again = await readArchive(await writeArchive(FILES));
    expect([...again.keys()]).toEqual(['a.json', 'b/second.js']);
    expect(differences(FILES, again)).toEqual([]);
  });

  it('is the same to the byte in whatever order and whenever it is written', async () => {
    const before = await writeArchive(FILES);
    // A zip tells time by two seconds.
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect(await writeArchive(new Map([...FILES].reverse()))).toEqual(before);
  });
});

describe('the differences of two archives', () => {
  it.each([
    ['a file that is changed', [['a.json', 'x']], ['a.json']],
    ['a file more', [['c.js', 'c']], ['c.js']],
    ['nothing', [], []],
  ])('are %s', (_what, changed, names) => {
    const again = new Map([...FILES, ...changed.map(([name = '', text = '']) => [name, bytes(text)] as const)]);
    expect(differences(FILES, again)).toEqual(names);
    expect(differences(again, FILES)).toEqual(names);
  });
});
