import type { AgentState } from '../state/agent-state.ts';
import { isFresh } from '../state/reading-freshness.ts';
import type { SeenScreen } from '../state/screen-reading.ts';
import type { Dial, DialPolicy } from './dial.ts';
import type { DialEvent, Transition } from './dial-event.ts';
import { guard, readFirst } from './dial-preparing.ts';
import { refuse, stay, stopsReading } from './dial-transition.ts';

/** A dial for whose number the do-not-call lists, and its lead, are being asked: nothing else has been done for it. */
export function onChecking(dial: Dial, event: DialEvent): Transition {
  const { now, screen = null } = event;
  // Nobody is signed in any more, or the dialer refuses to be read.
  if (event.type === 'statusFailed' && stopsReading(event.failure))
    return refuse(dial, { code: 'vicidial', failure: event.failure }, now);
  if (event.type !== 'checked') return stay(dial);
  const { list, agent, problem } = event;
  if (problem) return refuse(dial, problem, now);
  if (list === null) return goOn(dial, agent, screen, now);
  if (dial.policy.whenListed !== 'ask') return refuse(dial, { code: 'doNotCall', list }, now);
  return goOn({ ...dial, confirm: [...dial.confirm, 'doNotCall'] }, agent, screen, now);
}

/**
 * Goes on with an agent of whom the newest reading tells that he can dial, else reads him first. What is to be asked waits for that,
 * too: one question names all there is to ask, and none is asked of a call that his state forbids.
 */
export function goOn(dial: Dial, agent: AgentState, screen: SeenScreen | null, now: number): Transition {
  const isKnown = isFresh(agent, screen, now) && letsDial(agent, dial.policy);
  return isKnown ? guard(dial, agent, now) : readFirst(dial, now);
}

function letsDial({ phase, isReady }: AgentState, { whenReady }: DialPolicy): boolean {
  if (phase === 'ready' || isReady) return whenReady !== 'never';
  return phase === 'paused' || phase === 'phoneRinging';
}
