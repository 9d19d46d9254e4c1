import { beforeEach, describe, expect, it, vi } from 'vitest';
import { click, hover, moveTo } from './hand.ts';
import { frames, settle, stage } from './page-stage.ts';

beforeEach(async () => {
  document.documentElement.removeAttribute('style');
  scrollTo(0, 0);
  await moveTo(900, 600);
});

const ONE = 'Call +1 415 237 1137';

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

  it.each([
    ['an empty link', '<a href="#" style="position:absolute;inset:0"></a>'],
    ['an empty element', '<div style="position:absolute;inset:0"></div>'],
    [
      'what a link draws',
      '<style>#over::after{content:"";position:absolute;inset:0}</style><a id="over" href="#">Open</a>',
    ],
  ])('unless it is pointed at through %s that is stretched over its card', async (_name, over) => {
    await using page = await stage(
      `<div style="position:relative"><p id="n">415-237-1137</p>${over}</div><a href="#">Next</a>`,
      { mode: 'buttonsOnHover' },
    );
    expect(page.labels()).toEqual([]);
    const { left, top } = document.querySelector('#n')!.getBoundingClientRect();
    const point = async () => {
      await moveTo(left + 30, top + 8);
      await settle();
    };
    await point();
    expect(page.labels()).toEqual([ONE]);
    await hover(document.body.lastElementChild!);
    await settle();
    expect(page.labels()).toEqual([]);
    await point();
    await click(page.button('415'));
    expect(page.dialled).toHaveLength(1);
  });

  it('although a link with a ground of its own lies over it that is pointed at', async () => {
    const over = '<a href="#" style="position:absolute;inset:0;background:#fff">Open</a>';
    await using page = await stage(`<div style="position:relative"><p>415-237-1137</p>${over}</div>`);
    await moveTo(40, 25);
    await settle();
    expect(page.labels()).toEqual([]);
  });
});

describe('room beside the number', () => {
  it.each([
    ['text follows', '<p><span id="n">415-237-1137</span> is her number</p>'],
    [
      'a picture follows',
      '<p style="display:flex"><span id="n">415-237-1137</span><img width="50" height="20" src="data:image/svg+xml,<svg xmlns=\'http://www.w3.org/2000/svg\'/>"></p>',
    ],
    ['a button follows', '<p>Tel <span id="n">415-237-1137</span><button>Edit this number</button></p>'],
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

it('nothing of Dialside is printed', async () => {
  await using page = await stage('<p>415-237-1137</p>');
  const css = [...page.root.adoptedStyleSheets, ...document.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const media = css
    .filter((rule): rule is CSSMediaRule => rule instanceof CSSMediaRule)
    .map((rule) => [rule.conditionText, rule.cssText]);
  expect(media.find(([condition]) => condition === 'print')?.[1]).toContain('display: none !important');
  expect(media.find(([condition]) => condition === 'screen')?.[1]).toContain('::highlight');
});
