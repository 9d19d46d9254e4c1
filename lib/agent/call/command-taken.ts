import type { SeenScreen } from '../state/screen-reading.ts';

// A visible screen takes a command at its next poll, one second apart; a hidden one that is kept awake polls every other second,
// 2.24 s apart at most (agent-screen.md 2, 8). One that is open elsewhere may be hidden there.
const VISIBLE_MS = 1_200;
const HIDDEN_MS = 2_500;

/** Milliseconds after its answer within which the agent screen has taken a command: another one sooner may overwrite it. */
export function takenWithinMs(screen: Pick<SeenScreen, 'isAlive' | 'isHidden'> | null): number {
  return screen?.isAlive && !screen.isHidden ? VISIBLE_MS : HIDDEN_MS;
}
