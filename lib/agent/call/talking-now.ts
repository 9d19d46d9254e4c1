import { type DialView, isDialOver } from '../dial/dial-view.ts';
import type { AgentState } from '../state/agent-state.ts';
import { isOnCall } from '../state/pending-command.ts';

// While nobody follows the agent's state it is not read, so that what was read last says less and less.
const STILL_TRUE_MS = 30_000;

/** True while a customer is on the line, as far as that is known at `now` (ms since 1970) from something that is not old. */
export function isTalkingNow(
  {
    agent,
    dial,
    screen,
  }: { readonly agent: AgentState; readonly dial: DialView | null; readonly screen: { readonly alive: boolean } },
  now: number,
): boolean {
  if (!isOnCall(agent.phase)) return false;
  const isFollowed = screen.alive || (dial !== null && !isDialOver(dial.stage));
  return isFollowed || now - agent.readAt <= STILL_TRUE_MS;
}
