import type { CallRecord, DialStage, DialView } from '../agent/dial/dial-view.ts';
import type { AgentSituation } from '../agent/state/agent-situation.ts';
import type { AgentPhase, AgentState } from '../agent/state/agent-state.ts';
import type { NumberKind } from '../phone/phone-number.ts';
import type { MessageKey } from './text.ts';

/** Colour and shape of a state: what the agent should feel about it before reading. */
export type Tone = 'idle' | 'paused' | 'ready' | 'busy' | 'live' | 'wrapUp' | 'problem';

export interface StateDescription {
  readonly key: MessageKey;
  readonly tone: Tone;
}

const PHASES: Record<AgentPhase, StateDescription> = {
  unknown: { key: 'phaseUnknown', tone: 'idle' },
  notLoggedIn: { key: 'phaseNotLoggedIn', tone: 'idle' },
  paused: { key: 'phasePaused', tone: 'paused' },
  ready: { key: 'phaseReady', tone: 'ready' },
  previewing: { key: 'phasePreviewing', tone: 'busy' },
  dialling: { key: 'phaseDialling', tone: 'busy' },
  onCall: { key: 'phaseOnCall', tone: 'live' },
  talking: { key: 'phaseTalking', tone: 'live' },
  parked: { key: 'phaseParked', tone: 'live' },
  threeWay: { key: 'phaseThreeWay', tone: 'live' },
  customerGone: { key: 'phaseCustomerGone', tone: 'wrapUp' },
  wrapUp: { key: 'phaseWrapUp', tone: 'wrapUp' },
  phoneRinging: { key: 'phasePhoneRinging', tone: 'busy' },
};

/** What the agent can do next with a call. */
export type NextStep = 'wait' | 'hangUp' | 'wrapUp' | 'over';

const STAGES: Record<DialStage, StateDescription & { readonly next: NextStep }> = {
  confirming: { key: 'stageConfirming', tone: 'busy', next: 'wait' },
  preparing: { key: 'stagePreparing', tone: 'busy', next: 'wait' },
  sending: { key: 'stageSending', tone: 'busy', next: 'wait' },
  accepted: { key: 'stageAccepted', tone: 'busy', next: 'wait' },
  previewing: { key: 'phasePreviewing', tone: 'busy', next: 'wait' },
  onCall: { key: 'stageOnCall', tone: 'live', next: 'hangUp' },
  ringing: { key: 'stageRinging', tone: 'busy', next: 'hangUp' },
  talking: { key: 'stageTalking', tone: 'live', next: 'hangUp' },
  customerGone: { key: 'stageCustomerGone', tone: 'wrapUp', next: 'hangUp' },
  wrapUp: { key: 'stageWrapUp', tone: 'wrapUp', next: 'wrapUp' },
  ended: { key: 'stageEnded', tone: 'idle', next: 'over' },
  refused: { key: 'stageRefused', tone: 'problem', next: 'over' },
  unknown: { key: 'stageUnknown', tone: 'problem', next: 'over' },
  cancelled: { key: 'stageCancelled', tone: 'idle', next: 'over' },
};

const OUTCOMES: Record<CallRecord['outcome'], StateDescription> = {
  talked: { key: 'outcomeTalked', tone: 'live' },
  notAnswered: { key: 'outcomeNotAnswered', tone: 'wrapUp' },
  onCall: { key: 'outcomeOnCall', tone: 'live' },
  refused: { key: 'outcomeRefused', tone: 'problem' },
  unknown: { key: 'outcomeUnknown', tone: 'problem' },
  cancelled: { key: 'outcomeCancelled', tone: 'idle' },
  otherNumber: { key: 'outcomeOtherNumber', tone: 'idle' },
};

const KINDS: Record<NumberKind, MessageKey> = {
  fixedLine: 'kindFixedLine',
  mobile: 'kindMobile',
  fixedLineOrMobile: 'kindFixedLineOrMobile',
  tollFree: 'kindTollFree',
  premiumRate: 'kindPremiumRate',
  sharedCost: 'kindSharedCost',
  voip: 'kindVoip',
  personal: 'kindPersonal',
  pager: 'kindPager',
  universalAccess: 'kindUniversalAccess',
  voicemail: 'kindVoicemail',
  satellite: 'kindSatellite',
  unknown: 'kindUnknown',
};

/** Of a third line that was asked for it is not known whether anybody answered. */
const THIRD_LINE: StateDescription = { key: 'phaseThirdLine', tone: 'live' };
const MAY_BE_PARKED: StateDescription = { key: 'phaseMayBeParked', tone: 'live' };

/** What was asked of a call, where nobody tells what came of it. */
type Asked = Pick<AgentState, 'isAsked' | 'mayBeParked'>;

export function describePhase(phase: AgentPhase, { isAsked, mayBeParked }: Asked = {}): StateDescription {
  if (mayBeParked && (phase === 'talking' || phase === 'onCall')) return MAY_BE_PARKED;
  return isAsked && phase === 'threeWay' ? THIRD_LINE : PHASES[phase];
}

/** What the agent is told that he is. */
export function describeAgent(situation: AgentSituation, asked: Asked = {}): StateDescription {
  switch (situation) {
    case 'signedOut':
      return { key: 'signInTitle', tone: 'idle' };
    case 'pausedWithCode':
      return PHASES.paused;
    case 'lagging':
      return { key: 'agentLagging', tone: 'problem' };
    default:
      return describePhase(situation, asked);
  }
}

/** How a dial stands; once it is over in the words of the history. */
export function describeDial({
  stage,
  isOtherCalled,
}: Pick<DialView, 'stage' | 'isOtherCalled'>): StateDescription & { readonly next: NextStep } {
  return isOtherCalled ? { ...OUTCOMES.otherNumber, next: 'over' } : STAGES[stage];
}

export function describeOutcome(outcome: CallRecord['outcome']): StateDescription {
  return OUTCOMES[outcome];
}

export function kindKey(kind: NumberKind): MessageKey {
  return KINDS[kind];
}
