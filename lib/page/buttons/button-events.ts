import { type DialView, isDialOver } from '../../agent/dial/dial-view.ts';
import type { OverlayHost } from '../overlay/overlay-host.ts';
import type { PageDial } from '../page-contract.ts';
import type { NumberReader } from '../scan/number-reader.ts';
import type { ButtonLayer } from './button-layer.ts';
import type { ClickGuard } from './click-guard.ts';
import type { ShownButton } from './shown-button.ts';

export interface ButtonEventsOptions {
  readonly overlay: OverlayHost;
  readonly signal: AbortSignal;
  readonly layer: ButtonLayer;
  readonly guard: ClickGuard;
  readonly reader: NumberReader;
  readonly onDial: (request: PageDial) => void;
  readonly onCancel: (dialId: string) => void;
  readonly onNotNumber?: (pattern: string) => void;
  readonly onMore?: (number: PageDial) => void;
  readonly onWalk: (direction: 'next' | 'previous') => void;
  /** The pointer has come to a button. */
  readonly onReach: () => void;
  /** The person is done with the keyboard walk. */
  readonly onLeave: () => void;
}

/** What a person does to the buttons. The listeners sit on the closed root, where no event of the page arrives. */
export function listenToButtons(options: ButtonEventsOptions): void {
  const { overlay, signal, layer, guard, reader, onDial, onCancel, onWalk, onReach, onLeave } = options;

  function shownOf(event: Event): ShownButton | undefined {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    return layer.shownBy(button);
  }

  function onClick(event: MouseEvent): void {
    const shown = shownOf(event);
    if (event.target === layer.bubble.cancelButton) cancel(event);
    else if (event.target === layer.bubble.moreButton) showMore(event);
    else if (event.target === layer.bubble.denyButton) deny(event);
    else if (event.target === layer.bubble.undoButton) event.isTrusted && layer.menu.takeBack();
    else if (shown === undefined || !guard.ifMeant(event, shown, () => dialNumberOf(shown))) layer.look();
  }

  function dialNumberOf({ number }: ShownButton): void {
    overlay.forgive();
    if (!reader.stillStands(number)) layer.sayChanged(number);
    else if (!isRunning(layer.notes.dial, number.e164)) {
      layer.menu.open(null);
      layer.pin(number);
      onDial({ e164: number.e164, extension: number.extension });
    }
  }

  function cancel(event: MouseEvent): void {
    const { dial } = layer.notes;
    if (event.isTrusted && overlay.isInPlace() && dial?.canCancel) onCancel(dial.id);
  }

  function showMore(event: MouseEvent): void {
    const number = layer.attention.menu;
    if (!event.isTrusted || !overlay.isInPlace() || number === null) return;
    layer.menu.open(null);
    if (!reader.stillStands(number)) layer.sayChanged(number);
    else options.onMore?.({ e164: number.e164, extension: number.extension });
  }

  function deny(event: MouseEvent): void {
    const number = layer.attention.menu;
    if (!event.isTrusted || !overlay.isInPlace() || number === null) return;
    const pattern = reader.patternOf(number);
    if (pattern === null) layer.menu.open(null);
    else layer.menu.deny(pattern);
  }

  function onContextMenu(event: Event): void {
    const shown = shownOf(event);
    if (!shown || !event.isTrusted || options.onNotNumber === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    layer.menu.open(shown.number);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const isPressing = event.key === 'Enter' || event.key === ' ';
    if (isPressing && event.repeat) event.preventDefault();
    const work = workOfEntry(event) ?? workOfKey(event.key);
    if (work === null) return;
    work();
    event.preventDefault();
    event.stopPropagation();
  }

  /** Between the entries of an open menu the arrows go to the other one. */
  function workOfEntry({ key, target }: KeyboardEvent): (() => void) | null {
    const { moreButton, denyButton } = layer.bubble;
    if (!key.startsWith('Arrow') || moreButton.hidden) return null;
    if (target === moreButton) return () => denyButton.focus({ preventScroll: true });
    return target === denyButton ? () => moreButton.focus({ preventScroll: true }) : null;
  }

  function workOfKey(key: string): (() => void) | null {
    switch (key) {
      case 'Escape':
        return layer.attention.menu === null ? onLeave : leaveMenu;
      case 'ArrowDown':
      case 'ArrowRight':
        return () => onWalk('next');
      case 'ArrowUp':
      case 'ArrowLeft':
        return () => onWalk('previous');
      default:
        return null;
    }
  }

  /** Back to the button, for who has come to the menu from there by keyboard: its entries take the focus along when they go. */
  function leaveMenu(): void {
    const { menu, focused } = layer.attention;
    layer.menu.open(null);
    if (menu === focused) layer.focus(menu, true);
  }

  function onPointerOver(event: MouseEvent): void {
    const shown = shownOf(event);
    if (!shown) return;
    // Between the parts of one button the pointer has not left it.
    if (!(event.relatedTarget instanceof Node && shown.button.contains(event.relatedTarget))) guard.reach(shown);
    layer.point(shown.number);
    onReach();
  }

  overlay.root.addEventListener('click', (event) => event instanceof MouseEvent && onClick(event), { signal });
  overlay.root.addEventListener('contextmenu', onContextMenu, { signal });
  overlay.root.addEventListener('keydown', (event) => event instanceof KeyboardEvent && onKeyDown(event), { signal });
  overlay.root.addEventListener(
    'pointerdown',
    (event) => {
      const shown = shownOf(event);
      if (shown && event instanceof PointerEvent) guard.press(event, shown);
    },
    { signal },
  );
  // The page's focus and selection stay where the agent has them.
  overlay.root.addEventListener('mousedown', (event) => event.preventDefault(), { signal });
  overlay.root.addEventListener('pointerover', (event) => event instanceof MouseEvent && onPointerOver(event), {
    signal,
  });
  overlay.root.addEventListener('focusin', (event) => layer.focus(shownOf(event)?.number ?? layer.attention.focused), {
    signal,
  });
  overlay.root.addEventListener(
    'focusout',
    (event) => {
      const left = shownOf(event)?.number;
      if (left === layer.attention.focused && event instanceof FocusEvent && event.relatedTarget === null)
        layer.focus(null);
    },
    { signal },
  );
}

function isRunning(dial: DialView | null, e164: string): boolean {
  return dial !== null && dial.number.e164 === e164 && !isDialOver(dial.stage);
}
