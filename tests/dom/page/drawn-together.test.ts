import { expect, it, onTestFinished, vi } from 'vitest';
import { MARK_NAME } from '../../../lib/page/overlay/marks.ts';
import { frames, settle, stage } from './page-stage.ts';

/** More numbers than are asked about in one frame. */
const ROWS = 25;

it('new buttons are drawn together: each frame that shows something new costs the browser a look at its whole page', async () => {
  const rows = Array.from({ length: ROWS }, (_, row) => `<p style="margin:0">Call 415-237-${1000 + row}</p>`);
  await using page = await stage('');
  // Hit tests that take long, as on a page of 100 000 cells.
  const elementFromPoint = document.elementFromPoint.bind(document);
  document.elementFromPoint = (x, y) => {
    for (const end = performance.now() + 0.5; performance.now() < end; );
    return elementFromPoint(x, y);
  };
  document.body.innerHTML = rows.join('');
  const counts = new Set<number>();
  for (const end = performance.now() + 10_000; page.labels().length < ROWS && performance.now() < end; ) {
    await frames(1);
    counts.add(page.labels().length);
  }
  document.elementFromPoint = elementFromPoint;
  expect(Math.max(...counts)).toBe(ROWS);
  expect(counts.size).toBeLessThan(ROWS * 0.8);
});

it('marks come with the buttons, and not in a frame of their own', async () => {
  await using page = await stage('');
  document.body.innerHTML = '<p>Call (415) 237-1137</p>';
  const seen = new Set<string>();
  const marks = () => CSS.highlights.get(MARK_NAME)?.size ?? 0;
  for (const end = performance.now() + 10_000; !seen.has('1 and 1') && performance.now() < end; ) {
    await frames(1);
    seen.add(`${marks()} and ${page.labels().length}`);
  }
  expect([...seen]).toEqual(['0 and 0', '1 and 1']);
});

it('the page is asked what lies where behind a frame, when it has just been laid out', async () => {
  const inFrames: number[] = [];
  const behind: number[] = [];
  let isInFrame = false;
  const elementFromPoint = document.elementFromPoint.bind(document);
  const askFrame = window.requestAnimationFrame;
  onTestFinished(() => {
    document.elementFromPoint = elementFromPoint;
    window.requestAnimationFrame = askFrame;
  });
  document.elementFromPoint = (x, y) => {
    (isInFrame ? inFrames : behind).push(x);
    return elementFromPoint(x, y);
  };
  window.requestAnimationFrame = (callback) =>
    askFrame((now) => {
      isInFrame = true;
      callback(now);
      isInFrame = false;
    });
  await using page = await stage('<p>Call (415) 237-1137</p>');
  expect(page.labels()).toHaveLength(1);
  expect(inFrames).toEqual([]);
  expect(behind.length).toBeGreaterThan(0);
});

it('nothing that is drawn changes where the page only has other colours', async () => {
  await using page = await stage('<p>Call (415) 237-1137</p>');
  const changes: MutationRecord[] = [];
  const observer = new MutationObserver((records) => changes.push(...records));
  observer.observe(page.root, { subtree: true, childList: true, attributes: true });
  const elementsFromPoint = vi.spyOn(document, 'elementsFromPoint');
  onTestFinished(() => elementsFromPoint.mockRestore());
  document.querySelector('p')!.style.color = 'teal';
  await settle();
  // What lies under the button has been asked for.
  expect(elementsFromPoint).toHaveBeenCalled();
  expect(changes).toEqual([]);
});

it('each place under a button is asked about once when the page changes', async () => {
  await using page = await stage('<p>Call (415) 237-1137</p>');
  expect(page.labels()).toHaveLength(1);
  const asked: string[] = [];
  const note = (x: number, y: number) => asked.push(`${Math.round(x)} ${Math.round(y)}`);
  const atPoint = vi.spyOn(document, 'elementFromPoint').mockImplementation((x, y) => {
    note(x, y);
    return Document.prototype.elementFromPoint.call(document, x, y);
  });
  const caretAt = vi.spyOn(document, 'caretPositionFromPoint').mockImplementation((x, y, options) => {
    note(x, y);
    return Document.prototype.caretPositionFromPoint.call(document, x, y, options);
  });
  onTestFinished(() => {
    for (const spy of [atPoint, caretAt]) spy.mockRestore();
  });
  document.querySelector('p')!.style.color = 'teal';
  await settle();
  // Both ends of the number, and the corners and the middle of its button.
  expect(new Set(asked).size).toBe(7);
  expect(asked).toHaveLength(7);
});

it.each([
  ['in the same text', (line: Element) => (line.firstChild!.nodeValue = 'Call (415) 237-1137 or come here')],
  ['in a text of its own', (line: Element) => line.append(' or come here')],
  ['in an element', (line: Element) => line.insertAdjacentHTML('beforeend', ' <b>or come here</b>')],
  [
    'of another line',
    (line: Element) =>
      line.insertAdjacentHTML(
        'afterend',
        '<b style="position:absolute;top:20px;left:0">Words as far as the button is</b>',
      ),
  ],
  [
    'among many lines',
    (line: Element) => line.append(' or come', ...Array.from({ length: 99 }, () => document.createElement('br'))),
  ],
])('a button makes room for words that come where it is, %s', async (_where, write) => {
  await using page = await stage('<p style="margin:20px 0;font-size:14px">Call (415) 237-1137</p>');
  expect(page.labels()).toHaveLength(1);
  write(document.querySelector('p')!);
  await settle();
  expect(page.labels()).toEqual([]);
});
