import type { Dial } from '../../../lib/agent/dial/dial.ts';
import type { DialEffect, DialEvent } from '../../../lib/agent/dial/dial-event.ts';
import { reduceDial } from '../../../lib/agent/dial/dial-machine.ts';
import type { AgentPhase } from '../../../lib/agent/state/agent-state.ts';
import type { ScreenAlert, ScreenAlertKind } from '../../../lib/agent/state/screen-reading.ts';
import { agentIn, NOW, NUMBER, screenIn } from './dials.ts';

const REFUSED = { code: 'manualDialNotAllowed' } as const;
export const LOST = { code: 'timeout', timeoutMs: 8_000 } as const;

/** A reading of the agent in each of his phases: one that is missing here does not compile. */
const AGENT_EVENTS = {
  unknown: { type: 'agent', agent: agentIn('unknown') },
  notLoggedIn: { type: 'agent', agent: agentIn('notLoggedIn') },
  paused: { type: 'agent', agent: agentIn('paused') },
  ready: { type: 'agent', agent: agentIn('ready') },
  previewing: { type: 'agent', agent: agentIn('previewing') },
  dialling: { type: 'agent', agent: agentIn('dialling') },
  onCall: { type: 'agent', agent: agentIn('onCall') },
  talking: { type: 'agent', agent: agentIn('talking') },
  parked: { type: 'agent', agent: agentIn('parked') },
  threeWay: { type: 'agent', agent: agentIn('threeWay') },
  customerGone: { type: 'agent', agent: agentIn('customerGone') },
  wrapUp: { type: 'agent', agent: agentIn('wrapUp') },
  phoneRinging: { type: 'agent', agent: agentIn('phoneRinging') },
} as const satisfies Record<AgentPhase, Omit<Extract<DialEvent, { type: 'agent' }>, 'now'>>;

/** Every event there is; the agent's phases and the two kinds of failure each count as one. */
export const EVENTS = {
  checkedFree: { type: 'checked', list: null, agent: agentIn('paused') },
  checkedReady: { type: 'checked', list: null, agent: agentIn('ready') },
  checkedOnCall: { type: 'checked', list: null, agent: agentIn('talking') },
  checkedListed: { type: 'checked', list: 'system', agent: agentIn('paused') },
  confirmed: { type: 'confirmed' },
  declined: { type: 'declined' },
  ...AGENT_EVENTS,
  callShown: { type: 'agent', agent: agentIn('dialling', { phoneNumber: NUMBER.nationalNumber }) },
  otherCall: { type: 'agent', agent: agentIn('dialling', { phoneNumber: '3125550100' }) },
  free: { type: 'screenChanged', screen: screenIn() },
  boxHolds: { type: 'screenChanged', screen: screenIn({ boxes: ['pauseCode'] }) },
  screenRefuses: { type: 'screenChanged', screen: screenIn({ boxes: ['alert'], alert: alertOf('dnc') }) },
  screenDoubts: { type: 'screenChanged', screen: screenIn({ boxes: ['alert'], alert: alertOf('alreadyInCall') }) },
  screenGaveUp: {
    type: 'screenChanged',
    screen: screenIn({ phase: 'dialling', boxes: ['alert'], alert: alertOf('dialTimedOut') }),
  },
  screenGone: { type: 'screenChanged', screen: screenIn({ isOpen: false, isAlive: false }) },
  statusRefused: { type: 'statusFailed', failure: REFUSED },
  statusLost: { type: 'statusFailed', failure: LOST },
  pauseDone: { type: 'pauseAnswered', failure: null },
  pauseRefused: { type: 'pauseAnswered', failure: REFUSED },
  pauseLost: { type: 'pauseAnswered', failure: LOST },
  codeDone: { type: 'codeAnswered', failure: null },
  codeRefused: { type: 'codeAnswered', failure: REFUSED },
  codeNotPaused: { type: 'codeAnswered', failure: { code: 'notPaused' } },
  spaced: { type: 'spaced' },
  notSent: { type: 'notSent', problem: { code: 'notStored' } },
  dialDone: { type: 'dialAnswered', failure: null },
  dialRefused: { type: 'dialAnswered', failure: REFUSED },
  dialMismatched: { type: 'dialAnswered', failure: { code: 'echoMismatch' } },
  dialLost: { type: 'dialAnswered', failure: LOST },
  cancelAsked: { type: 'cancelAsked' },
  cancelDone: { type: 'cancelAnswered', failure: null },
  cancelRefused: { type: 'cancelAnswered', failure: REFUSED },
  cancelTooLate: { type: 'cancelAnswered', failure: { code: 'notPaused' } },
  stateChosen: { type: 'stateChosen' },
  restored: { type: 'restored' },
} as const satisfies Record<string, Omit<DialEvent, 'now'> | object>;

export function alertOf(kind: ScreenAlertKind): ScreenAlert {
  return { kind, text: `What the page says of ${NUMBER.nationalNumber}`, since: NOW - 500 };
}

export type EventName = keyof typeof EVENTS;

/** What the machine makes of the named event at {@link NOW}. */
export function happen(dial: Dial, name: EventName) {
  return reduceDial(dial, { ...EVENTS[name], now: NOW } as DialEvent);
}

/** What a transition has done, in short. */
export function told(effects: readonly DialEffect[]): string {
  return effects
    .map((effect) =>
      'afterMs' in effect ? `${effect.do === 'readStatus' ? 'read' : effect.do} ${effect.afterMs}` : effect.do,
    )
    .join();
}
