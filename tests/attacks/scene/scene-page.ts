import type { Box, PageButton } from '../../e2e/fixtures/page-buttons.ts';

/** A page in a tab, as attacks use it in every browser. */
export interface ScenePage {
  /** The real pointer; its places are those of the page's window. */
  readonly mouse: {
    /** By way of some places before it. */
    move(x: number, y: number): Promise<void>;
    down(): Promise<void>;
    up(): Promise<void>;
  };
  /** The real keys, by their names. */
  readonly keyboard: {
    /** A key that is down already is repeated. */
    down(key: string): Promise<void>;
    up(key: string): Promise<void>;
    press(key: string): Promise<void>;
  };
  url(): Promise<string>;
  /** Runs a script of the page's own; resolves to what it comes to. Of an own page of an extension's: an expression. */
  evaluate(script: string): Promise<unknown>;
  evaluate<T>(task: () => T): Promise<Awaited<T>>;
  /** The same in its first frame, of whatever site that is. */
  evaluateInFrame(script: string): Promise<unknown>;
  evaluateInFrame<T>(task: () => T): Promise<Awaited<T>>;
  /** Waits until an expression is true. */
  waitForTrue(expression: string): Promise<void>;
  waitForTimeout(ms: number): Promise<void>;
  /** A real click. */
  click(selector: string): Promise<void>;
  focus(selector: string): Promise<void>;
  /** What Dialside shows in the page, as nobody but the browser can tell it: its root is closed to scripts. */
  overlay(): Promise<Overlay>;
  /** Whether the face of a button and the ground of the words are to be seen where they are. */
  lookAt(button: Box, words: Box | null): Promise<{ readonly face: boolean; readonly ground: boolean }>;
  /** The world of Dialside's script in the page. */
  isolatedWorld(): Promise<IsolatedWorld>;
  close(): Promise<void>;
}

/** What Dialside shows in a page. */
export interface Overlay {
  readonly buttons: readonly PageButton[];
  /** The words beside a button; null while there are none. */
  readonly words: { readonly text: string; readonly box: Box } | null;
}

/** The world in which Dialside's content script of a page runs, as whoever has taken over that page's process has it. */
export interface IsolatedWorld {
  /** Sends a message as the content script does; resolves to the whole reply. */
  send(name: string, payload: unknown): Promise<unknown>;
  /** Resolves to the text that an expression comes to. */
  evaluate(expression: string): Promise<string>;
}

/** The world whose expressions are evaluated so. */
export function isolatedWorld(evaluate: IsolatedWorld['evaluate']): IsolatedWorld {
  return {
    evaluate,
    async send(name, payload) {
      const message = JSON.stringify({ dialside: name, payload });
      return JSON.parse(await evaluate(`chrome.runtime.sendMessage(${message}).then(JSON.stringify)`));
    },
  };
}

/** Colours as `r,g,b`: of the face of a button at rest and under the pointer, and of the ground of the words, as the product's style has them. */
const FACES: readonly string[] = ['18,128,74', '11,107,59'];
const GROUND = '36,36,36';

/**
 * What a person sees where the boxes are: the face of the button, just inside the circle's edge and clear of its picture, and
 * the ground of the words at both ends of their box. `coloursAt` tells the colours of some points, of one picture of the page.
 */
export async function lookAt(
  coloursAt: (points: readonly { readonly x: number; readonly y: number }[]) => Promise<readonly string[]>,
  button: Box,
  words: Box | null,
): Promise<{ readonly face: boolean; readonly ground: boolean }> {
  const middle = words ? words.y + words.height / 2 : 0;
  const [face = '', ...ends] = await coloursAt([
    { x: button.x + button.width / 2, y: button.y + button.height - 5 },
    ...(words ? [words.x + 3, words.x + words.width - 4].map((x) => ({ x, y: middle })) : []),
  ]);
  return { face: FACES.includes(face), ground: ends.length > 0 && ends.every((colour) => colour === GROUND) };
}
