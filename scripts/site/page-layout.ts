import { NAVIGATION, PAGES, type SitePage } from './navigation.ts';
import { escapeHtml, type RenderedHeading } from './render-markdown.ts';

// Everything of the site is in its own folder; nothing is asked of any other host, and nothing could be.
const POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'";

/** A page of the site around its content. */
export function layOut(page: SitePage, content: string, headings: readonly RenderedHeading[], version: string): string {
  const title = page.path === 'index' ? 'Dialside' : `${page.title} – Dialside`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="icon.svg">
<link rel="stylesheet" href="site.css">
<script type="module" src="search-box.js"></script>
</head>
<body>
<a class="skip" href="#content">Skip to the text</a>
<header>
<a class="name" href="index.html"><img src="icon.svg" alt="" width="28" height="28">Dialside</a>
<div class="search" role="search" hidden>
<input type="search" aria-label="Search the documentation" placeholder="Search" autocomplete="off">
<ol aria-label="Found" hidden></ol>
<p class="count" role="status"></p>
</div>
</header>
<div class="columns">
<nav aria-label="Pages">
<input type="checkbox" id="pages" class="fold"><label for="pages">All pages</label>
<div class="groups">
${NAVIGATION.map((group) => groupOf(group.title, group.pages, page)).join('\n')}
</div>
</nav>
<main id="content">
${outline(headings)}${content}
${neighbours(page)}
</main>
</div>
<footer><p>Dialside ${escapeHtml(version)}. <a href="licence.html">MIT licence</a>. VICIdial is a trademark of its owners; Dialside is not affiliated with them.</p></footer>
</body>
</html>
`;
}

function groupOf(title: string, pages: readonly SitePage[], current: SitePage): string {
  const items = pages.map((page) => {
    const mark = page === current ? ' aria-current="page"' : '';
    return `<li><a href="${page.path}.html"${mark}>${escapeHtml(page.title)}</a></li>`;
  });
  return `<h2>${escapeHtml(title)}</h2>\n<ul>\n${items.join('\n')}\n</ul>`;
}

/** The sections of a page, where there are enough to look for one. */
function outline(headings: readonly RenderedHeading[]): string {
  const sections = headings.filter(({ level }) => level === 2);
  if (sections.length < 3) return '';
  const items = sections.map(({ slug, text }) => `<li><a href="#${slug}">${escapeHtml(text)}</a></li>`);
  return `<details class="outline"><summary>On this page</summary><ul>${items.join('')}</ul></details>\n`;
}

function neighbours(page: SitePage): string {
  const index = PAGES.indexOf(page);
  const link = (other: SitePage | undefined, rel: string, words: string) =>
    other ? `<a rel="${rel}" href="${other.path}.html">${words} ${escapeHtml(other.title)}</a>` : '';
  const previous = link(PAGES[index - 1], 'prev', 'Before:');
  return `<div class="neighbours">${previous}${link(PAGES[index + 1], 'next', 'Next:')}</div>`;
}
