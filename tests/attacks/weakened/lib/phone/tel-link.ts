import { asciiDigits } from '../../../../../lib/phone/characters.ts';
import { parseDialable } from '../../../../../lib/phone/parse-dialable.ts';
import type { parseTelLink as parseStrong } from '../../../../../lib/phone/tel-link.ts';

export * from '../../../../../lib/phone/tel-link.ts';

/** Dials all digits of a link: service codes, and what is meant as tones after the answer. */
export const parseTelLink: typeof parseStrong = (href) => {
  const [number = '', ...rest] = href.split(/;phone-context=/);
  return parseDialable(`+${asciiDigits(rest.join('') + number)}`, []);
};
