import { beforeEach, describe, expect, it } from 'vitest';
import { click, clickAt, holdClock, hover, key, middleOf, moveTo, press, tap } from './hand.ts';
import { dialView, frames, pause, settle, stage, untilClickable } from './page-stage.ts';

const PAGE = '<p>Phone: <span id="number">415-237-1137</span></p><p>Work: 206-895-5016</p>';
const ONE = { e164: '+14152371137', extension: null };

beforeEach(() => moveTo(700, 500));

describe('a person', () => {
  it('dials with a click, and with a second one again', async () => {
    await using page = await stage(PAGE);
    await click(page.button('415'));
    expect(page.dialled).toEqual([ONE]);
    await click(page.button('206'));
    expect(page.dialled).toEqual([ONE, { e164: '+12068955016', extension: null }]);
  });

  it('dials with Enter and with Space, once however long the key is held', async () => {
    await using page = await stage(PAGE);
    page.dialer.focusNumber('next');
    await settle();
    await key('Enter', { repeats: 5 });
    expect(page.dialled).toEqual([ONE]);
    await key(' ', { repeats: 5 });
    expect(page.dialled).toEqual([ONE, ONE]);
  });

  it('sees the number that will be dialled before dialling it', async () => {
    await using page = await stage('<p><a href="tel:+12068955016">415-237-1137</a></p>');
    await hover(page.button('206'));
    await frames(3);
    const bubble = page.root.querySelector<HTMLElement>('.bubble')!;
    expect(bubble.checkVisibility()).toBe(true);
    expect(bubble.textContent).toContain('Call +1 206 895 5016');
  });

  it('with a finger reaches the button of a number', async () => {
    await using page = await stage('<p>Home <b>206-895-5016</b> Work</p>', { mode: 'buttonsOnHover' });
    expect(page.labels()).toEqual([]);
    await tap(document.querySelector('b')!);
    await settle();
    expect(page.labels()).toEqual(['Call +1 206 895 5016']);
  });
});

describe('a page cannot dial', () => {
  it('with events of its own', async () => {
    await using page = await stage(PAGE);
    await untilClickable();
    const button = page.button('415');
    button.click();
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
      button.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, detail: 1 }));
      page.host.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, detail: 1 }));
    }
    button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    page.host.click();
    await settle();
    expect(page.dialled).toEqual([]);
  });

  it('by getting at the button', async () => {
    await using page = await stage(PAGE);
    expect(page.host.shadowRoot).toBeNull();
    expect(() => page.host.attachInternals()).toThrow();
    const [x, y] = middleOf(page.button('415'));
    expect(document.elementFromPoint(x, y)).toBe(page.host);
    const path = new Promise<EventTarget[]>((resolve) => {
      document.addEventListener('pointermove', (event) => resolve(event.composedPath()), { once: true });
    });
    await moveTo(x, y);
    expect((await path)[0]).toBe(page.host);
  });

  it('by moving the button under the pointer', async () => {
    await using page = await stage(`<div id="box" style="position:relative;left:300px">${PAGE}</div>`);
    const [x, y] = middleOf(page.button('415'));
    await moveTo(x - 200, y);
    {
      using _held = holdClock();
      document.querySelector<HTMLElement>('#box')!.style.left = '100px';
      await settle();
      await press(x - 200, y);
      expect(page.dialled).toEqual([]);
    }
    await pause(450);
    await press(x - 200, y);
    expect(page.dialled).toEqual([ONE]);
  });

  it.each([
    ['lets the pointer through', 'none'],
    ['does not', 'auto'],
  ])('by covering the button with something in the top layer that %s', async (_name, pointerEvents) => {
    await using page = await stage(PAGE);
    const [x, y] = middleOf(page.button('415'));
    await moveTo(x, y);
    const cover = document.createElement('div');
    cover.popover = 'manual';
    cover.setAttribute(
      'style',
      `position:fixed;inset:0;margin:0;width:100%;height:100%;background:red;pointer-events:${pointerEvents}`,
    );
    const shy = document.createElement('div').attachShadow({ mode: 'open' });
    shy.append(cover);
    document.body.append(shy.host);
    cover.showPopover();
    await pause(450);
    await press(x, y);
    expect(page.dialled).toEqual([]);
  });

  it('by styling, hiding or disarming the host', async () => {
    await using page = await stage(PAGE);
    const style = document.createElement('style');
    style.textContent =
      'div, :popover-open { opacity: 0 !important; transform: scale(9) !important; display: none !important; contain: none !important }';
    document.head.append(style);
    page.host.setAttribute(
      'style',
      'opacity:0!important;visibility:hidden!important;clip-path:inset(50%)!important;top:50px!important',
    );
    await settle();
    const { opacity, visibility, display, transform, top, clipPath, contain } = getComputedStyle(page.host);
    style.remove();
    expect({ opacity, visibility, display, transform, top, clipPath, contain }).toEqual({
      opacity: '1',
      visibility: 'visible',
      display: 'block',
      transform: 'none',
      top: '0px',
      clipPath: 'none',
      contain: 'strict',
    });
  });

  it('through an opacity or transform of the document element', async () => {
    await using page = await stage(PAGE);
    document.documentElement.setAttribute('style', 'opacity:0.01;transform:translate(100px)');
    await settle();
    const [x, y] = middleOf(page.button('415'));
    expect(document.elementFromPoint(x, y)).toBe(page.host);
    document.documentElement.removeAttribute('style');
  });
});

