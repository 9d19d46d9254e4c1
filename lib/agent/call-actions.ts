import type { AgentPhase, AgentState } from './agent-state.ts';

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
  | 'previewDial'
  | 'previewSkip'
  | 'previewAlternative'
  | 'logOut';

/** Why VICIdial would not act on it now. */
export type NotNow =
  | 'noCall'
  | 'stillRinging'
  | 'customerGone'
  | 'inWrapUp'
  | 'isParked'
  | 'notParked'
  | 'notThreeWay'
  | 'isThreeWay'
  | 'noPreview'
  | 'onCall'
  /** Another one than the agent decided about has come in its place. */
  | 'otherCall'
  | 'notLoggedIn';

const CONNECTED: readonly CallAction[] = [
  'hangUp',
  'finish',
  'park',
  'blindTransfer',
  'ingroupTransfer',
  'threeWay',
  'dtmf',
  'record',
];

/** The actions VICIdial acts on, by what the agent is doing (agent-screen.md 4, api.md 7). */
const OFFERED: Readonly<Record<AgentPhase, readonly CallAction[]>> = {
  unknown: [],
  notLoggedIn: [],
  paused: ['logOut'],
  ready: ['logOut'],
  phoneRinging: ['logOut'],
  previewing: ['previewDial', 'previewSkip', 'previewAlternative'],
  dialling: ['hangUp', 'finish'],
  // May still ring: VICIdial refuses what needs an answered call by itself.
  onCall: CONNECTED,
  talking: CONNECTED,
  parked: ['hangUp', 'finish', 'grab', 'record'],
  threeWay: ['hangUp', 'finish', 'leaveThreeWay', 'hangUpThird', 'dtmf', 'record'],
  customerGone: ['hangUp', 'finish'],
  wrapUp: ['finish'],
};

/**
 * Null when the action is offered now, else why not. To be asked of the phase with what was asked of the call (asked-phase.ts):
 * leaving a call of two would leave the customer alone.
 */
export function whyNotNow(action: CallAction, { phase }: Pick<AgentState, 'phase'>): NotNow | null {
  return OFFERED[phase].includes(action) ? null : reason(action, phase);
}

function reason(action: CallAction, phase: AgentPhase): NotNow {
  if (phase === 'unknown' || phase === 'notLoggedIn') return 'notLoggedIn';
  if (action === 'logOut') return phase === 'wrapUp' ? 'inWrapUp' : 'onCall';
  if (action.startsWith('preview')) return 'noPreview';
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
