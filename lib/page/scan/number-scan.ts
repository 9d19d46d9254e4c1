import { mayHoldNumber } from '../../phone/may-hold-number.ts';
import type { FoundNumber } from '../numbers/number-source.ts';
import type { NumberStore } from '../numbers/number-store.ts';
import {
  type OnRootless,
  POSSIBLE_HOSTS,
  type ShadowRootOf,
  shadowRootAt,
  shadowRootsIn,
} from '../roots/shadow-roots.ts';
import { joinedEdges } from '../text/edge-texts.ts';
import { isLink, isNumberLink, isShownField } from '../text/element-sources.ts';
import { edgeText, type InlineRun, ownNodes, readInlineRun } from '../text/inline-run.ts';
import { isLongText, partAt } from '../text/long-text.ts';
import { createTextSieve, isMachineText, type SiftedText } from '../text/text-sieve.ts';
import { LONG_NEXT, type Steps } from '../timing/work-slices.ts';
import type { AloneNumbers, NumberReader } from './number-reader.ts';

/** Between two looks at the clock, each about 0.1 ms of work. */
const ELEMENTS_PER_STEP = 64;
const READS_PER_STEP = 8;

/** Links, fields and hosts together: each look through a page of 100 000 elements takes the browser 1 to 3 ms. */
const LINKS_FIELDS_AND_HOSTS = POSSIBLE_HOSTS.replace(',a,', ',').replace(',input,', ',');

const NONE: readonly FoundNumber[] = [];
const NONE_SETTLED: readonly Text[] = [];

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

  /** Gives the texts whose numbers are known then. */
  function readRun(run: InlineRun): readonly Text[] {
    const own = ownNodes(run);
    store.setInTexts(run.nodes, mayHoldNumber(run.text) ? reader.inRun(run) : NONE, own);
    return own;
  }

  /** What is read again may have held numbers that it holds no more. */
  function* readTexts(root: Node): Steps {
    const texts = document.createNodeIterator(root, NodeFilter.SHOW_TEXT);
    const sieve = createTextSieve(texts, reader.readAlone, root instanceof Element ? store.forgetText : null);
    const long: Text[] = [];
    for (let kept = sieve.next(long); kept !== null; kept = sieve.next(long)) {
      yield* readSifted(kept);
      yield;
      if (!root.isConnected) return;
    }
    for (const text of long) yield* readLong(text);
  }

  function* readSifted(kept: readonly SiftedText<AloneNumbers>[]): Steps {
    /** The texts that the last joined run has settled. */
    let settled: readonly Text[] = NONE_SETTLED;
    let reads = 0;
    for (const { node, alone } of kept) {
      if (settled.includes(node)) continue;
      const run = readInlineRun(node);
      settled = run.nodes.length > 1 ? readRun(run) : NONE_SETTLED;
      if (run.nodes.length === 1) store.setInTexts(run.nodes, alone === null ? NONE : reader.inRun(run, alone));
      if (++reads % READS_PER_STEP === 0) yield;
    }
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

  function* readElements(root: Element | Document | ShadowRoot): Steps {
    // In a page of 100 000 elements the browser takes 4 ms to look through them.
    if (root instanceof Document) yield LONG_NEXT;
    let looked = 0;
    for (const element of root.querySelectorAll(LINKS_FIELDS_AND_HOSTS)) {
      if (isLink(element)) readLink(element);
      else if (isShownField(element)) {
        store.setAt(element, reader.inField(element));
        yield;
      } else yield* readShadowRootOf(element);
      if (++looked % ELEMENTS_PER_STEP === 0) yield;
    }
  }

  function readLink(link: Element): void {
    if (isNumberLink(link)) store.setAt(link, reader.atLink(link));
  }

  function readElement(element: Element): void {
    const number = reader.atLink(element) ?? reader.inField(element);
    if (number !== null || store.isLinkOrField(element)) store.setAt(element, number);
  }

  function* readShadowRootOf(element: Element): Steps {
    const shadow = shadowRootAt(element, shadowRootOf, onRootless);
    if (shadow === null) return;
    noteRoot(shadow);
    yield* readTree(shadow);
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
    if (root instanceof Element) readElement(root);
    yield* readTexts(root);
    if (!root.isConnected) return;
    if (root instanceof Element) yield* readShadowRootOf(root);
    yield* readElements(root);
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
