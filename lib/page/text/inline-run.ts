import { elementAround } from '../roots/flat-tree.ts';
import { isInPart, isLongText, partAt, type TextPart } from './long-text.ts';
import { hasDigit } from './text-gate.ts';

/** Text that a reader sees as one line of words, joined from neighbouring text nodes. */
export interface InlineRun {
  readonly text: string;
  readonly nodes: readonly Text[];
  /** Offset in `text` at which each of `nodes` starts. */
  readonly starts: readonly number[];
  /** Where numbers start of which this run decides; of others it may show too little, and the run around them decides. */
  readonly own?: TextPart;
}

/** A place in a text node, as ranges want it. */
export interface TextPoint {
  readonly node: Text;
  readonly offset: number;
}

/** How far a run is followed to each side. */
const REACH_NODES = 48;
const REACH_CHARACTERS = 600;
/** Enough for a number and the words around it, in the worst markup: what is nearer to where a run was cut off is another's. */
const MARGIN_NODES = 24;
const MARGIN_CHARACTERS = 200;

/** Breaks whatever its style: a picture or a field stands between, or the browser starts a new line. */
const ALWAYS_BREAKS: ReadonlySet<string> = new Set([
  // A footnote's figure is no digit of the number before it.
  ...['sup', 'sub'],
  ...['td', 'th', 'br', 'hr', 'img', 'picture', 'video', 'audio', 'canvas', 'svg', 'iframe', 'object', 'embed', 'slot'],
  ...['input', 'button', 'textarea', 'select', 'script', 'style', 'code', 'kbd', 'samp'],
]);

/**
 * The run that a text node is part of: joined across inline elements, comments and `wbr`, ended by a cell, a block,
 * a line break, a picture or a field, or where another link follows upon a link. What is not displayed is left out. Reads
 * computed style, so it is for text that has passed the digit gate. Of a long text it is the part with the offset, joined
 * with nothing.
 */
export function readInlineRun(node: Text, offset = 0): InlineRun {
  if (isLongText(node)) return readPart(node, offset);
  if (isAloneInCell(node)) return { text: asShown(node.data, node), nodes: [node], starts: [0] };
  const before = follow(node, stepBack, linkOf(node));
  const lead = isBlank(node) ? before.texts.find((text) => !isBlank(text)) : node;
  const after = follow(node, stepForward, lead ? linkOf(lead) : null);
  const nodes = [...[...before.texts].reverse(), node, ...after.texts];
  const starts: number[] = [];
  let text = '';
  for (const part of nodes) {
    starts.push(text.length);
    text += part.data;
  }
  const run = { text: asShown(text, node), nodes, starts };
  return before.isCut || after.isCut ? { ...run, own: ownPart(run, before, after) } : run;
}

function ownPart({ text, starts }: InlineRun, before: Followed, after: Followed): TextPart {
  const node = before.texts.length;
  const first = before.isCut ? starts.findIndex((start, at) => at === node || isClear(at, start)) : 0;
  const last = after.isCut
    ? starts.findLastIndex((_, at) => at === node || isClear(starts.length - 1 - at, text.length - endAt(at)))
    : starts.length - 1;
  return { from: starts[first] ?? 0, to: endAt(last) };

  function endAt(index: number): number {
    return starts[index + 1] ?? text.length;
  }
}

function isClear(nodes: number, characters: number): boolean {
  return nodes >= MARGIN_NODES || characters >= MARGIN_CHARACTERS;
}

/** The texts of a run in which the numbers start that it decides of. */
export function ownNodes({ nodes, starts, own }: InlineRun): readonly Text[] {
  return own === undefined || nodes.length === 1 ? nodes : nodes.filter((_, at) => isInPart(own, starts[at] ?? 0));
}

function readPart(node: Text, offset: number): InlineRun {
  const { from, to, readFrom, readTo } = partAt(offset);
  const text = asShown(node.data.slice(readFrom, readTo), node);
  return { text, nodes: [node], starts: [-readFrom], own: { from: from - readFrom, to: to - readFrom } };
}

/** Line ends, tabs and blanks in a row, which a page shows as one blank unless its style says otherwise. */
const LOOSE_BLANKS = /[\t\n\f\r]|[ \t\n\f\r]{2}/;
const BLANKS = /[ \t\n\f\r]+/g;

/**
 * The text with each run of blanks as the one that is shown. The others are replaced by signs of no width, so that every
 * offset stays what it was.
 */
export function blanksAsShown(text: string): string {
  return LOOSE_BLANKS.test(text) ? text.replace(BLANKS, (run) => ` ${'\u200b'.repeat(run.length - 1)}`) : text;
}

