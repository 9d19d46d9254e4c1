import type { SupervisorAnswer } from '../../messages/supervisor.ts';

/** A little shorter than the pause between two questions of one page (poll-pace.ts), so that each page still hears what is new. */
const KEPT_MS = 4_000;

/**
 * One request for everybody who looks: whoever asks for the same within {@link KEPT_MS}, or while it is being asked, gets the same
 * answer. An answer that failed is kept for nobody.
 */
export function createSharedAnswers<T>(now: () => number) {
  const shared = new Map<string, { readonly askedAt: number; readonly answer: Promise<SupervisorAnswer<T>> }>();
  return (key: string, ask: () => Promise<SupervisorAnswer<T>>): Promise<SupervisorAnswer<T>> => {
    for (const [known, { askedAt }] of shared) if (Math.abs(now() - askedAt) >= KEPT_MS) shared.delete(known);
    const before = shared.get(key);
    if (before) return before.answer;
    const answer = ask();
    const entry = { askedAt: now(), answer };
    shared.set(key, entry);
    const drop = () => void (shared.get(key) === entry && shared.delete(key));
    answer.then(({ ok }) => ok || drop(), drop);
    return answer;
  };
}
