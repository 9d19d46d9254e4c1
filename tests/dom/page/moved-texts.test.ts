import { expect, it } from 'vitest';
import { pause, settle, stage } from './page-stage.ts';

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

it.each<[string, () => void]>([
  ['its element is taken away from around it', () => byId('name').replaceWith(...byId('name').childNodes)],
  ['it is put into another', () => byId('other').append(...byId('name').childNodes)],
])('a number keeps a button when %s', async (_how, move) => {
  await using page = await stage(
    '<table><tr><td><span id="name">415-237-1137</span></td><td id="other"></td></tr></table>',
  );
  move();
  // So long the browser takes to tell that what it watched has gone.
  await pause(400);
  await expect.poll(() => page.labels()).toEqual(['Call +1 415 237 1137']);
});
