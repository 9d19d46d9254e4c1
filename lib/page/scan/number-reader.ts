import type { PhoneMatch, Region } from '../../phone/phone-number.ts';
import { parseTelLink } from '../../phone/tel-link.ts';
import { type FoundNumber, isConnected, isSameNumber, type NumberSource } from '../numbers/number-source.ts';
import type { FindNumbers } from '../page-contract.ts';
import { elementAround } from '../roots/flat-tree.ts';
import { labelOf, type OnAsked } from '../text/dom-label.ts';
import { addressOf, isNumberLink, shownTextOf } from '../text/element-sources.ts';
import { blanksAsShown, type InlineRun, pointInRun, readInlineRun, type TextPoint } from '../text/inline-run.ts';
import { isInPart } from '../text/long-text.ts';
import { isNoTouch } from '../text/no-touch.ts';
import { notNumberPattern } from '../text/not-a-number.ts';

const MOST_LENIENT_LABEL = 'phone';

/** Reads numbers from single places of the page as it is now. Keeps nothing. */
export interface NumberReader {
  /** Whether a number may start in a text, whatever stands around it. */
  mayFind(text: string): boolean;
  /** `mayHold` tells that a number may start in the run's text, where {@link NumberReader.mayFind} has been asked. */
  inRun(run: InlineRun, mayHold?: boolean): FoundNumber[];
  atLink(link: Element): FoundNumber | null;
  inField(field: Element): FoundNumber | null;
  /** What this number is known by when the agent says that it is none; null when it no longer stands there. */
  patternOf(number: FoundNumber): string | null;
  /** Whether the very same number still stands in the very same place. */
  stillStands(number: FoundNumber): boolean;
}

/**
 * `notNumbers` are patterns that the agent said are no phone numbers; `onAsked` hears what was asked for a label;
 * `isAttended` tells the field that the person is at, the one that is read although it is edited.
 */
export function createNumberReader(
  findNumbers: FindNumbers,
  regions: readonly Region[],
  notNumbers: readonly string[] = [],
  onAsked?: OnAsked,
  isAttended?: (field: HTMLInputElement) => boolean,
): NumberReader {
  const refused = new Set(notNumbers);

  /** Under no label is more taken for a number than under a phone's; so the walk for the real one is seldom needed. */
  function mayFind(text: string): boolean {
    if (findNumbers(text, regions, MOST_LENIENT_LABEL).length > 0) return true;
    if (!hasBlank(text)) return false;
    const shown = blanksAsShown(text);
    return shown !== text && findNumbers(shown, regions, MOST_LENIENT_LABEL).length > 0;
  }

  function find(text: string, element: Element): readonly PhoneMatch[] {
    const label = labelOf(element, onAsked);
    const found = findNumbers(text, regions, label);
    if (refused.size === 0) return found;
    return found.filter((match) => !refused.has(patternAt(label, text, match)));
  }

  function patternAt(label: string | null, text: string, { start, end }: PhoneMatch): string {
    const written = (from: number, to: number) => text.slice(from, to).replaceAll('\u200b', '');
    return notNumberPattern(label, written(0, start), written(start, end));
  }

  function inRun(run: InlineRun, mayHold = mayFind(run.text)): FoundNumber[] {
    const parent = mayHold && run.nodes[0] ? elementAround(run.nodes[0]) : null;
    if (!parent) return [];
    const own = find(run.text, parent).filter(({ start }) => run.own === undefined || isInPart(run.own, start));
    return own.flatMap((match) => toFound(run, match) ?? []);
  }

  function toFound(run: InlineRun, match: PhoneMatch): FoundNumber | null {
    const start = pointInRun(run, match.start, 'start');
    const end = pointInRun(run, match.end, 'end');
    const parent = start && elementAround(start.node);
    if (!start || !end || !parent || isNoTouch(parent) || isInNumberLink(parent)) return null;
    return {
      source: { kind: 'text', start: start.node, startOffset: start.offset, end: end.node, endOffset: end.offset },
      e164: match.e164,
      extension: match.ext,
      anchor: boxOf(aroundBoth(parent, end.node)),
    };
  }

  function isInNumberLink(element: Element): boolean {
    const link = element.closest('a[href]');
    return link !== null && atLink(link) !== null;
  }

  function atLink(link: Element): FoundNumber | null {
    if (!isNumberLink(link)) return null;
    const parsed = parseTelLink(addressOf(link), regions);
    if (!parsed.ok || isNoTouch(link)) return null;
    const { e164, extension } = parsed.value;
    if (refused.has(e164)) return null;
    return { source: { kind: 'link', link }, e164, extension, anchor: boxOf(link) };
  }

  function inField(field: Element): FoundNumber | null {
    const text = shownTextOf(field, isAttended);
    if (text === null || !(field instanceof HTMLInputElement) || !mayFind(text)) return null;
    const match = find(text, field)[0];
    if (!match || isNoTouch(field)) return null;
    return { source: { kind: 'field', field }, e164: match.e164, extension: match.ext, anchor: field };
  }

  function readAgain({ source }: FoundNumber): FoundNumber[] {
    if (source.kind === 'text') return inRun(readInlineRun(source.start, source.startOffset));
    const found = source.kind === 'link' ? atLink(source.link) : inField(source.field);
    return found === null ? [] : [found];
  }

  function patternOf({ source, e164 }: FoundNumber): string | null {
    if (source.kind === 'link') return e164;
    if (source.kind === 'field')
      return patternIn(shownTextOf(source.field, isAttended) ?? '', source.field, () => true);
    const run = readInlineRun(source.start, source.startOffset);
    const parent = elementAround(source.start);
    return parent && patternIn(run.text, parent, ({ start }) => isAt(pointInRun(run, start, 'start'), source));
  }

  function patternIn(text: string, element: Element, isIt: (match: PhoneMatch) => boolean): string | null {
    const match = find(text, element).find(isIt);
    return match ? patternAt(labelOf(element), text, match) : null;
  }

  return {
    mayFind,
    inRun,
    patternOf,
    atLink,
    inField,
    stillStands(number) {
      return isConnected(number.source) && readAgain(number).some((found) => isSameNumber(found, number));
    },
  };
}

const BLANK = 32;

/** A loop beats every pattern in what most texts that come by here are: a short code. */
function hasBlank(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) <= BLANK) return true;
  return false;
}

function isAt(point: TextPoint | null, source: Extract<NumberSource, { kind: 'text' }>): boolean {
  return point !== null && point.node === source.start && point.offset === source.startOffset;
}

/** The innermost element around the start of a number that is around its end, too. */
function aroundBoth(start: Element, end: Node): Element {
  let around = start;
  while (!around.contains(end) && around.parentElement !== null) around = around.parentElement;
  return around;
}

/** Elements with `display: contents` have no box to watch. */
function boxOf(element: Element): Element {
  // Asked first, because it makes no object of all styles.
  if (element.checkVisibility()) return element;
  let box = element;
  while (box.parentElement !== null && getComputedStyle(box).display === 'contents') box = box.parentElement;
  return box;
}
