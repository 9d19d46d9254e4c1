import { createInterface } from 'node:readline';
import { parseHTML } from 'linkedom';
import { explainNumbers, type Refusal } from '../lib/phone/find-numbers.ts';
import { isRegion } from '../lib/phone/numbering-plan.ts';
import type { MatchReason, Region } from '../lib/phone/phone-number.ts';
import { isTelLink, parseTelLink } from '../lib/phone/tel-link.ts';

/**
 * Reads `{"text","region"}` or `{"html","region"}`, one JSON object per line, and answers each with one line of matches. A
 * line that cannot be read is answered with `{"error"}`. With `--explain` refusals are answered as well. Offsets in HTML count
 * in the page's text as it is read: inline runs, one per line.
 */

interface Found {
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  readonly e164: string;
  readonly ext: string | null;
  readonly reason: MatchReason;
}

interface Answer {
  readonly matches: readonly Found[];
  readonly refusals: readonly Refusal[];
}

/** Elements whose content is no text of the page, or text a person edits or copies as code. */
const UNTOUCHED =
  'script,style,textarea,code,pre,kbd,samp,template:not([shadowrootmode]),select,svg,noscript,title,head,iframe,object,' +
  '[contenteditable]:not([contenteditable="false"]),[role="textbox"],[hidden],[aria-hidden="true"][style*="display:none"]';

const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr q s small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** One line of text as a reader sees it, with what stands beside it. */
interface Run {
  text: string;
  readonly label: string | null;
}

class PageReader {
  readonly runs: Run[] = [];
  readonly links: { readonly href: string; readonly run: number; readonly start: number; readonly end: number }[] = [];
  readonly fields: { readonly value: string; readonly label: string }[] = [];
  private current: Run | null = null;

  read(node: Node): void {
    if (node.nodeType === 3) this.append(node.nodeValue ?? '', node.parentNode as Element | null);
    if (node.nodeType === 1) this.readElement(node as Element);
    if (node.nodeType === 9 || node.nodeType === 11) for (const child of node.childNodes) this.read(child);
  }

  private readElement(element: Element): void {
    const name = element.localName;
    const isHidden = /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '');
    if (name !== 'wbr' && !INLINE.has(name)) this.current = null;
    if (element.matches(UNTOUCHED) || isHidden) return;
    this.readAttributes(element);
    const isInline = INLINE.has(name);
    const start = { run: this.runs.length - (this.current ? 1 : 0), offset: this.current?.text.length ?? 0 };
    const content = name === 'template' && 'content' in element ? (element.content as DocumentFragment) : element;
    for (const child of content.childNodes) this.read(child);
    const href = element.getAttribute('href') ?? '';
    if (isTelLink(href)) {
      const end = this.runs[start.run]?.text.length ?? 0;
      this.links.push({ href, run: start.run, start: start.offset, end: Math.max(start.offset, end) });
    }
    if (!isInline) this.current = null;
  }

  private append(text: string, parent: Element | null): void {
    if (text === '') return;
    if (this.current === null) {
      this.current = { text: '', label: parent && labelBeside(parent) };
      this.runs.push(this.current);
    }
    this.current.text += text.replace(/[\n\r\t]+/g, ' ');
  }

  private readAttributes(element: Element): void {
    const type = (element.getAttribute('type') ?? 'text').toLowerCase();
    const value = element.getAttribute('value') ?? '';
    if (element.localName === 'input' && (type === 'tel' || type === 'text') && value !== '') {
      this.fields.push({ value, label: type === 'tel' ? 'phone' : fieldLabel(element) });
    }
    for (const name of ['data-phone', 'data-tel', 'data-phone-number', 'data-number']) {
      const data = element.getAttribute(name);
      if (data) this.fields.push({ value: data, label: name === 'data-number' ? '' : 'phone' });
    }
    const title = element.getAttribute('title');
    if (title) this.fields.push({ value: title, label: '' });
  }
}

