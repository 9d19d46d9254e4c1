import { MARK_CSS } from '../../lib/page/marks.ts';
import type { PageDial } from '../../lib/page/page-contract.ts';
import { startPageDialer } from '../../lib/page/page-dialer.ts';
import { findNumbers } from '../../lib/phone/find-numbers.ts';

/** What runs inside the benchmark's page: the dialer with its browser calls timed, and the pages it works on. */

const SURNAMES = ['Miller', 'Ortega', 'Novak', 'Tanaka', 'Okafor', 'Dubois', 'Schmidt', 'Rossi'];
const stamps = { slices: [] as number[], observer: [] as number[], frames: [] as number[], wakes: 0, listeners: 0 };
let root: ShadowRoot | null = null;
let ownListeners = 0;

timeBrowserCalls();
deliverMarkStyle();

/** As the browser does with an extension's style sheet: there before the page, never taken away. */
function deliverMarkStyle(): void {
  const style = document.createElement('style');
  style.textContent = MARK_CSS;
  document.head.append(style);
}

function timeBrowserCalls(): void {
  const scheduling = (globalThis as unknown as { scheduler: { yield: () => Promise<void> } }).scheduler;
  const yieldNow = scheduling.yield.bind(scheduling);
  let startedAt = 0;
  const endSlice = () => {
    if (startedAt > 0) stamps.slices.push(performance.now() - startedAt);
    startedAt = 0;
  };
  scheduling.yield = async () => {
    endSlice();
    stamps.wakes++;
    await yieldNow();
    startedAt = performance.now();
    // The slice runs in the next microtask; the last one is not followed by another yield.
    queueMicrotask(() => queueMicrotask(() => queueMicrotask(endSlice)));
  };
  const timed =
    <A extends unknown[]>(call: (...args: A) => void, log: number[]) =>
    (...args: A) => {
      stamps.wakes++;
      const start = performance.now();
      call(...args);
      log.push(performance.now() - start);
    };
  const askFrame = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => askFrame(timed(callback, stamps.frames));
  const Mutations = window.MutationObserver;
  window.MutationObserver = class extends Mutations {
    constructor(callback: MutationCallback) {
      super(timed(callback, stamps.observer));
    }
  };
  const Intersections = window.IntersectionObserver;
  window.IntersectionObserver = class extends Intersections {
    constructor(callback: IntersectionObserverCallback, options?: IntersectionObserverInit) {
      super(timed(callback, stamps.frames), options);
    }
  };
  const setTimer = window.setTimeout.bind(window);
  window.setTimeout = ((...args: Parameters<typeof setTimer>) => {
    stamps.wakes++;
    return setTimer(...args);
  }) as typeof window.setTimeout;
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (...args: Parameters<typeof listen>) {
    if (!(this instanceof AbortSignal)) stamps.listeners++;
    listen.apply(this, args);
  };
}

function cellText(index: number): string {
  if (index % 100 === 7) return `(415) 237-${1000 + (index % 9000)}`;
  switch (index % 10) {
    case 0:
      return `SO-2026-${String(index).padStart(6, '0')}`;
    case 2:
      return `2026-0${1 + (index % 9)}-1${index % 10} 14:3${index % 10}`;
    case 4:
      return `$${(index % 5000) + 0.5}`;
    case 6:
      return `192.168.${index % 255}.${(index * 7) % 255}`;
    default:
      return `${SURNAMES[index % 8]} ${String.fromCharCode(65 + (index % 26))}.`;
  }
}

export function showTable(cells: number): void {
  const table = document.createElement('table');
  for (let row = 0; row < cells / 10; row++) {
    const line = table.insertRow();
    for (let column = 0; column < 10; column++) line.insertCell().append(cellText(row * 10 + column));
  }
  document.body.replaceChildren(table);
  document.body.getBoundingClientRect();
}

/** 1 000 numbers in lines of 25 px, so that a viewport of 1 500 px shows 60. */
export function showList(): void {
  document.body.style.margin = '0';
  document.body.replaceChildren(
    ...Array.from({ length: 1000 }, (_, row) => {
      const line = document.createElement('div');
      line.style.cssText = 'height:25px;font:14px/25px sans-serif';
      line.append(`${SURNAMES[row % 8]} (415) 237-${1000 + row}`);
      return line;
    }),
  );
}

/** The physical floor: every text node visited and read, nothing else. */
export function bareWalkMs(): number {
  const start = performance.now();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let length = 0;
  for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) length += (text as Text).data.length;
  const ms = performance.now() - start;
  if (length === 0) throw new Error('there was nothing to walk');
  return ms;
}

export function start(): AbortController {
  stamps.listeners = 0;
  const ended = new AbortController();
  const onDial = (_request: PageDial): void => {};
  startPageDialer(
    {
      document,
      signal: ended.signal,
      regions: ['US'],
      mode: 'buttons',
      findNumbers,
      marksStyled: true,
      labels: {
        call: (number) => `Call ${number}`,
        dialStage: (_, number) => number,
        cancel: 'Cancel',
        notANumber: 'Not a phone number',
        numberChanged: '',
      },
      onDial,
      onCancel: onDial as () => void,
    },
    (host) => {
      root = host.attachShadow({ mode: 'closed' });
      return root;
    },
  );
  ownListeners = stamps.listeners;
  return ended;
}

/** Reads and clears what was timed. */
export function takeStamps(): typeof stamps {
  const taken = { ...structuredClone(stamps), listeners: ownListeners };
  for (const log of [stamps.slices, stamps.observer, stamps.frames]) log.length = 0;
  stamps.wakes = 0;
  return taken;
}

/** 10 000 nodes in 100 batches, a task each. */
export async function storm(): Promise<void> {
  for (let batch = 0; batch < 100; batch++) {
    const row = document.createElement('div');
    for (let node = 0; node < 50; node++) {
      const cell = document.createElement('div');
      cell.append(cellText(batch * 50 + node));
      row.append(cell);
    }
    document.body.append(row);
    await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
  }
}

export function countNumbers(): number {
  return CSS.highlights.values().next().value?.size ?? 0;
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
