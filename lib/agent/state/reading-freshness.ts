import type { AgentState, StatusSource } from './agent-state.ts';
import { isScreenSpeaking, type SeenScreen } from './screen-reading.ts';

/**
 * A reading this old (in milliseconds) still describes the agent. Not older: a campaign that dials by itself makes him ready a
 * second after his disposition (agent-screen.md 3.1), and a dial that is not preceded by a pause then is refused. The agent
 * screen tells each change at once, and is heard of every 4 s when there is none (screen-watch.ts).
 */
export const FRESH_STATUS_MS: Readonly<Record<StatusSource, number>> = {
  recording: 2_000,
  agentStatus: 2_000,
  screen: 5_000,
};

/**
 * True while nothing needs to be read. A reading from the future was made before the clock was set back; one from a screen that
 * has been logged out, closed or has fallen silent since says nothing of what came after.
 */
export function isFresh({ source, readAt }: AgentState, screen: SeenScreen | null, now: number): boolean {
  if (source === null || (source === 'screen' && !isScreenSpeaking(screen))) return false;
  return now >= readAt && now - readAt <= FRESH_STATUS_MS[source];
}
