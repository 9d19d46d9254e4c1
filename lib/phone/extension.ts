import { asciiDigits } from './characters.ts';

/** Decimal digits that occur in extensions: ASCII, full width, Arabic. */
const DIGITS = '[0-9\uff10-\uff19\u0660-\u0669\u06f0-\u06f9]';
const GAP = '[ \\u00a0\\u2009\\u202f\\u3000]{0,3}';

/**
 * Words for an extension: English, Spanish (interno, anexo), Portuguese (ramal), French (poste), German (Durchwahl,
 * Nebenstelle), Dutch (toestel), Polish (wewnętrzny), Czech (linka, klapka), Russian (доб, внутр), Swedish (anknytning),
 * Turkish (dahili), Hungarian (mellék), Austrian (Klappe), Finnish (alanumero), Ukrainian (дод), Greek (εσωτ), Thai (ต่อ),
 * Korean (내선, 교환), Chinese and Japanese (分机, 转, 分機, 轉, 內線, 内線). Danish (lok.) and Portuguese (ram.) with their point alone:
 * "Ram 1500" is a car, "RAM 16" a memory, "Lok 218" an engine.
 */
const WORDS =
  'ext(?:ensi[o\u00f3\u00f5]n|ens\u00e3o|n)?|ex|xtn?|int(?:erno|erne)?|anexo|ramal|poste|durchwahl|dw|nebenstelle|nst|toestel|tst|wewn?|' +
  'linka|klapka|kl|anknytning|ankn|dahili|mell[e\u00e9]k|lokal|loc(?:al)?|klappe|app(?:arat)?|' +
  'alanumero|alanro|lok(?=[.:])|ram(?=\\.)|вн|дод|εσωτ|ต่อ|שלוחה|تحويلة|داخلي|내선|교환|分機|转|轉|\u0434\u043e\u0431(?:\u0430\u0432\u043e\u0447\u043d\u044b\u0439)?|\u0432\u043d\u0443\u0442\u0440?|\u5206\u673a|\u5167\u7dda|\u5185\u7dda|\uff45\uff58\uff54';

const AFTER_NUMBER = new RegExp(
  `(?:;ext=|${GAP}(?:[,;]|[-\u2013/](?=${GAP}(?:ext|dw|durchw|int|kl|dahili|mell|доб|wewn|ramal|nst)))?${GAP}([(\\[\uff08])?${GAP}(?:(?:${WORDS})${GAP}[.:\uff1a-]?${GAP}(?:#|no\\.?|nr\\.?)?${GAP}|(?:[x\uff58]\\.?|[#~\uff5e])${GAP}))(${DIGITS}{1,7})(?![0-9A-Za-z\u00c0-\u024f\uff10-\uff19])`,
  'iy',
);

/** A `#` introduces ticket numbers as well, and those are longer than extensions. */
const LONGEST_AFTER_HASH = 5;

export interface Extension {
  readonly digits: string;
  /** Offset after the extension and the bracket that closes it. */
  readonly end: number;
}

/** "1234567/12 mellék", as Hungarians write it: a slash, and the word behind the digits. One with digits behind it names those. */
const BEFORE_WORD = new RegExp(
  `${GAP}/${GAP}(${DIGITS}{1,5})${GAP}(?:mell(?:[e\u00e9]k)?|dahili|klapka|linka|ramal|interno|anexo|poste|toestel|durchwahl|ext(?:ension)?)(?![\\p{L}])\\.?(?!${GAP}[.:]?${GAP}${DIGITS})`,
  'iuy',
);

/** The extension written right after a number that ends at `end`; null when there is none. */
export function extensionAt(text: string, end: number): Extension | null {
  if (end >= text.length) return null;
  BEFORE_WORD.lastIndex = end;
  const named = BEFORE_WORD.exec(text);
  if (named) return { digits: asciiDigits(named[1] ?? ''), end: end + named[0].length };
  AFTER_NUMBER.lastIndex = end;
  const match = AFTER_NUMBER.exec(text);
  const written = match?.[2];
  if (!match || written === undefined) return null;
  const digits = asciiDigits(written);
  if (digits.length > LONGEST_AFTER_HASH && /^[\s,;(]*#/.test(match[0])) return null;
  const after = end + match[0].length;
  const closed = match[1] !== undefined && ')]\uff09'.includes(text[after] ?? ' ');
  return { digits, end: closed ? after + 1 : after };
}

const ONLY = new RegExp(`^[\\s,;(]*(?:${WORDS}|x|#)${GAP}[.:]?${GAP}#?${GAP}${DIGITS}{1,7}[\\s).]*$`, 'i');

/** Whether a text is an extension with no number before it, for example "ext 123". */
export function isOnlyExtension(text: string): boolean {
  return ONLY.test(text);
}
