import type { SupervisorAnswer } from '../../messages/supervisor.ts';

/** A little shorter than the pause between two questions of one page (poll-pace.ts), so that each page still hears what is new. */
const KEPT_MS = 4_000;

interface Shared<T> {
  readonly answer: Promise<SupervisorAnswer<T>>;
  /** Null while it is being asked: behind other questions that may take longer than an answer is kept. */
  answeredAt: number | null;
}

/** The answer to what is asked under that key: a new one, or one that somebody else asked for. */
export type SharedAnswers<T> = (key: string, ask: () => Promise<SupervisorAnswer<T>>) => Promise<SupervisorAnswer<T>>;

export interface KeptAnswers<T> {
  readonly share: SharedAnswers<T>;
  /** Nobody gets any more of what was answered until now. */
  clear(): void;
}

/**
 * One request for everybody who looks: whoever asks for the same while it is being asked, or within {@link KEPT_MS} of its answer, gets
 * the same. An answer that failed is kept for nobody, and no other longer than that: it names people.
 */
export function createSharedAnswers<T>(now: () => number): KeptAnswers<T> {
  const shared = new Map<string, Shared<T>>();
  const share: SharedAnswers<T> = (key, ask) => {
    for (const [known, { answeredAt }] of shared) {
      if (answeredAt !== null && Math.abs(now() - answeredAt) >= KEPT_MS) shared.delete(known);
    }
    const before = shared.get(key);
    if (before) return before.answer;
    const answer = ask();
    const entry: Shared<T> = { answer, answeredAt: null };
    shared.set(key, entry);
    const drop = () => void (shared.get(key) === entry && shared.delete(key));
    answer.then(({ ok }) => {
      entry.answeredAt = now();
      if (!ok) return drop();
      // Also where nobody asks any more.
      setTimeout(drop, KEPT_MS);
    }, drop);
    return answer;
  };
  return { share, clear: () => shared.clear() };
}
