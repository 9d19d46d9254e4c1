import { expect, it } from 'vitest';
import { CRM_MARKUP } from '../../pages/crm-markup/expected.ts';
import { startStage } from './page-stage.ts';
import { walk } from './walk.ts';

const FILES = import.meta.glob<string>('../../pages/crm-markup/*.html', {
  query: '?raw',
  import: 'default',
  eager: true,
});

function htmlOf(file: string): string {
  const html = FILES[`../../pages/crm-markup/${file}.html`];
  if (html === undefined) throw new Error(`no page ${file}`);
  return html;
}

it('has a list for each page, and a page for each list', () => {
  const files = Object.keys(FILES).map((path) => path.replace(/.*\/|\.html/g, ''));
  expect(CRM_MARKUP.map(({ file }) => file).sort()).toEqual(files.sort());
});

it.each(CRM_MARKUP)('finds what is a number on the page of $file, and nothing else', async (crm) => {
  const html = htmlOf(crm.file);
  expect(crm.refused.filter((text) => !html.includes(text))).toEqual([]);
  // Unlike innerHTML it also makes the shadow roots that the markup declares.
  document.body.setHTMLUnsafe(html);
  const before = document.body.getHTML({ serializableShadowRoots: true });
  await using page = await startStage({ regions: crm.regions });
  const walked = await walk(page);
  const { wronglyFound = [] } = crm;
  expect(wronglyFound.filter((number) => !walked.includes(number))).toEqual([]);
  expect(walked.filter((number) => !wronglyFound.includes(number))).toEqual(crm.found);
  expect(document.body.getHTML({ serializableShadowRoots: true })).toBe(before);
});
