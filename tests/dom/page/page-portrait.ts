import type { Framework } from '../../pages/frameworks/contact-list.ts';

type ShadowRootOf = (element: Element) => ShadowRoot | null;

const openRootOf: ShadowRootOf = (element) => element.shadowRoot;

/** The body, every shadow root in it, and what the fields show. Dialside's host stands outside the body. */
export function portraitOf({ shadowRootOf = openRootOf, steady = (html) => html }: Framework): string {
  const trees = [...treesIn(document.body, shadowRootOf)];
  const html = trees.map(({ innerHTML }) => steady(innerHTML));
  const values = trees.flatMap((tree) => [...tree.querySelectorAll('input')].map(({ value }) => `value ${value}`));
  return [...html, ...values, `${document.documentElement.getAttributeNames()}`].join('\n');
}

/** The first field of the page, wherever it stands. */
export function fieldIn(body: Element, shadowRootOf = openRootOf): HTMLInputElement | null {
  for (const tree of treesIn(body, shadowRootOf)) {
    const field = tree.querySelector('input[readonly]');
    if (field instanceof HTMLInputElement) return field;
  }
  return null;
}

function* treesIn(tree: Element | ShadowRoot, shadowRootOf: ShadowRootOf): Generator<Element | ShadowRoot> {
  yield tree;
  for (const element of tree.querySelectorAll('*')) {
    const root = shadowRootOf(element);
    if (root !== null) yield* treesIn(root, shadowRootOf);
  }
}
