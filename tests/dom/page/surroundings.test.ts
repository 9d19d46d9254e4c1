import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import { MARK_NAME } from '../../../lib/page/overlay/marks.ts';
import { click, hover, moveTo, press } from './hand.ts';
import { type Stage, stage, startStage } from './page-stage.ts';
import { rest } from './rest.ts';

const N = '<span class="n">415-237-1137</span>';
const DIALLED = [{ e164: '+14152371137', extension: null }];

const session = () => cdp() as unknown as { send(method: string, parameters: object): Promise<unknown> };

beforeEach(async () => {
  await moveTo(950, 650);
});

afterEach(async () => {
  await session().send('Emulation.setEmulatedMedia', { media: '', features: [] });
});

const number = () => document.querySelector('.n')!;

function boxOfText(element: Element): DOMRect {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect();
}

/** The button stands beside its number, at its height, and a click on it dials. */
async function expectToServe(page: Stage): Promise<void> {
  await expect.poll(() => page.labels()).toHaveLength(1);
  await rest();
  const text = boxOfText(number());
  const button = page.button('1137').getBoundingClientRect();
  const gap = Math.max(button.left - text.right, text.left - button.right);
  expect(gap).toBeGreaterThanOrEqual(0);
  expect(gap).toBeLessThan(40);
  expect(Math.abs(button.top + button.bottom - text.top - text.bottom) / 2).toBeLessThanOrEqual(2);
  await click(page.button('1137'));
  expect(page.dialled).toEqual(DIALLED);
}

describe('a number is served', () => {
  it.each([
    ['in something scaled', `<div style="transform:scale(1.4);transform-origin:0 0">${N}</div>`],
    ['in something turned upside down', `<div style="transform:rotate(180deg);width:300px;margin:60px">${N}</div>`],
    ['in something zoomed', `<div style="zoom:.75">${N}</div>`],
    [
      'in something with a perspective',
      `<div style="perspective:500px"><p style="transform:translateZ(20px)">${N}</p></div>`,
    ],
    ['in a fixed bar', `<div style="position:fixed;left:100px;bottom:60px;width:400px">${N}</div>`],
    [
      'in a filtered, contained part',
      `<div style="filter:grayscale(1);contain:paint;width:400px;padding:20px">${N}</div>`,
    ],
    ['in a right-to-left page', `<div dir="rtl" style="width:600px">טלפון ${N}</div>`],
    ['in columns', `<div style="columns:2;width:700px"><p style="height:80px">x</p><p>${N}</p></div>`],
    ['in a cell of a grid', `<div style="display:grid;grid-template-columns:300px 300px"><b>Phone</b>${N}</div>`],
    ['in text that runs downwards', `<div style="writing-mode:vertical-rl;height:300px">${N}</div>`],
  ])('%s', async (_name, html) => {
    await using page = await stage(`<div style="padding:40px">${html}</div>`);
    if (_name.includes('downwards')) {
      await hover(number());
      await click(page.button('1137'));
      expect(page.dialled).toEqual(DIALLED);
    } else await expectToServe(page);
  });

  it('in scrollers inside scrollers, under what sticks to their tops', async () => {
    const stuck = (height: number) =>
      `<div style="position:sticky;top:0;height:${height}px;background:#eee">Heading</div>`;
    await using page = await stage(`<div class="s" style="height:400px;width:600px;overflow:auto">${stuck(40)}
      <div style="height:300px">x</div>
      <div class="s" style="height:200px;overflow:auto">${stuck(30)}<div style="height:500px">x</div><p>${N}</p><div style="height:500px">x</div></div>
      <div style="height:600px">x</div></div>`);
    expect(page.labels()).toEqual([]);
    const [outer, inner] = document.querySelectorAll('.s');
    outer!.scrollTop = 240;
    inner!.scrollTop = 450;
    await expectToServe(page);
    // Under the inner heading, then out of the outer part.
    inner!.scrollTop = 545;
    await rest();
    expect(page.labels()).toEqual([]);
    inner!.scrollTop = 450;
    outer!.scrollTop = 900;
    await rest();
    expect(page.labels()).toEqual([]);
  });

  it('in a scroller of a right-to-left page, scrolled to its left end', async () => {
    await using page = await stage(
      `<div dir="rtl" class="s" style="width:400px;overflow:auto"><div style="width:1200px;text-align:left">${N}</div></div>`,
    );
    expect(page.labels()).toEqual([]);
    document.querySelector('.s')!.scrollLeft = -800;
    await expectToServe(page);
  });
});

