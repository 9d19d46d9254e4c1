import { isFinishing } from '../lib/agent/call/finish-call.ts';
import { standingOf } from '../lib/agent/state/agent-standing.ts';
import { explainAgentScreen } from '../lib/messages/explain-screen.ts';
import { type Explanation, explain, withWayOut } from '../lib/messages/explanation.ts';
import type { PanelState } from '../lib/messages/panel-state.ts';

// Whoever has not answered his phone by then has to ring it again.
const ANSWERED_WITHIN_MS = 60_000;

/** What is wrong with the agent screen; null when nothing is, or when it is being mended already. */
export function screenTroubleOf(state: PanelState, now = Date.now()): Explanation | null {
  const { agent, screen, pauseCodes, rungAt } = state;
  const boxes = screen.boxes.filter((box) => box !== 'pauseCode' || !isCodeSettled(state));
  const trouble = explainAgentScreen(standingOf(agent, screen), { ...screen, boxes }, pauseCodes.length > 0);
  const sinceRing = now - rungAt;
  const isRung = sinceRing >= 0 && sinceRing < ANSWERED_WITHIN_MS;
  // The box stays although the phone has answered (agent-screen.md 3.3): to ring it once more is no way out.
  return trouble?.key === 'screenEmptySession' && isRung
    ? withWayOut(explain('screenEmptySessionRung'), { kind: 'showScreen' })
    : trouble;
}

/**
 * The box that asks for a pause code opens whenever a pause begins; its answer may be on its way, and so may the end of the pause, with
 * which it has nothing more to ask. The tab that shows it is read a moment later.
 */
function isCodeSettled({ agent, finish, pending }: PanelState): boolean {
  if (agent.phase === 'ready' || pending?.kind === 'resume') return true;
  return isFinishing(finish) || (pending?.kind === 'pause' && pending.pauseCode !== null);
}
