import { type ComponentChild, render } from 'preact';
import { TextProvider, type TextTools } from '../../../components/text.tsx';
import { boxFont } from './box-font.ts';

/** Nothing moves or waits, and every text is drawn in boxes. */
const STILL = `
  :root { --font: boxes; --mono: boxes; }
  * { animation: none !important; transition: none !important; caret-color: transparent !important; scrollbar-width: none; }
  /* A page of somebody else's, in its own fonts. */
  iframe { visibility: hidden; }`;

export interface SheetOptions {
  readonly views: Readonly<Record<string, () => ComponentChild>>;
  readonly tools: TextTools;
  /** Width of a view in CSS pixels. */
  readonly widthOf: (name: string) => number;
}

/** Where a view stands on the sheet, in pixels of the sheet. */
export interface Place {
  readonly name: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

// Half as large: fine enough to see a line move, and a quarter of the pixels.
const SCALE = 0.5;
export const SHEET_WIDTH = 1_280;
const GAP = 8;
// A popup of a browser is not higher, and what is in a page follows its window.
const LEAST_HEIGHT = 200;

/** Draws every view, each in a window of its own, side by side; answers with where each stands. */
export async function drawSheet({ views, tools, widthOf }: SheetOptions): Promise<readonly Place[]> {
  const font = boxFont();
  const styles = [...document.querySelectorAll('style')].map(({ textContent }) => textContent).join('\n');
  const sheet = document.createElement('div');
  sheet.id = 'sheet';
  sheet.style.cssText = `position:relative;width:${SHEET_WIDTH}px`;
  document.body.replaceChildren(sheet);
  const drawn: { readonly name: string; readonly frame: HTMLIFrameElement; readonly own: Document }[] = [];
  for (const [name, view] of Object.entries(views)) {
    const frame = document.createElement('iframe');
    frame.style.cssText = `position:absolute;border:0;transform-origin:0 0;scale:${SCALE}`;
    frame.width = String(widthOf(name));
    frame.height = String(LEAST_HEIGHT);
    sheet.append(frame);
    const { document: own } = frame.contentWindow as Window;
    own.documentElement.lang = tools.t('textLanguage');
    own.documentElement.dir = tools.t('textDirection');
    const style = own.createElement('style');
    style.textContent = styles + STILL;
    own.head.append(style);
    own.fonts.add(await new FontFace('boxes', font).load());
    render(<TextProvider tools={tools}>{view()}</TextProvider>, own.body);
    drawn.push({ name, frame, own });
  }
  await settle();
  const places = placeAll(drawn.map(({ name, frame, own }) => sizeOf(name, frame, own)));
  places.forEach(({ left, top }, at) => {
    Object.assign(drawn[at]!.frame.style, { left: `${left}px`, top: `${top}px` });
  });
  sheet.style.height = `${Math.max(...places.map(({ top, height }) => top + height))}px`;
  await settle();
  return places;
}

export function clearSheet(): void {
  for (const frame of document.querySelectorAll<HTMLIFrameElement>('#sheet iframe')) {
    if (frame.contentDocument) render(null, frame.contentDocument.body);
  }
  document.body.replaceChildren();
}

/** As high as what is in it, and without a focus that only one of them could have. */
function sizeOf(name: string, frame: HTMLIFrameElement, own: Document): Place {
  if (own.activeElement instanceof (frame.contentWindow as unknown as typeof globalThis).HTMLElement) {
    (own.activeElement as HTMLElement).blur();
  }
  const height = Math.max(LEAST_HEIGHT, own.documentElement.scrollHeight);
  frame.height = String(height);
  return { name, left: 0, top: 0, width: Math.ceil(Number(frame.width) * SCALE), height: Math.ceil(height * SCALE) };
}

/** Each where there is room highest up. */
function placeAll(sizes: readonly Place[]): Place[] {
  const floor = Array.from({ length: SHEET_WIDTH }, () => 0);
  return sizes.map((size) => {
    let best = { left: 0, top: Number.POSITIVE_INFINITY };
    for (let left = 0; left + size.width <= SHEET_WIDTH; left += 20) {
      const top = Math.max(...floor.slice(left, left + size.width + GAP));
      if (top < best.top) best = { left, top };
    }
    floor.fill(best.top + size.height + GAP, best.left, best.left + size.width + GAP);
    return { ...size, ...best };
  });
}

/** So many turns without a change: what effects ask for comes within one, and asks for more. */
const QUIET_TURNS = 10;
const MOST_TURNS = 200;

/** Until what effects have asked for is there. */
async function settle(): Promise<void> {
  let before = '';
  for (let [turn, quiet] = [0, 0]; quiet < QUIET_TURNS && turn < MOST_TURNS; turn++) {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 20)));
    const now = [...document.querySelectorAll<HTMLIFrameElement>('#sheet iframe')]
      .map(({ contentDocument }) => contentDocument?.body.innerHTML)
      .join();
    quiet = now === before ? quiet + 1 : 0;
    before = now;
  }
}
