import { beforeEach, describe, expect, it } from 'vitest';
import { click, hover, key, moveTo, press, rightClick } from './hand.ts';
import { pause, type Stage, settle, stage } from './page-stage.ts';

const TABLE = `<style>td { padding: 10px 60px }</style><table><thead><tr><th>Name</th><th>Slot</th><th>Phone</th></tr></thead><tbody>
  <tr><td>Ada</td><td class="first">415-237-1137</td><td>(206) 895-5016</td></tr>
  <tr><td>Bob</td><td>415-237-1138</td><td>(206) 895-5017</td></tr></tbody></table>`;
const ALL = ['Call +1 415 237 1137', 'Call +1 206 895 5016', 'Call +1 415 237 1138', 'Call +1 206 895 5017'];

const wordButton = (page: Stage, words: string) =>
  [...page.root.querySelectorAll('button')].find((button) => button.textContent === words && button.checkVisibility());
const undo = (page: Stage) => wordButton(page, 'Undo');
const deny = (page: Stage) => wordButton(page, 'Not a phone number');

/** A stage that remembers what the agent says. */
async function open(html: string, notNumbers: readonly string[] = []) {
  const said: string[] = [];
  return { said, page: await stage(html, { notNumbers, onNotNumber: (pattern) => said.push(pattern) }) };
}

beforeEach(() => moveTo(950, 650));

describe('the menu of a button', () => {
  it('tells what the number is known by, and dials nothing', async () => {
    const { page, said } = await open(TABLE);
    await using _ = page;
    expect(deny(page)).toBeUndefined();
    await rightClick(page.button('1137'));
    await click(deny(page)!);
    await settle();
    expect([deny(page), said]).toEqual([undefined, []]);
    // Going on to something else is the last word.
    await press(950, 650);
    expect({ said, dialled: page.dialled }).toEqual({ said: ['Slot: ###-###-####'], dialled: [] });
    await settle();
    expect([deny(page), undo(page)]).toEqual([undefined, undefined]);
  });

  it('has shorter words then, and the pointer still at them and at no way back', async () => {
    const { page } = await open(TABLE);
    await using _ = page;
    await rightClick(page.button('1137'));
    const before = deny(page)!.getBoundingClientRect();
    await click(deny(page)!);
    await settle();
    const words = undo(page)!.parentElement!;
    const [x, y] = [before.x + before.width / 2, before.y + before.height / 2];
    expect(words.getBoundingClientRect().right).toBeLessThan(before.right - 10);
    expect(page.root.elementFromPoint(x, y)).toBe(words);
  });

  it('lets it be taken back right there', async () => {
    const { page, said } = await open(TABLE);
    await using _ = page;
    await rightClick(page.button('1137'));
    await click(deny(page)!);
    await settle();
    undo(page)!.click();
    await settle();
    expect(undo(page)).toBeDefined();
    await click(undo(page)!);
    await settle();
    await press(950, 650);
    page.end();
    expect({ said, dialled: page.dialled, menu: undo(page) }).toEqual({ said: [], dialled: [], menu: undefined });
  });

  it.each<[string, (page: Stage) => Promise<void>]>([
    ['after a while', () => pause(5_200)],
    ['when the page goes', async () => void dispatchEvent(new PageTransitionEvent('pagehide'))],
    ['when Dialside goes', async (page) => page.end()],
    ['when another number is pointed at', (page) => hover(page.button('5017')).then(settle)],
    ['when it is said of another one', (page) => rightClick(page.button('1138')).then(settle)],
  ])('has it remembered %s, once', async (_when, go) => {
    const { page, said } = await open(TABLE);
    await using _ = page;
    await rightClick(page.button('1137'));
    await click(deny(page)!);
    await settle();
    expect(said).toEqual([]);
    await go(page);
    page.end();
    expect(said).toEqual(['Slot: ###-###-####']);
  });

  it('opens, is chosen from and left by keys alone', async () => {
    const { page, said } = await open(TABLE);
    await using _ = page;
    page.dialer.focusNumber('next');
    await settle();
    await key('ContextMenu');
    expect(page.root.activeElement).toBe(deny(page));
    await key('Escape');
    await settle();
    expect(deny(page)).toBeUndefined();
    expect(page.root.activeElement).toBe(page.button('1137'));
    await key('ContextMenu');
    await key('Enter');
    await settle();
    expect(page.root.activeElement).toBe(undo(page));
    await key('Escape');
    await settle();
    expect({ said, dialled: page.dialled }).toEqual({ said: ['Slot: ###-###-####'], dialled: [] });
  });

  it('closes when the person goes on to something else', async () => {
    const { page } = await open(`${TABLE}<p id="elsewhere">Elsewhere</p>`);
    await using _ = page;
    await rightClick(page.button('1137'));
    await hover(page.button('5017'));
    await settle();
    expect(deny(page)).toBeUndefined();
    await rightClick(page.button('1137'));
    await click(document.querySelector('#elsewhere')!);
    await settle();
    expect(deny(page)).toBeUndefined();
  });

  it('closes by Escape, which the page hears too, and by a call', async () => {
    const { page, said } = await open(TABLE);
    await using _ = page;
    const heard: string[] = [];
    document.addEventListener('keydown', (event) => heard.push(event.key), { once: true });
    await rightClick(page.button('1137'));
    await settle();
    expect(deny(page)).toBeDefined();
    await key('Escape');
    await settle();
    expect([deny(page), heard, said]).toEqual([undefined, ['Escape'], []]);
    await rightClick(page.button('1137'));
    await settle();
    await click(page.button('1137'));
    await settle();
    expect([deny(page), page.dialled.length]).toEqual([undefined, 1]);
  });

  it('leaves the page its own menus, and opens for no script', async () => {
    const { page, said } = await open(TABLE);
    await using _ = page;
    const heard: string[] = [];
    const hear = (event: Event) => {
      heard.push(`${(event.target as Element).localName} ${event.defaultPrevented}`);
      event.preventDefault();
    };
    document.addEventListener('contextmenu', hear);
    await rightClick(document.querySelector('th')!);
    page.button('1137').dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, composed: true }));
    await settle();
    document.removeEventListener('contextmenu', hear);
    expect(heard[0]).toBe('th false');
    expect(deny(page)).toBeUndefined();
    await rightClick(page.button('1137'));
    deny(page)!.click();
    expect(said).toEqual([]);
  });

  it('is not there where nobody remembers what is said', async () => {
    await using page = await stage(TABLE);
    let heard = 0;
    const hear = (event: Event) => {
      event.preventDefault();
      heard++;
    };
    document.addEventListener('contextmenu', hear, { once: true });
    await rightClick(page.button('1137'));
    await expect.poll(() => heard).toBe(1);
    await settle();
    expect(deny(page)).toBeUndefined();
  });
});

