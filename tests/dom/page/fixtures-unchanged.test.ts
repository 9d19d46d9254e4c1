import { expect, it } from 'vitest';
import { page as browserPage } from 'vitest/browser';
import { MARK_NAME } from '../../../lib/page/overlay/marks.ts';
import { CRM_MARKUP } from '../../pages/crm-markup/expected.ts';
import { listen, portrait } from '../../pages/page-witness.ts';
import { click, hover, moveTo } from './hand.ts';
import { settle, startStage } from './page-stage.ts';

const FILES = import.meta.glob<string>('../../pages/crm-markup/*.html', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Where nothing of a page is. */
const ASIDE = [995, 695] as const;

it.each(CRM_MARKUP)('the page of $file cannot tell that Dialside is there, is pointed at and dials', async (crm) => {
  document.body.setHTMLUnsafe(FILES[`../../pages/crm-markup/${crm.file}.html`] ?? '');
  const [text] = [document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT).nextNode()];
  getSelection()?.setBaseAndExtent(text ?? document.body, 0, document.body, 1);
  await browserPage.viewport(1000, 700);
  await moveTo(...ASIDE);
  await settle();
  const ear = listen(undefined, { hearsAll: true });
  const before = portrait();

  await using page = await startStage({ regions: crm.regions });
  expect(page.host.isConnected).toBe(true);
  expect(portrait()).toEqual(before);
  // Not every number has room for a button before it is pointed at.
  await hover(firstMark());
  await settle();
  const [label = 'none at all'] = page.labels();
  await click(page.button(label));
  expect(page.dialled).toHaveLength(1);
  await moveTo(...ASIDE);
  await settle();
  expect(portrait()).toEqual(before);
  page.end();
  expect(portrait()).toEqual(before);
  expect(ear.heard(page.host)).toEqual([]);
  ear.stop();
});

function firstMark(): Range {
  const [mark] = CSS.highlights.get(MARK_NAME) ?? [];
  if (!mark) throw new Error('no number of the page is marked');
  const range = document.createRange();
  range.setStart(mark.startContainer, mark.startOffset);
  range.setEnd(mark.endContainer, mark.endOffset);
  return range;
}
