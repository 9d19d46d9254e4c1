import { useRef, useState } from 'preact/hooks';
import { explainNumberWindow } from '../../lib/messages/explain-number-window.ts';
import type { Explanation } from '../../lib/messages/explanation.ts';
import type { NumberAnswer } from '../../lib/messages/number-details.ts';

/** Sends one change at a time, once; what went wrong is `problem` until the next. */
export function useChange() {
  const [isBusy, setBusy] = useState(false);
  // The second press of a double click comes before anything is drawn.
  const isSending = useRef(false);
  const [problem, setProblem] = useState<Explanation | null>(null);
  const send = async <T>(change: () => Promise<NumberAnswer<T>>, onDone: (value: T) => void): Promise<void> => {
    if (isSending.current) return;
    isSending.current = true;
    setBusy(true);
    setProblem(null);
    const answer = await change().catch(() => null);
    isSending.current = false;
    setBusy(false);
    if (answer?.ok) onDone(answer.value);
    else setProblem(explainNumberWindow(answer?.failure ?? null));
  };
  return { isBusy, problem, send };
}
