import type { E164 } from '../../phone/phone-number.ts';

/** Where in the page a number stands. Never more than a reference: nothing of the page is held in a changed form. */
export type NumberSource =
  | {
      readonly kind: 'text';
      readonly start: Text;
      readonly startOffset: number;
      readonly end: Text;
      readonly endOffset: number;
    }
  | { readonly kind: 'link'; readonly link: Element }
  | { readonly kind: 'field'; readonly field: HTMLInputElement };

/** A number found in the page. The object is the number's identity as long as the page keeps it unchanged. */
export interface FoundNumber {
  readonly source: NumberSource;
  readonly e164: E164;
  readonly extension: string | null;
  /** The nearest element with a box of its own, by which visibility is watched. */
  readonly anchor: Element;
}

/** The node at which the number stands. */
export function nodeOf(source: NumberSource): Text | Element {
  switch (source.kind) {
    case 'text':
      return source.start;
    case 'link':
      return source.link;
    case 'field':
      return source.field;
  }
}

/** What a text of the page writes for the number; null in a link or a field, and where the text has changed since. */
export function writtenText(source: NumberSource): string | null {
  if (source.kind !== 'text' || !isConnected(source)) return null;
  const { start, startOffset, end, endOffset } = source;
  if (startOffset > start.length || endOffset > end.length) return null;
  const range = start.ownerDocument.createRange();
  range.setStart(start, startOffset);
  range.setEnd(end, endOffset);
  return range.toString();
}

/** Whether all of the number is still part of the page. */
export function isConnected(source: NumberSource): boolean {
  return nodeOf(source).isConnected && (source.kind !== 'text' || source.end.isConnected);
}

export function isSameNumber(one: FoundNumber, other: FoundNumber): boolean {
  return one.e164 === other.e164 && one.extension === other.extension && isSameSource(one.source, other.source);
}

function isSameSource(one: NumberSource, other: NumberSource): boolean {
  if (one.kind !== 'text' || other.kind !== 'text') return nodeOf(one) === nodeOf(other);
  return (
    one.start === other.start &&
    one.startOffset === other.startOffset &&
    one.end === other.end &&
    one.endOffset === other.endOffset
  );
}
