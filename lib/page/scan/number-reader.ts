import { isCode } from '../../phone/code-text.ts';
import { labelKind } from '../../phone/labels.ts';
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

/** The numbers that a text holds where nothing beside it speaks of numbers. */
export interface AloneNumbers {
  readonly text: string;
  readonly matches: readonly PhoneMatch[];
}

/** Reads numbers from single places of the page as it is now. Keeps nothing. */
export interface NumberReader {
  /** The numbers of a text alone; null where none may start in it, whatever stands beside it. */
  readAlone(text: string): AloneNumbers | null;
  /** `alone` is what {@link NumberReader.readAlone} says of the run's text, where it has been asked. */
  inRun(run: InlineRun, alone?: AloneNumbers | null): FoundNumber[];
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

  let isLabelAsked = false;

  function noLabel(): null {
    isLabelAsked = true;
    return null;
  }

  /** Under no label is more taken for a number than under a phone's; so the walk for the real one is seldom needed. */
  function matchesAlone(text: string): readonly PhoneMatch[] | null {
    isLabelAsked = false;
    const matches = findNumbers(text, regions, noLabel);
    if (matches.length > 0 || !isLabelAsked) return matches.length > 0 ? matches : null;
    return findNumbers(text, regions, MOST_LENIENT_LABEL).length > 0 ? matches : null;
  }

  function readAlone(text: string): AloneNumbers | null {
    // The commonest texts that come by here: they are not even looked through for blanks.
    if (isCode(text)) return null;
    const matches = matchesAlone(text);
    if (matches !== null) return { text, matches };
    const shown = hasBlank(text) ? blanksAsShown(text) : text;
    const ofShown = shown === text ? null : matchesAlone(shown);
    return ofShown === null ? null : { text: shown, matches: ofShown };
  }

  /** `alone` spares a second search where the words beside the text say no more than none would. */
  function find(text: string, element: Element, alone?: AloneNumbers): readonly PhoneMatch[] {
    const label = labelOf(element, onAsked);
    const isAsAlone = alone?.text === text && (label === null || labelKind(label) === 'none');
    const found = isAsAlone ? alone.matches : findNumbers(text, regions, label);
    if (refused.size === 0) return found;
    return found.filter((match) => !refused.has(patternAt(label, text, match)));
  }

  function patternAt(label: string | null, text: string, { start, end }: PhoneMatch): string {
    const written = (from: number, to: number) => text.slice(from, to).replaceAll('\u200b', '');
    return notNumberPattern(label, written(0, start), written(start, end));
  }

  function inRun(run: InlineRun, alone = readAlone(run.text)): FoundNumber[] {
    const parent = alone !== null && run.nodes[0] ? elementAround(run.nodes[0]) : null;
    if (alone === null || parent === null) return [];
    const numbers: FoundNumber[] = [];
    for (const match of find(run.text, parent, alone)) {
      const isOwn = run.own === undefined || isInPart(run.own, match.start);
      const number = isOwn ? toFound(run, match) : null;
      if (number !== null) numbers.push(number);
    }
    return numbers;
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
    const alone = text === null ? null : readAlone(text);
    if (text === null || alone === null || !(field instanceof HTMLInputElement)) return null;
    const match = find(text, field, alone)[0];
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
    readAlone,
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
