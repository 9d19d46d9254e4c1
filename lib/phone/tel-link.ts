import { fail, type Result } from '../result.ts';
import { plainText } from './characters.ts';
import { parseDialable } from './parse-dialable.ts';
import type { DialableNumber, NumberFailure, Region } from './phone-number.ts';

/** Schemes whose path is a number. `sip` and `sips` name a user that may be one; `skype` and `whatsapp` likewise. */
export const NUMBER_SCHEMES = [
  ...['tel', 'callto', 'sip', 'sips', 'sms', 'smsto', 'skype', 'whatsapp', 'facetime', 'facetime-audio'],
] as const;
const SCHEME = new RegExp(`^\\s*(${NUMBER_SCHEMES.join('|')}):(?://)?`, 'i');
const WHATSAPP = /^\s*https?:\/\/(?:wa\.me\/|(?:api|web)\.whatsapp\.com\/send\/?\?(?:[^#]*&)?phone=)([^?&/#]+)/i;

/**
 * Whether a link is one that {@link parseTelLink} reads, without reading it: so that other links cost one test.
 */
export function isTelLink(href: string): boolean {
  return SCHEME.test(href) || WHATSAPP.test(href);
}

/**
 * Reads the number of a `tel:` (RFC 3966), `callto:`, `sip:`, `sms:` or `wa.me` link. What follows a pause is DTMF for after
 * the answer: it is never made part of the number. Service codes (`*`, `#`) are refused. Other links hold no digits.
 */
export function parseTelLink(href: string, regions: readonly Region[]): Result<DialableNumber, NumberFailure> {
  const whatsapp = WHATSAPP.exec(href)?.[1];
  // Links of WhatsApp always carry the calling code, the plus is left away.
  if (whatsapp !== undefined) return parseDialable(`+${decode(whatsapp).replace(/^\s*\+?(?:00)?/, '')}`, regions);
  const scheme = SCHEME.exec(href);
  if (!scheme) return fail({ code: 'noDigits' });
  const kind = scheme[1]?.toLowerCase() ?? '';
  const path = kind === 'whatsapp' ? whatsappPhone(href) : href.slice(scheme[0].length).replace(/[?].*$/s, '');
  const address = decode(path).trim();
  const user = kind === 'tel' ? address : address.replace(/@.*$/s, '');
  if (/^sips?$/.test(kind) && !isNumberUser(user)) return fail({ code: 'noDigits' });
  return parseSubscriber(user, regions);
}

function whatsappPhone(href: string): string {
  const phone = /[?&]phone=([^&#]*)/i.exec(href)?.[1] ?? '';
  return phone && !/^(?:\+|%2b)/i.test(phone) ? `+${phone}` : phone;
}

/** A SIP user such as `alice42` is a name. */
function isNumberUser(user: string): boolean {
  return /^[+\d\s().-]+(?:;|$)/.test(plainText(user));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The number, its parameters after `;`, and nothing of a pause (`,` `;` `p` `w`) and the digits after it. */
function parseSubscriber(user: string, regions: readonly Region[]): Result<DialableNumber, NumberFailure> {
  const [subscriber = '', ...parameters] = plainText(user).split(';');
  const number = subscriber.replace(/(\d[\s).]*)(?:,|[pw]\s*(?=[\d#*]|$)).*$/is, '$1');
  const context = parameterOf(parameters, 'phone-context');
  const extension = readExtension(parameterOf(parameters, 'ext') ?? '');
  const full = context?.startsWith('+') && !/^\s*\+/.test(number) ? `${context}${trunkless(number, context)}` : number;
  const parsed = parseDialable(full, regions);
  return parsed.ok && extension ? { ok: true, value: { ...parsed.value, extension } } : parsed;
}

/** RFC 3966 has no limit; what is longer than any switchboard's extension would be refused with the whole dial. */
const LONGEST_EXTENSION = 12;

function readExtension(written: string): string | null {
  const digits = written.replace(/\D/g, '');
  return digits === '' || digits.length > LONGEST_EXTENSION ? null : digits;
}

/** RFC 3966 wants the context to be the missing beginning; some write the whole number all the same. */
function trunkless(number: string, context: string): string {
  const digits = number.replace(/\D/g, '');
  const prefix = context.slice(1).replace(/\D/g, '');
  return prefix.length > 1 && digits.startsWith(prefix) && digits.length > 10 ? digits.slice(prefix.length) : number;
}

function parameterOf(parameters: readonly string[], name: string): string | undefined {
  const found = parameters.find((parameter) => parameter.trim().toLowerCase().startsWith(`${name}=`));
  return found?.slice(found.indexOf('=') + 1).trim();
}
