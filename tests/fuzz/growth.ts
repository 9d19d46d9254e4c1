import { findNumbers } from '../../lib/phone/find-numbers.ts';
import { parseDialable } from '../../lib/phone/parse-dialable.ts';
import { parseTelLink } from '../../lib/phone/tel-link.ts';
import { readAnswer } from '../../lib/vicidial/wire/answer.ts';

/** Readers of text whose length a stranger chooses. */
export const TEXT_READERS: readonly (readonly [name: string, read: (text: string) => unknown])[] = [
  ['findNumbers', (text) => findNumbers(text, ['US', 'DE'])],
  ['findNumbers by label', (text) => findNumbers('4155552671', ['US'], text)],
  ['parseDialable', (text) => parseDialable(text, ['US', 'DE'])],
  ['parseTelLink', (text) => parseTelLink(`tel:${text}`, ['US'])],
  ['parseTelLink of WhatsApp', (text) => parseTelLink(`https://api.whatsapp.com/send?${text}`, ['US'])],
  ['readAnswer', (text) => readAnswer(text, { function: 'external_dial', secrets: ['s3cret'] }, () => null)],
];

/** A text that grows in the middle: what leads in, what is repeated, and an end that makes a pattern try everything again. */
export interface Growing {
  readonly head: string;
  readonly piece: string;
  readonly tail: string;
}

const SHORT = 2_000;
const TIMES = 16;
/** Work that grows with the square of the length grows 256-fold; with the length alone, 16-fold. */
const MOST_GROWTH = 100;
/** Less than this is measured too roughly to be divided by. */
const LEAST_MS = 1;

/** How many times more work a text 16 times as long is, when that is more than it should be; else null. */
export function overgrowth(read: (text: string) => unknown, { head, piece, tail }: Growing): number | null {
  const grown = (length: number) => `${head}${piece.repeat(Math.ceil(length / piece.length))}${tail}`;
  const least = leastWorkMs(read, grown(SHORT));
  const most = leastWorkMs(read, grown(SHORT * TIMES));
  const growth = most / Math.max(least, LEAST_MS);
  return growth > MOST_GROWTH ? growth : null;
}

/** The processor's time, which other programs on the machine do not lengthen; the least of three, as the first compiles. */
function leastWorkMs(read: (text: string) => unknown, text: string): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round += 1) {
    const before = process.cpuUsage();
    read(text);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
    if (least < LEAST_MS) break;
  }
  return least;
}

/** Texts that are known to be hard on patterns with two repetitions beside each other. */
export const HARD_TEXTS: readonly Growing[] = [
  { head: 'Ab: ', piece: ' - ', tail: '<' },
  { head: '', piece: ' ', tail: 'x' },
  { head: '', piece: '1', tail: '' },
  { head: '+', piece: '1 ', tail: '' },
  { head: '1', piece: ' )', tail: '!' },
  { head: '', piece: '415 555 2671 ', tail: '' },
  { head: '', piece: '(415) 555-2671, ', tail: 'x' },
  { head: '', piece: '800-', tail: '' },
  { head: '1-800-', piece: 'A', tail: '@' },
  { head: '1-800-A', piece: '-A', tail: '_' },
  { head: '415 555 2671 ', piece: 'ext ', tail: '1' },
  { head: 'phone=', piece: '&phone', tail: '#' },
  { head: '', piece: 'caller ', tail: 'i' },
  { head: '', piece: '\u202a', tail: '1' },
  { head: 'Tel', piece: '.:', tail: '415' },
  { head: '', piece: 'a|', tail: '1|1|BAD' },
  { head: 'ERROR: ', piece: 'a ', tail: '|' },
  { head: '', piece: 'ERROR: \n', tail: '' },
  { head: '', piece: ';ext=', tail: '1' },
  { head: '12', piece: '/12', tail: '/' },
];
