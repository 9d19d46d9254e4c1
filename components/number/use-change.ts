import { explainNumberChange, isUnclear } from '../../lib/messages/explain-number-window.ts';
import type { Explanation } from '../../lib/messages/explanation.ts';
import type { NumberAnswer } from '../../lib/messages/number-details.ts';
import { useAsked } from '../use-asked.ts';

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

interface Sent {
  readonly about: string;
  readonly run: () => Promise<NumberAnswer<unknown>>;
}

/**
 * Sends one change at a time, once. It stands where nothing takes it away while an answer is awaited: a form that is opened anew
 * must find what is still on its way. `onUnclear` runs where something may have been done all the same.
 */
export function useChange(onUnclear: () => void): Change {
  const asked = useAsked(({ run }: Sent) => run());
  const { isBusy, failed } = asked;
  return {
    isBusy,
    problemOf: (about) => (failed?.question.about === about ? explainNumberChange(failed.failure) : null),
    clear: asked.clearTold,
    async send(about, change, onDone) {
      const got: { answer?: Awaited<ReturnType<typeof change>> } = {};
      const run = async () => {
        got.answer = await change();
        return got.answer;
      };
      const outcome = await asked.ask({ about, run });
      if (outcome === 'late') return;
      if (got.answer?.ok) return onDone(got.answer.value);
      if (isUnclear(got.answer?.failure ?? null)) onUnclear();
    },
  };
}
