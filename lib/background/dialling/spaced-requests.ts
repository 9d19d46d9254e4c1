import { createSerialQueue } from '../serial-queue.ts';

export interface SpacingDeps {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

/** Sends one request after the other, each `spacingMs` from the answer to the one before. */
export function createSpacing({ now, sleep }: SpacingDeps, spacingMs: () => number) {
  const oneByOne = createSerialQueue();
  let answeredAt = Number.NEGATIVE_INFINITY;
  return <T>(send: () => Promise<T>): Promise<T> =>
    oneByOne(async () => {
      // A clock set back in the meantime must not hold the agent up for longer than the spacing itself.
      const left = Math.min(answeredAt + spacingMs() - now(), spacingMs());
      if (left > 0) await sleep(left);
      try {
        return await send();
      } finally {
        answeredAt = now();
      }
    });
}
