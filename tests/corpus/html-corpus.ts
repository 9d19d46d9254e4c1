import type { Region } from '../../lib/phone/phone-number.ts';
import corpus from './crm-corpus.json' with { type: 'json' };

/** Markup with the numbers that a person sees in it, as E.164 with `;ext=` where an extension is written. */
export interface HtmlSnippet {
  readonly id: string;
  readonly html: string;
  readonly region: Region;
  readonly expected: readonly { readonly e164: string }[];
  /** Finding these is neither a hit nor a fault. */
  readonly optional?: readonly string[];
}

export const HTML_SNIPPETS = corpus.html as readonly HtmlSnippet[];

/** Numbers in attributes that nobody sees: a tooltip's and a script's. Any change fails until it is written here. */
export const HTML_DIFFERENCES = ['h0065 ', 'h0067 '];

interface Found {
  readonly e164: string;
  readonly ext: string | null;
}

/** Each snippet in which something else is found than is expected, and what is found. */
export function differencesInHtml(find: (snippet: HtmlSnippet, index: number) => readonly Found[]): string[] {
  return HTML_SNIPPETS.flatMap((snippet, index) => {
    const found = find(snippet, index)
      .filter(({ e164 }) => !snippet.optional?.includes(e164))
      .map(({ e164, ext }) => (ext === null ? e164 : `${e164};ext=${ext}`));
    const expected = snippet.expected.map(({ e164 }) => e164);
    return found.sort().join() === expected.sort().join() ? [] : [`${snippet.id} ${found.join()}`];
  });
}
