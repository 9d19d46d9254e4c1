import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page as browserPage } from 'vitest/browser';
import { VIEWS } from '../../pages/component-gallery/views.tsx';
import { hide, show } from './mount.tsx';

// A window of 1280 px at a zoom of 400 %, at which WCAG 2.2 (1.4.10) wants no scrolling to the side.
const NARROW_PX = 320;

describe.each(Object.entries(VIEWS))('the view %s', (_name, view) => {
  beforeEach(() => browserPage.viewport(NARROW_PX, 640));
  afterEach(async () => {
    hide();
    await browserPage.viewport(1000, 700);
  });

  it('fits into 320 px, with all that folds opened', () => {
    show(view());
    for (const folded of document.querySelectorAll('details')) folded.open = true;
    const { scrollWidth } = document.documentElement;
    const wide = [...document.querySelectorAll('body *')].filter(
      (node) => node.checkVisibility() && node.getBoundingClientRect().right > NARROW_PX + 0.5,
    );
    expect({ scrollWidth, wide: wide.map((node) => node.outerHTML.slice(0, 120)) }).toEqual({
      scrollWidth: NARROW_PX,
      wide: [],
    });
  });
});

// A side panel at a zoom of 200 %.
describe('a side panel of 180 px', () => {
  beforeEach(() => browserPage.viewport(180, 640));
  afterEach(async () => {
    hide();
    await browserPage.viewport(1000, 700);
  });

  const boxOf = (selector: string) => document.querySelector(selector)!.getBoundingClientRect();

  it('breaks no time, and has nothing of a call in the past lie over the button that calls again', () => {
    show(VIEWS.side!());
    const [time, again] = [boxOf('.history time'), boxOf('.history .inline-button')];
    expect([time.height < 20, time.top >= again.bottom]).toEqual([true, true]);
  });

  it('has the button that dials as wide as the field, and the pause code in line with the words above', () => {
    show(VIEWS.listed!());
    expect(boxOf('.dial-row > .button').width).toBe(boxOf('.dial-field').width);
    expect(boxOf('.status-phase b').left).toBe(boxOf('.status-phase').left);
  });
});
