import type { PhoneMatch, Region } from '../phone/phone-number.ts';
import { parseTelLink } from '../phone/tel-link.ts';
import { labelOf } from './dom-label.ts';
import { isNumberLink, shownTextOf } from './element-sources.ts';
import { type InlineRun, pointInRun, readInlineRun } from './inline-run.ts';
import { isNoTouch } from './no-touch.ts';
import { type FoundNumber, isConnected, isSameNumber } from './number-source.ts';
import type { FindNumbers } from './page-contract.ts';

const MOST_LENIENT_LABEL = 'phone';

/** Reads numbers from single places of the page as it is now. Keeps nothing. */
export interface NumberReader {
  inRun(run: InlineRun): FoundNumber[];
  atLink(link: Element): FoundNumber | null;
  inField(field: Element): FoundNumber | null;
  /** Whether the very same number still stands in the very same place. */
  stillStands(number: FoundNumber): boolean;
}

export function createNumberReader(findNumbers: FindNumbers, regions: readonly Region[]): NumberReader {
  /** Under no label is more taken for a number than under a phone's; so the walk for the real one is seldom needed. */
  function find(text: string, element: Element): readonly PhoneMatch[] {
    const most = findNumbers(text, regions, MOST_LENIENT_LABEL);
    return most.length === 0 ? most : findNumbers(text, regions, labelOf(element));
  }

  function inRun(run: InlineRun): FoundNumber[] {
    const parent = run.nodes[0]?.parentElement ?? shadowHostOf(run.nodes[0]);
    if (!parent) return [];
    return find(run.text, parent).flatMap((match) => toFound(run, match) ?? []);
  }

  function toFound(run: InlineRun, match: PhoneMatch): FoundNumber | null {
    const start = pointInRun(run, match.start, 'start');
    const end = pointInRun(run, match.end, 'end');
    const parent = start && (start.node.parentElement ?? shadowHostOf(start.node));
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
    const parsed = parseTelLink(link.getAttribute('href') ?? '', regions);
    if (!parsed.ok || isNoTouch(link)) return null;
    const { e164, extension } = parsed.value;
    return { source: { kind: 'link', link }, e164, extension, anchor: boxOf(link) };
  }

  function inField(field: Element): FoundNumber | null {
    const text = shownTextOf(field);
    if (text === null || !(field instanceof HTMLInputElement)) return null;
    const match = find(text, field)[0];
    if (!match || isNoTouch(field)) return null;
    return { source: { kind: 'field', field }, e164: match.e164, extension: match.ext, anchor: field };
  }

  function readAgain({ source }: FoundNumber): FoundNumber[] {
    if (source.kind === 'text') return inRun(readInlineRun(source.start));
    const found = source.kind === 'link' ? atLink(source.link) : inField(source.field);
    return found === null ? [] : [found];
  }

  return {
    inRun,
    atLink,
    inField,
    stillStands(number) {
      return isConnected(number.source) && readAgain(number).some((found) => isSameNumber(found, number));
    },
  };
}

function shadowHostOf(node: Node | undefined): Element | null {
  const parent = node?.parentNode;
  return parent instanceof ShadowRoot ? parent.host : null;
}

/** The innermost element around the start of a number that is around its end, too. */
function aroundBoth(start: Element, end: Node): Element {
  let around = start;
  while (!around.contains(end) && around.parentElement !== null) around = around.parentElement;
  return around;
}

/** Elements with `display: contents` have no box to watch. */
function boxOf(element: Element): Element {
  let box = element;
  while (box.parentElement !== null && getComputedStyle(box).display === 'contents') box = box.parentElement;
  return box;
}
