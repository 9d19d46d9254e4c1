import { beforeEach, describe, expect, it, vi } from 'vitest';
import { hover, moveTo } from './hand.ts';
import { frames, type Stage, settle, stage } from './page-stage.ts';

beforeEach(async () => {
  document.documentElement.removeAttribute('style');
  scrollTo(0, 0);
  await moveTo(900, 600);
});

const ONE = 'Call +1 415 237 1137';

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

it('a number that the page lays something over loses its button, and is left in peace then', async () => {
  await using page = await stage(
    '<p>415-237-1137</p><div id="over" style="position:fixed;inset:0;background:#0008" hidden></div>',
  );
  expect(page.labels()).toEqual([ONE]);
  const over = document.querySelector<HTMLElement>('#over')!;
  over.hidden = false;
  await expect.poll(page.labels).toEqual([]);
  await settle();
  const asked = vi.spyOn(document, 'elementFromPoint');
  await frames(40);
  expect(asked).not.toHaveBeenCalled();
  asked.mockRestore();
  over.hidden = true;
  await expect.poll(page.labels).toEqual([ONE]);
});

describe('a number shows no button while it is', () => {
  it.each([
    ['not displayed', '<div style="display:none">415-237-1137</div>'],
    ['invisible', '<div style="visibility:hidden">415-237-1137</div>'],
    ['in closed details', '<details><summary>More</summary>415-237-1137</details>'],
    [
      'clipped away',
      '<div style="width:300px;height:20px;overflow:hidden"><p style="margin-top:60px">415-237-1137</p></div>',
    ],
    ['under a dialog', '<p>415-237-1137</p><div style="position:fixed;inset:0;background:#fff">Dialog</div>'],
    ['under a modal dialog', '<p>415-237-1137</p><dialog style="width:90%;height:90%">Hello</dialog>'],
    [
      'under a sticky header',
      '<header style="position:fixed;top:0;left:0;right:0;height:80px;background:#fff"></header><p>415-237-1137</p>',
    ],
    ['below the fold', '<p style="margin-top:2000px">415-237-1137</p>'],
    [
      'scrolled out of its list',
      '<div style="height:100px;overflow:auto"><p style="height:300px">x</p><p>415-237-1137</p></div>',
    ],
    [
      'cut off by its cell',
      '<div style="width:40px;overflow:hidden;white-space:nowrap">Telephone number 415-237-1137</div>',
    ],
  ])('%s', async (_name, html) => {
    await using page = await stage(html);
    document.querySelector('dialog')?.showModal();
    await settle();
    expect(page.labels()).toEqual([]);
  });

  it('and shows one when it comes into sight', async () => {
    await using page = await stage(
      '<div id="list" style="height:100px;overflow:auto"><p style="height:300px">x</p><p>415-237-1137</p></div>',
    );
    document.querySelector('#list')!.scrollTop = 400;
    await settle();
    expect(page.labels()).toEqual([ONE]);
    document.querySelector('#list')!.scrollTop = 0;
    await settle();
    expect(page.labels()).toEqual([]);
  });

  it('unless what lies over it is an empty, stretched link', async () => {
    const link = '<a href="#" style="position:absolute;inset:0"></a>';
    await using page = await stage(`<div style="position:relative"><p>415-237-1137</p>${link}</div>`, {
      mode: 'buttonsOnHover',
    });
    await moveTo(40, 25);
    await settle();
    expect(page.labels().length).toBeLessThanOrEqual(1);
  });
});

describe('room beside the number', () => {
  it.each([
    ['text follows', '<p><span id="n">415-237-1137</span> is her number</p>'],
    [
      'a picture follows',
      '<p style="display:flex"><span id="n">415-237-1137</span><img width="50" height="20" src="data:image/svg+xml,<svg xmlns=\'http://www.w3.org/2000/svg\'/>"></p>',
    ],
    ['a button follows', '<p>Tel <span id="n">415-237-1137</span><button>Edit</button></p>'],
    [
      'lines are tight',
      '<div style="line-height:14px;white-space:nowrap">Tel <span id="n">415-237-1137</span><br>a long line of words that goes on and on far beyond the end of the number in the line above it</div>',
    ],
  ])('is wanting when %s: then the button waits for the pointer', async (_name, html) => {
    await using page = await stage(`<div>Words ${html}</div>`);
    expect(page.labels()).toEqual([]);
    await hover(document.querySelector('#n')!);
    await settle();
    expect(page.labels()).toEqual([ONE]);
    const number = document.querySelector('#n')!.getBoundingClientRect();
    const button = page.button('415').getBoundingClientRect();
    expect(button.left).toBeGreaterThanOrEqual(number.left - 31);
    expect(button.right).toBeLessThanOrEqual(number.right + 31);
    await moveTo(900, 600);
    await settle();
    expect(page.labels()).toEqual([]);
  });

  it.each(['.', ',', ')', ';'])('is right after the end of a sentence, "%s"', async (stop) => {
    await using page = await stage(`<p style="font-size:15px"><span id="n">415-237-1137</span>${stop}</p>`);
    const number = document.querySelector('#n')!.getBoundingClientRect();
    const { left } = page.button('415').getBoundingClientRect();
    expect(left).toBeGreaterThanOrEqual(number.right + 3);
    expect(left).toBeLessThanOrEqual(number.right + 12);
  });

  it('is to the left in right-to-left text', async () => {
    await using page = await stage('<div dir="rtl"><span id="n">415-237-1137</span></div>');
    const number = document.querySelector('#n')!.getBoundingClientRect();
    expect(page.button('415').getBoundingClientRect().right).toBeLessThanOrEqual(number.left);
  });

  it('is not taken twice', async () => {
    await using page = await stage(
      '<br><div style="line-height:16px"><div>415-237-1137</div><div>206-895-5016</div><div>303-902-5153</div></div>',
    );
    const boxes = [...page.root.querySelectorAll('.dial:not([hidden])')].map((button) =>
      button.getBoundingClientRect(),
    );
    const overlaps = boxes.flatMap((one, at) =>
      boxes
        .slice(at + 1)
        .filter(
          (other) =>
            one.top < other.bottom && other.top < one.bottom && one.left < other.right && other.left < one.right,
        ),
    );
    expect(boxes.length).toBe(3);
    expect(overlaps).toEqual([]);
  });

  it('is enough for every line of a tight list of sentences', async () => {
    const lines = Array.from({ length: 12 }, (_, index) => `<div>Call 415-555-01${index + 10}.</div>`).join('');
    await using page = await stage(`<div style="font-size:12px;line-height:1.3;padding:20px">${lines}</div>`);
    expect(page.labels()).toHaveLength(12);
  });

  it('is not looked for where only marks are wanted', async () => {
    await using page = await stage('<p>415-237-1137</p>', { mode: 'marksOnly' });
    await hover(document.querySelector('p')!);
    await settle();
    expect(page.labels()).toEqual([]);
    page.dialer.setMode('buttons');
    await settle();
    expect(page.labels()).toEqual([ONE]);
  });
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

it('nothing of Dialside is printed', async () => {
  await using page = await stage('<p>415-237-1137</p>');
  const css = [...page.root.adoptedStyleSheets, ...document.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const media = css
    .filter((rule): rule is CSSMediaRule => rule instanceof CSSMediaRule)
    .map((rule) => [rule.conditionText, rule.cssText]);
  expect(media.find(([condition]) => condition === 'print')?.[1]).toContain('display: none !important');
  expect(media.find(([condition]) => condition === 'screen')?.[1]).toContain('::highlight');
});
