import { describe, expect, it } from 'vitest';
import type { AgentPhase } from '../../../lib/agent/state/agent-state.ts';
import { AGENT_TABLE, type AgentSign, signOf } from '../../../lib/agent/state/agent-table.ts';
import { readAgent } from '../../../lib/agent/state/read-agent.ts';
import { readingOf } from '../../../scripts/agent-walk.ts';
import { agentIn, NOW } from './dials.ts';
import { MEANS } from './sign-meanings.ts';

const EXCEPTIONS: Partial<Record<AgentPhase, Partial<Record<AgentSign, AgentPhase>>>> = {
  talking: { 'live.INCALL': 'talking' },
  customerGone: { 'live.INCALL': 'customerGone' },
  parked: { 'screen.talking': 'parked' },
  threeWay: { 'screen.talking': 'threeWay' },
};

const PHASES = Object.keys(AGENT_TABLE) as AgentPhase[];
const SIGNS = Object.keys(MEANS) as AgentSign[];
const EVERY = PHASES.flatMap((phase) => SIGNS.map((sign) => [phase, sign] as const));

describe('the agent’s table', () => {
  it.each(EVERY)('%s: %s', (phase, sign) => {
    const next = readAgent(readingOf(sign), agentIn(phase, { source: 'screen' }), NOW).phase;
    expect(next).toBe(EXCEPTIONS[phase]?.[sign] ?? MEANS[sign]);
  });

  it.each(SIGNS)('has a reading that says %s', (sign) => {
    expect(signOf(readingOf(sign))).toBe(sign);
  });
});
