/** A person who goes through a list comes by the same numbers again and again. */
export const REMEMBERED_MS = 5 * 60_000;

export interface RememberedDeps {
  /** Id of the sign-in; what was known to another one is forgotten. */
  readonly session: () => string | null;
  readonly now: () => number;
}

/** What the dialer has answered in the last {@link REMEMBERED_MS}: in memory alone, and for one sign-in. */
export interface RememberedAnswers<T> {
  get(key: string): Promise<T> | undefined;
  keep(key: string, answer: Promise<T>): void;
  /** How many of them were asked for within so many milliseconds. */
  askedWithin(ms: number): number;
  /** Drops the answer of that key alone; another one that was kept under it meanwhile stays. */
  drop(key: string, answer: Promise<T>): void;
  forget(): void;
}

export function createRememberedAnswers<T>({ session, now }: RememberedDeps): RememberedAnswers<T> {
  const known = new Map<string, { readonly askedAt: number; readonly answer: Promise<T> }>();
  let knownIn: string | null = null;

  function forgetOld(): void {
    if (knownIn !== session()) known.clear();
    knownIn = session();
    for (const [key, { askedAt }] of known) {
      // A clock that was set back makes nothing last for ever.
      if (Math.abs(now() - askedAt) >= REMEMBERED_MS) known.delete(key);
    }
  }

  const drop = (key: string, answer: Promise<T>) => {
    if (known.get(key)?.answer === answer) known.delete(key);
  };

  return {
    get(key) {
      forgetOld();
      return known.get(key)?.answer;
    },
    keep(key, answer) {
      forgetOld();
      known.set(key, { askedAt: now(), answer });
      // Also where nobody asks any more, and an open panel keeps the worker alive.
      setTimeout(drop, REMEMBERED_MS, key, answer);
    },
    askedWithin(ms) {
      forgetOld();
      return [...known.values()].filter(({ askedAt }) => now() - askedAt < ms).length;
    },
    drop,
    forget: () => known.clear(),
  };
}
