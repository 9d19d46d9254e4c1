import type { DialView } from '../../agent/dial/dial-view.ts';

/** Words that nobody is at and that say nothing new cover the page: they stay as long as it takes to read them twice. */
const READ_MS = 5_000;

/** Ends the stay of the words beside a clicked button, once they say something that lasts. */
export interface WordsStay {
  /** The words say this from now on; null when they are gone. */
  begin(said: DialView | null): void;
}

export function createWordsStay(signal: AbortSignal, onOver: () => void): WordsStay {
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  return {
    begin(said) {
      clearTimeout(timer);
      if (said !== null && isLasting(said)) timer = setTimeout(onOver, READ_MS);
    },
  };
}

/** What waits for something, or for the person, stays in sight. */
function isLasting({ stage, problem, canCancel }: DialView): boolean {
  if (problem !== null || canCancel) return false;
  switch (stage) {
    case 'talking':
    case 'customerGone':
    case 'wrapUp':
    case 'ended':
    case 'cancelled':
      return true;
    case 'confirming':
    case 'preparing':
    case 'sending':
    case 'accepted':
    case 'previewing':
    case 'onCall':
    case 'ringing':
    case 'refused':
    case 'unknown':
      return false;
  }
}
