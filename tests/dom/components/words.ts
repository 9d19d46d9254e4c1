import type { TextTools } from '../../../components/text.tsx';
import { createTextTools } from '../../../entrypoints/popup/text-tools.ts';
import { getMessageOf } from '../../locale-messages.ts';

/** The words of a page as a browser gives them; `folder` is that of the language in public/_locales. */
export async function wordsIn(folder: string): Promise<TextTools> {
  // Fetched: what lies in the public folder is served, not imported.
  const texts = await (await fetch(`/_locales/${folder}/messages.json`)).json();
  return createTextTools(getMessageOf(texts), folder.replace('_', '-'));
}

export const ENGLISH = await wordsIn('en');
