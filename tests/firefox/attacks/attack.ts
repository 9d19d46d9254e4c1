import type { OwnPages } from '../../steps/own-pages.ts';
import type { Desk } from '../fixtures/desk.ts';
import { buttonBeside, middleOf, type PageButton } from '../fixtures/page-buttons.ts';
import type { Tab } from '../tab.ts';

/** One thing that a page may try against an agent in Firefox. */
export interface FirefoxAttack {
  /** As the table of the attacks in Chromium says it, where it has the same. */
  readonly name: string;
  /** What keeps it from succeeding, as the table says it. */
  readonly defence: string;
  /** Does it; true when the enemy got what he wanted. */
  readonly run: (scene: FirefoxScene) => Promise<boolean>;
}

/** A signed-in agent in Firefox, and a site that is enabled and means him ill. */
export interface FirefoxScene {
  readonly desk: Desk;
  readonly pages: OwnPages;
}

/** A page with a number and its button, before anything was done to it. */
export interface Bait {
  readonly tab: Tab;
  readonly button: PageButton;
  /** National digits of the number on the page. */
  readonly digits: string;
}

// A message is answered within some 20 ms, and a dial sent at once; the rest is for a busy machine.
const DIAL_MS = 800;

let laid = 0;

/**
 * Opens a page with a number of its own. `script` is the enemy's: what it does for `cue` it does as the page, when
 * {@link cue} says so.
 */
export async function layBait({ desk, pages }: FirefoxScene, script = '', around = ''): Promise<Bait> {
  laid += 1;
  const last = String(laid).padStart(2, '0');
  const style = '<style>#number { position: absolute; left: 100px; top: 100px; font: 16px/24px monospace }</style>';
  const html = `${style}<p id="number">(415) 555-01${last}</p>${around}<script>${script}</script>`;
  pages.publish(`/bait-${last}.html`, html);
  const tab = await desk.firefox.openTab(pages.url(`/bait-${last}.html`));
  return { tab, button: await buttonBeside(tab, `(415) 555-01${last}`), digits: `41555501${last}` };
}

/** A script of the page that waits for its cue; it knows the middle of the button as `x` and `y`. */
export function onCue(code: string): string {
  return `addEventListener('cue', ({ detail: { x, y } }) => {
const host = [...document.documentElement.children].find((one) => one.popover);
const button = host.shadowRoot?.querySelector('button.dial') ?? host;
const at = { bubbles: true, composed: true, cancelable: true, clientX: x, clientY: y, detail: 1, button: 0 };
${code}
document.body.dataset.cued = 'yes'; });`;
}

/** Gives a page that is open already something to wait with. */
export async function setCue({ tab }: Bait, code: string): Promise<void> {
  await tab.evaluate((text) => {
    document.body.append(Object.assign(document.createElement('script'), { textContent: text }));
  }, onCue(code));
}

/** Has the page do what waits for its cue; throws where it broke before its end. */
export async function cue({ tab, button }: Bait): Promise<void> {
  const { x, y } = middleOf(button.box);
  await tab.evaluate(
    (left, top) => {
      const script = document.createElement('script');
      script.textContent = `dispatchEvent(new CustomEvent('cue', { detail: { x: ${left}, y: ${top} } }))`;
      document.body.append(script);
    },
    x,
    y,
  );
  if ((await tab.evaluate(() => document.body.dataset.cued)) !== 'yes') throw new Error('The attack was not made.');
}

/** The numbers that were dialled since the last question; waits a moment for one. */
export async function dialled({ desk: { dialer } }: FirefoxScene): Promise<readonly (string | undefined)[]> {
  await new Promise((resolve) => setTimeout(resolve, DIAL_MS));
  return dialer.log.requests({ function: 'external_dial' }).map(({ parameters }) => parameters.value);
}
