import { useEffect, useRef, useState } from 'preact/hooks';

// A visible screen takes a command at its next poll, one second apart; until then a second one may overwrite it.
const POLL_MS = 1_200;

interface Control {
  /** A command is on its way, or waits for the agent screen. */
  readonly isBusy: boolean;
  /** Runs a command unless one is under way: a press meanwhile is the same wish. True when it was taken. */
  readonly run: (command: () => Promise<boolean>) => Promise<boolean>;
}

export function useControl(): Control {
  const [isBusy, setBusy] = useState(false);
  const running = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const free = () => {
    running.current = false;
    setBusy(false);
  };
  const run = async (command: () => Promise<boolean>) => {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    const taken = await command();
    if (taken) timer.current = setTimeout(free, POLL_MS);
    else free();
    return taken;
  };
  return { isBusy, run };
}
