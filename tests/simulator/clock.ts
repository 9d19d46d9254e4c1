/** Time as the simulator sees it, so that a test can stand still, or jump over a minute. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `task` once, `ms` from now; the returned function takes it back. */
  after(ms: number, task: () => void): () => void;
}

export interface ManualClock extends Clock {
  /** Moves time on, running what falls due in order, each task at its own moment. */
  advance(ms: number): void;
  /** Jumps to a moment without running anything. */
  set(epochMs: number): void;
  /** When the next task falls due, for those who let promises go on after each; null when nothing waits. */
  nextDue(): number | null;
}

export function realClock(): Clock {
  return {
    now: () => Date.now(),
    after(ms, task) {
      // A call that still rings keeps no process alive whose dialer has closed.
      const timer = setTimeout(task, ms).unref();
      return () => clearTimeout(timer);
    },
  };
}

export function manualClock(startMs = 1_795_211_352_000): ManualClock {
  let now = startMs;
  let pending: { readonly due: number; readonly task: () => void }[] = [];

  function takeNextDue(until: number) {
    const due = pending.filter((entry) => entry.due <= until).sort((a, b) => a.due - b.due)[0];
    pending = pending.filter((entry) => entry !== due);
    return due;
  }

  return {
    now: () => now,
    after(ms, task) {
      const entry = { due: now + ms, task };
      pending.push(entry);
      return () => {
        pending = pending.filter((other) => other !== entry);
      };
    },
    advance(ms) {
      const end = now + ms;
      for (let next = takeNextDue(end); next; next = takeNextDue(end)) {
        now = next.due;
        next.task();
      }
      now = end;
    },
    set(epochMs) {
      now = epochMs;
    },
    nextDue: () => (pending.length === 0 ? null : Math.min(...pending.map((entry) => entry.due))),
  };
}

// The recorded server runs in US Eastern time: its dates are local and carry no zone.
const serverZone = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'America/New_York',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** `YYYY-MM-DD HH:MM:SS` in the server's own zone. */
export function serverTime(epochMs: number): string {
  return serverZone.format(epochMs);
}

export function epochSeconds(clock: Clock): number {
  return Math.floor(clock.now() / 1000);
}
