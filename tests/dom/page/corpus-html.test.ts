import { expect, it } from 'vitest';
import { readPage } from '../../../scripts/detect/read-page.ts';
import { differencesInHtml, HTML_DIFFERENCES } from '../../corpus/html-corpus.ts';

it('finds in the HTML of the corpus what is expected, in a browser', () => {
  const differences = differencesInHtml(({ html, region }) => {
    document.body.setHTMLUnsafe(html);
    return readPage(document, [region]).map(({ e164, extension }) => ({ e164, ext: extension }));
  });
  document.body.replaceChildren();
  expect(differences).toEqual(HTML_DIFFERENCES);
});
