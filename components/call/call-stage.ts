import type { DialView } from '../../lib/agent/dial/dial-view.ts';
import type { AgentState } from '../../lib/agent/state/agent-state.ts';
import { describeDial, describePhase, type NextStep, type StateDescription } from '../../lib/messages/describe.ts';

interface CallStage extends StateDescription {
  readonly next: NextStep;
  /** Milliseconds since 1970. */
  readonly since: number;
}

// The dial and the agent's state learn of the same change one after the other, from one reading.
const SAME_MOMENT_MS = 1_000;

/** How a call stands. Of one that has been answered the agent's phase tells more than the dial, which goes on all the same. */
export function callStageOf(dial: DialView, agent: AgentState): CallStage {
  const { stage, stageSince } = dial;
  const { phase, mayBeParked } = agent;
  // Its clock stands below that of the agent's state: what began at once is counted from one moment.
  const since = Math.abs(agent.since - stageSince) < SAME_MOMENT_MS ? agent.since : stageSince;
  // Counted on while the customer is on hold: how long that lasts stands with the agent's own state.
  const described = { ...describeDial(dial), since };
  const isOn = stage === 'onCall' || stage === 'talking';
  const isMore = phase === 'parked' || phase === 'threeWay' || phase === 'customerGone' || mayBeParked;
  return isOn && isMore ? { ...described, ...describePhase(phase, agent) } : described;
}
