import type { Firefox } from '../../../firefox/firefox.ts';
import type { Point } from '../../../firefox/tab.ts';

/**
 * Moves or presses the pointer at a point of the page in front, as the desktop does: what WebDriver makes reaches no frame that is
 * drawn by a process of its own.
 */
export function pointAt({ chrome }: Firefox, { x, y }: Point, kind: 'move' | 'down' | 'up'): Promise<void> {
  return chrome.inspect(sendToWindow, Math.round(x), Math.round(y), kind);
}

// The function runs in the browser's window and sees nothing of this file.
declare const gBrowser: { readonly selectedBrowser: Element };

interface NativeWindow {
  readonly mozInnerScreenX: number;
  readonly mozInnerScreenY: number;
  readonly windowUtils: Record<
    'NATIVE_MOUSE_MESSAGE_BUTTON_DOWN' | 'NATIVE_MOUSE_MESSAGE_BUTTON_UP' | 'NATIVE_MOUSE_MESSAGE_MOVE',
    number
  > & {
    sendNativeMouseEvent(
      x: number,
      y: number,
      message: number,
      button: number,
      modifiers: number,
      element: Element,
    ): void;
  };
}

function sendToWindow(x: number, y: number, kind: 'move' | 'down' | 'up'): void {
  const { windowUtils, mozInnerScreenX, mozInnerScreenY } = window as unknown as NativeWindow;
  const box = gBrowser.selectedBrowser.getBoundingClientRect();
  const messages = {
    move: windowUtils.NATIVE_MOUSE_MESSAGE_MOVE,
    down: windowUtils.NATIVE_MOUSE_MESSAGE_BUTTON_DOWN,
    up: windowUtils.NATIVE_MOUSE_MESSAGE_BUTTON_UP,
  };
  const [left, top] = [mozInnerScreenX + box.x + x, mozInnerScreenY + box.y + y].map((at) => at * devicePixelRatio);
  windowUtils.sendNativeMouseEvent(left ?? 0, top ?? 0, messages[kind], 0, 0, gBrowser.selectedBrowser);
}
