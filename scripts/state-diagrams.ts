import type { AgentPhase } from '../lib/agent/agent-state.ts';
import { AGENT_TABLE, type AgentSign } from '../lib/agent/agent-table.ts';
import type { DialStep } from '../lib/agent/dial.ts';
import { DIAL_TABLE, type DialEventType } from '../lib/agent/dial-table.ts';

const INTRODUCTION = `# States

Drawn by \`npm run docs:states\` from the tables that run: \`lib/agent/dial-table.ts\` and \`lib/agent/agent-table.ts\`. A test
fails while this page is not what they draw.`;

const DIAL_TEXT = `## The dial

An arrow tells which events may lead from one step to another; an event without an arrow from a step changes nothing there. \`agent\`
is a reading of the agent's phase, \`restored\` a new worker that finds the dial in storage. The request is sent on entering \`sending\`,
and no later step leads back to it.`;

const AGENT_TEXT = `## The agent

Each reading is the whole truth, whatever was known before: every phase may follow every other. An arrow from "any" therefore stands
for one from each phase. The two exceptions are phases that the agent screen shows as talking.

\`live\` is what the agent's own login sees, \`row\` and \`sub\` are the status and the sub status of agent_status, \`screen\` is the agent screen.`;

/** The text of docs/architecture/states.md. */
export function drawStates(): string {
  return `${[INTRODUCTION, DIAL_TEXT, diagram(dialArrows()), AGENT_TEXT, diagram(agentArrows())].join('\n\n')}\n`;
}

function diagram(arrows: readonly string[]): string {
  return ['```mermaid', 'stateDiagram-v2', ...arrows.map((arrow) => `  ${arrow}`), '```'].join('\n');
}

function dialArrows(): readonly string[] {
  // A dial begins with what its first reading, fresh or not, would make of it.
  const begins = ['confirming', ...new Set(['readingStatus', ...DIAL_TABLE.readingStatus.agent])];
  const steps = Object.entries(DIAL_TABLE) as [DialStep, (typeof DIAL_TABLE)[DialStep]][];
  const arrows = steps.flatMap(([step, row]) => {
    const causes = new Map<DialStep, DialEventType[]>();
    for (const [event, targets] of Object.entries(row) as [DialEventType, readonly DialStep[]][]) {
      for (const target of targets) causes.set(target, [...(causes.get(target) ?? []), event]);
    }
    if (causes.size === 0) return [`${step} --> [*]`];
    return [...causes].map(([target, events]) => `${step} --> ${target}: ${events.join(', ')}`);
  });
  return [...[...new Set(begins)].map((step) => `[*] --> ${step}`), ...arrows];
}

function agentArrows(): readonly string[] {
  const phases = Object.keys(AGENT_TABLE) as AgentPhase[];
  const signs = Object.keys(AGENT_TABLE.unknown) as AgentSign[];
  const usual = (sign: AgentSign) => AGENT_TABLE.unknown[sign];
  const fromAny = phases.flatMap((phase) => {
    const own = signs.filter((sign) => usual(sign) === phase);
    return own.length === 0 ? [] : [`any --> ${phase}: ${own.join(', ')}`];
  });
  const exceptions = phases.flatMap((phase) =>
    signs
      .filter((sign) => AGENT_TABLE[phase][sign] !== usual(sign))
      .map((sign) => `${phase} --> ${AGENT_TABLE[phase][sign]}: ${sign}`),
  );
  return ['[*] --> unknown', 'unknown --> any', ...fromAny, ...exceptions];
}
