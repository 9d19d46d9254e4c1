import type { Firefox } from '../../../firefox/firefox.ts';
import { inContentScript } from '../../../firefox/fixtures/content-script.ts';
import { NAMED_KEYS, type Point, type Tab } from '../../../firefox/tab.ts';
import { isolatedWorld, lookAt, type ScenePage } from '../scene-page.ts';
import { pointAt } from './native-pointer.ts';
import { readOverlay } from './overlay.ts';
import { coloursAt } from './pixels.ts';

// Twice a frame, and a little.
const ARRIVES_MS = 40;

const waitForTimeout = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** A tab of Firefox for the attacks. */
export function scenePageOf(tab: Tab, firefox: Firefox): ScenePage {
  let at: Point = { x: 0, y: 0 };
  const point = async (place: Point, kind: 'move' | 'down' | 'up') => {
    await pointAt(firefox, place, kind);
    // It is on its way through three processes when the browser has taken it.
    await waitForTimeout(ARRIVES_MS);
  };
  const keys = (key: string, ...types: readonly string[]) => {
    const value = NAMED_KEYS[key] ?? key;
    return tab.perform({ actions: [{ type: 'key', id: 'keyboard', actions: types.map((type) => ({ type, value })) }] });
  };
  const sourceOf = (task: string | (() => unknown)) => (typeof task === 'string' ? task : `(${task})()`);
  const evaluate = (task: string | (() => unknown)) => tab.evaluate(runAsPage, sourceOf(task)) as Promise<never>;
  return {
    mouse: {
      async move(x, y) {
        for (const share of [0.5, 1]) {
          await point({ x: at.x + (x - at.x) * share, y: at.y + (y - at.y) * share }, 'move');
        }
        at = { x, y };
      },
      down: () => point(at, 'down'),
      up: () => point(at, 'up'),
    },
    keyboard: {
      down: (key) => keys(key, 'keyDown'),
      up: (key) => keys(key, 'keyUp'),
      press: (key) => keys(key, 'keyDown', 'keyUp'),
    },
    url: tab.url,
    evaluate,
    evaluateInFrame: (task: string | (() => unknown)) =>
      tab.evaluateInFrame(runAsPage, sourceOf(task)) as Promise<never>,
    async waitForTrue(expression) {
      for (const end = Date.now() + 10_000; Date.now() < end; await waitForTimeout(50)) {
        if ((await evaluate(expression)) === true) return;
      }
      throw new Error(`Not true within 10 s: ${expression}`);
    },
    waitForTimeout,
    async click(selector) {
      const place = `(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))(
        document.querySelector('${selector}').getBoundingClientRect())`;
      await tab.click((await evaluate(place)) as { x: number; y: number }, { aimMs: 0 });
    },
    focus: (selector) => evaluate(`document.querySelector('${selector}').focus()`),
    overlay: () => tab.inspect(readOverlay),
    lookAt: (button, words) => lookAt((points) => coloursAt(firefox, points), button, words),
    isolatedWorld: async () => isolatedWorld((expression) => inContentScript(tab, expression)),
    close: tab.close,
  };
}

/** Around the wrappers that keep what the page has made apart. */
interface Unwrapped extends Window {
  readonly wrappedJSObject: {
    dialsideAnswer?: { readonly value?: unknown; readonly error?: string };
    readonly chrome?: unknown;
  };
}

/**
 * Runs a script as the page's own where that is possible: what runs beside the page does not see its constants. A page of an
 * extension runs none but those of its package; there the script is an expression, and runs beside it.
 */
async function runAsPage(script: string): Promise<unknown> {
  const page = (window as unknown as Unwrapped).wrappedJSObject;
  if (!location.protocol.startsWith('http')) return new Function('chrome', `return (${script})`)(page.chrome);
  const element = document.createElement('script');
  element.textContent = `try { window.dialsideAnswer = { value: (0, eval)(${JSON.stringify(script)}) } }
    catch (error) { window.dialsideAnswer = { error: String(error) } }`;
  // Not beside Dialside's element, which attacks look for as the last of its parent's.
  document.head.append(element);
  element.remove();
  const { value, error } = page.dialsideAnswer ?? { error: 'The page ran no script.' };
  delete page.dialsideAnswer;
  if (error !== undefined) throw new Error(error);
  return value;
}
