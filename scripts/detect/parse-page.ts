import * as dom from 'linkedom';

/**
 * Parses markup into a document that the page side can read. What linkedom leaves out of the DOM is added here as far as
 * reading needs it; styles are those of elements by themselves, of `hidden` and of `style`: there is no style sheet.
 */
export function parsePage(html: string): Document {
  const { document } = dom.parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
  for (const template of document.querySelectorAll('template[shadowrootmode]')) attachDeclared(template);
  return document;
}

function attachDeclared(template: Element): void {
  const content: unknown = 'content' in template ? template.content : null;
  if (content instanceof DocumentFragment) template.parentElement?.attachShadow({ mode: 'open' }).append(content);
  template.remove();
}

/** Elements that start a line of their own, or are no part of one; all others are inline. */
const BLOCKS =
  /^(?:html|body|address|article|aside|blockquote|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hgroup|hr|legend|li|listing|main|menu|nav|ol|optgroup|option|p|plaintext|pre|search|section|summary|ul|xmp|table|caption|colgroup|col|thead|tbody|tfoot|tr|td|th)$/;
const NEVER_SHOWN = /^(?:head|script|style|template|title|noscript|meta|link|base|datalist|param)$/;

interface Style {
  readonly display: string;
  readonly visibility: string;
  readonly opacity: string;
  readonly whiteSpace: string;
}

function styleOf(element: Element): Style {
  const written = (name: string) =>
    new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([\\w.-]+)`, 'i')
      .exec(element.getAttribute('style') ?? '')?.[1]
      ?.toLowerCase();
  const isHidden = NEVER_SHOWN.test(element.localName) || element.hasAttribute('hidden');
  const inherited = element.parentElement === null ? null : styleOf(element.parentElement);
  return {
    display: written('display') ?? (isHidden ? 'none' : BLOCKS.test(element.localName) ? 'block' : 'inline'),
    visibility: written('visibility') ?? inherited?.visibility ?? 'visible',
    opacity: written('opacity') ?? '1',
    whiteSpace: written('white-space') ?? (element.localName === 'pre' ? 'pre' : (inherited?.whiteSpace ?? 'normal')),
  };
}

function isShown(element: Element): boolean {
  if (styleOf(element).visibility !== 'visible') return false;
  for (let outer: Element | null = element; outer !== null; outer = outerOf(outer)) {
    const { display, opacity } = styleOf(outer);
    if (display === 'none' || opacity === '0') return false;
  }
  return true;
}

function outerOf(element: Element): Element | null {
  const root = element.parentNode;
  return root instanceof ShadowRoot ? root.host : element.parentElement;
}

const childrenNamed = (element: Element, names: string) =>
  [...element.children].filter(({ localName }) => names.split(' ').includes(localName));

const rowsOf = (table: Element) => [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table);

function labelsOf(field: Element): Element[] {
  const around = field.closest('label');
  const named = [...field.ownerDocument.querySelectorAll('label[for]')];
  const id = field.getAttribute('id');
  return [...named.filter((label) => label.getAttribute('for') === id), ...(around ? [around] : [])];
}

const isDisabled = (field: Element) => field.hasAttribute('disabled') || field.closest('fieldset[disabled]') !== null;

/** The selectors that speak of what is not in the markup are unknown to linkedom. */
function doesMatch(element: Element, selector: string): boolean {
  if (selector === ':disabled') return isDisabled(element);
  return selector !== ':modal' && dom.Element.prototype.matches.call(element, selector);
}

/** What an element answers, by the property of the DOM that it has in browsers. */
const ELEMENT: Record<string, (element: Element) => unknown> = {
  cells: (row) => childrenNamed(row, 'td th'),
  cellIndex: (cell) => (cell.parentElement ? childrenNamed(cell.parentElement, 'td th').indexOf(cell) : -1),
  rows: (rows) => (rows.localName === 'table' ? rowsOf(rows) : childrenNamed(rows, 'tr')),
  tHead: (table) => childrenNamed(table, 'thead')[0] ?? null,
  assignedSlot: () => null,
  matches: (element) => (selector: string) => doesMatch(element, selector),
  checkVisibility: (element) => () => isShown(element),
};

const FIELD: Record<string, (field: Element) => unknown> = {
  type: (field) => (field.getAttribute('type') ?? 'text').toLowerCase(),
  value: (field) => field.getAttribute('value') ?? '',
  name: (field) => field.getAttribute('name') ?? '',
  placeholder: (field) => field.getAttribute('placeholder') ?? '',
  readOnly: (field) => field.hasAttribute('readonly'),
  labels: labelsOf,
};

function answer(prototype: object, answers: Record<string, (element: Element) => unknown>): void {
  for (const [name, read] of Object.entries(answers)) {
    Object.defineProperty(prototype, name, {
      configurable: true,
      get(this: Element) {
        return read(this);
      },
    });
  }
}

/** Elements of that name; linkedom has no class of its own for them. */
const named = (name: string) => ({
  [Symbol.hasInstance]: (value: unknown) => value instanceof Element && value.localName === name,
});

Object.defineProperty(dom.Document.prototype, 'links', {
  get(this: Document) {
    return this.querySelectorAll('a[href],area[href]');
  },
});
answer(dom.HTMLElement.prototype, ELEMENT);
answer(dom.HTMLInputElement.prototype, FIELD);
Object.assign(globalThis, {
  ...{ Text: dom.Text, Element: dom.Element, Document: dom.Document, DocumentFragment: dom.DocumentFragment },
  ...{ ShadowRoot: dom.ShadowRoot, NodeFilter: dom.NodeFilter, HTMLInputElement: dom.HTMLInputElement, Node: dom.Node },
  HTMLTableRowElement: named('tr'),
  getComputedStyle: styleOf,
});
