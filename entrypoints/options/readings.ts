export interface Readings {
  /** Reads anew. An answer that was asked for before a newer one, or before a change, is dropped. */
  read(): Promise<void>;
  /** Makes a change, and resolves once what holds after it has been taken in; also after one that fails, with its failure. */
  change(make: () => Promise<unknown>): Promise<void>;
}

/** Keeps what is shown from going back to what was before the agent's last choice, however the answers overtake each other. */
export function createReadings<T>(ask: () => Promise<T>, take: (answer: T) => void): Readings {
  let begun = 0;
  /** The readings up to this one are over, or of before a change. */
  let settled = 0;
  let changing = 0;
  const waiting: (() => void)[] = [];

  async function read(): Promise<void> {
    const own = ++begun;
    const answer = await ask();
    // What is chosen already stays to be seen until it is stored; the reading behind it follows.
    if (own <= settled || changing > 0) return;
    settled = own;
    take(answer);
  }

  /** Behind the last of the changes that run at once; another one may begin meanwhile, and then reads for all. */
  async function readBehind(): Promise<void> {
    if (changing === 0) {
      settled = begun;
      await read().finally(release);
    }
    if (changing > 0) await new Promise<void>((resolve) => waiting.push(resolve));
  }

  function release(): void {
    if (changing === 0) for (const goOn of waiting.splice(0)) goOn();
  }

  return {
    read,
    async change(make) {
      changing++;
      try {
        await make();
      } finally {
        changing--;
        await readBehind();
      }
    },
  };
}
