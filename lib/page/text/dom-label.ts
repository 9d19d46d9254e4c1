import { labelBefore, labelKind } from '../../phone/labels.ts';

/** Longer texts are sentences, not labels. */
const LONGEST_LABEL = 60;

/** With the line ends and indents of the markup. What is longer is not even looked through: it may be a whole log. */
const LONGEST_WRITTEN = 1000;

/** How many ancestors are asked for an `aria-label`; further out it names a region, not a value. */
const ARIA_REACH = 3;

/** How far the wrappers of a value reach up to what stands beside its label: CRMs nest a link in a field in a cell. */
const SIBLING_REACH = 4;

/** A label is a word or two, perhaps with an icon and a mark that the field must be filled in. */
const MOST_LABEL_PARTS = 3;

/** What is not shown is no label, and its text can be as long as a whole program. */
const NEVER_LABELS: ReadonlySet<string> = new Set(['head', 'script', 'style', 'template', 'noscript', 'svg']);

/** What calls itself a label, or ends like one. */
const LABEL_ELEMENT = 'label,[class*="label" i]';

/** Elements that are labels by what they are, whatever they say. */
const HEADINGS = 'th,dt,label,[role="columnheader"]';

/** Hears of each element that was asked for its words, whether it has any now or not. */
export type OnAsked = (element: Element) => void;

/**
 * The words that the page puts to a value as its label: the heading of its column and row, the term of its definition,
 * the label of its field or before it, or `aria-label`. Null when there is none.
 */
export function labelOf(element: Element, onAsked: OnAsked = () => undefined, roots = 0): string | null {
  const ask = (asked: Element | null | undefined) => {
    if (asked) onAsked(asked);
    return words(asked);
  };
  const parts = [
    ariaLabel(element),
    fieldLabel(element, ask),
    cellLabel(element, ask),
    gridLabel(element, ask),
    termLabel(element, ask),
    siblingLabel(element, ask),
  ];
  const said = parts.filter((part) => part !== null && part !== '');
  if (said.length > 0) return said.join(' ');
  const root = element.getRootNode();
  return root instanceof ShadowRoot && roots < ROOT_REACH ? labelOf(root.host, onAsked, roots + 1) : null;
}

/** How many components a value may stand in: Lightning nests the formatted value in a cell's, and that in a column's. */
const ROOT_REACH = 3;

/** The words of an element that {@link labelOf} asks, as far as they are a label; empty when they are none. */
export function labelWordsOf(element: Element): string {
  return element.matches(HEADINGS) || isLabel(element) ? (words(element) ?? '') : '';
}

type Ask = (asked: Element | null | undefined) => string | null;

function words(element: Element | null | undefined): string | null {
  const written = element?.textContent ?? '';
  if (written.length > LONGEST_WRITTEN) return null;
  const text = written.replace(/\s+/g, ' ').trim();
  return text && text.length <= LONGEST_LABEL ? text : null;
}

function ariaLabel(element: Element): string | null {
  let asked: Element | null = element;
  for (let depth = 0; asked !== null && depth < ARIA_REACH; depth++) {
    const label = asked.getAttribute('aria-label');
    if (label !== null) return label.length <= LONGEST_LABEL ? label : null;
    if (asked.localName === 'td' || asked.localName === 'th') break;
    asked = asked.parentElement;
  }
  return null;
}

function fieldLabel(element: Element, ask: Ask): string | null {
  if (!(element instanceof HTMLInputElement)) return null;
  const said = ask(element.labels?.[0]) ?? (element.placeholder || element.name);
  return element.type === 'tel' ? `${said} phone` : said;
}

