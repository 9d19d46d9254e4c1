import { useEffect, useRef, useState } from 'preact/hooks';
import type { NumberAnswer, NumberProblem } from '../../lib/messages/number-details.ts';

/** A part of what is known, as it stands: being asked for, not for this login to know, told, or not to be had just now. */
export type Part<T> =
  | { readonly step: 'asking' }
  | { readonly step: 'absent' }
  | { readonly step: 'told'; readonly value: T }
  | { readonly step: 'failed'; readonly problem: NumberProblem | null };

const ASKING = { step: 'asking' } as const;
const ABSENT = { step: 'absent' } as const;

/** Asks for a part as often as `key` changes, and again on demand; null asks for nothing. What comes too late is left. */
export function usePart<T>(key: string | null, ask: () => Promise<NumberAnswer<T>>): [Part<T>, askAgain: () => void] {
  const [part, setPart] = useState<Part<T>>(ASKING);
  const [round, setRound] = useState(0);
  // Another key draws nothing of the one before, not even once.
  const shownFor = useRef(key);
  useEffect(() => {
    let isLeft = false;
    setPart(ASKING);
    shownFor.current = key;
    if (key === null) return;
    const take = (answer: NumberAnswer<T> | null) => !isLeft && setPart(partOf(answer));
    ask().then(take, () => take(null));
    return () => {
      isLeft = true;
    };
  }, [key, round]);
  const shown = shownFor.current === key ? part : ASKING;
  return [key === null ? ABSENT : shown, () => setRound((count) => count + 1)];
}

function partOf<T>(answer: NumberAnswer<T> | null): Part<T> {
  if (answer?.ok) return { step: 'told', value: answer.value };
  const problem = answer?.failure ?? null;
  return problem?.code === 'noRight' ? { step: 'absent' } : { step: 'failed', problem };
}