describe('in the top layer', () => {
  it.each([
    [
      'a popover',
      `<div popover="manual" style="width:400px;height:100px">${N}</div>`,
      (it: HTMLElement) => it.showPopover(),
    ],
    [
      'a dialog that is not modal',
      `<dialog style="width:400px;height:100px">${N}</dialog>`,
      (it: HTMLElement) => (it as HTMLDialogElement).show(),
    ],
  ])('%s is served', async (_name, html, open) => {
    await using page = await stage(html);
    expect(page.labels()).toEqual([]);
    open(document.querySelector<HTMLElement>('[popover],dialog')!);
    await expectToServe(page);
  });

  it.each([
    ['a modal dialog', (html: string) => html],
    [
      'a modal dialog in a shadow root',
      (html: string) => `<x-modal><template shadowrootmode="open">${html}</template></x-modal>`,
    ],
  ])('%s promises nothing that cannot be pressed, and goes on undisturbed', async (_name, wrap) => {
    document.body.setHTMLUnsafe(wrap(`<dialog style="width:400px;height:100px"><input>${N}</dialog>`));
    await using page = await startStage();
    const root = document.querySelector('x-modal')?.shadowRoot ?? document;
    const dialog = root.querySelector('dialog')!;
    const marked = () => [...(CSS.highlights.get(MARK_NAME) ?? [])].length;
    dialog.showModal();
    await rest();
    expect([page.labels(), marked()]).toEqual([[], 0]);
    const text = root.querySelector('.n')!;
    await hover(text);
    page.dialer.focusNumber('next');
    await rest();
    expect(page.labels()).toEqual([]);
    expect([dialog.open, dialog.matches(':modal'), root.activeElement]).toEqual([true, true, dialog.firstElementChild]);
    // What a right-click dials is the selection.
    getSelection()!.selectAllChildren(text);
    expect(getSelection()!.toString()).toBe('415-237-1137');
    dialog.close();
    await rest();
    dialog.show();
    await rest();
    expect([page.labels(), marked()]).toEqual([['Call +1 415 237 1137'], 1]);
    await click(page.button('1137'));
    expect(page.dialled).toEqual(DIALLED);
  });

  it.each([
    ['a part of the page promises nothing', '#full', []],
    ['the whole page is served', 'html', ['Call +1 415 237 1137']],
  ])('%s while it fills the screen', async (_name, selector, labels) => {
    await using page = await stage(`<div id="full" style="padding:60px;background:#fff">${N}</div>`);
    const full = document.querySelector<HTMLElement>(selector)!;
    document.addEventListener('click', () => void full.requestFullscreen(), { once: true });
    await moveTo(500, 400);
    await press(500, 400);
    await expect.poll(() => document.fullscreenElement).toBe(full);
    await rest();
    expect(page.labels()).toEqual(labels);
    if (labels.length > 0) await expectToServe(page);
    await document.exitFullscreen();
    await expect.poll(() => page.labels()).toEqual(['Call +1 415 237 1137']);
  });
});

describe('media', () => {
  it('nothing of Dialside is printed', async () => {
    await using page = await stage(`<p>${N}</p>`);
    const mark = () => getComputedStyle(number(), `::highlight(${MARK_NAME})`).textDecorationStyle;
    expect([page.host.checkVisibility(), mark()]).toEqual([true, 'dotted']);
    await session().send('Emulation.setEmulatedMedia', { media: 'print' });
    expect([page.host.checkVisibility(), mark()]).toEqual([false, 'solid']);
  });

  it('no mark is painted as a block over a number where the colours of the system are forced', async () => {
    await using page = await stage(`<p>${N}</p>`);
    expect(CSS.highlights.has(MARK_NAME)).toBe(true);
    await session().send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
    await rest();
    expect(CSS.highlights.has(MARK_NAME)).toBe(false);
    expect(page.labels()).toHaveLength(1);
    await session().send('Emulation.setEmulatedMedia', { features: [] });
    await rest();
    expect([...(CSS.highlights.get(MARK_NAME) ?? [])]).toHaveLength(1);
  });

  it('a button has the colours of the system where the person asks for them', async () => {
    await using page = await stage(
      `<p>${N}</p><button id="own" style="all:unset;background:ButtonFace;color:ButtonText"></button>`,
    );
    await session().send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
    await rest();
    const button = page.button('1137');
    const system = getComputedStyle(document.querySelector('#own')!);
    const face = getComputedStyle(button, '::before');
    expect(matchMedia('(forced-colors: active)').matches).toBe(true);
    expect([face.backgroundColor, face.boxShadow, face.borderTopStyle]).toEqual([
      system.backgroundColor,
      'none',
      'solid',
    ]);
    expect(getComputedStyle(button.querySelector('svg')!).fill).toBe(system.color);
    expect(face.borderTopColor).toBe(system.color);
  });
});
