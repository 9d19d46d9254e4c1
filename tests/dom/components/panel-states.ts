import type { CallRecord, DialView } from '../../../lib/agent/dial/dial-view.ts';
import { type DialList, withNumbers, withState } from '../../../lib/agent/list/dial-list.ts';
import { type AgentPhase, type AgentState, UNKNOWN_AGENT } from '../../../lib/agent/state/agent-state.ts';
import type { Disposition, PanelState, ScreenView } from '../../../lib/messages/panel-state.ts';
import type { SiteState } from '../../../lib/messages/protocol.ts';
import type { DialableNumber, E164 } from '../../../lib/phone/phone-number.ts';

export const CUSTOMER: DialableNumber = {
  e164: '+14155552671' as E164,
  callingCode: '1',
  nationalNumber: '4155552671',
  extension: null,
  region: 'US',
  kind: 'fixedLineOrMobile',
};

export function agentIn(phase: AgentPhase, change: Partial<AgentState> = {}): AgentState {
  const now = Date.now();
  return { ...UNKNOWN_AGENT, phase, since: now - 65_400, readAt: now, source: 'screen', campaign: 'SALES', ...change };
}

export function dialIn(stage: DialView['stage'], change: Partial<DialView> = {}): DialView {
  const now = Date.now();
  return {
    id: 'dial-1',
    number: CUSTOMER,
    stage,
    problem: null,
    confirm: [],
    startedAt: now - 30_000,
    stageSince: now - 7_400,
    canCancel: false,
    ...change,
  };
}

const RECORD_OUTCOMES: readonly CallRecord['outcome'][] = [
  'talked',
  'notAnswered',
  'refused',
  'onCall',
  'unknown',
  'cancelled',
];

export function history(count: number): CallRecord[] {
  return Array.from({ length: count }, (_, index) => {
    const startedAt = Date.now() - (index + 1) * 2_000_000;
    return {
      id: `call-${index}`,
      e164: `+1415555${2671 + index}`,
      extension: null,
      startedAt,
      endedAt: startedAt + 60_000,
      outcome: RECORD_OUTCOMES[index % RECORD_OUTCOMES.length] ?? 'talked',
      problem: null,
      ...(index % RECORD_OUTCOMES.length === 0 && { talkedMs: 134_000 }),
    };
  });
}

export const SIGNED_IN = {
  status: 'signedIn',
  server: 'https://dialer.example.com',
  agentUser: '6666',
  statusLoginRefused: false,
  problem: null,
} as const;

export const SCREEN: ScreenView = { seen: true, alive: true, kind: 'agentScreen', boxes: [], hidden: false };

/** No tab of this browser shows the agent screen. */
export const UNSEEN: ScreenView = { seen: false, alive: false, kind: null, boxes: [], hidden: false };

export function panelState(change: Partial<PanelState> = {}): PanelState {
  return {
    connection: SIGNED_IN,
    agent: agentIn('paused', { pauseCode: 'LUNCH' }),
    screen: SCREEN,
    dial: null,
    dialList: [],
    history: history(6),
    pauseCodes: [
      { code: 'LUNCH', name: 'Lunch break' },
      { code: 'COACH', name: 'Coaching' },
      { code: 'ADMIN', name: 'Paperwork' },
    ],
    callPauseCode: '',
    dispositions: [],
    transferIngroups: [],
    finish: null,
    region: 'US',
    pending: null,
    rungAt: 0,
    microphoneHeard: true,
    problem: null,
    ...change,
  };
}

/** Three numbers, of which the first was called. */
export const LISTED: DialList = withState(
  withNumbers(
    [],
    (['+14155552671', '+442079460123', '+493012345678'] as E164[]).map((e164) => ({ e164, extension: null })),
  ),
  '+14155552671',
  'called',
);

/** Some of VICIdial's own statuses and two of a campaign. */
export const DISPOSITIONS: readonly Disposition[] = [
  { code: 'SALE', name: 'Sale made', isCallback: false },
  { code: 'NI', name: 'Not interested', isCallback: false },
  { code: 'CALLBK', name: 'Call back', isCallback: true },
  { code: 'B', name: 'Busy', isCallback: false },
  { code: 'A', name: 'Answering machine', isCallback: false },
  { code: 'DC', name: 'Disconnected number', isCallback: false },
  { code: 'DNC', name: 'Do not call', isCallback: false },
  { code: 'DEMO', name: 'Demo booked', isCallback: false },
];

export const SITE: SiteState = {
  host: 'crm.example.com',
  originPatterns: ['https://crm.example.com/*'],
  enabled: true,
  allSitesEnabled: false,
  mode: null,
};
