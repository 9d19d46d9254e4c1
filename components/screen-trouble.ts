import { standingOf } from '../lib/agent/agent-standing.ts';
import { isFinishing } from '../lib/agent/finish-call.ts';
import { explainAgentScreen } from '../lib/messages/explain-screen.ts';
import type { Explanation } from '../lib/messages/explanation.ts';
import type { PanelState } from '../lib/messages/panel-state.ts';

/** What is wrong with the agent screen; null when nothing is, or when it is being mended already. */
export function screenTroubleOf(state: PanelState): Explanation | null {
  const { agent, screen, pauseCodes } = state;
  const boxes = screen.boxes.filter((box) => box !== 'pauseCode' || !isCodeComing(state));
  return explainAgentScreen(standingOf(agent, screen), { ...screen, boxes }, pauseCodes.length > 0);
}

/** The box that asks for a pause code opens whenever a pause begins; its answer may be on its way. */
function isCodeComing({ finish, pending }: PanelState): boolean {
  return isFinishing(finish) || (pending?.kind === 'pause' && pending.pauseCode !== null);
}
