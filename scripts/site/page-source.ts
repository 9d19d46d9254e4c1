/** Markdown that a page is made of: a document, or one `##` section of it, or what stands before the first of them. */
export interface Part {
  /** Path below the repository. */
  readonly source: string;
  /** A heading of the second level, as written; `null` for the beginning; left out for the whole document. */
  readonly section?: string | null;
}

/**
 * The Markdown of a part. A heading that is not there is an error: somebody has renamed a section.
 *
 * @throws when the document has no such section
 */
export function cutPart(markdown: string, { source, section }: Part): string {
  if (section === undefined) return markdown;
  const sections = splitSections(markdown);
  const found = section === null ? sections[0] : sections.find(({ heading }) => heading === section);
  if (!found) throw new Error(`${source} has no section "${section}"`);
  return found.text;
}

interface Section {
  readonly heading: string | null;
  readonly text: string;
}

/** A document in pieces that each begin with a heading of the second level; the first is what stands before. */
function splitSections(markdown: string): readonly Section[] {
  const sections: { heading: string | null; lines: string[] }[] = [{ heading: null, lines: [] }];
  let isCode = false;
  for (const line of markdown.split('\n')) {
    if (/^\s*```/.test(line)) isCode = !isCode;
    if (!isCode && line.startsWith('## ')) sections.push({ heading: line.slice(3).trim(), lines: [] });
    sections.at(-1)?.lines.push(line);
  }
  return sections.map(({ heading, lines }) => ({ heading, text: `${lines.join('\n').trim()}\n` }));
}

/** The name by which GitHub links a heading; the site uses the same, so that one link works in both. */
export function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}
