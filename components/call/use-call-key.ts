import { useRef } from 'preact/hooks';
import { isSameCall, meantCallOf } from '../../lib/agent/call/meant-call.ts';
import type { AgentState } from '../../lib/agent/state/agent-state.ts';

/** Another number for each call that follows another without a free moment between them, as far as that can be told. */
export function useCallKey(agent: AgentState): number {
  const seen = useRef({ meant: meantCallOf(agent), key: 0 });
  const { meant, key } = seen.current;
  seen.current = { meant: meantCallOf(agent), key: isSameCall(meant, agent) ? key : key + 1 };
  return seen.current.key;
}