function asShown(text: string, node: Text): string {
  if (!LOOSE_BLANKS.test(text)) return text;
  const parent = elementAround(node);
  const isAsWritten = parent !== null && /^(?:pre|break-spaces)/.test(getComputedStyle(parent).whiteSpace);
  return isAsWritten ? text : blanksAsShown(text);
}

/** The text node and offset of a place in the run; the end of a node is preferred to the start of the next. */
export function pointInRun(run: InlineRun, offset: number, side: 'start' | 'end'): TextPoint | null {
  for (let index = run.nodes.length - 1; index >= 0; index--) {
    const start = run.starts[index] ?? 0;
    const node = run.nodes[index];
    if (node && (side === 'start' ? offset >= start : offset > start)) return { node, offset: offset - start };
  }
  return null;
}

/** The commonest case in tables, and the one that must not cost a style. */
function isAloneInCell(node: Text): boolean {
  if (node.previousSibling !== null || node.nextSibling !== null) return false;
  const name = node.parentElement?.localName;
  return name === 'td' || name === 'th';
}

type Step = (node: Node) => Node | null;
const stepForward: Step = (node) => step(node, 'nextSibling', 'firstChild');
const stepBack: Step = (node) => step(node, 'previousSibling', 'lastChild');

interface Followed {
  /** The nearest first. */
  readonly texts: readonly Text[];
  /** Whether the run may go on. */
  readonly isCut: boolean;
}

/** `startLink` is the link that the last words before were in, null for none. */
function follow(start: Text, next: Step, startLink: Element | null): Followed {
  const texts: Text[] = [];
  let characters = 0;
  let lastLink = startLink;
  for (let node = next(start); node !== null; node = next(node)) {
    if (!(node instanceof Text)) continue;
    if (isLongText(node)) break;
    if (!isBlank(node)) {
      const link = linkOf(node);
      // Two links side by side are two things, whatever little room is between them.
      if (link !== null && lastLink !== null && link !== lastLink)
        return { texts: next === stepBack ? withoutBlanks(texts) : texts, isCut: false };
      lastLink = link;
    }
    texts.push(node);
    characters += node.length;
    if (texts.length === REACH_NODES || characters > REACH_CHARACTERS) return { texts, isCut: true };
  }
  return { texts, isCut: false };
}

/** The blanks between two links are part of the first one's run. */
function withoutBlanks(found: readonly Text[]): Text[] {
  return found.slice(0, found.findLastIndex((text) => !isBlank(text)) + 1);
}

function linkOf(text: Text): Element | null {
  return text.parentElement?.closest('a[href]') ?? null;
}

function isBlank(text: Text): boolean {
  return text.data.trim() === '';
}

/** The next leaf of the same run: a text, a comment, an inline element that is empty or not shown; null where the run ends. */
function step(node: Node, sibling: 'nextSibling' | 'previousSibling', child: 'firstChild' | 'lastChild'): Node | null {
  let from: Node = node;
  while (from[sibling] === null) {
    const parent = from.parentNode;
    if (!(parent instanceof Element) || joining(parent) !== 'joined') return null;
    from = parent;
  }
  let leaf: Node | null = from[sibling];
  while (leaf instanceof Element) {
    const way = joining(leaf);
    if (way === 'apart') return null;
    if (way === 'unseen') break;
    const inner: Node | null = leaf[child];
    if (inner === null) break;
    leaf = inner;
  }
  return leaf;
}

/** `unseen`: it takes no room, so what stands before and after it is seen as one. */
type Joining = 'joined' | 'apart' | 'unseen';

function joining(element: Element): Joining {
  if (element.localName === 'wbr') return 'joined';
  if (ALWAYS_BREAKS.has(element.localName)) return 'apart';
  const { display, visibility, opacity } = getComputedStyle(element);
  if (display === 'none') return 'unseen';
  if ((display !== 'inline' && display !== 'contents') || opacity === '0') return 'apart';
  return visibility === 'visible' || isInvisibleToo(element.parentElement) ? 'joined' : 'apart';
}

/** Words that only leave room for themselves part what is seen; where all is invisible, they do not. */
function isInvisibleToo(parent: Element | null): boolean {
  return parent !== null && getComputedStyle(parent).visibility !== 'visible';
}

/** The text at the near edge of a neighbour, when it may be part of a number. */
export function edgeText(neighbour: Node | null, child: 'firstChild' | 'lastChild'): Text | null {
  let edge = neighbour;
  while (edge instanceof Element && edge[child] !== null) edge = edge[child];
  return edge instanceof Text && !isLongText(edge) && hasDigit(edge.data) ? edge : null;
}
