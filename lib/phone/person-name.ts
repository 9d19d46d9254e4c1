import { wordKind } from './label-words.ts';

/** The longest name with what stands between it and its number. */
const NAME_REACH = 40;
/** "Ramesh ", "Anita Rao - ", "Anita Rao (", "\u5f20\u4e09": a line that begins with a name. Capitals throughout are a code. */
const NAME_BEFORE =
  /(?:^|[\n\r|;])[^\S\n\r]*((?:\p{Lu}[\p{Ll}\p{M}'\u2019]+\.? ){0,2}\p{Lu}[\p{Ll}\p{M}]+(?: ?[-\u2013:] ?| ?\(| )|\p{Script=Han}{2,4}[ :\uff1a]?)$/u;
const LINE_ENDS_AFTER = /^\)?[^\S\n\r]*(?:$|[\n\r,;|])/u;

/** Whether nothing but a name stands before the digits in their line, and nothing behind them. */
export function isBehindName(text: string, start: number, end: number): boolean {
  if (!LINE_ENDS_AFTER.test(text.slice(end, end + NAME_REACH))) return false;
  const from = Math.max(0, start - NAME_REACH);
  const name = NAME_BEFORE.exec(text.slice(from, start));
  if (name === null || (from > 0 && name.index === 0)) return false;
  return (name[1]?.match(/[\p{L}\p{M}]+/gu) ?? []).every((word) => wordKind(word) === 'unknown');
}
