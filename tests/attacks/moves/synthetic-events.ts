/** Something that a script of the page does by itself to have a number dialled, the same in every browser. */
export interface ScriptedPress {
  readonly name: string;
  readonly defence: string;
  /** It has `host`, `button` (the host where the root is closed), `x` and `y`, and `at` of an event there. */
  readonly code: string;
  /** HTML that is in the page from its beginning. */
  readonly before?: string;
}

export const CLOSED = 'closed root; only trusted events count';

export const scriptedPresses: readonly ScriptedPress[] = [
  { name: 'click() on the button or its host', defence: CLOSED, code: 'button.click()' },
  {
    name: 'a whole sequence of pointer and mouse events',
    defence: CLOSED,
    code: `for (const type of ['pointerover', 'pointermove', 'pointerdown', 'pointerup'])
         button.dispatchEvent(new PointerEvent(type, { ...at, pointerId: 1, isPrimary: true, pointerType: 'mouse' }));
       for (const type of ['mousedown', 'mouseup', 'click']) button.dispatchEvent(new MouseEvent(type, at));`,
  },
  {
    name: 'Enter and space, pressed by script',
    defence: CLOSED,
    code: `button.focus();
       for (const key of ['Enter', ' ']) for (const type of ['keydown', 'keypress', 'keyup'])
         button.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true }));`,
  },
  {
    name: 'touch events',
    defence: CLOSED,
    code: `const touch = new Touch({ identifier: 1, target: button, clientX: x, clientY: y });
       for (const type of ['touchstart', 'touchend'])
         button.dispatchEvent(new TouchEvent(type, { ...at, changedTouches: [touch], touches: [touch] }));`,
  },
  {
    name: 'an event at the point, sent through elementFromPoint and patched prototypes',
    defence: 'Dialside has its own prototypes, in a world apart',
    code: `performance.now = () => 1e12;
       Document.prototype.elementFromPoint = ShadowRoot.prototype.elementFromPoint = () => button;
       Element.prototype.checkVisibility = Element.prototype.matches = () => true;
       Object.defineProperty(MouseEvent.prototype, 'detail', { get: () => 1 });
       for (const type of ['pointerdown', 'click']) button.dispatchEvent(new PointerEvent(type, at));`,
    before: '<script>Object.defineProperty(Event.prototype, "isTrusted", { get: () => true })</script>',
  },
];
