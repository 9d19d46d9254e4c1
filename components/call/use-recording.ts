import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AgentState } from '../../lib/agent/state/agent-state.ts';

// A recording of all calls begins with the answer; by then its state can be asked for.
const BEGUN_MS = 3_000;
// A screen that is hidden but awake acts within two seconds, and only then the dialer knows of it (api.md 7.8).
const SETTLE_MS = 2_000;
// It may be changed on the agent screen, or by a supervisor. Few calls last for so long, so that it costs next to nothing.
const AGES_MS = 5 * 60_000;
// Who looks at the panel again reads of this moment, but no more often than the dialer is asked in the worst case otherwise.
const LOOKED_AT_MS = 20_000;
// What is older is asked for again before anything is done on the strength of it.
const FRESH_MS = 10_000;

interface Recording {
  /** Null while not known. */
  readonly on: boolean | null;
  /** When that was known, in ms since 1970; null while it is not. */
  readonly knownAt: number | null;
  /** A change was asked for and is not yet confirmed. */
  readonly changing: boolean;
  /** Whether it is so already that the call is recorded, or is not; asked for unless that was just done. `gone` with the call. */
  readonly isAlready: (wanted: boolean) => Promise<boolean | 'gone'>;
  /** To be called when the dialer has taken a change. */
  readonly confirm: () => void;
}

interface Clock {
  readonly now: () => number;
  /** Runs `task` after `ms`; the returned function takes it back. */
  readonly after: (ms: number, task: () => void) => () => void;
}

const CLOCK: Clock = {
  now: () => Date.now(),
  after(ms, task) {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
};

/**
 * Whether the call is recorded: as readings by the agent's own login tell it; where they do not, asked for once it can be known,
 * every five minutes, and when the agent comes back to the panel. Asked for in either case after each change, and before a press when what is known is not of this
 * moment. `canRecord` is false outside of a call.
 */
export function useRecording(
  canRecord: boolean,
  agent: Pick<AgentState, 'since' | 'readAt' | 'isRecording'>,
  isRecording: () => Promise<boolean | null>,
  clock = CLOCK,
): Recording {
  const [known, setKnown] = useState<{ readonly on: boolean | null; readonly at: number } | null>(null);
  const [changing, setChanging] = useState(false);
  const takeBack = useRef(() => {});
  // An answer about the call before says nothing of this one.
  const call = useRef(0);

  const isTold = agent.isRecording !== undefined;
  const isToldNow = useRef(isTold);
  isToldNow.current = isTold;
  const told = agent.isRecording === undefined ? null : { on: agent.isRecording, at: agent.readAt };
  const newest = told && (known === null || told.at > known.at) ? told : known;

  const askAfter = (ms: number) => {
    takeBack.current();
    takeBack.current = clock.after(ms, ask);
  };
  const ask = async () => {
    const asking = call.current;
    const on = await isRecording();
    if (asking !== call.current) return 'gone';
    setKnown({ on, at: clock.now() });
    setChanging(false);
    if (!isToldNow.current) askAfter(AGES_MS);
    return on;
  };
  // Not after the next paint: an answer may come before it.
  useLayoutEffect(() => {
    setKnown(null);
    setChanging(false);
    return () => {
      call.current++;
      takeBack.current();
    };
  }, [canRecord]);
  // Who tells it may change within a call: what was told or asked before holds, and so does a question after a change.
  useEffect(() => {
    if (told) setKnown((before) => (before === null || told.at > before.at ? told : before));
  }, [told?.on, told?.at]);
  useEffect(() => {
    if (!canRecord || changing) return;
    if (isTold) takeBack.current();
    else askAfter(known ? AGES_MS : Math.max(0, Math.min(BEGUN_MS, agent.since + BEGUN_MS - clock.now())));
  }, [canRecord, isTold]);

  const asked = useRef(Number.NEGATIVE_INFINITY);
  const isOutdated = () =>
    newest !== null && clock.now() - newest.at > FRESH_MS && clock.now() - asked.current >= LOOKED_AT_MS;
  useEffect(() => {
    if (!canRecord || isTold || changing) return;
    const look = () => {
      if (document.visibilityState !== 'visible' || !isOutdated()) return;
      asked.current = clock.now();
      void ask();
    };
    addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
    };
  });

  return {
    on: newest?.on ?? null,
    knownAt: newest?.on == null ? null : newest.at,
    changing,
    async isAlready(wanted) {
      const isFresh = newest !== null && newest.on !== null && clock.now() - newest.at <= FRESH_MS;
      const on = isFresh ? newest.on : await ask();
      return on === 'gone' ? on : on === wanted;
    },
    confirm() {
      setChanging(true);
      askAfter(SETTLE_MS);
    },
  };
}