function fieldLabel(input: Element): string {
  const id = input.getAttribute('id');
  const forLabel = id ? input.ownerDocument.querySelector(`label[for="${id.replace(/["\\]/g, '')}"]`) : null;
  const around = input.closest('label');
  return [
    forLabel?.textContent,
    around?.textContent,
    ...['aria-label', 'name', 'placeholder'].map((name) => input.getAttribute(name)),
  ]
    .filter(Boolean)
    .join(' ');
}

/** Column header, row header, term or aria-label of the text of an element. */
function labelBeside(element: Element): string | null {
  const named = element.closest('[aria-label]');
  if (named) return named.getAttribute('aria-label');
  const term = element.closest('dd')?.previousElementSibling;
  if (term?.localName === 'dt') return term.textContent;
  const cell = element.closest('td');
  const row = cell?.parentNode as Element | null | undefined;
  if (!cell || !row) return null;
  const column = [...row.children].indexOf(cell);
  const header = cell.closest('table')?.querySelector('tr');
  const above = header && header !== row ? header.children[column] : undefined;
  if (above?.localName === 'th') return above.textContent;
  const rowHeader = row.children[0];
  return rowHeader?.localName === 'th' ? rowHeader.textContent : null;
}

function detectHtml(html: string, regions: readonly Region[]): Answer {
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
  const reader = new PageReader();
  reader.read(document.documentElement);
  const matches: Found[] = [];
  const refusals: Refusal[] = [];
  let offset = 0;
  reader.runs.forEach((run, index) => {
    const links = reader.links.filter((link) => link.run === index);
    const linked = links.flatMap((link) => linkMatch(link, offset, regions));
    const found = explainNumbers(run.text, regions, run.label);
    const shifted = found.matches.map((match) => ({ ...match, start: match.start + offset, end: match.end + offset }));
    matches.push(...linked, ...shifted.filter((match) => !linked.some((link) => isSame(link, match))));
    refusals.push(...found.refusals);
    offset += run.text.length + 1;
  });
  for (const link of reader.links.filter(({ run }) => run >= reader.runs.length)) {
    matches.push(...linkMatch(link, offset, regions));
  }
  for (const field of reader.fields) {
    const found = explainNumbers(field.value, regions, field.label).matches;
    matches.push(...found.filter((match) => !matches.some((known) => known.e164 === match.e164)));
  }
  return { matches, refusals };
}

/** A link's own text, or the same number beside it, is one number. */
function isSame(link: Found, match: Found): boolean {
  return match.start < link.end && link.start < match.end;
}

function linkMatch(
  link: { href: string; start: number; end: number },
  offset: number,
  regions: readonly Region[],
): Found[] {
  const parsed = parseTelLink(link.href, regions);
  if (!parsed.ok) return [];
  const { e164, extension } = parsed.value;
  return [{ start: link.start + offset, end: link.end + offset, raw: link.href, e164, ext: extension, reason: 'link' }];
}

function regionsOf(value: unknown): Region[] {
  return (Array.isArray(value) ? value : [value]).filter((region) => typeof region === 'string' && isRegion(region));
}

function answer(line: string, explain: boolean): unknown {
  const request: unknown = JSON.parse(line);
  if (typeof request !== 'object' || request === null) return { error: 'not an object' };
  const { text, html, region, label } = request as Record<string, unknown>;
  const regions = regionsOf(region);
  if (typeof text !== 'string' && typeof html !== 'string') return { error: 'neither text nor html' };
  const { matches, refusals } =
    typeof html === 'string'
      ? detectHtml(html, regions)
      : explainNumbers(String(text), regions, typeof label === 'string' ? label : null);
  const plain = matches.map(({ start, end, raw, e164, ext, reason }) => ({ start, end, raw, e164, ext, reason }));
  return explain ? { matches: plain, refusals } : { matches: plain };
}

const explain = process.argv.includes('--explain');
for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  let answered: unknown;
  try {
    answered = answer(line, explain);
  } catch (error) {
    answered = { error: error instanceof Error ? error.message : String(error) };
  }
  process.stdout.write(`${JSON.stringify(answered)}\n`);
}
