import { expect, it } from 'vitest';
import { page as browserPage } from 'vitest/browser';
import { CRM_MARKUP } from '../../pages/crm-markup/expected.ts';
import { settle, startStage } from './page-stage.ts';
import { listen, portrait } from './page-witness.ts';

const FILES = import.meta.glob<string>('../../pages/crm-markup/*.html', {
  query: '?raw',
  import: 'default',
  eager: true,
});

it.each(CRM_MARKUP)('the page of $file cannot tell that Dialside is there', async ({ file, regions }) => {
  document.body.setHTMLUnsafe(FILES[`../../pages/crm-markup/${file}.html`] ?? '');
  const [text] = [document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT).nextNode()];
  getSelection()?.setBaseAndExtent(text ?? document.body, 0, document.body, 1);
  await browserPage.viewport(1000, 700);
  await settle();
  const ear = listen();
  const before = portrait();

  await using page = await startStage({ regions });
  expect(page.host.isConnected).toBe(true);
  expect(portrait()).toEqual(before);
  page.end();
  expect(portrait()).toEqual(before);
  expect(ear.heard(page.host)).toEqual([]);
  ear.stop();
});
