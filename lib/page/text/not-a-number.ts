import { labelKind } from '../../phone/labels.ts';

/** The words that lead to a value in its own text: at most two, then a colon or the like. */
const LEADING_WORDS = /(?:^|[\s(])((?:\p{L}[\p{L}\p{M}'’-]*[ \u00a0])?\p{L}[\p{L}\p{M}'’-]*)[\s:#.=]*$/u;

/** As everywhere on a page, in any script: the pattern of ٤١٥ is that of 415. */
const DIGIT = /\p{Nd}/gu;

/** A label is a word or a few. What is longer is prose, which is not written twice. */
const LONGEST_LEAD = 60;

/**
 * What an agent's "this is not a phone number" is remembered by: what leads to it and its shape, with # for each digit, as
 * "Order: ###-###-####". Where nothing leads to it, or what does is prose or speaks of phones, it is the very
 * text: one wrong number must not take the right ones around it along.
 *
 * @param label what the page puts to the value as its label, null for none
 * @param before the text before it on its line
 * @param text the value itself, as it is written
 */
export function notNumberPattern(label: string | null, before: string, text: string): string {
  const lead = (label ?? LEADING_WORDS.exec(before)?.[1] ?? '').replace(/[\s:#.=]+$/u, '');
  const isLabel = lead !== '' && lead.length <= LONGEST_LEAD;
  const isTelling = isLabel && !/\p{Nd}/u.test(lead) && labelKind(lead) !== 'phone';
  return isTelling ? `${lead}: ${text.replace(DIGIT, '#')}` : text;
}
