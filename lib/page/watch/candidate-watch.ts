import { mayHoldNumber } from '../../phone/may-hold-number.ts';
import { createLateRoots } from '../roots/late-roots.ts';
import { openShadowRootOf, type ShadowRootOf, shadowRootsIn } from '../roots/shadow-roots.ts';
import { joinedEdges } from '../text/edge-texts.ts';
import { isNumberLink, isTextField, linksIn, shownFieldsIn, shownTextOf } from '../text/element-sources.ts';
import { edgeText, readInlineRun } from '../text/inline-run.ts';
import { partAt } from '../text/long-text.ts';
import { isNoTouch } from '../text/no-touch.ts';
import { createTextGate, IS_LONG, MAY_END } from '../text/text-gate.ts';
import { createWorkSlices, type Steps } from '../timing/work-slices.ts';
import { watchFocus } from './focus-watch.ts';

/** Texts looked at between two looks at the clock. */
const TEXTS_PER_STEP = 512;

/**
 * Looks whether the document holds anything that may be a number, now or after a change, and says so once; then, or on
 * abort, it stops looking and leaves nothing behind. It only looks: it is small enough for every frame of every page, and
 * may be wrong in one direction, by calling for the engine in vain.
 */
export function watchForCandidates(
  document: Document,
  signal: AbortSignal,
  onCandidate: () => void,
  shadowRootOf: ShadowRootOf = openShadowRootOf,
): void {
  const done = new AbortController();
  const ended = AbortSignal.any([signal, done.signal]);
  const slices = createWorkSlices(ended, reportError);
  const changed = new Set<Node>();
  let isLooking = false;
  const onLate = () => slices.add(lookAtShadowRoots(document));
  const lateRoots = createLateRoots({ signal: ended, shadowRootOf, onLate });
  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type !== 'childList') changed.add(target);
      for (const added of addedNodes) changed.add(added);
    }
    if (!isLooking && changed.size > 0) slices.add(lookAtChanges());
    lateRoots.look();
  });
  ended.addEventListener('abort', () => observer.disconnect(), { once: true });
  const listening = { capture: true, passive: true, signal: ended } as const;
  document.addEventListener('load', onLoad, listening);
  watchFocus({ document, signal: ended, shadowRootOf, onFocus });
  document.addEventListener('pointermove', (event) => lateRoots.lookAt(event.composedPath()), listening);

  /** Scripts may give shadow roots to elements that are long there: that changes nothing an observer sees. */
  function onLoad(event: Event): void {
    if (event.target instanceof HTMLScriptElement) onLate();
  }

  /** Fields that people edit count once the person is at one. */
  function onFocus(focused: Element): void {
    if (isTextField(focused) && mayHoldNumber(focused.value)) report();
  }

  function report(): void {
    if (ended.aborted) return;
    done.abort();
    onCandidate();
  }

  function* lookAt(root: Node): Steps {
    if (!root.isConnected) return;
    if (isElementOrRoot(root) && holdsLinkOrField(root)) return report();
    if (isPartOfCandidate(root) || isPartOfCandidate(edgeText(root.previousSibling, 'lastChild'))) return report();
    if (isPartOfCandidate(edgeText(root.nextSibling, 'firstChild'))) return report();
    if (joinedEdges(root).some(isPartOfCandidate)) return report();
    yield* lookAtTexts(root);
    yield* lookAtShadowRoots(root);
  }

  function isPartOfCandidate(node: Node | null): boolean {
    return node instanceof Text && isReadable(node) && mayHoldNumber(readInlineRun(node).text);
  }

  function* lookAtTexts(root: Node): Steps {
    const gate = createTextGate();
    const texts = document.createNodeIterator(root, NodeFilter.SHOW_TEXT);
    let left = TEXTS_PER_STEP;
    for (let text = texts.nextNode(); text instanceof Text; text = texts.nextNode()) {
      const seen = gate.look(text);
      if ((seen & MAY_END) !== 0 && isReadable(text)) return report();
      if (seen === IS_LONG) yield* lookAtLong(text);
      if (--left > 0) continue;
      yield;
      left = TEXTS_PER_STEP;
    }
  }

  function* lookAtLong(text: Text): Steps {
    if (!isReadable(text)) return;
    for (let offset = 0; offset < text.length; offset = partAt(offset).to) {
      if (mayHoldNumber(readInlineRun(text, offset).text)) return report();
      yield;
    }
  }

  function* lookAtShadowRoots(root: Node): Steps {
    for (const shadow of shadowRootsIn(root, shadowRootOf, lateRoots.onRootless)) {
      lateRoots.onRead(shadow);
      observe(shadow);
      yield* lookAt(shadow);
    }
  }

  function* lookAtChanges(): Steps {
    isLooking = true;
    try {
      for (const node of changed) {
        changed.delete(node);
        yield* lookAt(node);
        yield;
      }
    } finally {
      isLooking = false;
      // One that failed is passed over; the others are still to be looked at.
      if (changed.size > 0) slices.add(lookAtChanges());
    }
  }

  function observe(root: Document | ShadowRoot): void {
    if (ended.aborted) return;
    const attributeFilter = ['href', 'value', 'readonly', 'disabled', 'contenteditable', 'role'];
    observer.observe(root, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter });
  }

  observe(document);
  slices.add(lookAt(document));
}

function isElementOrRoot(node: Node): node is Element | Document | ShadowRoot {
  return node instanceof Element || node instanceof Document || node instanceof ShadowRoot;
}

function isReadable(text: Text): boolean {
  return text.parentElement === null || !isNoTouch(text.parentElement);
}

function holdsLinkOrField(root: Element | Document | ShadowRoot): boolean {
  if (root instanceof Element && (isNumberLink(root) || mayHoldNumber(shownTextOf(root) ?? ''))) return true;
  if ([...linksIn(root)].some(isNumberLink)) return true;
  return [...shownFieldsIn(root)].some((field) => mayHoldNumber(shownTextOf(field) ?? ''));
}
