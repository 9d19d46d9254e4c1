import { beforeEach, describe, expect, it } from 'vitest';
import { MARK_NAME } from '../../../lib/page/overlay/marks.ts';
import type { SiteMode } from '../../../lib/settings/schema.ts';
import { click, moveTo } from './hand.ts';
import { settle, stage, startStage } from './page-stage.ts';

const ONE = ['Call +1 415 237 1137'];
const marks = () => CSS.highlights.get(MARK_NAME)?.size ?? 0;

beforeEach(() => moveTo(950, 650));

describe('on a site whose mode is', () => {
  it.each<[SiteMode, { atRest: string[]; pointedAt: string[] }]>([
    ['marksOnly', { atRest: [], pointedAt: [] }],
    ['buttonsOnHover', { atRest: [], pointedAt: ONE }],
    ['buttons', { atRest: ONE, pointedAt: ONE }],
  ])('%s: the number is marked, with a button when it is wanted', async (mode, { atRest, pointedAt }) => {
    await using page = await stage('<p style="padding:40px">415-237-1137</p>', { mode });
    expect({ marks: marks(), labels: page.labels() }).toEqual({ marks: 1, labels: atRest });
    const text = document.createRange();
    text.selectNodeContents(document.querySelector('p')!);
    const { left, top } = text.getBoundingClientRect();
    await moveTo(left + 10, top + 5);
    await settle();
    expect(page.labels()).toEqual(pointedAt);
    await moveTo(950, 650);
    await settle();
    expect(page.labels()).toEqual(atRest);
  });

  it('changed: nothing is lost on the way', async () => {
    await using page = await stage('<p>415-237-1137</p>');
    for (const mode of ['marksOnly', 'buttons', 'buttonsOnHover', 'buttons'] as const) {
      page.dialer.setMode(mode);
      await settle();
      expect([mode, page.labels(), marks()]).toEqual([mode, mode === 'buttons' ? ONE : [], 1]);
    }
  });

  it('marksOnly: a number that the agent walks to by keyboard has its button all the same', async () => {
    await using page = await stage('<p>415-237-1137</p>', { mode: 'marksOnly' });
    page.dialer.focusNumber('next');
    await settle();
    expect(page.labels()).toEqual(ONE);
  });
});

describe('a number over several lines', () => {
  const HTML = '<p style="margin:40px;width:70px;font:16px/28px monospace">(415) 237-1137</p>';
  const lines = () => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector('p')!);
    return [...range.getClientRects()];
  };

  it('has its button at the end of the last', async () => {
    await using page = await stage(HTML);
    const [first, last] = [lines()[0]!, lines().at(-1)!];
    expect(last.top).toBeGreaterThan(first.top);
    const button = page.button('1137').getBoundingClientRect();
    expect(Math.abs(button.left - last.right)).toBeLessThan(12);
    expect(Math.abs(button.top + button.bottom - last.top - last.bottom)).toBeLessThanOrEqual(4);
    await click(page.button('1137'));
    expect(page.dialled).toHaveLength(1);
  });

  it('has it also when it is pointed at on the first', async () => {
    await using page = await stage(HTML, { mode: 'buttonsOnHover' });
    const first = lines()[0]!;
    await moveTo(first.left + 10, first.top + 8);
    await settle();
    expect(page.labels()).toEqual(ONE);
  });
});

describe('what a person sees decides:', () => {
  const slotting = '<x-slots><template shadowrootmode="open"><slot name="a"></slot></template>';
  const picture = '<img alt="" style="position:absolute;inset:0;width:100%;height:100%" src="data:image/svg+xml,">';

  it.each([
    ['hidden from screen readers, but seen', '<p aria-hidden="true">415-237-1137</p>'],
    ['in a part that is inert, but seen', '<p inert>415-237-1137</p>'],
    ['slotted', `${slotting}<p slot="a">415-237-1137</p></x-slots>`],
    ['the content of an empty slot', `${slotting}</x-slots>`.replace('</slot>', '<p>415-237-1137</p></slot>')],
    ['visible in what is not', '<div style="visibility:hidden"><p style="visibility:visible">415-237-1137</p></div>'],
    [
      'in a part that lets the pointer through',
      '<table style="pointer-events:none"><tr><td>415-237-1137</td></tr></table>',
    ],
    ['in right-to-left text with signs of direction', '<p dir="rtl">هاتف &lrm;(415) 237-1137&lrm;</p>'],
    ['open details', '<details open><summary>More</summary><p>415-237-1137</p></details>'],
  ])('a number has a button when it is %s', async (_name, html) => {
    document.body.setHTMLUnsafe(html);
    await using page = await startStage();
    expect(page.labels()).toEqual(ONE);
  });

  it.each([
    ['off the screen', '<p style="position:absolute;left:-9999px">415-237-1137</p>'],
    [
      'only for screen readers',
      '<p style="position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)">415-237-1137</p>',
    ],
    ['transparent', '<p style="opacity:0">415-237-1137</p>'],
    ['hidden', '<p hidden>415-237-1137</p>'],
    ['hidden until a search finds it', '<p hidden="until-found">415-237-1137</p>'],
    ['left out of every slot', `${slotting}<p>415-237-1137</p></x-slots>`],
    ['in a popover that is closed', '<div popover>415-237-1137</div>'],
    ['in a folded part', '<div style="max-height:0;overflow:hidden"><p>415-237-1137</p></div>'],
    ['cut away', '<p style="clip-path:inset(100%)">415-237-1137</p>'],
    ['cut away as of old', '<p style="position:absolute;clip:rect(0 0 0 0)">415-237-1137</p>'],
    ['replaced by a picture', '<p style="text-indent:-9999px;overflow:hidden">415-237-1137</p>'],
    ['under a picture', `<div style="position:relative"><p>415-237-1137</p>${picture}</div>`],
    ['inside something transparent', '<div style="opacity:0"><p><b>415-237-1137</b></p></div>'],
    ['shrunk to nothing', '<p style="transform:scale(0)">415-237-1137</p>'],
    ['collapsed', '<table><tr style="visibility:collapse"><td>415-237-1137</td></tr></table>'],
    ['left out for now', '<div style="content-visibility:hidden"><p>415-237-1137</p></div>'],
    ['of no size', '<div style="width:0;height:0;overflow:hidden"><p>415-237-1137</p></div>'],
  ])('a number has none when it is %s', async (_name, html) => {
    document.body.setHTMLUnsafe(`${html}<p>Other words</p>`);
    await using page = await startStage();
    expect(page.labels()).toEqual([]);
  });
});
