import { useEffect, useRef, useState } from 'preact/hooks';
import type { AgentState } from '../../lib/agent/agent-state.ts';

// A recording of all calls begins with the answer; by then its state can be asked for.
const BEGUN_MS = 3_000;
// A screen that is hidden but awake acts within two seconds, and only then the dialer knows of it (api.md 7.8).
const SETTLE_MS = 2_000;
// It may be changed on the agent screen, or by a supervisor. Few calls last for so long, so that it costs next to nothing.
const AGES_MS = 5 * 60_000;
// What is older is asked for again before anything is done on the strength of it.
const FRESH_MS = 10_000;

interface Recording {
  /** Null while not known. */
  readonly on: boolean | null;
  /** A change was asked for and is not yet confirmed. */
  readonly changing: boolean;
  /** Whether it is so already that the call is recorded, or is not; asked for unless that was just done. */
  readonly isAlready: (wanted: boolean) => Promise<boolean>;
  /** To be called when the dialer has taken a change. */
  readonly confirm: () => void;
}

/**
 * Whether the call is recorded: as readings by the agent's own login tell it, else asked for when it can be known, after each
 * change, before each press and every five minutes. `canRecord` is false outside of a call.
 */
export function useRecording(
  canRecord: boolean,
  agent: Pick<AgentState, 'since' | 'readAt' | 'isRecording'>,
  isRecording: () => Promise<boolean | null>,
): Recording {
  const [asked, setAsked] = useState<{ readonly on: boolean | null; readonly at: number } | null>(null);
  const [changing, setChanging] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  // An answer about the call before says nothing of this one.
  const call = useRef(0);

  const isTold = agent.isRecording !== undefined;
  const told = agent.isRecording === undefined ? null : { on: agent.isRecording, at: agent.readAt };
  const newest = told && (asked === null || told.at > asked.at) ? told : asked;

  const askAfter = (ms: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(ask, ms);
  };
  const ask = async () => {
    const asking = call.current;
    const on = await isRecording();
    if (asking !== call.current) return null;
    setAsked({ on, at: Date.now() });
    setChanging(false);
    askAfter(AGES_MS);
    return on;
  };
  useEffect(() => {
    setAsked(null);
    setChanging(false);
    if (canRecord && !isTold) askAfter(Math.max(0, Math.min(BEGUN_MS, agent.since + BEGUN_MS - Date.now())));
    return () => {
      call.current++;
      clearTimeout(timer.current);
    };
  }, [canRecord, isTold]);

  return {
    on: newest?.on ?? null,
    changing,
    async isAlready(wanted) {
      const isFresh = newest !== null && newest.on !== null && Date.now() - newest.at <= FRESH_MS;
      return (isFresh ? newest.on : await ask()) === wanted;
    },
    confirm() {
      setChanging(true);
      askAfter(SETTLE_MS);
    },
  };
}
