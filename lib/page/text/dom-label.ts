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
export function labelOf(element: Element, onAsked: OnAsked = () => undefined): string | null {
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
  return said.length === 0 ? null : said.join(' ');
}

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

/** The row that heads the columns of a row's table; undefined outside tables. */
export function headingRow(row: HTMLTableRowElement): HTMLTableRowElement | undefined {
  const table = row.closest('table');
  const heads = table?.tHead?.rows;
  return heads && heads.length > 0 ? heads[heads.length - 1] : table?.rows[0];
}

/** Grids made of other elements say the column by `aria-colindex`. */
function gridLabel(element: Element, ask: Ask): string | null {
  const cell = element.closest('[role="gridcell"],[role="cell"]');
  const column = cell?.getAttribute('aria-colindex');
  const grid = column && cell?.closest('[role="grid"],[role="treegrid"],[role="table"]');
  return grid ? ask(columnHeads(grid).get(column)) : null;
}

/** Of the grids asked about in the same run of script: without a head for a column, each question would go through all of a grid. */
const headsOf = new Map<Element, ReadonlyMap<string, Element>>();

/** The first head of each column, by its `aria-colindex`. */
function columnHeads(grid: Element): ReadonlyMap<string, Element> {
  const known = headsOf.get(grid);
  if (known) return known;
  if (headsOf.size === 0) queueMicrotask(() => headsOf.clear());
  const heads = new Map<string, Element>();
  for (const head of grid.querySelectorAll('[role="columnheader"][aria-colindex]')) {
    const column = head.getAttribute('aria-colindex') ?? '';
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

/** A small element that calls itself a label or ends like one, or the first of two cells, which names the second. */
function isLabel(element: Element): boolean {
  if (!mayBeLabel(element)) return false;
  if (element.localName === 'td') return true;
  return element.matches(LABEL_ELEMENT) || element.textContent?.trimEnd().endsWith(':') === true;
}

/** Whether it has the shape of a label. Before a value may also stand half of the page, not worth reading for every number. */
function mayBeLabel(element: Element): boolean {
  if (NEVER_LABELS.has(element.localName)) return false;
  if (element.localName === 'td') return element.parentElement?.childElementCount === 2;
  return element.childElementCount <= MOST_LABEL_PARTS && element.querySelector(':scope > * > * > *') === null;
}
