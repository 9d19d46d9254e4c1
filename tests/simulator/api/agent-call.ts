import type { Clock } from '../clock.ts';
import { findLead, type LiveAgent, type User, type World } from '../world.ts';
import type { Parameters } from './parameters.ts';

/** One line of an Agent API answer: `WORD: REASON - FIELDS`. Word and reason are translated for the API user. */
export interface AnswerLine {
  readonly word: 'SUCCESS' | 'ERROR' | 'NOTICE';
  readonly reason: string;
  readonly fields: string;
}

export interface LinesAnswer {
  readonly lines: readonly AnswerLine[];
  readonly endsWithNewline: boolean;
  /** Printed behind the lines as it is. */
  readonly after?: string;
}

/** What a function answers: lines, or text that is not in that grammar. */
export type AgentAnswer =
  | LinesAnswer
  | { readonly text: string }
  /** The program died: status 500, empty body. */
  | { readonly crashed: true };

export interface AgentCall {
  readonly world: World;
  readonly clock: Clock;
  readonly p: Parameters;
  /** The signed-in API user. */
  readonly apiUser: User;
  /** Query string and body as they were sent. */
  readonly requestText: string;
}

/** A function of the Agent API. The endpoint checks in this order: `refuse`, permission, target logged in, `run`. */
export type AgentFunction = {
  /** The answer to parameters the function does not take, null when they are fine. */
  readonly refuse: (p: Parameters) => AgentAnswer | null;
} & (
  | { readonly target: 'agent'; readonly run: (call: AgentCall, agent: LiveAgent) => AgentAnswer }
  /** The function finds its target by itself. */
  | { readonly target: 'none'; readonly run: (call: AgentCall) => AgentAnswer }
);

export function success(reason: string, fields: string): LinesAnswer {
  return { lines: [{ word: 'SUCCESS', reason, fields }], endsWithNewline: true };
}

export function notice(reason: string, fields: string): LinesAnswer {
  return { lines: [{ word: 'NOTICE', reason, fields }], endsWithNewline: true };
}

export function refusal(reason: string, fields: string): LinesAnswer {
  return { lines: [{ word: 'ERROR', reason, fields }], endsWithNewline: true };
}

/** `FUNCTION not valid - VALUE|AGENT`, what most functions answer to a missing or unknown value. */
export function notValid(p: Parameters): LinesAnswer {
  return refusal(`${p('function')} not valid`, `${p('value')}|${p('agent_user')}`);
}

/** True when the request names a target, by its user or by the text in that user's record. */
export function namesAgent(p: Parameters): boolean {
  return p('agent_user').length > 1 || p('alt_user').length > 1;
}

/** Refuses a value that holds none of these words, and a request without a target. The program looks for them anywhere in the text. */
export function refuseUnlessValueHas(words: readonly string[]) {
  return (p: Parameters): AgentAnswer | null =>
    namesAgent(p) && words.some((word) => p('value').includes(word)) ? null : notValid(p);
}

/** A lead on the screen, and a call id that is one. */
export function hasLiveCall({ world }: AgentCall, agent: LiveAgent): boolean {
  return findLead(world, agent.lead_id) !== undefined && agent.callerid.length > 15;
}

/** Writes columns of the agent's live row, and says so. */
export function setColumns(call: AgentCall, agent: LiveAgent, columns: Partial<LiveAgent>): void {
  Object.assign(agent, columns);
  call.world.changed('live_agents', agent.user);
}
