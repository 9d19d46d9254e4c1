import { existsSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { PAGES, type SitePage } from './navigation.ts';

/** Where the headings of the sources have come to stand: page by source, and by source and heading. */
export interface LinkMap {
  /**
   * The address within the site of what a document links to. Files that are no pages are told to `onFile`, to be put beside the
   * pages; null for what is nowhere.
   */
  resolve(source: string, href: string): string | null;
}

export interface Heading {
  readonly source: string;
  readonly slug: string;
  readonly page: SitePage;
}

const IS_IMAGE = /\.(png|svg)$/;

/** Where a file that is no page lies in the site. As text, so that a browser shows it instead of playing a `.ts` as a film. */
export function fileAddress(file: string): string {
  return IS_IMAGE.test(file) ? `files/${file}` : `files/${file}.txt`;
}

export function createLinkMap(
  root: string,
  headings: readonly Heading[],
  onFile: (file: string) => void,
  pages: readonly SitePage[] = PAGES,
): LinkMap {
  const pageOf = (file: string) => pages.find(({ parts }) => parts.some(({ source }) => source === file));
  const anchored = (file: string, slug: string): string | null => {
    const found = headings.find((heading) => heading.source === file && heading.slug === slug);
    return found ? `${found.page.path}.html#${slug}` : null;
  };
  const fileOf = (path: string): string | null => {
    if (!existsSync(join(root, path))) return null;
    if (!statSync(join(root, path)).isDirectory()) return path;
    // A folder is shown by what introduces it, else by the first page of it.
    const inside = pages.flatMap(({ parts }) => parts).find(({ source }) => source.startsWith(`${path}/`));
    return existsSync(join(root, path, 'README.md')) ? `${path}/README.md` : (inside?.source ?? null);
  };
  return {
    resolve(source, href) {
      const [path = '', slug] = href.split('#', 2);
      const file = path === '' ? source : fileOf(normalize(join(dirname(source), path)).replace(/\/$/, ''));
      if (file === null) return null;
      if (slug) return anchored(file, slug);
      const page = pageOf(file);
      if (page) return `${page.path}.html`;
      onFile(file);
      return fileAddress(file);
    },
  };
}
