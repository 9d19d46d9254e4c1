import { useRef, useState } from 'preact/hooks';
import type { Explanation } from '../../lib/messages/explanation.ts';
import type { SupervisorAnswer } from '../../lib/messages/supervisor.ts';
import { useText } from '../text.tsx';
import { explainSupervisor } from './explain-supervisor.ts';

interface Asked<T> {
  /** What was answered last; null before, and after a failure. */
  readonly value: T | null;
  readonly problem: Explanation | null;
  readonly isBusy: boolean;
  /** What was told is not shown any more. */
  readonly clear: () => void;
  /** One question at a time: a second press while one is open asks nothing. Tells whether it was answered well. */
  readonly ask: (question: () => Promise<SupervisorAnswer<T>>) => Promise<boolean>;
}

/** A question that is asked when the supervisor asks for it, and its answer. */
export function useAnswer<T>(): Asked<T> {
  const [answer, setAnswer] = useState<SupervisorAnswer<T> | null>(null);
  const [isBusy, setBusy] = useState(false);
  const text = useText();
  const isOpen = useRef(false);
  return {
    value: answer?.ok ? answer.value : null,
    problem: answer && !answer.ok ? explainSupervisor(answer.failure, text) : null,
    isBusy,
    clear: () => setAnswer(null),
    async ask(question) {
      if (isOpen.current) return false;
      isOpen.current = true;
      setBusy(true);
      try {
        const told = await question();
        setAnswer(told);
        return told.ok;
      } finally {
        isOpen.current = false;
        setBusy(false);
      }
    },
  };
}
