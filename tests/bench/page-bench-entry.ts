import { deliverMarkStyle, startDialer } from './bench-dialer.ts';
import * as stamps from './page-stamps.ts';

/** What runs inside the benchmark's page: the dialer with its browser calls timed, and the pages it works on. */
export {
  addElements,
  bareWalkMs,
  countLongTasks,
  leastReadMs,
  longestOwnFrameMs,
  pause,
  showList,
  showTable,
  storm,
} from './page-samples.ts';

export { comeToRest } from './page-stamps.ts';

const found = new Set<string>();
let root: ShadowRoot | null = null;
let ownListeners = 0;

stamps.timeBrowserCalls();
deliverMarkStyle();

export function start(): AbortController {
  stamps.takeStamps();
  found.clear();
  const ended = startDialer(
    (e164) => found.add(e164),
    (host) => {
      root = host.attachShadow({ mode: 'closed' });
      return root;
    },
  );
  ownListeners = stamps.takeStamps().listeners;
  return ended;
}

/** Reads and clears what was timed; the listeners are those that the last start put on the page. */
export function takeStamps(): ReturnType<typeof stamps.takeStamps> {
  return { ...stamps.takeStamps(), listeners: ownListeners };
}

/** Different numbers found since the start. */
export function countNumbers(): number {
  return found.size;
}

/** Buttons drawn, and how far the worst one is from its place beside its number, in pixels. */
export function drawnButtons(): { count: number; worstPx: number } {
  const buttons = [...(root?.querySelectorAll<HTMLElement>('.dial') ?? [])].filter((button) => !button.hidden);
  const range = document.createRange();
  const places = [...document.body.children].map((line) => {
    range.selectNodeContents(line);
    return range.getBoundingClientRect();
  });
  const offs = buttons.map((button) => {
    const box = button.getBoundingClientRect();
    const middle = (box.top + box.bottom) / 2;
    const line = places.find((place) => Math.abs((place.top + place.bottom) / 2 - middle) < 12);
    return line ? Math.max(Math.abs((line.top + line.bottom) / 2 - middle), Math.abs(box.left - line.right - 3)) : 99;
  });
  return { count: buttons.length, worstPx: Math.max(0, ...offs) };
}
