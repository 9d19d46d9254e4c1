import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { PanelState } from '../lib/messages/panel-state.ts';
import { useText } from './text.tsx';

/** Whether a tab of this browser shows the agent screen. */
export const ScreenSeen = createContext(true);

// A tab that seems to show it is heard of within this after the sign-in, also on a busy machine.
const HEARD_WITHIN_MS = 3_000;

/**
 * True where no tab of this browser shows the agent screen. Where one may, not at once after the sign-in: a hint that comes and
 * goes would move what the agent is about to press.
 */
export function useScreenMissing({ connection, screen, beganWithoutScreen }: PanelState): boolean {
  const signedInAt = (!beganWithoutScreen && connection.status === 'signedIn' && connection.signedInAt) || 0;
  const left = () => {
    const ms = signedInAt + HEARD_WITHIN_MS - Date.now();
    // A clock that was set back would keep it silent for as long.
    return ms > HEARD_WITHIN_MS ? 0 : ms;
  };
  const [, redraw] = useState(0);
  useEffect(() => {
    if (screen.seen || left() <= 0) return;
    const timer = setTimeout(() => redraw((times) => times + 1), left());
    return () => clearTimeout(timer);
  }, [screen.seen, signedInAt]);
  return !screen.seen && left() <= 0;
}

/** What the button does that brings the agent screen to the front: where no tab has it, one is opened. */
export function useScreenLabel(): string {
  const { t } = useText();
  return t(useContext(ScreenSeen) ? 'wayShowScreen' : 'wayOpenScreen');
}
