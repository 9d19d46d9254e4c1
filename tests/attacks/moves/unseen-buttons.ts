import type { Box } from '../../e2e/fixtures/page-buttons.ts';
import { STYLE, style } from '../scene/host-style.ts';

/** Something that a page does so that a person presses a button that he does not see, the same in every browser. */
export interface HiddenButton {
  readonly name: string;
  readonly defence: string;
  /** What keeps the page from it in Firefox, where that is something else. */
  readonly defenceInFirefox?: string;
  /** It has the `host`; the box is the button's. */
  readonly code: (box: Box) => string;
}

/** Something of the page's own that is painted where the button is, and lets the pointer through. */
export function cover({ x, y, width, height }: Box): string {
  return `const cover = document.createElement('div');
cover.textContent = 'Next';
cover.style.cssText = 'position: fixed; inset: auto; margin: 0; border: 0; z-index: 2147483647; background: #eee; pointer-events: none;' +
  'left: ${x - 20}px; top: ${y - 20}px; width: ${width + 40}px; height: ${height + 40}px';
document.documentElement.append(cover);
document.head.insertAdjacentHTML('beforeend', '<style>::backdrop { display: none }</style>');`;
}

const HOST = 'html > div[popover]';
export const VISIBLE = 'a press counts only where the browser vouches that nothing is painted over the button';

export const VEILED = 'no popover of the page’s may lie over the button or the words that lets the pointer through';

export const RAISED = 'it raises itself above the page and tests what lies at the button';

export const hiddenButtons: readonly HiddenButton[] = [
  {
    name: 'a cover in the top layer that lets the pointer through',
    defence: 'the button returns to the top of the top layer, in sight',
    defenceInFirefox: RAISED,
    code: (box) => `${cover(box)} cover.popover = 'manual'; cover.showPopover();`,
  },
  {
    name: 'the same cover, put on top again in every frame',
    defence: VISIBLE,
    defenceInFirefox: VEILED,
    code: (box) => `${cover(box)} cover.popover = 'manual';
(function again() { cover.togglePopover(false); cover.togglePopover(true); requestAnimationFrame(again); })();`,
  },
  {
    name: 'a style that makes the host transparent',
    defence: STYLE,
    code: () => style(`${HOST} { opacity: .01 !important }`),
  },
  {
    name: 'a filter and a mask on the host, inline and important',
    defence: STYLE,
    code: () => `host.style.setProperty('filter', 'opacity(0)', 'important');
host.style.setProperty('mask-image', 'linear-gradient(transparent, transparent)', 'important');`,
  },
  {
    name: 'an endless animation and transition of the host’s opacity',
    defence: STYLE,
    code: () => `host.animate({ opacity: [0.01, 0.01] }, { duration: 1e6, fill: 'forwards' });
host.style.transition = 'opacity 1000s';`,
  },
  {
    name: 'moving the host into a transparent element of the page’s own',
    defence: 'a press counts only while the host is where it belongs, and the host returns there',
    code: () => `const box = document.createElement('div'); box.style.opacity = '.01'; document.body.append(box);
box.append(host);
new MutationObserver(() => host.parentNode === box || box.append(host)).observe(document.documentElement, { childList: true });`,
  },
  {
    name: 'taking the host out of the top layer, below a cover',
    defence: 'a press counts only while the host is in the top layer, and the host returns there',
    code: (box) => `${cover(box)} host.hidePopover(); host.style.setProperty('display', 'block', 'important');
host.addEventListener('toggle', () => host.hidePopover());`,
  },
];
