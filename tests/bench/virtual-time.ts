interface Due {
  readonly at: number;
  readonly task: () => void;
}

/** A clock that jumps from one task to the next. */
export class VirtualTime {
  private readonly due = new Set<Due>();

  constructor(public now: number) {}

  /** Runs `task` after `ms`; the returned function takes it back. */
  readonly after = (ms: number, task: () => void): (() => void) => {
    const one = { at: this.now + ms, task };
    this.due.add(one);
    return () => void this.due.delete(one);
  };

  readonly sleep = (ms: number): Promise<void> => new Promise((resolve) => void this.after(ms, resolve));

  /** Runs everything that falls due until `end`, each with all the promises that it moves. */
  async runUntil(end: number): Promise<void> {
    for (;;) {
      let next: Due | null = null;
      for (const one of this.due) if (!next || one.at < next.at) next = one;
      if (!next || next.at > end) break;
      this.due.delete(next);
      this.now = Math.max(this.now, next.at);
      next.task();
      await new Promise((resolve) => setImmediate(resolve));
    }
    this.now = end;
  }
}
