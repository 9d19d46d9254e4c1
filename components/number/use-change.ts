import { useRef, useState } from 'preact/hooks';
import { explainNumberChange, isUnclear } from '../../lib/messages/explain-number-window.ts';
import type { Explanation } from '../../lib/messages/explanation.ts';
import type { NumberAnswer } from '../../lib/messages/number-details.ts';

export interface Change {
  readonly isBusy: boolean;
  /** What went wrong with the newest that was sent about this; null for nothing, and for what was sent about something else. */
  readonly problemOf: (about: string) => Explanation | null;
  /** What went wrong has been read. */
  readonly clear: () => void;
  /** Nothing happens while another one is on its way. */
  readonly send: <T>(
    about: string,
    change: () => Promise<NumberAnswer<T>>,
    onDone: (value: T) => void,
  ) => Promise<void>;
}

/**
 * Sends one change at a time, once. It stands where nothing takes it away while an answer is awaited: a form that is opened anew
 * must find what is still on its way. `onUnclear` runs where something may have been done all the same.
 */
export function useChange(onUnclear: () => void): Change {
  const [isBusy, setBusy] = useState(false);
  // The second press of a double click comes before anything is drawn.
  const isSending = useRef(false);
  const [failed, setFailed] = useState<{ readonly about: string; readonly problem: Explanation } | null>(null);
  return {
    isBusy,
    problemOf: (about) => (failed?.about === about ? failed.problem : null),
    clear: () => setFailed(null),
    async send(about, change, onDone) {
      if (isSending.current) return;
      isSending.current = true;
      setBusy(true);
      setFailed(null);
      const answer = await change().catch(() => null);
      isSending.current = false;
      setBusy(false);
      if (answer?.ok) return onDone(answer.value);
      const problem = answer?.failure ?? null;
      setFailed({ about, problem: explainNumberChange(problem) });
      if (isUnclear(problem)) onUnclear();
    },
  };
}
