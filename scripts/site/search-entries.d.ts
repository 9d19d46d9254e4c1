/** What can be found: the text below one heading of one page. */
export interface SearchEntry {
  readonly address: string;
  readonly page: string;
  readonly heading: string;
  readonly text: string;
}

/** The entries that hold every word of a question, by the beginning of words; those that name it in a heading first. */
export function findEntries(entries: readonly SearchEntry[], question: string, most?: number): readonly SearchEntry[];
