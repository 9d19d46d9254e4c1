import { useRef, useState } from 'preact/hooks';
import type { Result } from '../lib/result.ts';

/** `late`: it was asked while another question was open, or what it was asked for was left meanwhile. Nothing is shown of it. */
export type AskOutcome = 'answered' | 'failed' | 'late';

export interface Asked<Q, T, F> {
  /** The last answer together with its question, which alone it is true of; null before, and after a failure. */
  readonly told: { readonly question: Q; readonly value: T } | null;
  /** `failure` is null where the background could not be reached. */
  readonly failed: { readonly question: Q; readonly failure: F | null } | null;
  readonly isBusy: boolean;
  /** Nothing is shown any more of what was told, nor of an answer that is still to come. */
  readonly clear: () => void;
  /** What was told has been read. What is on its way is told all the same, as a change has to be. */
  readonly clearTold: () => void;
  /** Asks once. A second press while a question is open asks nothing. */
  readonly ask: (question: Q) => Promise<AskOutcome>;
}

type Ended<Q, T, F> = { readonly question: Q; readonly answer: Result<T, F> | null };

/** A question that is asked when somebody asks for it, and its answer. */
export function useAsked<Q, T, F>(send: (question: Q) => Promise<Result<T, F>>): Asked<Q, T, F> {
  const [ended, setEnded] = useState<Ended<Q, T, F> | null>(null);
  const [isBusy, setBusy] = useState(false);
  // The second press of a double click comes before anything is drawn.
  const open = useRef<object | null>(null);
  const end = (shown: Ended<Q, T, F> | null) => {
    open.current = null;
    setBusy(false);
    setEnded(shown);
  };
  return {
    told: ended?.answer?.ok ? { question: ended.question, value: ended.answer.value } : null,
    failed: ended && !ended.answer?.ok ? { question: ended.question, failure: ended.answer?.failure ?? null } : null,
    isBusy,
    clear: () => end(null),
    clearTold: () => open.current ?? end(null),
    async ask(question) {
      if (open.current) return 'late';
      const own = { question };
      open.current = own;
      setBusy(true);
      // An old answer may stand until the new one is there; an old refusal would seem to be the new one's.
      setEnded((before) => (before?.answer?.ok ? before : null));
      const answer = await send(question).catch(() => null);
      if (open.current !== own) return 'late';
      end({ question, answer });
      return answer?.ok ? 'answered' : 'failed';
    },
  };
}
