import { afterEach, expect, it } from 'vitest';
import { createVeils } from '../../../lib/page/buttons/veils.ts';

afterEach(() => {
  document.body.innerHTML = '';
});

const THROUGH = 'pointer-events: none;';
const HERE =
  'position: fixed; inset: auto; margin: 0; padding: 0; border: 0; left: 90px; top: 90px; width: 80px; height: 60px;';
const ALL = 'position: fixed; inset: 0; margin: 0; padding: 0; border: 0; width: 100%; height: 100%; background: none;';
const PAINTED = 'background: #fff;';

/** Something of ours in the top layer, above popovers of the page's or below them. */
function setUp(popovers: string, isOursLast: boolean): boolean {
  document.body.innerHTML = `<style>[popover]::backdrop { pointer-events: none }</style>${popovers}
<div id="ours" popover="manual" style="${HERE} left: 100px; top: 100px; width: 20px; height: 20px"><button style="all: unset; display: block; width: 20px; height: 20px"></button></div>`;
  const ours = document.querySelector<HTMLElement>('#ours')!;
  const theirs = [...document.querySelectorAll<HTMLElement>('[popover]:not(#ours)')];
  for (const each of isOursLast ? [...theirs, ours] : [ours, ...theirs]) each.showPopover();
  const root = document.querySelector('my-root')?.shadowRoot;
  root?.querySelector<HTMLElement>('[popover]')?.showPopover();
  return createVeils(document, ours, (element) => element.shadowRoot)(ours.querySelector('button')!);
}

it.each<[string, string]>([
  ['a painted one', `<div popover="manual" style="${HERE}${PAINTED}${THROUGH}"></div>`],
  [
    'one with a text',
    `<div popover="manual" style="${HERE}${THROUGH} background: none; font: 30px/20px monospace">xxxxx</div>`,
  ],
  [
    'a part of one that lies elsewhere',
    `<div popover="manual" style="${HERE}${THROUGH} left: 400px"><i style="${HERE}${PAINTED}"></i></div>`,
  ],
  [
    'a painted part of one that paints nothing',
    `<div popover="manual" style="${ALL}${THROUGH}"><i style="${HERE}${PAINTED}"></i></div>`,
  ],
  ['a picture', `<div popover="manual" style="${ALL}${THROUGH}"><svg style="${HERE}"></svg></div>`],
  [
    'what stands before a part',
    `<style>#one::before { content: 'x' }</style><div id="one" popover="manual" style="${HERE}${THROUGH} background: none"></div>`,
  ],
  [
    'the ground behind one',
    `<style>#one::backdrop { background: #fff }</style><div id="one" popover="manual" style="${HERE}${THROUGH} left: 400px"></div>`,
  ],
])('a popover that lets the pointer through is a veil: %s', (_what, popover) => {
  expect(setUp(popover, false)).toBe(true);
});

it('also inside of a shadow root', () => {
  customElements.define(
    'my-root',
    class extends HTMLElement {
      connectedCallback() {
        this.attachShadow({
          mode: 'open',
        }).innerHTML = `<div popover="manual" style="${HERE}${PAINTED}${THROUGH}"></div>`;
      }
    },
  );
  expect(setUp('<my-root></my-root>', false)).toBe(true);
});

it.each<[string, string]>([
  [
    'takes the pointer, and so lies below',
    `<div popover="manual" style="${HERE}${PAINTED}"><svg style="${THROUGH} width: 100%"></svg></div>`,
  ],
  ['lies elsewhere', `<div popover="manual" style="${HERE}${PAINTED}${THROUGH} left: 400px"></div>`],
  [
    'paints nothing, as the frame of messages',
    `<div popover="manual" style="${ALL}${THROUGH}"><p style="position: fixed; right: 0; bottom: 0">Saved</p></div>`,
  ],
  ['is not to be seen', `<div popover="manual" style="${HERE}${PAINTED}${THROUGH} opacity: 0"></div>`],
])('a popover is no veil that %s', (_what, popover) => {
  expect(setUp(popover, true)).toBe(false);
});
