import { labelKind } from '../phone/labels.ts';

/** The words that lead to a value in its own text: at most two, then a colon or the like. */
const LEADING_WORDS = /(?:^|[\s(])((?:\p{L}[\p{L}\p{M}'’-]*[ \u00a0])?\p{L}[\p{L}\p{M}'’-]*)[\s:#.=]*$/u;

/** Written by hand with any digit sign. */
const DIGIT = /\p{Nd}/gu;

/**
 * What an agent's "this is not a phone number" is remembered by: what leads to it and its shape, with # for each digit, as
 * "Order: ###-###-####". Where nothing leads to it, or what does speaks of phones, it is the very text: one wrong number
 * must not take the right ones around it along.
 *
 * @param label what the page puts to the value as its label, null for none
 * @param before the text before it on its line
 * @param text the value itself, as it is written
 */
export function exceptionPattern(label: string | null, before: string, text: string): string {
  const lead = (label ?? LEADING_WORDS.exec(before)?.[1] ?? '').replace(/[\s:#.=]+$/u, '');
  const isTelling = lead !== '' && !/\p{Nd}/u.test(lead) && labelKind(lead) !== 'phone';
  return isTelling ? `${lead}: ${text.replace(DIGIT, '#')}` : text;
}
