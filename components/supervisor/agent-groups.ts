import type { AgentPhase } from '../../lib/agent/state/agent-state.ts';
import { phaseOfRow } from '../../lib/agent/state/agent-table.ts';
import { describePhase, type Tone } from '../../lib/messages/describe.ts';
import type { LoggedInAgent } from '../../lib/messages/supervisor.ts';
import type { MessageKey } from '../../lib/messages/text.ts';

/** Agents in the same state. */
export interface AgentGroup {
  readonly phase: AgentPhase;
  readonly key: MessageKey;
  readonly tone: Tone;
  readonly agents: readonly LoggedInAgent[];
}

/** From what a supervisor looks for first: calls, then who is free for one, then who is not. */
const ORDER: readonly AgentPhase[] = [
  ...(['talking', 'onCall', 'threeWay', 'parked', 'dialling', 'customerGone', 'wrapUp'] as const),
  ...(['ready', 'phoneRinging', 'previewing', 'paused'] as const),
];

/** Every state in which somebody is, in the order of a supervisor's interest. */
export function groupAgents(agents: readonly LoggedInAgent[]): readonly AgentGroup[] {
  return ORDER.flatMap((phase) => {
    const inPhase = agents.filter((agent) => phaseOfRow(agent) === phase);
    return inPhase.length === 0 ? [] : [{ phase, ...wordsOf(phase), agents: inPhase }];
  });
}

/** The agent's own words speak to him: "Your phone is ringing". */
function wordsOf(phase: AgentPhase): Pick<AgentGroup, 'key' | 'tone'> {
  const { key, tone } = describePhase(phase);
  return { tone, key: phase === 'phoneRinging' ? 'supervisorPhoneRings' : key };
}
