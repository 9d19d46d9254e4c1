import { vi } from 'vitest';
import { cdp } from 'vitest/browser';
import { frames, pause } from './page-stage.ts';

/** A person's hand: real input through the browser, so that its events are trusted. Coordinates are the test page's own. */

interface InputSession {
  send(method: string, parameters: object): Promise<unknown>;
}

const session = () => cdp() as unknown as InputSession;

export async function moveTo(x: number, y: number): Promise<void> {
  await mouse('mouseMoved', x, y, 'none');
  await frames(3);
}

export async function hover(target: Element | Range): Promise<void> {
  const [x, y] = middleOf(target);
  await moveTo(x - 1, y);
  await moveTo(x, y);
}

export async function click(target: Element): Promise<void> {
  const [x, y] = middleOf(target);
  await clickAt(x, y);
}

/** Moves there, waits as long as a person would, and clicks. */
export async function clickAt(x: number, y: number, waitMs = 450): Promise<void> {
  await moveTo(x, y);
  await pause(waitMs);
  await press(x, y);
}

/** Presses and releases without moving there first. */
export async function press(x: number, y: number): Promise<void> {
  await mouse('mousePressed', x, y, 'left');
  await mouse('mouseReleased', x, y, 'left');
  await frames(2);
}

export async function rightClick(target: Element): Promise<void> {
  const [x, y] = middleOf(target);
  await moveTo(x, y);
  await mouse('mousePressed', x, y, 'right');
  await mouse('mouseReleased', x, y, 'right');
  await frames(2);
}

const KEYS = {
  ContextMenu: { code: 'ContextMenu', windowsVirtualKeyCode: 93, text: '' },
  Enter: { code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
  Escape: { code: 'Escape', windowsVirtualKeyCode: 27, text: '' },
  ArrowUp: { code: 'ArrowUp', windowsVirtualKeyCode: 38, text: '' },
  ArrowDown: { code: 'ArrowDown', windowsVirtualKeyCode: 40, text: '' },
  ' ': { code: 'Space', windowsVirtualKeyCode: 32, text: ' ' },
} as const;

export async function key(name: keyof typeof KEYS, { repeats = 0 } = {}): Promise<void> {
  const description = { key: name, ...KEYS[name] };
  for (let press = 0; press <= repeats; press++) {
    await session().send('Input.dispatchKeyEvent', {
      type: KEYS[name].text ? 'keyDown' : 'rawKeyDown',
      autoRepeat: press > 0,
      ...description,
    });
  }
  await session().send('Input.dispatchKeyEvent', { type: 'keyUp', ...description });
  await frames(2);
}

/** Whether the device has a touch screen. */
export async function setTouchScreen(enabled: boolean): Promise<void> {
  await session().send('Emulation.setTouchEmulationEnabled', { enabled, maxTouchPoints: 1 });
}

export async function tap(target: Element): Promise<void> {
  const [x, y] = toScreen(...middleOf(target));
  await session().send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  await session().send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await frames(3);
}

/** No time passes until it is disposed of: what comes next comes too soon, however slow the machine is. */
export function holdClock(): Disposable {
  const held = vi.spyOn(performance, 'now').mockReturnValue(performance.now());
  return { [Symbol.dispose]: () => held.mockRestore() };
}

export function middleOf(target: Element | Range): [x: number, y: number] {
  const box = target.getBoundingClientRect();
  return [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
}

/** The test runs in a frame, which its runner may show scaled. */
function toScreen(x: number, y: number): [x: number, y: number] {
  const frame = window.frameElement;
  if (frame === null) return [x, y];
  const box = frame.getBoundingClientRect();
  const scale = box.width / window.innerWidth;
  return [box.left + x * scale, box.top + y * scale];
}

async function mouse(type: string, x: number, y: number, button: string): Promise<void> {
  const [screenX, screenY] = toScreen(x, y);
  const isMove = type === 'mouseMoved';
  const pressed = button === 'right' ? 2 : 1;
  const buttons = type === 'mousePressed' ? pressed : 0;
  await session().send('Input.dispatchMouseEvent', {
    type,
    x: screenX,
    y: screenY,
    button,
    buttons,
    clickCount: isMove ? 0 : 1,
  });
}
