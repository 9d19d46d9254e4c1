import {
  type ButtonEventsOptions,
  listenToButtons as listenStrong,
} from '../../../../../../lib/page/buttons/button-events.ts';

export type * from '../../../../../../lib/page/buttons/button-events.ts';

/** Takes the end of a drag, of a touch and each repeat of a held key for a press. */
export function listenToButtons(options: ButtonEventsOptions): void {
  listenStrong(options);
  const { overlay, layer, signal, onDial } = options;
  const dial = (event: Event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    const number = layer.shownBy(button)?.number;
    const isPress = !(event instanceof KeyboardEvent) || event.key === 'Enter';
    if (number && isPress) onDial({ e164: number.e164, extension: number.extension });
  };
  for (const type of ['pointerup', 'touchend', 'keydown']) overlay.root.addEventListener(type, dial, { signal });
}
