import type { PageButton } from '../../../e2e/fixtures/page-buttons.ts';
import type { Overlay } from '../scene-page.ts';

interface HostElement extends Element {
  readonly openOrClosedShadowRoot: ShadowRoot | null;
}

/** What Dialside shows in a page and in its frames of the same site. Runs in the page, with the browser's rights. */
export function readOverlay(): Overlay {
  const buttons: PageButton[] = [];
  let words: Overlay['words'] = null;
  const read = (page: Document, left: number, top: number) => {
    const boxOf = (node: Element) => {
      const { x, y, width, height } = node.getBoundingClientRect();
      return { x: x + left, y: y + top, width, height };
    };
    for (const host of page.querySelectorAll<HostElement>('*')) {
      const inside = host.openOrClosedShadowRoot;
      for (const button of inside?.querySelectorAll('.dial') ?? []) {
        const box = boxOf(button);
        if (box.width > 0) buttons.push({ label: button.ariaLabel ?? '', box });
      }
      for (const bubble of inside?.querySelectorAll('.bubble') ?? []) {
        const box = boxOf(bubble);
        if (box.width > 0) words ??= { text: bubble.textContent ?? '', box };
      }
    }
    for (const frame of page.querySelectorAll('iframe')) {
      const { x, y } = frame.getBoundingClientRect();
      if (frame.contentDocument) read(frame.contentDocument, left + x, top + y);
    }
  };
  read(document, 0, 0);
  return { buttons, words };
}
