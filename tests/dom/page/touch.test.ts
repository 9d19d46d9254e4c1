import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdClock, middleOf, setTouchScreen, tap } from './hand.ts';
import { pause, type Stage, settle, stage, untilClickable } from './page-stage.ts';

const PAGE = '<p>Phone: <span id="number">415-237-1137</span></p><p>Work: 206-895-5016</p>';
const ONE = { e164: '+14152371137', extension: null };

beforeAll(() => setTouchScreen(true));
afterAll(() => setTouchScreen(false));

/** Something red that lets the finger through, where Dialside does not see it come, and so does not raise itself above it. */
function coverAt(left: number, top: number, width: string, height: string): HTMLElement {
  const cover = document.createElement('div');
  cover.popover = 'manual';
  const place = `position:fixed;inset:auto;left:${left}px;top:${top}px;width:${width};height:${height};margin:0;border:0;padding:0`;
  cover.setAttribute('style', `${place};background:red;pointer-events:none`);
  const shy = document.createElement('div').attachShadow({ mode: 'open' });
  shy.append(cover);
  document.body.append(shy.host);
  cover.showPopover();
  return cover;
}

function coverOf(button: Element): HTMLElement {
  const [x, y] = middleOf(button);
  return coverAt(x - 40, y - 40, '80px', '80px');
}

/** After a tap on a number that nothing is wrong with, whatever another one was to do has been done, too. */
async function untilAnotherIsDialled(page: Stage): Promise<void> {
  await untilClickable();
  await tap(page.button('206'));
  await expect.poll(() => page.dialled.map(({ e164 }) => e164)).toContain('+12068955016');
}

describe('a finger', () => {
  it('dials with the first tap on a button', async () => {
    await using page = await stage(PAGE);
    await untilClickable();
    await tap(page.button('415'));
    await expect.poll(() => page.dialled).toEqual([ONE]);
  });

  it('dials once with one tap, and only after the words are shown', async () => {
    const words: (string | null)[] = [];
    await using page = await stage(PAGE, {
      onDial: () => {
        const bubble = page.root.querySelector<HTMLElement>('.bubble')!;
        words.push(bubble.checkVisibility() ? bubble.textContent : null);
      },
    });
    await untilClickable();
    await tap(page.button('415'));
    await expect.poll(() => words).toEqual([expect.stringContaining('Call +1 415 237 1137')]);
    await settle();
    expect(words).toHaveLength(1);
  });
});

describe('a page cannot get a finger to dial', () => {
  it('a button that it covers', async () => {
    await using page = await stage(PAGE);
    await untilClickable();
    const button = page.button('415');
    const cover = coverOf(button);
    await untilClickable();
    await tap(button);
    cover.remove();
    await untilAnotherIsDialled(page);
    expect(page.dialled).not.toContainEqual(ONE);
  });

  it('a button that it uncovers at the touch', async () => {
    await using page = await stage(PAGE);
    const button = page.button('415');
    const cover = coverOf(button);
    await untilClickable();
    document.addEventListener('pointerdown', () => cover.remove(), { once: true, capture: true });
    await tap(button);
    expect(cover.isConnected).toBe(false);
    await untilAnotherIsDialled(page);
    expect(page.dialled).not.toContainEqual(ONE);
  });

  it('a button beside which it hides the words', async () => {
    await using page = await stage('<p style="margin-top:200px">Phone: <span>415-237-1137</span></p>');
    const { top, right, bottom } = page.button('415').getBoundingClientRect();
    coverAt(0, 0, '100vw', `${top - 2}px`);
    coverAt(0, bottom + 2, '100vw', '100vh');
    coverAt(right + 2, 0, '100vw', '100vh');
    await untilClickable();
    await tap(page.button('415'));
    await expect.poll(() => page.root.querySelector('.bubble')!.checkVisibility()).toBe(true);
    // As long as the words are waited for, and then some.
    await pause(1_000);
    expect(page.dialled).toEqual([]);
  });

  it('a button that it moves under the finger', async () => {
    await using page = await stage(`<div id="box" style="position:relative;left:300px">${PAGE}</div>`);
    await untilClickable();
    {
      using _held = holdClock();
      document.querySelector<HTMLElement>('#box')!.style.left = '100px';
      await settle();
      await tap(page.button('415'));
    }
    await untilAnotherIsDialled(page);
    expect(page.dialled).not.toContainEqual(ONE);
  });
});
