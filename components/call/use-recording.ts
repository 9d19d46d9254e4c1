import { useEffect, useRef, useState } from 'preact/hooks';

// A recording of all calls begins with the answer; by then its state can be asked for.
const BEGUN_MS = 3_000;
// A screen that is hidden but awake acts within two seconds, and only then the dialer knows of it (api.md 7.8).
const SETTLE_MS = 2_000;

interface Recording {
  /** Null while not known. */
  readonly on: boolean | null;
  /** A change was asked for and is not yet confirmed. */
  readonly changing: boolean;
  /** To be called when the dialer has taken a change. */
  readonly confirm: () => void;
}

/**
 * Whether the call is recorded: asked once when it can be known, and once after each change. Never polled. `since` is the moment
 * at which the present phase began, in ms since 1970.
 */
export function useRecording(canRecord: boolean, since: number, isRecording: () => Promise<boolean | null>): Recording {
  const [on, setOn] = useState<boolean | null>(null);
  const [changing, setChanging] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const ask = async () => {
    setOn(await isRecording());
    setChanging(false);
  };
  useEffect(() => {
    setOn(null);
    setChanging(false);
    if (!canRecord) return;
    timer.current = setTimeout(ask, Math.max(0, Math.min(BEGUN_MS, since + BEGUN_MS - Date.now())));
    return () => clearTimeout(timer.current);
  }, [canRecord]);

  const confirm = () => {
    setChanging(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(ask, SETTLE_MS);
  };
  return { on, changing, confirm };
}
