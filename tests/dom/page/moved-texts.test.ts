import { expect, it } from 'vitest';
import { settle, stage } from './page-stage.ts';

const ONE = 'Call +1 415 237 1137';
/** As long as what it stands for: a button that is left behind has room beside it, and shows. */
const NOBODY = 'Nobody lives here';

function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`there is no #${id}`);
  return element;
}

it('a number keeps its button when what it stands in is moved', async () => {
  await using page = await stage('<div><p id="line">Call 415-237-1137</p></div><div id="other"></div>');
  byId('other').append(byId('line'));
  await settle();
  expect(page.labels()).toEqual([ONE]);
});

it.each([
  ['other words', NOBODY],
  ['another number', 'Call 415-237-1138'],
])('a number is forgotten when its text is changed to %s in the task that moves it', async (_what, words) => {
  await using page = await stage('<div><p id="line">Call 415-237-1137</p></div><div id="other"></div>');
  expect(page.labels()).toEqual([ONE]);
  byId('line').firstChild!.nodeValue = words;
  byId('other').append(byId('line'));
  await settle();
  expect(page.labels()).not.toContain(ONE);
});

it('a number is forgotten when its text is changed while it is out of the page, where no observer sees it', async () => {
  await using page = await stage('<div><p id="line">Call 415-237-1137</p></div><div id="other"></div>');
  const line = byId('line');
  line.remove();
  // The observer has had its turn then, and what was taken out is followed no more; a frame has not come yet.
  await Promise.resolve();
  line.firstChild!.nodeValue = NOBODY;
  byId('other').append(line);
  await settle();
  expect(page.labels()).toEqual([]);
});
