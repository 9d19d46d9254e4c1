import { beforeEach, describe, expect, it } from 'vitest';
import { page as browserPage } from 'vitest/browser';
import { REST_MS } from '../../../lib/page/buttons/number-card.ts';
import { doOverlap } from '../../../lib/page/numbers/box.ts';
import type { NumberFact, RestedNumber } from '../../../lib/page/page-contract.ts';
import { click, hover, key, moveTo, rightClick } from './hand.ts';
import { dialView, pause, type Stage, settle, stage } from './page-stage.ts';

const HTML = '<input><p style="padding:200px"><span>415-237-1137</span></p><p><span>206-555-0123</span></p>';
const FACTS: readonly NumberFact[] = [{ text: 'United States · Mobile' }, { text: 'On a list', isWarning: true }];

beforeEach(() => moveTo(950, 650));

/** A page on which each number that is rested at has these facts. */
async function restStage(facts = FACTS) {
  const asked: RestedNumber[] = [];
  const tells: ((facts: readonly NumberFact[]) => void)[] = [];
  const page = await stage(HTML, {
    onNotNumber: () => undefined,
    onRest(number, tell) {
      asked.push(number);
      tells.push(tell);
      tell(facts);
    },
  });
  return { page, asked, tells };
}

const factsOn = (page: Stage) =>
  [...page.root.querySelectorAll<HTMLElement>('.facts li')].filter((line) => line.checkVisibility());
const lines = (page: Stage) => factsOn(page).map((line) => line.innerText);
const numberElement = (at: number) => document.querySelectorAll('span')[at]!;

describe('the card of a number', () => {
  it('opens for a pointer that rests at the number, and asks once', async () => {
    const { page, asked } = await restStage();
    await using _page = page;
    await hover(numberElement(0));
    expect(lines(page)).toEqual([]);
    await expect.poll(() => lines(page)).toEqual(['United States · Mobile', 'On a list']);
    await pause(700);
    expect(asked).toEqual([{ e164: '+14152371137', extension: null, written: '415-237-1137' }]);
  });

  it('asks nothing for numbers that a pointer passes', async () => {
    const { page, asked } = await restStage();
    await using _page = page;
    // A machine that is too slow to pass one rests at it.
    let rests = 0;
    for (const at of [0, 1, 0, 1]) {
      const begun = performance.now();
      await hover(numberElement(at));
      await moveTo(950, 650);
      if (performance.now() - begun >= REST_MS) rests++;
    }
    await pause(700);
    expect(asked.length).toBeLessThanOrEqual(rests);
  });

  it('closes when the pointer leaves, and what is told then is shown nowhere', async () => {
    const { page, tells } = await restStage();
    await using _page = page;
    await hover(numberElement(0));
    await expect.poll(() => lines(page).length).toBe(2);
    await moveTo(950, 650);
    await expect.poll(() => lines(page)).toEqual([]);
    tells[0]?.([{ text: 'Too late' }]);
    await hover(numberElement(1));
    await settle();
    expect(lines(page)).toEqual([]);
  });

  it('does not open where it has no room, so that the words stay in sight', async () => {
    const { page, asked } = await restStage();
    await using _page = page;
    await browserPage.viewport(700, 30);
    numberElement(0).scrollIntoView({ block: 'center' });
    await settle();
    await hover(page.button('1137'));
    await expect.poll(() => asked.length).toBe(1);
    await settle();
    const bubble = page.root.querySelector<HTMLElement>('.bubble')!;
    expect(bubble.innerText.trim()).toContain('+1 415 237 1137');
    const { top, bottom } = bubble.getBoundingClientRect();
    expect({ lines: lines(page), isAbove: top < 0, isBelow: bottom > 30 }).toEqual({
      lines: [],
      isAbove: false,
      isBelow: false,
    });
    await browserPage.viewport(1000, 700);
  });

  it('keeps its warnings where only they have room, and is whole again once the frame has grown', async () => {
    const { page } = await restStage([
      ...Array.from({ length: 12 }, (_, line) => ({ text: `Line ${line}` })),
      { text: 'Do not call', isWarning: true },
    ]);
    await using _page = page;
    await browserPage.viewport(700, 150);
    numberElement(0).scrollIntoView({ block: 'center' });
    await settle();
    await hover(page.button('1137'));
    await expect.poll(() => lines(page)).toEqual(['Do not call']);
    await browserPage.viewport(1000, 700);
    await hover(page.button('1137'));
    await expect.poll(() => lines(page).length).toBe(13);
  });

  it('stays closed while the menu of the button is open, whose entry would move', async () => {
    const { page, asked } = await restStage();
    await using _page = page;
    await rightClick(page.button('1137'));
    await pause(900);
    expect(asked).toEqual([]);
    expect(page.root.querySelector<HTMLElement>('.bubble')?.innerText).toContain('Not a phone number');
  });

  it('closes by Escape where the keyboard is in the page, which hears the key, and by the number’s going', async () => {
    const { page } = await restStage();
    await using _page = page;
    document.querySelector('input')?.focus();
    const heard: boolean[] = [];
    const hear = (event: Event) => void heard.push(event.defaultPrevented);
    document.addEventListener('keydown', hear);
    await hover(numberElement(0));
    await expect.poll(() => lines(page).length).toBe(2);
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    await settle();
    expect(lines(page)).toHaveLength(2);
    await key('Escape');
    await expect.poll(() => lines(page)).toEqual([]);
    expect(heard).toEqual([false]);
    document.removeEventListener('keydown', hear);
    await hover(numberElement(1));
    await expect.poll(() => lines(page).length).toBe(2);
    numberElement(1).remove();
    await expect.poll(() => lines(page)).toEqual([]);
  });

  it('opens at the button that the keyboard has walked to, is spoken, and keeps the focus where it is', async () => {
    const { page } = await restStage();
    await using _page = page;
    page.dialer.focusNumber('next');
    await expect.poll(() => lines(page).length).toBe(2);
    expect(page.root.querySelector('.spoken')?.textContent).toContain('United States · Mobile On a list');
    expect(page.root.activeElement).toBe(page.button('1137'));
    await key('Enter');
    expect(page.dialled).toEqual([{ e164: '+14152371137', extension: null }]);
  });

  it('gives way to how a dial stands', async () => {
    const { page, asked } = await restStage();
    await using _page = page;
    page.dialer.showDial(dialView('+14152371137', 'ringing'));
    await hover(numberElement(0));
    await pause(700);
    expect([lines(page), asked]).toEqual([[], []]);
  });

  it('covers neither its number nor its button, lets the pointer through, and leaves a click what it is', async () => {
    const { page } = await restStage(
      Array.from({ length: 6 }, (_, line) => ({ text: `A line of some length ${line}` })),
    );
    await using _page = page;
    await hover(page.button('1137'));
    await expect.poll(() => lines(page).length).toBe(6);
    await settle();
    const card = page.root.querySelector('.bubble')!.getBoundingClientRect();
    expect(doOverlap(card, numberElement(0).getBoundingClientRect())).toBe(false);
    expect(doOverlap(card, page.button('1137').getBoundingClientRect())).toBe(false);
    const middle = [card.left + card.width / 2, card.top + card.height / 2] as const;
    expect(document.elementFromPoint(...middle)).not.toBe(page.host);
    await click(page.button('1137'));
    expect(page.dialled).toHaveLength(1);
  });
});