describe('what was said', () => {
  it('holds for the whole column, and for no other', async () => {
    const { page } = await open(TABLE, ['Slot: ###-###-####']);
    await using _ = page;
    expect(page.labels().sort()).toEqual(ALL.filter((label) => label.includes('206')).sort());
  });

  it.each([
    ['a link', '<p><a href="tel:+14152371137">Front desk</a></p>', '+14152371137'],
    ['a field', '<label>Slot <input value="415-237-1137" readonly></label>', 'Slot: ###-###-####'],
    ['a number of its own', '<p>415-237-1137</p>', '415-237-1137'],
    ['one part of a line', '<p>Slot <b>415-237</b>-1137 sent</p>', 'Slot: ###-###-####'],
  ])('of %s takes it away', async (_what, html, pattern) => {
    const first = await open(`<div style="padding:60px">${html}</div>`);
    await hover(document.querySelector('a,input,b') ?? document.querySelector('p')!);
    await settle();
    await rightClick(first.page.button('1137'));
    await click(deny(first.page)!);
    await first.page[Symbol.asyncDispose]();
    expect(first.said).toEqual([pattern]);
    const { page } = await open(`<div style="padding:60px">${html}</div>`, first.said);
    await using _ = page;
    await hover(document.querySelector('a,input,b') ?? document.querySelector('p')!);
    await settle();
    expect(page.labels()).toEqual([]);
  });
});
