import { beforeEach, describe, expect, it } from 'vitest';
import { moveTo } from './hand.ts';
import { frames, type Stage, settle, stage } from './page-stage.ts';

beforeEach(async () => {
  document.documentElement.removeAttribute('style');
  scrollTo(0, 0);
  await moveTo(900, 600);
});

describe('buttons stay with their numbers', () => {
  const numbers = () => [...document.querySelectorAll('.n')].filter((element) => element.checkVisibility());

  it.each<[string, string, () => void]>([
    [
      'scrolling',
      '<p style="height:40px">x</p><span class="n">415-237-1137</span><p style="height:3000px">x</p>',
      () => scrollTo(0, 30),
    ],
    [
      'nested scrolling',
      '<div id="s" style="height:200px;overflow:auto"><p style="height:100px">x</p><span class="n">415-237-1137</span><p style="height:500px">x</p></div>',
      () => {
        document.querySelector('#s')!.scrollTop = 60;
      },
    ],
    [
      'a change above',
      '<div id="s"></div><span class="n">415-237-1137</span>',
      () => {
        document.querySelector('#s')!.innerHTML = '<p style="height:77px">x</p>';
      },
    ],
    [
      'a style',
      '<div id="s"><span class="n">415-237-1137</span></div>',
      () => {
        document.querySelector<HTMLElement>('#s')!.style.padding = '33px';
      },
    ],
    [
      'a transition',
      '<div id="s" style="transition:transform 200ms"><span class="n">415-237-1137</span></div>',
      () => {
        document.querySelector<HTMLElement>('#s')!.style.transform = 'translate(120px, 44px)';
      },
    ],
    [
      'a zoom',
      '<div id="s"><br><span class="n">415-237-1137</span></div>',
      () => {
        document.querySelector<HTMLElement>('#s')!.style.zoom = '1.5';
      },
    ],
    [
      'a zoom of everything',
      '<br><span class="n">415-237-1137</span>',
      () => {
        document.documentElement.style.zoom = '1.25';
      },
    ],
    [
      'a picture that loads',
      '<img id="s"><br><span class="n">415-237-1137</span>',
      () => {
        document.querySelector<HTMLImageElement>('#s')!.src =
          'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="60" height="90"/>';
      },
    ],
    [
      'details that open',
      '<details id="s"><summary>a</summary><p style="height:50px">x</p></details><span class="n">415-237-1137</span>',
      () => {
        document.querySelector<HTMLDetailsElement>('#s')!.open = true;
      },
    ],
    [
      'a sticky place',
      '<div style="height:3000px"><p style="height:60px">x</p><div style="position:sticky;top:10px"><span class="n">415-237-1137</span></div></div>',
      () => scrollTo(0, 200),
    ],
  ])('through %s', async (_name, html, move) => {
    await using page = await stage(html);
    const before = numbers()[0]!.getBoundingClientRect();
    move();
    const moved = () => {
      const after = numbers()[0]!.getBoundingClientRect();
      return [after.left - before.left, after.top - before.top, after.width - before.width];
    };
    await expect.poll(moved).not.toEqual([0, 0, 0]);
    await settle();
    await expect.poll(() => distance(page, numbers()[0]!)).toBeLessThanOrEqual(2);
    document.documentElement.style.zoom = '';
    scrollTo(0, 0);
  });

  it('of a virtual list whose rows are used again', async () => {
    await using page = await stage(
      '<div id="s" style="height:200px;overflow:auto;position:relative"><div style="height:30000px"></div></div>',
    );
    const scroller = document.querySelector('#s')!;
    const rows = Array.from({ length: 12 }, () => {
      const row = document.createElement('div');
      row.style.cssText = 'position:absolute;height:30px;left:0;width:400px';
      row.append(document.createElement('span'));
      row.firstElementChild!.className = 'n';
      scroller.append(row);
      return row;
    });
    const render = () => {
      const first = Math.floor(scroller.scrollTop / 30);
      for (let at = first; at < first + rows.length; at++) {
        const row = rows[at % rows.length]!;
        row.style.top = `${at * 30}px`;
        const text = `415-237-${String(1000 + at)}`;
        if (row.firstElementChild!.textContent !== text) row.firstElementChild!.textContent = text;
      }
    };
    scroller.addEventListener('scroll', render);
    render();
    for (const top of [0, 45, 300, 3015, 2990, 12000]) {
      scroller.scrollTop = top;
      await settle();
      await frames(10);
      const seen = numbers().filter((element) => {
        const box = element.getBoundingClientRect();
        const frame = scroller.getBoundingClientRect();
        return box.top >= frame.top && box.bottom <= frame.bottom;
      });
      expect(seen.length).toBeGreaterThanOrEqual(5);
      for (const element of seen) expect(distance(page, element)).toBeLessThanOrEqual(2);
      const texts = numbers().map((element) => element.textContent!.slice(-4));
      expect(page.labels().filter((label) => !texts.includes(label.slice(-4)))).toEqual([]);
    }
  });
});

/** How far the button is from where it belongs: right of the number, on its middle line. */
function distance(page: Stage, element: Element): number {
  const range = document.createRange();
  range.selectNodeContents(element);
  const number = range.getBoundingClientRect();
  const button = page.button(element.textContent!.slice(-4)).getBoundingClientRect();
  return Math.max(
    Math.abs(button.left - number.right - 3),
    Math.abs((button.top + button.bottom - number.top - number.bottom) / 2),
  );
}
