import type { VicidialFailure } from '../../vicidial/failure.ts';
import type { AgentState } from '../state/agent-state.ts';
import type { SeenScreen } from '../state/screen-reading.ts';
import type { Dial } from './dial.ts';
import type { DialProblem, DoNotCallList } from './dial-view.ts';

/** What happens to a dial. */
export type DialEvent = {
  readonly now: number;
  /** What the agent screen of this browser shows; null or left out when none has been seen. */
  readonly screen?: SeenScreen | null;
} /** The do-not-call lists have been asked: the one that has the number, or null, also where nobody answered in time. */ & (
  | {
      readonly type: 'checked';
      readonly list: DoNotCallList | null;
      readonly agent: AgentState;
      /** Why its lead is not shown; left out where it may be, and where the number is called at once. */
      readonly problem?: DialProblem;
    }
  | { readonly type: 'confirmed' }
  | { readonly type: 'declined' }
  | { readonly type: 'agent'; readonly agent: AgentState }
  | { readonly type: 'statusFailed'; readonly failure: VicidialFailure }
  /** The agent screen shows something else than before: a box, a message, an end. */
  | { readonly type: 'screenChanged' }
  | { readonly type: 'pauseAnswered'; readonly failure: VicidialFailure | null }
  | { readonly type: 'codeAnswered'; readonly failure: VicidialFailure | null }
  | { readonly type: 'spaced' }
  /** The request that was about to be sent was not: nobody could know of it afterwards, or nobody is signed in. */
  | { readonly type: 'notSent'; readonly problem: DialProblem }
  | { readonly type: 'dialAnswered'; readonly failure: VicidialFailure | null }
  | { readonly type: 'cancelAsked' }
  /** The agent has asked for a pause, or to be ready, by himself. */
  | { readonly type: 'stateChosen' }
  | { readonly type: 'cancelAnswered'; readonly failure: VicidialFailure | null }
  /** A new worker found this dial in storage: whatever was under way is gone. */
  | { readonly type: 'restored' }
);

/** What the background has to do after a transition has been stored. */
export type DialEffect =
  | { readonly do: 'checkNumber' }
  | { readonly do: 'openConfirmation' }
  /** Asks where the worker before came to store the question, and not to ask it. */
  | { readonly do: 'keepConfirmation' }
  | { readonly do: 'closeConfirmation' }
  | { readonly do: 'readStatus'; readonly afterMs: number }
  /** Reads the status from the server even while the agent screen is alive: it is the referee. */
  | { readonly do: 'askServer'; readonly afterMs?: number }
  | { readonly do: 'pause' }
  /** Makes the agent ready again, whom the dial has paused. */
  | { readonly do: 'resume' }
  | { readonly do: 'sendCode'; readonly code: string }
  | { readonly do: 'wait'; readonly ms: number }
  /** The only effect that dials. It comes out of exactly one transition, into `sending`. */
  | { readonly do: 'dial' }
  | { readonly do: 'takeBack' };

/** What becomes of a dial by an event: the dial to be stored, and what is done once it is. */
export interface Transition {
  readonly dial: Dial;
  readonly effects: readonly DialEffect[];
}
