import { labelBefore } from './labels.ts';

/** Letters before the first dash of a code; longer words are words. */
const MOST_LETTERS = 8;
const DASH = 45;

/** The last code's letters with the dash, and whether they say phone: the codes of a column begin alike. */
const last = { lead: '', isPhone: false };

/**
 * Whether a text is nothing but a code, "SO-2026-000017" or "INV-4471": letters, a dash, digits and dashes, the commonest column of
 * digits next to dates. The search would say so too, twenty times as slowly: a dash after letters refuses what follows, unless they
 * say phone.
 */
export function isCode(text: string): boolean {
  let dash = 0;
  while (dash <= MOST_LETTERS && isLetter(text.charCodeAt(dash))) dash++;
  if (dash === 0 || dash > MOST_LETTERS || text.charCodeAt(dash) !== DASH) return false;
  if (!isDigit(text.charCodeAt(dash + 1))) return false;
  for (let at = dash + 2; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (!isDigit(sign) && sign !== DASH) return false;
  }
  return !isPhoneLead(text, dash + 1);
}

function isPhoneLead(text: string, end: number): boolean {
  if (end !== last.lead.length || !text.startsWith(last.lead)) {
    last.lead = text.slice(0, end);
    last.isPhone = labelBefore(text, 0, end) === 'phone';
  }
  return last.isPhone;
}

function isLetter(sign: number): boolean {
  return (sign >= 65 && sign <= 90) || (sign >= 97 && sign <= 122);
}

function isDigit(sign: number): boolean {
  return sign >= 48 && sign <= 57;
}
