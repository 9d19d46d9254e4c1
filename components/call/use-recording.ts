import { useEffect, useRef, useState } from 'preact/hooks';

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

/** Whether the call is recorded: asked once when it can be, and once after each change. Never polled. */
export function useRecording(canRecord: boolean, isRecording: () => Promise<boolean | null>): Recording {
  const [on, setOn] = useState<boolean | null>(null);
  const [changing, setChanging] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const ask = async () => {
    setOn(await isRecording());
    setChanging(false);
  };
  useEffect(() => {
    if (canRecord) void ask();
  }, [canRecord]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const confirm = () => {
    setChanging(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(ask, SETTLE_MS);
  };
  return { on, changing, confirm };
}
