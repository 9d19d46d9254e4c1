import type { DialView } from '../../lib/agent/dial/dial-view.ts';
import type { AgentState } from '../../lib/agent/state/agent-state.ts';
import { describePhase, describeStage, type NextStep, type StateDescription } from '../../lib/messages/describe.ts';

interface CallStage extends StateDescription {
  readonly next: NextStep;
  /** Milliseconds since 1970. */
  readonly since: number;
}

/** How a call stands. Of one that has been answered the agent's phase tells more than the dial, which goes on all the same. */
export function callStageOf({ stage, stageSince }: DialView, agent: AgentState): CallStage {
  const { phase, mayBeParked } = agent;
  // Counted on while the customer is on hold: how long that lasts stands with the agent's own state.
  const described = { ...describeStage(stage), since: stageSince };
  const isOn = stage === 'onCall' || stage === 'talking';
  const isMore = phase === 'parked' || phase === 'threeWay' || phase === 'customerGone' || mayBeParked;
  return isOn && isMore ? { ...described, ...describePhase(phase, agent) } : described;
}
