import assert from 'node:assert/strict';
import fc from 'fast-check';
import { asciiDigits } from '../../lib/phone/characters.ts';
import { findNumbers } from '../../lib/phone/find-numbers.ts';
import { dialableE164, parseDialable } from '../../lib/phone/parse-dialable.ts';
import type { DialableNumber, PhoneMatch, Region } from '../../lib/phone/phone-number.ts';
import { isTelLink, parseTelLink } from '../../lib/phone/tel-link.ts';
import { keypadDigit } from '../../lib/phone/vanity.ts';
import { type FuzzTarget, fuzzTarget } from './fuzz-target.ts';
import { applyEdits, editsWith, hostileMark, hostileText } from './hostile-text.ts';
import { textWithNumbers, word, writtenNumber } from './written-numbers.ts';

/** Any two capitals pass the parser of settings, so that regions nobody knows come this far. */
const region = fc.constantFrom(
  ...['US', 'GB', 'DE', 'FR', 'IT', 'AR', 'MX', 'BR', 'JP', 'CN', 'IN', 'RU', 'NG', 'AU', 'SG', 'IS', 'AE', 'KZ', 'CA'],
  ...['ZZ', 'XX', 'AC'],
) as fc.Arbitrary<Region>;
const regions = fc.oneof(fc.constant([]), fc.array(region, { maxLength: 3 }), fc.array(region, { maxLength: 20 }));

const text = fc
  .record({ text: textWithNumbers, edits: editsWith(fc.oneof(writtenNumber, word, hostileMark)) })
  .map(({ text: whole, edits }) => applyEdits(whole, edits));

/** What the dialer is told: ASCII digits, no more than E.164 has, and the same number whichever way it is put. */
function assertDialable({ e164, callingCode, nationalNumber, extension }: DialableNumber): void {
  assert.match(e164, /^\+[1-9][0-9]{6,14}$/);
  assert.match(callingCode, /^[1-9][0-9]{0,2}$/);
  assert.equal(e164, `+${callingCode}${nationalNumber}`);
  // So many digits a message of a page may carry.
  if (extension !== null) assert.match(extension, /^[0-9]{1,12}$/);
}

function assertMatches(whole: string, matches: readonly PhoneMatch[]): void {
  let from = 0;
  for (const { start, end, raw, e164, ext } of matches) {
    assert.ok(start >= from && end > start && end <= whole.length, `${start} to ${end} of ${whole.length}`);
    assert.equal(raw, whole.slice(start, end));
    const dialable = dialableE164(e164);
    assert.ok(dialable, `${e164} is found and cannot be dialled`);
    assertDialable({ ...dialable, extension: ext });
    from = end;
  }
}

/** Those before may be a calling code that is not written, or a digit that Argentina's mobiles have from abroad only. */
const LOCAL_DIGITS = 6;

/** What is dialled is what is marked: no digit comes from elsewhere in the text, and none has changed its place. */
function assertSameDigits({ raw, e164, ext, reason }: PhoneMatch, read: readonly Region[]): void {
  const digits = asciiDigits(reason === 'vanity' ? raw.replace(/[a-z]/gi, keypadDigit) : raw);
  const local = dialableE164(e164)!.nationalNumber.slice(-LOCAL_DIGITS);
  // Prefixes that are not dialled, such as (0), may stand between. The other end of a range, "/72", is marked alone.
  const inOrder = new RegExp([...local].join('[0-9]*'));
  const isIn = digits.length < LOCAL_DIGITS ? e164.endsWith(digits) : inOrder.test(digits);
  assert.ok(isIn, `${e164} is not in ${JSON.stringify(raw)}`);
  if (ext !== null) assert.ok(digits.includes(ext), `extension ${ext} is not in ${JSON.stringify(raw)}`);
  if (!/^\p{Ps}*[+\uff0b]/u.test(raw)) return;
  // With its calling code it needs nothing of the text around it.
  const again = findNumbers(raw, read, 'Phone').map((match) => [match.raw, match.e164, match.ext]);
  assert.deepEqual(again, [[raw, e164, ext]]);
}

const searched = fc.record({
  text,
  regions,
  label: fc.oneof(fc.constant(null), word, hostileText),
  leniency: fc.constantFrom('written' as const, 'strictGrouping' as const, 'exactGrouping' as const),
});

/** A link of a page, escaped or not. */
const link = fc
  .record({
    scheme: fc.constantFrom(
      ...['tel:', 'TEL://', ' callto:', 'sip:', 'sips:', 'sms:', 'skype:', 'facetime-audio:', 'whatsapp://send?phone='],
      ...['https://wa.me/', 'https://api.whatsapp.com/send?text=%F0&phone=', 'https://', 'javascript:', ''],
    ),
    number: fc.oneof(writtenNumber, text),
    tail: fc.array(
      fc.oneof(
        fc.constantFrom(
          ';ext=',
          ';isub=1',
          ';phone-context=+',
          ';phone-context=example.com',
          ',,204#',
          'p123',
          'w',
          '?call',
        ),
        fc.constantFrom('@10.0.0.1', '*21*', '#', '1234567890123', '%', '%E0%A4%A', '&phone=', '/', ';'),
        writtenNumber,
        hostileMark,
      ),
      { maxLength: 5 },
    ),
    isEscaped: fc.boolean(),
  })
  .map(({ scheme, number, tail, isEscaped }) => {
    const rest = `${number}${tail.join('')}`;
    return scheme + (isEscaped ? encodeURIComponent(rest.replace(/\p{Cs}/gu, '')) : rest);
  });

export const NUMBER_TARGETS: readonly FuzzTarget[] = [
  fuzzTarget('numbers of a text', 1500, searched, ({ text: whole, regions: read, label, leniency }) => {
    assertMatches(whole, findNumbers(whole, read, label, leniency));
  }),
  fuzzTarget('numbers found again in what was marked', 1000, searched, ({ text: whole, regions: read, label }) => {
    for (const match of findNumbers(whole, read, label)) assertSameDigits(match, read);
  }),
  fuzzTarget('numbers typed or selected', 1500, fc.tuple(fc.oneof(writtenNumber, text), regions), ([typed, read]) => {
    const parsed = parseDialable(typed, read);
    if (!parsed.ok) return;
    assertDialable(parsed.value);
    assert.equal(dialableE164(parsed.value.e164)?.e164, parsed.value.e164);
  }),
  fuzzTarget('links that dial', 1500, fc.tuple(link, regions), ([href, read]) => {
    const parsed = parseTelLink(href, read);
    if (!parsed.ok) return;
    assert.ok(isTelLink(href));
    assertDialable(parsed.value);
  }),
];
