import { useEffect, useRef, useState } from 'preact/hooks';
import { takenWithinMs } from '../../lib/agent/call/command-taken.ts';
import type { ScreenView } from '../../lib/messages/panel-state.ts';

interface Control {
  /** A command is on its way, or waits for the agent screen. */
  readonly isBusy: boolean;
  /** Runs a command unless one is under way: a press meanwhile is the same wish. True when it was taken. */
  readonly run: (command: () => Promise<boolean>) => Promise<boolean>;
}

/** Controls are free again when the agent screen has taken the last command: sooner, the next would wait unseen. */
export function useControl({ alive, hidden }: Pick<ScreenView, 'alive' | 'hidden'>): Control {
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
    if (taken) timer.current = setTimeout(free, takenWithinMs({ isAlive: alive, isHidden: hidden }));
    else free();
    return taken;
  };
  return { isBusy, run };
}
