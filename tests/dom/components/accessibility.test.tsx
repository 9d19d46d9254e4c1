import { afterEach, describe, expect, it } from 'vitest';
import { VIEWS } from '../../pages/component-gallery/views.tsx';
import { expectAccessible, hide, show } from './mount.tsx';

afterEach(hide);

// The lowest size of a target in WCAG 2.2 (2.5.8).
const MIN_TARGET_PX = 24;

describe.each(Object.entries(VIEWS))('the view %s', (_name, view) => {
  it('has no violation axe can find, light and dark', async () => {
    show(view());
    await expectAccessible();
  });

  it('has no target smaller than 24 px', () => {
    show(view());
    const targets = [...document.querySelectorAll('button, select, summary, input, label.check')];
    // An open tool takes the room of what cannot be used meanwhile.
    const small = targets
      .filter((target) => target.checkVisibility())
      .filter((target) => {
        const { width, height } = target.getBoundingClientRect();
        // The box of a tick is small, the label around it is the target.
        return !target.closest('label.check > *') && Math.min(width, height) < MIN_TARGET_PX;
      });
    expect(targets.length).toBeGreaterThan(0);
    expect(small.map((target) => target.outerHTML)).toEqual([]);
  });
});

describe('the popup', () => {
  it.each([
    'paused',
    'ready',
    'pausing',
    'ringing',
    'talking',
    'incoming',
    'parked',
    'threeWay',
    'extension',
    'preview',
    'wrapUp',
    'finish',
    'offline',
    'laggedByServer',
    'signedOut',
    'signedOutElsewhere',
    'signIn',
  ])('needs no scrolling in the view %s', (name) => {
    show(VIEWS[name]?.());
    const popup = document.querySelector('.popup')?.getBoundingClientRect();
    expect(popup?.width).toBe(360);
    // The most a browser gives a popup.
    expect(popup?.height).toBeLessThanOrEqual(600);
  });
});
