import { mayHoldNumber } from '../phone/may-hold-number.ts';
import { joinedEdges } from './edge-texts.ts';
import { isNumberLink, linksIn, shownFieldsIn } from './element-sources.ts';
import { edgeText, type InlineRun, readInlineRun } from './inline-run.ts';
import { isLongText, partAt } from './long-text.ts';
import { hasNoTouchTag } from './no-touch.ts';
import type { NumberReader } from './number-reader.ts';
import type { FoundNumber } from './number-source.ts';
import type { NumberStore } from './number-store.ts';
import { type OnRootless, type ShadowRootOf, shadowRootsIn } from './shadow-roots.ts';
import { createTextGate, GOES_ON, IS_LED, IS_LONG, MAY_END, type TextGate } from './text-gate.ts';
import type { Steps } from './work-slices.ts';

/** Texts looked at between two looks at the clock: about 0.1 ms of walking. */
const TEXTS_PER_STEP = 256;
const LINKS_PER_STEP = 64;
/** Finding out where a number stands takes as long as looking at so many texts. */
const READ_AS_TEXTS = 32;
const LONG_TEXT = 500;

const NONE: readonly FoundNumber[] = [];

export interface NumberScanOptions {
  readonly document: Document;
  readonly reader: NumberReader;
  readonly store: NumberStore;
  readonly shadowRootOf: ShadowRootOf;
  /** Called once for each shadow root met, before it is scanned. */
  readonly onShadowRoot: (root: ShadowRoot) => void;
  readonly onRootless?: OnRootless;
}

export interface NumberScan {
  /** Reads the page from a node down, through shadow roots, and the texts that the node's edges join. */
  readFrom(root: Node): Steps;
  /** Reads the shadow roots that elements have got since: attaching one changes nothing that an observer sees. */
  readLateShadowRoots(root: Document | ShadowRoot): Steps;
}

export function createNumberScan(options: NumberScanOptions): NumberScan {
  const { document, reader, store, shadowRootOf, onShadowRoot, onRootless } = options;
  const known = new WeakSet<ShadowRoot>();

  function readRun(run: InlineRun): void {
    store.setInTexts(run.nodes, mayHoldNumber(run.text) ? reader.inRun(run) : NONE);
  }

  function* readTexts(root: Node): Steps {
    const gate = createTextGate();
    const texts = document.createNodeIterator(root, NodeFilter.SHOW_TEXT);
    const long: Text[] = [];
    while (readSome(texts, gate, long)) {
      yield;
      if (!root.isConnected) return;
    }
    for (const text of long) yield* readLong(text);
  }

  function* readText(text: Text): Steps {
    if (isLongText(text)) yield* isMachineText(text) ? [] : readLong(text);
    else readRun(readInlineRun(text));
  }

  /** A part in each step. */
  function* readLong(text: Text): Steps {
    const { data } = text;
    for (let from = 0; from < data.length; from = partAt(from).to) {
      const run = readInlineRun(text, from);
      const { to } = partAt(from);
      // Beyond the end may be numbers of a longer text that this was before.
      const part = { from, to: to < data.length ? to : Number.POSITIVE_INFINITY };
      store.setInPart(text, part, mayHoldNumber(run.text) ? reader.inRun(run) : NONE);
      yield;
      // The change is read by itself.
      if (!text.isConnected || text.data !== data) return;
    }
  }

  /** One step of reading, apart from its generator: engines optimize a plain loop best. False at the end of the texts. */
  function readSome(texts: NodeIterator, gate: TextGate, long: Text[]): boolean {
    let last: InlineRun | null = null;
    let waiting: Text | null = null;
    let text: Node | null = null;
    for (let left = TEXTS_PER_STEP; left > 0; left--) {
      text = texts.nextNode();
      const seen = text === null ? GOES_ON : gate.look(text);
      if (waiting !== null && ((seen & GOES_ON) !== 0 || reader.mayFind(waiting.data))) {
        last = readAround(waiting);
        left -= READ_AS_TEXTS;
      } else if (waiting !== null) {
        store.setInTexts([waiting], NONE);
      }
      waiting = null;
      if (text === null) return false;
      if (seen === IS_LONG && text instanceof Text && !isMachineText(text)) long.push(text);
      if ((seen & MAY_END) === 0 || !(text instanceof Text) || isIn(last, text) || isMachineText(text)) continue;
      // Whether digits go on in the next text is seen there: most texts are read by themselves, which needs no style.
      if ((seen & (GOES_ON | IS_LED)) === 0) waiting = text;
      else last = readAround(text);
    }
    if (waiting !== null) readAround(waiting);
    return true;
  }

  function readAround(text: Text): InlineRun {
    const run = readInlineRun(text);
    readRun(run);
    return run;
  }

  function* readElements(root: Element | Document | ShadowRoot): Steps {
    if (root instanceof Element) readElement(root);
    let looked = 0;
    for (const link of linksIn(root)) {
      if (isNumberLink(link)) store.setAt(link, reader.atLink(link));
      if (++looked % LINKS_PER_STEP === 0) yield;
    }
    yield;
    for (const field of shownFieldsIn(root)) {
      store.setAt(field, reader.inField(field));
      yield;
    }
  }

  function readElement(element: Element): void {
    const number = reader.atLink(element) ?? reader.inField(element);
    if (number !== null || store.isLinkOrField(element)) store.setAt(element, number);
  }

  function* readShadowRoots(root: Node): Steps {
    let looked = 0;
    for (const shadow of shadowRootsIn(root, shadowRootOf, onRootless)) {
      noteRoot(shadow);
      yield* readTree(shadow);
      if (++looked % TEXTS_PER_STEP === 0) yield;
    }
  }

  function noteRoot(shadow: ShadowRoot): void {
    if (known.has(shadow)) return;
    known.add(shadow);
    onShadowRoot(shadow);
  }

  function* readLateShadowRoots(root: Document | ShadowRoot): Steps {
    for (const shadow of shadowRootsIn(root, shadowRootOf, onRootless)) {
      if (known.has(shadow)) yield* readLateShadowRoots(shadow);
      else {
        noteRoot(shadow);
        yield* readTree(shadow);
      }
    }
  }

  function* readTree(root: Element | Document | ShadowRoot): Steps {
    yield* readElements(root);
    yield* readTexts(root);
    yield* readShadowRoots(root);
  }

  /** What was added or taken away may have joined the texts to its sides into one number, or parted them. */
  function readNeighbours(node: Node): void {
    for (const side of [edgeText(node.previousSibling, 'lastChild'), edgeText(node.nextSibling, 'firstChild')]) {
      if (side !== null) readRun(readInlineRun(side));
    }
    for (const edge of joinedEdges(node)) readRun(readInlineRun(edge));
  }

  function* readFrom(root: Node): Steps {
    if (!root.isConnected) return;
    readNeighbours(root);
    if (root instanceof Text) yield* readText(root);
    else if (root instanceof Element || root instanceof Document || root instanceof ShadowRoot) yield* readTree(root);
  }

  return { readFrom, readLateShadowRoots };
}

/** Programs and data in a page, which can be longer than all that it says. Asked of long texts alone: it takes a while. */
function isMachineText(text: Text): boolean {
  return text.length > LONG_TEXT && text.parentElement !== null && hasNoTouchTag(text.parentElement);
}

function isIn(run: InlineRun | null, text: Text): boolean {
  return run !== null && run.nodes.length > 1 && run.nodes.includes(text);
}
