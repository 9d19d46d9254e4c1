import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { useText } from './text.tsx';

/** Whether a tab of this browser shows the agent screen. */
export const ScreenSeen = createContext(true);

/** What the button does that brings the agent screen to the front: where no tab has it, one is opened. */
export function useScreenLabel(): string {
  const { t } = useText();
  return t(useContext(ScreenSeen) ? 'wayShowScreen' : 'wayOpenScreen');
}
