/** Germany, Austria, Luxembourg: a lone digit after a dash is an extension that is dialled with the number. Elsewhere it is a check digit. */
export const DIRECT_DIALLING: readonly string[] = ['49', '43', '352'];

/** A range of lines as it is written: "234 567 890-1", "030 1234567/68". */
export interface LineRange {
  /** The text of the first line. */
  readonly first: string;
  /** A slash stands between numbers of which either may be meant. */
  readonly sign: '-' | '~' | '/';
  /** How much higher the last line is. */
  readonly gap: number;
  readonly endLength: number;
  /** Digits of the first line behind its area code, as far as that can be told. */
  readonly lineLength: number;
}

const RANGE = /^(.*?(\d+))\s?([-~/])\s?(\d{1,4})$/s;
/** Fewer are not yet a line that has others beside it. */
const FEWEST_DIGITS = 7;
/** The lines of one switchboard are no further apart. */
const MOST_APART = 99;

/** The range that a plain text ends in; null where the last digits are none that come soon after those before them. */
export function lineRange(text: string): LineRange | null {
  const [, first = '', group = '', written, end = ''] = RANGE.exec(text) ?? [];
  if (end === '' || end.length > group.length || first.replace(/\D/g, '').length < FEWEST_DIGITS) return null;
  const gap = Number(end) - Number(group.slice(-end.length));
  if (gap <= 0 || gap > MOST_APART) return null;
  const sign = written === '/' || written === '~' ? written : '-';
  const [areaCode = '', ...others] = first.match(/\d+/g) ?? [];
  const lineLength = first.startsWith('+') ? group.length : others.join('').length || areaCode.length;
  return { first, sign, gap, endLength: end.length, lineLength };
}

/** A line in itself; a switchboard whose extensions follow a dash has fewer digits. */
const FEWEST_OF_LINE = 7;
/** Lines of one range are no further apart; an extension is any number. */
const MOST_OF_RANGE = 9;

/** Where extensions are dialled along: whether the end of a range is one, and no extension. */
export function isNearLine({
  endLength,
  gap,
  lineLength,
}: Pick<LineRange, 'endLength' | 'gap' | 'lineLength'>): boolean {
  return endLength === 2 && lineLength >= FEWEST_OF_LINE && gap > 0 && gap <= MOST_OF_RANGE;
}
