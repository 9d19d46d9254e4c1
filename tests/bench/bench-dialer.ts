import { MARK_CSS } from '../../lib/page/overlay/marks.ts';
import type { PageDial } from '../../lib/page/page-contract.ts';
import { startPageDialer } from '../../lib/page/page-dialer.ts';
import { findNumbers } from '../../lib/phone/find-numbers.ts';

/** As the browser does with an extension's style sheet: there before the page, never taken away. */
export function deliverMarkStyle(): void {
  const style = document.createElement('style');
  style.textContent = MARK_CSS;
  document.head.append(style);
}

/**
 * The page side as the extension starts it, with nobody to dial; runs inside the page. Aborting ends it. `onFound` is told of
 * each number that the engine reads, however it is shown.
 */
export function startDialer(
  onFound: (e164: string) => void,
  attachRoot?: (host: HTMLElement) => ShadowRoot,
): AbortController {
  const ended = new AbortController();
  const onDial = (_request: PageDial): void => {};
  startPageDialer(
    {
      document,
      signal: ended.signal,
      regions: ['US'],
      mode: 'buttons',
      findNumbers(...asked) {
        const matches = findNumbers(...asked);
        for (const { e164 } of matches) onFound(e164);
        return matches;
      },
      marksStyled: true,
      labels: {
        call: (number) => `Call ${number}`,
        dialStage: (_, number) => number,
        stageOf: (stage) => stage,
        cancel: 'Cancel',
        notANumber: 'Not a phone number',
        numberChanged: '',
      },
      onDial,
      onCancel: () => {},
    },
    attachRoot,
  );
  return ended;
}
