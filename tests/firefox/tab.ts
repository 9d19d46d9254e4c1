import { writeFile } from 'node:fs/promises';
import type { Marionette } from './marionette.ts';

/** A point in the coordinates of what the tab shows. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface ClickOptions {
  readonly button?: 'left' | 'right';
  /** Clicks in a row, as fast as the browser takes them. */
  readonly times?: number;
  /** How long the pointer rests there before it presses; as long as a button in a page wants, where nothing is said. */
  readonly aimMs?: number;
}

/** One tab, or the content of one window. It need not be in front unless the pointer or the keyboard is used. */
export interface Tab {
  readonly handle: string;
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  goBack(): Promise<void>;
  goForward(): Promise<void>;
  url(): Promise<string>;
  bringToFront(): Promise<void>;
  /** Runs a function beside the page's own scripts. It sees no variable of the test. */
  evaluate<A extends readonly unknown[], T>(task: (...args: A) => T, ...args: A): Promise<Awaited<T>>;
  /** The same in the page's first frame, of whatever site. */
  evaluateInFrame<A extends readonly unknown[], T>(task: (...args: A) => T, ...args: A): Promise<Awaited<T>>;
  /** The same with the browser's rights, to which closed shadow roots are open. */
  inspect<A extends readonly unknown[], T>(task: (...args: A) => T, ...args: A): Promise<Awaited<T>>;
  /** Real clicks of the mouse. */
  click(point: Point, options?: ClickOptions): Promise<void>;
  /** Moves the mouse there and leaves it. */
  hover(point: Point): Promise<void>;
  /** Real keys one after the other, into whatever has the focus. */
  type(text: string): Promise<void>;
  /** Real keys held down together, the last one struck: `Alt+Shift+J`. */
  strike(shortcut: string): Promise<void>;
  /** Movements of pointer and keys as WebDriver writes them; what is held down stays so until it is let go. */
  perform(actions: object): Promise<void>;
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
}

// A person sees a button before pressing it; Dialside refuses presses on what has only just come under the pointer.
const AIMING_MS = 400;
const MOUSE_BUTTONS = { left: 0, right: 2 };

export function createTab({ send, inTurn }: Marionette, handle: string): Tab {
  const here = <T>(task: () => Promise<T>, focus = false) =>
    inTurn(async () => {
      await send('WebDriver:SwitchToWindow', { handle, focus });
      return task();
    });
  const execute = async (task: unknown, args: readonly unknown[], sandbox: string) => {
    const script = `return (${task}).apply(null, arguments)`;
    return (await send<{ value: never }>('WebDriver:ExecuteScript', { script, args, sandbox })).value;
  };
  const run = (...task: Parameters<typeof execute>) => here(() => execute(...task));

  return {
    handle,
    goto: (url) => here(() => send('WebDriver:Navigate', { url })),
    reload: () => here(() => send('WebDriver:Refresh')),
    goBack: () => here(() => send('WebDriver:Back')),
    goForward: () => here(() => send('WebDriver:Forward')),
    url: async () => (await here(() => send<{ value: string }>('WebDriver:GetCurrentURL'))).value,
    bringToFront: () => here(() => Promise.resolve(), true),
    evaluate: (task, ...args) => run(task, args, 'default'),
    evaluateInFrame: (task, ...args) =>
      here(async () => {
        await send('WebDriver:SwitchToFrame', { id: 0 });
        try {
          return await execute(task, args, 'default');
        } finally {
          await send('WebDriver:SwitchToFrame', { id: null });
        }
      }),
    inspect: (task, ...args) => run(task, args, 'system'),
    click: (point, options) => here(() => send('WebDriver:PerformActions', pointerActions(point, options)), true),
    hover: (point) => here(() => send('WebDriver:PerformActions', pointerActions(point, { times: 0 })), true),
    type: (text) => here(() => send('WebDriver:PerformActions', typingActions(text)), true),
    strike: (shortcut) => here(() => send('WebDriver:PerformActions', shortcutActions(shortcut)), true),
    perform: (actions) => here(() => send('WebDriver:PerformActions', actions), true),
    async screenshot(path) {
      const picture = await here(() => send<{ value: string }>('WebDriver:TakeScreenshot', { full: false }), true);
      await writeFile(path, Buffer.from(picture.value, 'base64'));
    },
    close: () => here(() => send('WebDriver:CloseWindow')),
  };
}

/** Parameters of `WebDriver:PerformActions` for a click. */
export function pointerActions(
  { x, y }: Point,
  { button = 'left', times = 1, aimMs = AIMING_MS }: ClickOptions = {},
): object {
  const presses = Array.from({ length: times }, () => [
    { type: 'pointerDown', button: MOUSE_BUTTONS[button] },
    { type: 'pointerUp', button: MOUSE_BUTTONS[button] },
  ]);
  const actions = [
    { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0, origin: 'viewport' },
    { type: 'pause', duration: aimMs },
    ...presses.flat(),
  ];
  return { actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }] };
}

/** Parameters of `WebDriver:PerformActions` for typing. */
export function typingActions(text: string): object {
  const actions = [...text].flatMap((value) => [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ]);
  return { actions: [{ type: 'key', id: 'keyboard', actions }] };
}

/** WebDriver's characters for keys that write none. */
export const NAMED_KEYS: Readonly<Record<string, string>> = {
  Alt: '\uE00A',
  Shift: '\uE008',
  Enter: '\uE007',
  Tab: '\uE004',
};

/** Parameters of `WebDriver:PerformActions` for keys held down together. */
export function shortcutActions(shortcut: string): object {
  const keys = shortcut.split('+').map((name) => NAMED_KEYS[name] ?? name.toLowerCase());
  const down = keys.map((value) => ({ type: 'keyDown', value }));
  const up = keys.toReversed().map((value) => ({ type: 'keyUp', value }));
  return { actions: [{ type: 'key', id: 'keyboard', actions: [...down, ...up] }] };
}
