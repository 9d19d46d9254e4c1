import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../setup/run.mjs';
import { createLinkMap, fileAddress, type Heading } from './link-map.ts';
import { PAGES, type SitePage } from './navigation.ts';
import { layOut } from './page-layout.ts';
import { cutPart } from './page-source.ts';
import { headingsOf, renderMarkdown } from './render-markdown.ts';
import type { SearchEntry } from './search-entries.js';
import { createDrawDiagram } from './state-diagram.ts';

export interface Site {
  /** Files by their path in the site. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** Links that lead nowhere, as `source: link`. */
  readonly broken: readonly string[];
}

interface PagePart {
  readonly source: string;
  readonly text: string;
}

/** The whole site, in memory: pages, pictures, files that pages link to, style and search. */
export async function renderSite(): Promise<Site> {
  const drawDiagram = await createDrawDiagram();
  const texts = new Map(PAGES.map((page) => [page, partsOf(page)]));
  const linked = new Set<string>();
  const broken: string[] = [];
  const map = createLinkMap(ROOT, [...texts].flatMap(headingsOfPage), (file) => linked.add(file));
  const files = new Map<string, string | Uint8Array>();
  const entries: SearchEntry[] = [];
  for (const [page, parts] of texts) {
    const resolveFrom = (source: string) => (href: string) => {
      const address = map.resolve(source, href);
      if (address === null) broken.push(`${source}: ${href}`);
      return address ?? '#';
    };
    const rendered = parts.map(({ source, text }) =>
      renderMarkdown(text, { resolve: resolveFrom(source), drawDiagram }),
    );
    const headings = parts.flatMap(({ text }) => headingsOf(text));
    files.set(`${page.path}.html`, layOut(page, rendered.join('\n'), headings, versionOf()));
    entries.push(...parts.flatMap(({ text }) => entriesOf(page, text)));
  }
  for (const file of linked) files.set(fileAddress(file), readFileSync(join(ROOT, file)));
  for (const name of ['site.css', 'search-box.js', 'search-entries.js'])
    files.set(name, readFileSync(new URL(name, import.meta.url), 'utf8'));
  files.set('icon.svg', readFileSync(join(ROOT, 'public/icon.svg')));
  files.set('search.json', JSON.stringify(entries));
  return { files, broken };
}

/** A page of one section has its heading as title; of several, each stays a section under the page's title. */
function partsOf({ title, parts }: SitePage): readonly PagePart[] {
  const texts = parts.map((part) => ({
    source: part.source,
    text: cutPart(readFileSync(join(ROOT, part.source), 'utf8'), part),
  }));
  const [first, ...rest] = texts;
  if (!first || first.text.startsWith('# ')) return texts;
  const isOne = rest.length === 0;
  return [{ ...first, text: isOne ? promote(first.text) : `# ${title}\n\n${first.text}` }, ...rest];
}

function promote(markdown: string): string {
  return markdown.replace(/^#(#+ )/gm, '$1');
}

function headingsOfPage([page, parts]: [SitePage, readonly PagePart[]]): readonly Heading[] {
  return parts.flatMap(({ source, text }) => headingsOf(text).map(({ slug }) => ({ source, slug, page })));
}

/** What can be searched: the text below each heading. */
function entriesOf(page: SitePage, markdown: string): readonly SearchEntry[] {
  const headings = headingsOf(markdown);
  const pieces = markdown.split(/^#{1,6} .*$/m);
  return headings.map(({ slug, text, level }, index) => ({
    address: level === 1 ? `${page.path}.html` : `${page.path}.html#${slug}`,
    page: page.title,
    heading: text,
    text: (pieces[index + 1] ?? '').replace(/[\s|`*#>_[\]-]+/g, ' ').trim(),
  }));
}

function versionOf(): string {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly version: string };
  return version;
}
