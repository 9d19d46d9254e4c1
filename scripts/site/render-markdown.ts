import MarkdownIt, { type Token } from 'markdown-it';
import { slugOf } from './page-source.ts';
import type { DrawDiagram } from './state-diagram.ts';

export interface RenderedHeading {
  readonly level: number;
  readonly text: string;
  readonly slug: string;
}

export interface RenderOptions {
  /** The address of a link or picture in the site. */
  readonly resolve: (href: string) => string;
  readonly drawDiagram: DrawDiagram;
}

const IS_ELSEWHERE = /^(?:[a-z][a-z+.-]*:|\/\/)/i;

// The documents are the repository's own: their few lines of HTML are meant.
const markdownIt = new MarkdownIt({ html: true, linkify: false, typographer: false });

/** The headings of a text, in order. */
export function headingsOf(markdown: string): readonly RenderedHeading[] {
  return headingsIn(markdownIt.parse(markdown, {}));
}

function headingsIn(tokens: readonly Token[]): readonly RenderedHeading[] {
  const used = new Map<string, number>();
  return tokens.flatMap((token, index) => {
    if (token.type !== 'heading_open') return [];
    const text = plainText(tokens[index + 1]);
    const slug = slugOf(text);
    const before = used.get(slug) ?? 0;
    used.set(slug, before + 1);
    return [{ level: Number(token.tag.slice(1)), text, slug: before === 0 ? slug : `${slug}-${before}` }];
  });
}

function plainText(token: Token | undefined): string {
  const inside = token?.children ?? [];
  return inside.map(({ type, content }) => (type === 'text' || type === 'code_inline' ? content : '')).join('');
}

/** HTML of a text: headings have the names that GitHub gives them, links lead within the site. */
export function renderMarkdown(markdown: string, { resolve, drawDiagram }: RenderOptions): string {
  const tokens = markdownIt.parse(markdown, {});
  const headings = headingsIn(tokens);
  const opened = tokens.filter(({ type }) => type === 'heading_open');
  for (const [index, token] of opened.entries()) token.attrSet('id', headings[index]?.slug ?? '');
  const all = tokens.flatMap((token) => [token, ...(token.children ?? [])]);
  for (const token of all) lead(token, resolve);
  const html = tokens
    .map((token) =>
      token.type === 'fence' && token.info === 'mermaid'
        ? diagram(token.content, drawDiagram)
        : markdownIt.renderer.render([token], markdownIt.options, {}),
    )
    .join('');
  // What may be wider than the page can be scrolled by keyboard.
  return html
    .replaceAll('<table>', '<div class="wide" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>')
    .replaceAll('<pre>', '<pre tabindex="0">');
}

/** A picture says little to whoever does not see it: the text it was drawn from stands below. */
function diagram(mermaid: string, drawDiagram: DrawDiagram): string {
  const source = `<details><summary>The same as text</summary><pre><code>${escapeHtml(mermaid)}</code></pre></details>`;
  return `<figure class="diagram"><div class="wide" tabindex="0">${drawDiagram(mermaid)}</div>${source}</figure>`;
}

function lead(token: Token, resolve: (href: string) => string): void {
  const name = { link_open: 'href', image: 'src' }[token.type];
  const address = name && token.attrGet(name);
  if (name && address) token.attrSet(name, within(String(address), resolve));
  if (token.type === 'html_inline' || token.type === 'html_block') {
    token.content = token.content.replace(
      /\b(src|href)="([^"]+)"/g,
      (_all, attribute: string, value: string) => `${attribute}="${within(value, resolve)}"`,
    );
  }
}

function within(address: string, resolve: (href: string) => string): string {
  return IS_ELSEWHERE.test(address) ? address : resolve(address);
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