/** Headings are looked for by position, so spanned columns before the cell shift them: then the row speaks alone. */
function cellLabel(element: Element, ask: Ask): string | null {
  const cell = element.closest('td');
  const row = cell?.parentElement;
  if (!cell || !(row instanceof HTMLTableRowElement)) return null;
  // `row.cells` makes an object for each row; what opens a row is nearly always a cell.
  const opening = row.firstElementChild;
  const rowHead = opening?.localName === 'td' ? null : row.cells[0];
  const rowLabel = rowHead?.localName === 'th' ? ask(rowHead) : null;
  const heads = headsAbove(row);
  const columnLabel = heads === null ? null : ask(heads[cell.cellIndex]);
  return rowLabel && columnLabel ? `${rowLabel} ${columnLabel}` : (rowLabel ?? columnLabel);
}

type Heads = readonly (Element | undefined)[] | null;

/** Of the tables asked about in the same run of script, by what holds their rows: the way to the heads is the same for each row. */
const headsOfRows = new Map<Node, Heads>();

/** The heads of a row's columns, undefined where a cell is none; null where none of them is. */
function headsAbove(row: HTMLTableRowElement): Heads {
  const around = row.parentNode;
  if (around === null) return null;
  const known = headsOfRows.get(around);
  if (known !== undefined) return known;
  if (headsOfRows.size === 0) queueMicrotask(() => headsOfRows.clear());
  const cells = [...(headingRow(row)?.cells ?? [])].map((cell) => (cell.localName === 'th' ? cell : undefined));
  const heads = cells.some((cell) => cell !== undefined) ? cells : null;
  headsOfRows.set(around, heads);
  return heads;
}

/** Before the row of headings may stand one to filter by, and one to page. */
const HEADING_REACH = 3;

/**
 * The row that heads the columns of a row's table: the last of its head in which headings say something, else the first, or among the
 * first few the first of nothing but headings. Undefined outside tables.
 */
export function headingRow(row: HTMLTableRowElement): HTMLTableRowElement | undefined {
  const table = row.closest('table');
  const heads = table?.tHead?.rows;
  if (heads && heads.length > 0) {
    const last = heads[heads.length - 1];
    return heads.length === 1 ? last : ([...heads].reverse().find(saysHeadings) ?? last);
  }
  const first = table?.rows[0];
  if (!table || !first || holdsHeading(first)) return first;
  const next = Array.from({ length: HEADING_REACH - 1 }, (_, index) => table.rows[index + 1]);
  return next.find((one) => one !== undefined && isOfHeadings(one)) ?? first;
}

function holdsHeading(row: HTMLTableRowElement): boolean {
  return [...row.cells].some((cell) => cell.localName === 'th');
}

function isOfHeadings(row: HTMLTableRowElement): boolean {
  return [...row.cells].every((cell) => cell.localName === 'th');
}

function saysHeadings(row: HTMLTableRowElement): boolean {
  return [...row.cells].some((cell) => cell.localName === 'th' && cell.textContent?.trim() !== '');
}

const CELLS = '[role="gridcell"],[role="cell"],[role="rowheader"]';

/** Grids made of other elements say the column by `aria-colindex`, and have to where not all columns are there; else by the place in the row. */
function gridLabel(element: Element, ask: Ask): string | null {
  const cell = element.closest('[role="gridcell"],[role="cell"]');
  const grid = cell?.closest('[role="grid"],[role="treegrid"],[role="table"]');
  // Tables have told their headings by then.
  if (!cell || !grid || (cell.localName === 'td' && !cell.hasAttribute('aria-colindex'))) return null;
  return ask(columnHeads(grid).get(columnOf(cell, CELLS)));
}

function columnOf(cell: Element, kinds: string): string {
  const column = cell.getAttribute('aria-colindex');
  if (column !== null) return column;
  let place = 1;
  for (let before = cell.previousElementSibling; before !== null; before = before.previousElementSibling) {
    if (before.matches(kinds)) place++;
  }
  return `at ${place}`;
}

/** Of the grids asked about in the same run of script: without a head for a column, each question would go through all of a grid. */
const headsOf = new Map<Element, ReadonlyMap<string, Element>>();