describe('the number at the moment of the click', () => {
  it('is refused when it changed between hover and click', async () => {
    await using page = await stage(PAGE);
    const [x, y] = middleOf(page.button('415'));
    await moveTo(x, y);
    await pause(450);
    const listener = () => {
      document.querySelector('#number')!.firstChild!.nodeValue = '303-902-5153';
    };
    document.addEventListener('pointerdown', listener, { once: true, capture: true });
    await press(x, y);
    expect(page.dialled).toEqual([]);
  });

  it('is said to have changed', async () => {
    await using page = await stage('<input id="number" readonly value="415-237-1137">');
    const [x, y] = middleOf(page.button('415'));
    await moveTo(x, y);
    await pause(450);
    document.querySelector('input')!.value = '303-902-5153';
    await press(x, y);
    expect(page.dialled).toEqual([]);
    expect(page.root.querySelector('.bubble')!.textContent).toContain('The number has changed');
    expect(page.root.querySelector('[role=status]')!.textContent).toBe('The number has changed');
  });
});

describe('a dial in progress', () => {
  it('is shown at every button of its number and can be cancelled', async () => {
    await using page = await stage(`${PAGE}<p>Again 415.237.1137</p>`);
    await click(page.button('415'));
    page.dialer.showDial(dialView('+14152371137', 'accepted', true));
    await settle();
    expect(page.labels().sort()).toEqual([
      'Call +1 206 895 5016',
      'accepted +1 415 237 1137',
      'accepted +1 415 237 1137',
    ]);
    expect(page.root.querySelector('[role=status]')!.textContent).toBe('accepted');
    await click(page.root.querySelector('.cancel')!);
    expect(page.cancelled).toEqual(['dial-1']);
    page.dialer.showDial(null);
    await settle();
    expect(page.labels().filter((label) => label.startsWith('Call'))).toHaveLength(3);
  });

  it('is spoken of beside its number until that has been read, and goes on in its button', async () => {
    await using page = await stage(PAGE);
    const words = () => [...page.root.querySelectorAll('.bubble')].filter((bubble) => bubble.checkVisibility()).length;
    await click(page.button('415'));
    page.dialer.showDial(dialView('+14152371137', 'ringing'));
    await moveTo(900, 600);
    await pause(5_500);
    // Nobody has answered yet.
    expect(words()).toBe(1);
    page.dialer.showDial(dialView('+14152371137', 'talking'));
    await settle();
    expect(words()).toBe(1);
    await expect.poll(words).toBe(0);
    expect(page.labels()).toContain('talking +1 415 237 1137');
    await hover(page.button('415'));
    await settle();
    expect(words()).toBe(1);
  });

  it('is not started twice', async () => {
    await using page = await stage(PAGE);
    await click(page.button('415'));
    page.dialer.showDial(dialView('+14152371137', 'ringing'));
    await settle();
    await click(page.button('415'));
    expect(page.dialled).toEqual([ONE]);
    page.dialer.showDial(dialView('+14152371137', 'refused'));
    await settle();
    await click(page.button('415'));
    expect(page.dialled).toEqual([ONE, ONE]);
  });

  it('goes on at its number while a click on another is refused there', async () => {
    await using page = await stage(PAGE);
    page.dialer.showDial(dialView('+14152371137', 'talking'));
    await settle();
    await click(page.button('206'));
    page.dialer.showRefusal(dialView('+12068955016', 'refused'));
    await settle();
    expect(page.labels().sort()).toEqual(['refused +1 206 895 5016', 'talking +1 415 237 1137']);
    page.dialer.showDial(dialView('+14152371137', 'customerGone'));
    await settle();
    expect(page.labels().sort()).toEqual(['customerGone +1 415 237 1137', 'refused +1 206 895 5016']);
    page.dialer.showDial(dialView('+14152371137', 'ended'));
    await settle();
    expect(page.labels()).toContain('Call +1 206 895 5016');
  });

  it('is not cancelled by the page', async () => {
    await using page = await stage(PAGE);
    page.dialer.showDial(dialView('+14152371137', 'accepted', true));
    await settle();
    page.root.querySelector<HTMLButtonElement>('.cancel')!.click();
    expect(page.cancelled).toEqual([]);
  });
});

