import type { AgentPhase, AgentState } from '../state/agent-state.ts';
import type { ScreenBox } from '../state/screen-reading.ts';

/** What an agent can do with a call, a preview or his session beside dialling. */
export type CallAction =
  | 'hangUp'
  | 'finish'
  | 'park'
  | 'grab'
  | 'blindTransfer'
  | 'ingroupTransfer'
  | 'threeWay'
  | 'leaveThreeWay'
  | 'hangUpThird'
  | 'dtmf'
  | 'record'
  | 'pushFields'
  | 'previewDial'
  | 'previewSkip'
  | 'previewAlternative'
  | 'pause'
  | 'ringMe'
  | 'countQueue'
  | 'logOut';

/** Why VICIdial would not act on it now. */
export type NotNow =
  | 'noCall'
  | 'stillRinging'
  | 'customerGone'
  | 'inWrapUp'
  /** The call is over, and nobody here sees whether its disposition has been set. */
  | 'mayBeWrapUp'
  | 'isParked'
  | 'notParked'
  | 'notThreeWay'
  | 'isThreeWay'
  | 'noPreview'
  /** The preview was opened for the lead's first number alone. */
  | 'previewOfFirst'
  | 'inPreview'
  | 'onCall'
  | 'phoneInCall'
  /** Another one than the agent decided about has come in its place. */
  | 'otherCall'
  /** The agent screen has not taken the command before it yet. */
  | 'justSent'
  /** A call is asked for and not placed: the log-out would come before it, and the agent with the customer alone (api.md 7.7). */
  | 'callWaiting'
  | 'notLoggedIn'
  /** What cannot be taken back rests on a reading, and the dialer has not answered one. */
  | 'notRead'
  | 'notKnown';

/** In every state of an agent who is logged in, and as long as nobody has read the state. */
const ALWAYS: readonly CallAction[] = ['countQueue'];
const FREE: readonly CallAction[] = [...ALWAYS, 'pause', 'ringMe', 'logOut'];
const ON_CALL: readonly CallAction[] = [...ALWAYS, 'hangUp', 'finish', 'pause'];
const CONNECTED: readonly CallAction[] = [
  ...ON_CALL,
  ...(['park', 'blindTransfer', 'ingroupTransfer', 'threeWay', 'dtmf', 'record', 'pushFields'] as const),
];

/**
 * The actions VICIdial acts on, by what the agent is doing (agent-screen.md 4, api.md 7). A pause that would be used up without
 * effect is held until it is not. The agent's phone is rung to bring it into his session, where that of a call is already.
 */
const OFFERED: Readonly<Record<AgentPhase, readonly CallAction[]>> = {
  unknown: [...ALWAYS, 'ringMe'],
  notLoggedIn: [],
  paused: FREE,
  ready: FREE,
  phoneRinging: FREE,
  previewing: [...ALWAYS, 'previewDial', 'previewSkip', 'previewAlternative', 'ringMe'],
  dialling: ON_CALL,
  // May still ring, which the agent's own login cannot tell. VICIdial says SUCCESS then, and what was sent has no effect (api.md 7).
  onCall: CONNECTED,
  talking: CONNECTED,
  parked: [...ON_CALL, 'grab', 'record', 'pushFields'],
  threeWay: [...ON_CALL, 'leaveThreeWay', 'hangUpThird', 'dtmf', 'record', 'pushFields'],
  customerGone: ON_CALL,
  wrapUp: [...ALWAYS, 'finish', 'pause', 'ringMe'],
};

/**
 * Null when the action is offered now, else why not. To be asked of the phase with what was asked of the call (asked-phase.ts):
 * leaving a call of two would leave the customer alone.
 */
export function whyNotNow(
  action: CallAction,
  agent: Pick<AgentState, 'phase' | 'mayBeWrapUp' | 'mayHaveThird' | 'mayBeParked'>,
): NotNow | null {
  const { phase } = agent;
  if (agent.mayHaveThird && action === 'hangUpThird') return null;
  if (agent.mayBeParked && action === 'grab') return null;
  // A disposition without a wrap-up is forgotten with the next call; a log-out in one leaves the lead on the call for good.
  if (agent.mayBeWrapUp && action === 'finish') return null;
  if (agent.mayBeWrapUp && action === 'logOut') return 'mayBeWrapUp';
  return OFFERED[phase].includes(action) ? null : reason(action, phase);
}

/**
 * The same of ringing the agent's phone: one that has dropped out of his session is rung back into it, in a call too. A phone is
 * taken to be up: one on his desk, or moved out of Dialside's window, is not known of.
 */
export function whyNotRing(agent: Pick<AgentState, 'phase'>, boxes: readonly ScreenBox[]): NotNow | null {
  return boxes.includes('emptySession') ? null : whyNotNow('ringMe', agent);
}

function reason(action: CallAction, phase: AgentPhase): NotNow {
  if (phase === 'notLoggedIn') return 'notLoggedIn';
  if (phase === 'unknown') return 'notKnown';
  if (action === 'ringMe') return 'phoneInCall';
  if (action.startsWith('preview')) return 'noPreview';
  if (phase === 'previewing') return action === 'pause' || action === 'logOut' ? 'inPreview' : 'noCall';
  if (action === 'logOut') return phase === 'wrapUp' ? 'inWrapUp' : 'onCall';
  switch (phase) {
    case 'dialling':
      return 'stillRinging';
    case 'customerGone':
      return 'customerGone';
    case 'wrapUp':
      return 'inWrapUp';
    case 'parked':
      return 'isParked';
    case 'threeWay':
      return action === 'grab' ? 'notParked' : 'isThreeWay';
    case 'onCall':
    case 'talking':
      return action === 'grab' ? 'notParked' : 'notThreeWay';
    default:
      return 'noCall';
  }
}
