import { type DialStage, type DialView, isDialOver } from '../../agent/dial/dial-view.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** A handset, drawn for this project on a 24 by 24 grid. */
const HANDSET =
  'M4 2 9 2.5 10.5 8 7.5 10.5C9 13.3 10.7 15 13.5 16.5L16 13.5 21.5 15 22 20C21.5 21.5 20 22 18 22 9 21.5 2.5 15 2 6 2 4 2.5 2.5 4 2Z';

/** How a stage looks: `idle` is the button at rest. */
type Tone = 'idle' | 'waiting' | 'live' | 'failed';

/** Creates a dial button without text; what it dials is said by {@link describeDialButton}. */
export function createDialButton(document: Document): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'dial';
  button.tabIndex = -1;
  const picture = document.createElementNS(SVG, 'svg');
  picture.setAttribute('viewBox', '0 0 24 24');
  picture.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', HANDSET);
  picture.append(path);
  button.append(picture);
  return button;
}

/** Shows a stage at the button, and says it or the number to those who do not see it. */
export function describeDialButton(button: HTMLButtonElement, label: string, dial: DialView | null): void {
  if (button.ariaLabel !== label) button.ariaLabel = label;
  const tone = dial === null ? 'idle' : toneOf(dial.stage);
  if (button.dataset.tone !== tone) button.dataset.tone = tone;
  button.ariaBusy = dial !== null && !isDialOver(dial.stage) ? 'true' : null;
}

function toneOf(stage: DialStage): Tone {
  switch (stage) {
    case 'confirming':
    case 'preparing':
    case 'sending':
    case 'accepted':
    case 'previewing':
      return 'waiting';
    case 'onCall':
    case 'ringing':
    case 'talking':
    case 'customerGone':
    case 'wrapUp':
      return 'live';
    case 'refused':
    case 'unknown':
      return 'failed';
    case 'ended':
    case 'cancelled':
      return 'idle';
  }
}
