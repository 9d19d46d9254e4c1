import type { DialStep } from '../lib/agent/dial/dial.ts';
import { DIAL_TABLE, type DialEventType } from '../lib/agent/dial/dial-table.ts';
import type { AgentSituation } from '../lib/agent/state/agent-situation.ts';
import { AGENT_EVENTS, type AgentEvent, SITUATIONS, walk } from './agent-walk.ts';

const INTRODUCTION = `# States

Drawn by \`npm run docs:states\` from what runs: \`lib/agent/dial/dial-table.ts\`, and \`lib/agent/state/agent-situation.ts\` over
\`lib/agent/state/agent-table.ts\`. A test fails while this page is not what they draw.`;

const DIAL_TEXT = `## The dial

An arrow tells which events may lead from one step to another; an event without an arrow from a step changes nothing there. \`agent\`
is a reading of the agent's phase, \`restored\` a new worker that finds the dial in storage. The request is sent on entering \`sending\`,
and no later step leads back to it.`;

const AGENT_TEXT = `## The agent

Each reading is the whole truth, whatever was known before: every situation may follow every other. An arrow from "any" therefore stands
for one from each, but for those from which that event has an arrow of its own, to itself where it changes nothing there.

\`live\` is what the agent's own login sees, \`row\` and \`sub\` are the status and the sub status of agent_status, \`screen\` is the agent
screen. \`screenSilent\` is one that polls no longer, \`row.LAGGED\` the code that VICIdial writes itself where it hears nothing of a
screen that is not here, \`codeTaken\` a pause code that the dialer has taken. An agent who is signed out is read by nobody. Of a
call that the agent screen has shown, his own login tells that it goes on, and not how.`;

/** The text of docs/architecture/states.md. */
export function drawStates(): string {
  return `${[INTRODUCTION, DIAL_TEXT, diagram(dialArrows()), AGENT_TEXT, diagram(agentArrows())].join('\n\n')}\n`;
}

function diagram(arrows: readonly string[]): string {
  return ['```mermaid', 'stateDiagram-v2', ...arrows.map((arrow) => `  ${arrow}`), '```'].join('\n');
}

function dialArrows(): readonly string[] {
  // A dial begins with what its first reading, fresh or not, would make of it.
  const begins = ['checking', 'confirming', ...new Set(['readingStatus', ...DIAL_TABLE.readingStatus.agent])];
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
  const usual = new Map(AGENT_EVENTS.map((event) => [event, usualOf(event)]));
  const fromAny = arrowsFrom('any', AGENT_EVENTS, (event) => usual.get(event) ?? null);
  const own = SITUATIONS.flatMap((from) =>
    arrowsFrom(from, AGENT_EVENTS, (event) => {
      const to = walk(from, event);
      return to === usual.get(event) || to === from ? null : to;
    }),
  );
  // Of an agent who is signed out the text says so once.
  const silent = SITUATIONS.filter((from) => from !== 'signedOut').flatMap((from) => stayingIn(from, usual));
  return ['[*] --> signedOut', ...fromAny, ...own, ...silent];
}

/** Where an event leads from most situations; null where it mostly changes nothing. */
function usualOf(event: AgentEvent): AgentSituation | null {
  const counts = new Map<AgentSituation, number>();
  for (const from of SITUATIONS) {
    const to = walk(from, event);
    if (to !== from) counts.set(to, (counts.get(to) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most && most[1] > SITUATIONS.length / 2 ? most[0] : null;
}

/** What changes nothing in `from` although it leads elsewhere from any other. */
function stayingIn(from: AgentSituation, usual: ReadonlyMap<AgentEvent, AgentSituation | null>): readonly string[] {
  return arrowsFrom(from, AGENT_EVENTS, (event) => {
    const to = usual.get(event) ?? null;
    return to !== null && to !== from && walk(from, event) === from ? from : null;
  });
}

function arrowsFrom(
  from: string,
  events: readonly AgentEvent[],
  target: (event: AgentEvent) => AgentSituation | null,
): readonly string[] {
  const causes = new Map<AgentSituation, AgentEvent[]>();
  for (const event of events) {
    const to = target(event);
    if (to) causes.set(to, [...(causes.get(to) ?? []), event]);
  }
  return [...causes].map(([to, by]) => `${from} --> ${to}: ${by.join(', ')}`);
}
