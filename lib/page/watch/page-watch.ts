import type { NumberStore } from '../numbers/number-store.ts';
import type { LateRoots } from '../roots/late-roots.ts';
import type { NumberScan } from '../scan/number-scan.ts';
import { edgeText } from '../text/inline-run.ts';
import { isLongText } from '../text/long-text.ts';
import { hasDigit } from '../text/text-gate.ts';
import { afterFrame } from '../timing/after-frame.ts';
import type { Steps, WorkSlices } from '../timing/work-slices.ts';
import type { LabelWatch } from './label-watch.ts';

/** Changes of these make or unmake a number, or the zone it stands in. */
const READ_AGAIN = ['href', 'value', 'type', 'readonly', 'aria-label'];

/** Changes of these also reach everything inside the element. */
const READ_INSIDE_AGAIN = ['contenteditable', 'role', 'disabled'];

/** Changes of these can only move, show or hide what is known. */
const LOOK_AGAIN = ['class', 'style', 'hidden', 'open', 'inert', 'dir'];

export interface PageWatchOptions {
  readonly signal: AbortSignal;
  readonly scan: NumberScan;
  readonly store: NumberStore;
  readonly labels: LabelWatch;
  readonly lateRoots: LateRoots;
  readonly slices: WorkSlices;
  readonly isOurs: (node: Node) => boolean;
  /** Something of the page may look different now. Called at most once per batch of changes. */
  readonly onChange: () => void;
}

export interface PageWatch {
  /** Follows changes inside a root and reads it from the top. */
  watch(root: Document | ShadowRoot): void;
}

/**
 * One observer for the document and every shadow root of it. Its callback only notes which nodes changed; they are read
 * in slices after the next frame, each once, and nothing but them.
 */
export function createPageWatch(options: PageWatchOptions): PageWatch {
  const { signal, scan, store, labels, lateRoots, slices, isOurs, onChange } = options;
  const changed = new Set<Node>();
  const changedInside = new WeakSet<Node>();
  let working = false;
  const observer = new MutationObserver((records) => {
    for (const record of records) note(record);
    if (changed.size > 0) readSoon();
    onChange();
  });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });

  function note(record: MutationRecord): void {
    if (isOurs(record.target)) return;
    if (record.type === 'childList') {
      noteChildren(record);
      return;
    }
    const attribute = record.attributeName ?? '';
    if (READ_INSIDE_AGAIN.includes(attribute)) changedInside.add(record.target);
    else if (record.type === 'attributes' && !READ_AGAIN.includes(attribute)) {
      for (const part of partsAround(record.target)) changed.add(part);
      return;
    }
    changed.add(record.target);
  }

  function noteChildren(record: MutationRecord): void {
    for (const added of record.addedNodes) if (!isOurs(added)) changed.add(added);
    if (record.removedNodes.length === 0) return;
    changed.add(record.target.ownerDocument ?? record.target);
    const joined = edgeText(record.previousSibling, 'lastChild') ?? edgeText(record.nextSibling, 'firstChild');
    if (joined !== null) changed.add(joined);
    for (const named of labels.underRemoved(record)) changed.add(named);
  }

  /** What changes until the next frame is read at once, with one look at styles that are settled. */
  function readSoon(): void {
    if (working) return;
    working = true;
    // What is drawn by the frame's own callbacks comes first; the slice waits for its turn behind it.
    afterFrame(signal, () => slices.add(readChanged()));
  }

  function* readChanged(): Steps {
    try {
      for (const node of changed) {
        changed.delete(node);
        yield* readOne(node);
      }
    } finally {
      working = false;
      if (changed.size > 0) readSoon();
    }
  }

  /** The document stands for "something was taken away": what was lost shows by being disconnected. */
  function* readOne(node: Node): Steps {
    if (changedInside.delete(node)) store.dropWithin(node);
    if (node instanceof Document) store.dropDisconnected();
    else {
      for (const named of labels.underChanged(node)) changed.add(named);
      if (!isPartOf(node, changed)) yield* scan.readFrom(node);
      lateRoots.lookAt([node.parentNode, node.parentNode?.parentNode]);
    }
    yield;
  }

  return {
    watch(root) {
      observer.observe(root, {
        childList: true,
        subtree: true,
        characterData: true,
        attributes: true,
        attributeFilter: [...READ_AGAIN, ...READ_INSIDE_AGAIN, ...LOOK_AGAIN],
      });
    },
  };
}

/** Digits between digits that may now be shown, or no longer be: they and their neighbours make other numbers then. */
function partsAround(element: Node): readonly Node[] {
  const own = element.firstChild;
  if (!(own instanceof Text) || own !== element.lastChild || isLongText(own) || !hasDigit(own.data)) return [];
  const beside = [edgeText(element.previousSibling, 'lastChild'), edgeText(element.nextSibling, 'firstChild')];
  return beside.some((text) => text !== null) ? [own, ...beside.filter((text) => text !== null)] : [];
}

/** Whether an ancestor is still waiting to be read, and the node with it. */
function isPartOf(node: Node, waiting: ReadonlySet<Node>): boolean {
  if (waiting.size === 0) return false;
  for (let outer = node.parentNode; outer !== null; outer = outer.parentNode) {
    if (!(outer instanceof Document) && waiting.has(outer)) return true;
  }
  return false;
}
