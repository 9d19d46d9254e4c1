import type { Dial, DialPolicy, DialStep } from '../../../lib/agent/dial/dial.ts';
import { type AgentPhase, type AgentState, UNKNOWN_AGENT } from '../../../lib/agent/state/agent-state.ts';
import type { SeenScreen } from '../../../lib/agent/state/screen-reading.ts';
import type { DialableNumber, E164 } from '../../../lib/phone/phone-number.ts';

export const NOW = 1_795_211_352_000;

export const NUMBER: DialableNumber = {
  e164: '+17275551212' as E164,
  callingCode: '1',
  nationalNumber: '7275551212',
  extension: null,
  region: 'US',
  kind: 'fixedLineOrMobile',
};

export const POLICY: DialPolicy = { whenReady: 'always', pauseCode: '', keepsPaused: true };

export const STEPS: readonly DialStep[] = [
  'checking',
  'confirming',
  'readingStatus',
  'pausing',
  'awaitingPause',
  'sendingCode',
  'spacing',
  'sending',
  'awaitingScreen',
  'held',
  'resolving',
  'previewing',
  'onCall',
  'ringing',
  'talking',
  'customerGone',
  'wrapUp',
  'ended',
  'refused',
  'unknown',
  'cancelled',
];

const SENT: ReadonlySet<DialStep> = new Set(STEPS.slice(STEPS.indexOf('sending')));

/** A dial as it stands in a step, sent where that step can only come after sending. */
export function dialIn(step: DialStep, changes: Partial<Dial> = {}): Dial {
  return {
    id: 'dial-1',
    number: NUMBER,
    policy: POLICY,
    source: 'page',
    step,
    problem: null,
    confirm: step === 'confirming' ? ['premiumRate'] : [],
    startedAt: NOW - 5_000,
    stepSince: NOW - 1_000,
    meantAt: NOW - 5_000,
    sentAt: SENT.has(step) && step !== 'refused' ? NOW - 2_000 : null,
    previousSentAt: 0,
    tries: 0,
    stayPaused: 'no',
    heard: 'nothing',
    ...(step === 'previewing' && { previewOf: '12', leadId: '12', shownAt: NOW - 1_000 }),
    ...changes,
  };
}

export function agentIn(phase: AgentPhase, changes: Partial<AgentState> = {}): AgentState {
  return { ...UNKNOWN_AGENT, phase, since: NOW, readAt: NOW, source: 'agentStatus', ...changes };
}

/** The agent screen of this browser, alive, paused and without a box. */
export function screenIn(changes: Partial<SeenScreen> = {}): SeenScreen {
  return {
    kind: 'agentScreen',
    phase: 'paused',
    leadId: '',
    phoneNumber: '',
    boxes: [],
    alert: null,
    isHidden: false,
    isPolling: true,
    tabId: 7,
    isOpen: true,
    isAlive: true,
    isTrusted: true,
    ...changes,
  };
}

/** A click on that number, of which nothing is to be asked. */
export const REQUEST = { number: NUMBER, source: 'page', confirm: [] } as const;
