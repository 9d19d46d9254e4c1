/** One table of a font: its tag and its bytes. */
type Table = readonly [tag: string, bytes: readonly number[]];

const u16 = (value: number): number[] => [(value >> 8) & 255, value & 255];
const u32 = (value: number): number[] => [...u16(value >>> 16), ...u16(value & 0xffff)];
const zeros = (count: number): number[] => Array.from({ length: count }, () => 0);

// In units of an em of 1000: about as wide and as high as the letters of an interface are.
const EM = 1_000;
const ADVANCE = 540;
const [ASCENT, DESCENT] = [928, 236];
const BOX = { left: 60, right: 480, bottom: 0, top: 560 };

/**
 * A font in which every character is the same box, and white space is empty: what is drawn with it shows the places, sizes and colours
 * of texts, and looks the same on every machine, whatever fonts that has. A TrueType font as the format's specification describes it
 * (https://learn.microsoft.com/typography/opentype/spec/).
 */
export function boxFont(): ArrayBuffer {
  const box = boxGlyph();
  const tables: Table[] = [
    ['OS/2', os2()],
    ['cmap', characterMap()],
    ['glyf', box],
    // Glyphs 0 and 1 are the box, 2 is empty.
    ['head', head()],
    ['hhea', [...u32(0x10000), ...u16(ASCENT), ...u16(-DESCENT), ...u16(0), ...u16(ADVANCE), ...zeros(22), ...u16(3)]],
    ['hmtx', [0, 1, 2].flatMap(() => [...u16(ADVANCE), ...u16(BOX.left)])],
    ['loca', [0, 0, box.length, box.length].flatMap(u32)],
    ['maxp', [...u32(0x10000), ...u16(3), ...u16(4), ...u16(1), ...u16(0), ...u16(0), ...u16(1), ...zeros(16)]],
    ['name', [...u16(0), ...u16(0), ...u16(6)]],
    ['post', [...u32(0x30000), ...zeros(28)]],
  ];
  return fileOf(tables);
}

function fileOf(tables: readonly Table[]): ArrayBuffer {
  const directory: number[] = [];
  const body: number[] = [];
  const start = 12 + 16 * tables.length;
  for (const [tag, bytes] of tables) {
    const padded = [...bytes, ...zeros(-bytes.length & 3)];
    const letters = [...tag].map((letter) => letter.charCodeAt(0));
    directory.push(...letters, ...u32(checksum(padded)), ...u32(start + body.length), ...u32(bytes.length));
    body.push(...padded);
  }
  // For a search in halves: the largest power of two below the number of tables, and what is beyond it.
  const power = 2 ** Math.floor(Math.log2(tables.length));
  const search = [power * 16, Math.log2(power), (tables.length - power) * 16].flatMap(u16);
  return new Uint8Array([...u32(0x10000), ...u16(tables.length), ...search, ...directory, ...body]).buffer;
}

function checksum(padded: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) {
    const [first = 0, second = 0, third = 0, fourth = 0] = padded.slice(at, at + 4);
    sum = (sum + first * 2 ** 24 + (second << 16) + (third << 8) + fourth) >>> 0;
  }
  return sum;
}

function boxGlyph(): number[] {
  const { left, right, bottom, top } = BOX;
  const onCurve = [1, 1, 1, 1];
  const xs = [left, 0, right - left, 0].flatMap(u16);
  const ys = [bottom, top - bottom, 0, bottom - top].flatMap(u16);
  const frame = [left, bottom, right, top].flatMap(u16);
  const glyph = [...u16(1), ...frame, ...u16(3), ...u16(0), ...onCurve, ...xs, ...ys];
  return [...glyph, ...zeros(-glyph.length & 3)];
}

/** Many characters for one glyph: format 13. */
function characterMap(): number[] {
  const [box, blank] = [1, 2];
  const groups = [
    [0x20, 0x20, blank],
    [0x21, 0x9f, box],
    [0xa0, 0xa0, blank],
    [0xa1, 0x10ffff, box],
  ];
  const length = 16 + 12 * groups.length;
  const subtable = [
    ...u16(13),
    ...u16(0),
    ...u32(length),
    ...u32(0),
    ...u32(groups.length),
    ...groups.flat().flatMap(u32),
  ];
  return [...u16(0), ...u16(1), ...u16(3), ...u16(10), ...u32(12), ...subtable];
}

function head(): number[] {
  const { left, right, bottom, top } = BOX;
  const times = zeros(16);
  return [
    ...[...u32(0x10000), ...u32(0x10000), ...u32(0), ...u32(0x5f0f3cf5)],
    ...[...u16(0), ...u16(EM), ...times, ...[left, bottom, right, top].flatMap(u16)],
    // Offsets of glyphs are 32 bits wide.
    ...[...u16(0), ...u16(8), ...u16(2), ...u16(1), ...u16(0)],
  ];
}

function os2(): number[] {
  const [weight, width] = [400, 5];
  return [
    ...[...u16(4), ...u16(ADVANCE), ...u16(weight), ...u16(width), ...u16(0), ...zeros(22)],
    ...[...zeros(10), ...zeros(16), ...zeros(4), ...u16(0x40), ...u16(0x20), ...u16(0xffff)],
    ...[...u16(ASCENT), ...u16(-DESCENT), ...u16(0), ...u16(ASCENT), ...u16(DESCENT), ...zeros(8)],
    ...[...u16(BOX.top), ...u16(BOX.top), ...u16(0), ...u16(0x20), ...u16(1)],
  ];
}
