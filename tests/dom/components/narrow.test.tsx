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