describe('the keyboard', () => {
  it('walks the numbers in reading order and leaves to where it came from', async () => {
    await using page = await stage(`<input id="search">${PAGE}<p style="margin-top:3000px">Far 303-902-5153</p>`);
    document.querySelector('input')!.focus();
    const walked: (string | null)[] = [];
    for (let step = 0; step < 4; step++) {
      page.dialer.focusNumber('next');
      await settle();
      walked.push((page.root.activeElement as HTMLElement).ariaLabel);
    }
    expect(walked).toEqual([
      'Call +1 415 237 1137',
      'Call +1 206 895 5016',
      'Call +1 303 902 5153',
      'Call +1 415 237 1137',
    ]);
    page.dialer.focusNumber('previous');
    await settle();
    expect((page.root.activeElement as HTMLElement).ariaLabel).toBe('Call +1 303 902 5153');
    await key('Escape');
    expect(document.activeElement).toBe(document.querySelector('input'));
    scrollTo(0, 0);
  });

  it('meets one tab stop of Dialside, however many numbers', async () => {
    await using page = await stage(PAGE);
    const stops = [...page.root.querySelectorAll<HTMLElement>('button.dial')].filter((button) => button.tabIndex === 0);
    expect(stops.map((button) => button.ariaLabel)).toEqual(['Call +1 415 237 1137']);
    stops[0]!.focus();
    await key('ArrowDown');
    await settle();
    expect((page.root.activeElement as HTMLElement).ariaLabel).toBe('Call +1 206 895 5016');
  });
});

describe('clicks beside a button', () => {
  it('are the page’s', async () => {
    await using page = await stage(PAGE);
    const [x, y] = middleOf(page.button('415'));
    let clicks = 0;
    document.addEventListener('click', () => clicks++, { once: true });
    await clickAt(x + 60, y, 0);
    expect(clicks).toBe(1);
    expect(page.dialled).toEqual([]);
  });
});