/** The first head of each column, by its `aria-colindex` or its place. */
function columnHeads(grid: Element): ReadonlyMap<string, Element> {
  const known = headsOf.get(grid);
  if (known) return known;
  if (headsOf.size === 0) queueMicrotask(() => headsOf.clear());
  const heads = new Map<string, Element>();
  for (const head of grid.querySelectorAll('[role="columnheader"]')) {
    const column = columnOf(head, '[role="columnheader"]');
    if (!heads.has(column)) heads.set(column, head);
  }
  headsOf.set(grid, heads);
  return heads;
}

function termLabel(element: Element, ask: Ask): string | null {
  let asked = element.closest('dd')?.previousElementSibling;
  while (asked?.localName === 'dd') asked = asked.previousElementSibling;
  return asked?.localName === 'dt' ? ask(asked) : null;
}

/** The label right before the value or one of its wrappers, or that opens the element whose own text the value is. */
function siblingLabel(element: Element, ask: Ask): string | null {
  const first = element.firstElementChild;
  if (first?.matches(LABEL_ELEMENT) && isLabel(first)) return ask(first);
  let asked: Element | null = element;
  for (let depth = 0; asked !== null && depth < SIBLING_REACH; depth++) {
    const before: Element | null = asked.previousElementSibling;
    if (before !== null && mayBeLabel(before)) {
      const said = ask(before);
      if (isLabel(before)) return said;
    }
    // What stands before a row or a table names no single cell of it.
    if (asked.localName === 'td') return null;
    asked = asked.parentElement;
  }
  return null;
}

/**
 * A small element that calls itself a label or ends like one, or the first of two cells, which names the second; of any two elements
 * where its words are those of a label.
 */
function isLabel(element: Element): boolean {
  if (!mayBeLabel(element)) return false;
  if (element.localName === 'td') return true;
  if (element.matches(LABEL_ELEMENT) || element.textContent?.trimEnd().endsWith(':') === true) return true;
  return opensPair(element) && isNamed(words(element) ?? '');
}

/** A value with its sign, and what is to be pressed beside it. */
const LONGEST_VALUE = 40;

/** Whether an element and a short value after it are all that stands in their parent: <p><span>Mobile</span><b>…</b></p>. */
function opensPair(element: Element): boolean {
  const parent = element.parentElement;
  const value = element.nextElementSibling;
  if (parent?.childElementCount !== 2 || value === null || element.childElementCount > 1) return false;
  if (NO_TERMS.test(element.localName) || element.hasAttribute('role')) return false;
  for (let inner: Element | null = value; inner !== null; inner = inner.firstElementChild) {
    if (inner.childElementCount > MOST_LABEL_PARTS) return false;
  }
  for (const child of parent.childNodes) if (child instanceof Text && child.data.trim() !== '') return false;
  return (value.textContent?.trim().length ?? 0) <= LONGEST_VALUE;
}

/** What stands under a headline is no value of its, and what is to be pressed says what it does. */
const NO_TERMS = /^(?:h[1-6]|a|button|tr|thead)$/;

/** Whether words name a value: beside a number may also stand whose it is, or what to do with it. */
function isNamed(said: string): boolean {
  const kind = labelKind(said);
  if ((kind !== 'phone' && kind !== 'other') || /\d/.test(said)) return false;
  // Nobody is called as a heading is, but before a number stand names: "Bill Price".
  return labelBefore(`${said} `, 0, said.length + 1) === kind;
}

/** Whether it has the shape of a label. Before a value may also stand half of the page, not worth reading for every number. */
function mayBeLabel(element: Element): boolean {
  if (NEVER_LABELS.has(element.localName)) return false;
  if (element.localName === 'td') return element.parentElement?.childElementCount === 2;
  return element.childElementCount <= MOST_LABEL_PARTS && element.querySelector(':scope > * > * > *') === null;
}
