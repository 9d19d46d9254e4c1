import type { NumberBoxes } from '../numbers/number-box.ts';
import type { FoundNumber } from '../numbers/number-source.ts';
import type { NumberStore } from '../numbers/number-store.ts';
import { flatParentOf, isRenderedIn } from '../roots/flat-tree.ts';
import type { ShadowRootOf } from '../roots/shadow-roots.ts';
import { watchFocus } from '../watch/focus-watch.ts';
import type { ButtonLayer } from './button-layer.ts';
import { isPointedAt } from './button-place.ts';
import type { PageHits } from './page-hits.ts';

/** A number's text may be wrapped this much further than the element it is anchored at. */
const REACH = 4;

export interface PointingOptions {
  readonly document: Document;
  readonly signal: AbortSignal;
  readonly host: Element;
  readonly store: NumberStore;
  readonly boxes: NumberBoxes;
  readonly hits: Pick<PageHits, 'innermost'>;
  readonly shadowRootOf: ShadowRootOf;
  readonly layer: ButtonLayer;
  /** The person is at an element, which is the first of these, and what is around it. */
  readonly onPath: (path: readonly EventTarget[]) => void;
  /** The person has come to a field: scripts can change its value without a trace, so it is to be read again. */
  readonly onField: (field: HTMLInputElement) => void;
  /** A field has got the focus. */
  readonly onFieldFocus: (field: HTMLInputElement) => void;
}

/** What cards are often covered with, so that all of a card can be pressed. */
const STRETCHED = 'a,button,label,[role="link"],[role="button"]';

/** Shows the button of the number under the pointer, a finger, or the page's own keyboard focus. */
export function followPointing(options: PointingOptions): void {
  const { document, signal, host, store, boxes, hits, layer, onPath, onField, onFieldFocus } = options;
  const listening = { capture: true, passive: true, signal } as const;

  function numberAt(target: Element | null, x: number, y: number): FoundNumber | null {
    let element = target;
    for (let depth = 0; element !== null && depth < REACH; depth++) {
      for (const number of store.anchoredAt(element)) {
        if (isPointedAt(number, boxes, x, y)) return number;
      }
      element = flatParentOf(element);
    }
    return isStretched(target) ? numberBeneath(x, y) : null;
  }

  /** One that more than such a link hides is not drawn. */
  function numberBeneath(x: number, y: number): FoundNumber | null {
    for (const { number } of layer.near()) if (isPointedAt(number, boxes, x, y)) return number;
    return null;
  }

  function follow(event: PointerEvent): void {
    if (event.target === host) return;
    const path = event.composedPath();
    onPath(path);
    // What stands in a root that the page closed is left out of the path.
    const target = path[0] instanceof Element ? hits.innermost(path[0], event.clientX, event.clientY) : null;
    if (target instanceof HTMLInputElement) onField(target);
    // A press elsewhere closes a menu, as everywhere.
    if (event.type === 'pointerdown') layer.menu.open(null);
    layer.point(numberAt(target, event.clientX, event.clientY));
  }

  /** Only for something as small as a field or a link: focus on a whole table says nothing of one number. */
  function followFocus(target: Element): void {
    if (target === host) return;
    onPath([target]);
    if (target instanceof HTMLInputElement) {
      onFieldFocus(target);
      layer.point([...store.anchoredAt(target)][0] ?? null);
      return;
    }
    const inside = [...layer.near()].filter((shown) => isRenderedIn(shown.number.anchor, target));
    if (inside.length === 1) layer.point(inside[0]?.number ?? null);
  }

  document.addEventListener('pointermove', follow, listening);
  document.addEventListener('pointerdown', follow, listening);
  watchFocus({ ...options, onFocus: followFocus });
}

/** Only then are the numbers in sight measured at a move: over anything else there is none but its own. */
function isStretched(element: Element | null): boolean {
  return element !== null && (element.closest(STRETCHED) !== null || element.firstChild === null);
}
