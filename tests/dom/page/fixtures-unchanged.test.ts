import { expect, it } from 'vitest';
import { page as browserPage } from 'vitest/browser';
import { CRM_MARKUP } from '../../pages/crm-markup/expected.ts';
import { settle, startStage } from './page-stage.ts';

const FILES = import.meta.glob<string>('../../pages/crm-markup/*.html', {
  query: '?raw',
  import: 'default',
  eager: true,
});

type Tree = Document | ShadowRoot;

function* treesIn(tree: Tree): Generator<Tree> {
  yield tree;
  for (const { shadowRoot } of elementsIn(tree)) if (shadowRoot) yield* treesIn(shadowRoot);
}

/** The page's own elements: Dialside's one stands beside the body. */
function elementsIn(tree: Tree): Element[] {
  return [...(tree instanceof Document ? tree.body : tree).querySelectorAll('*')];
}

function styleOf(element: Element): string {
  const style = getComputedStyle(element);
  return [...style].map((name) => style.getPropertyValue(name)).join(';');
}

/** All that a script of the page can read of it. */
function portrait(): Record<string, unknown> {
  const trees = [...treesIn(document)];
  const elements = trees.flatMap(elementsIn);
  const fields = elements.filter((element) => element.matches('input,textarea,select')) as HTMLInputElement[];
  const selection = getSelection();
  return {
    html: document.body.getHTML({
      serializableShadowRoots: true,
      shadowRoots: trees.filter((tree) => tree instanceof ShadowRoot),
    }),
    attributes: [document.documentElement, document.body].map((element) =>
      element.getAttributeNames().map((name) => [name, element.getAttribute(name)]),
    ),
    fields: fields.map(({ value, checked, selectionStart, selectionEnd }) => [
      value,
      checked,
      selectionStart,
      selectionEnd,
    ]),
    selection: [selection?.toString(), selection?.anchorOffset, selection?.focusOffset],
    focus: document.activeElement?.outerHTML,
    size: [document.documentElement.scrollWidth, document.documentElement.scrollHeight],
    styles: [document.documentElement, document.body, ...elements].map(styleOf),
    boxes: elements.map((element) => JSON.stringify(element.getBoundingClientRect())),
  };
}

/** What the page's own observers hear, of everything but Dialside's element. */
function listen(): { readonly heard: string[]; stop(): void } {
  const heard: string[] = [];
  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes, removedNodes } of records) {
      const isAtRoot = target === document.documentElement && type === 'childList';
      if (!isAtRoot && target.parentNode !== document.documentElement) heard.push(`${type} ${target.nodeName}`);
      else if (target === document.body || target === document.head) heard.push(`${type} ${target.nodeName}`);
      else if (addedNodes.length + removedNodes.length > 1) heard.push('more than one element');
    }
  });
  const everything = { subtree: true, childList: true, characterData: true, attributes: true };
  for (const tree of treesIn(document)) observer.observe(tree, everything);
  return { heard, stop: () => observer.disconnect() };
}

it.each(CRM_MARKUP)('the page of $file cannot tell that Dialside is there', async ({ file, regions }) => {
  document.body.setHTMLUnsafe(FILES[`../../pages/crm-markup/${file}.html`] ?? '');
  const [text] = [document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT).nextNode()];
  getSelection()?.setBaseAndExtent(text ?? document.body, 0, document.body, 1);
  await browserPage.viewport(1000, 700);
  await settle();
  const { heard, stop } = listen();
  const before = portrait();

  await using page = await startStage({ regions });
  expect(page.host.isConnected).toBe(true);
  expect(portrait()).toEqual(before);
  page.end();
  expect(portrait()).toEqual(before);
  expect(heard).toEqual([]);
  stop();
});
