import type { AgentStatusRow, LiveStatus } from '../vicidial/client.ts';
import type { AgentPhase, AgentState, StatusReading } from './agent-state.ts';

/** The agent's state after a reading at `now` (ms since 1970); `since` is kept while the phase stays the same. */
export function readAgent(reading: StatusReading, previous: AgentState, now: number): AgentState {
  const seen = reading.source === 'screen' ? fromScreen(reading, previous) : fromReading(reading);
  return { ...seen, since: seen.phase === previous.phase ? previous.since : now, readAt: now, source: reading.source };
}

type Seen = Omit<AgentState, 'since' | 'readAt' | 'source'>;

/** The screen shows less than a row of agent_status: what was known before and cannot have changed is kept. */
function fromScreen({ phase, phoneNumber }: Extract<StatusReading, { source: 'screen' }>, previous: AgentState): Seen {
  const { campaign, fullName } = previous.phase === 'notLoggedIn' ? NOTHING_MORE : previous;
  const stayedPaused = phase === 'paused' && previous.phase === 'paused';
  const pauseCode = stayedPaused ? previous.pauseCode : null;
  const isDetailed = previous.phase === 'parked' || previous.phase === 'threeWay';
  return {
    phase: phase === 'talking' && isDetailed ? previous.phase : phase,
    pauseCode,
    phoneNumber: phoneNumber || null,
    campaign,
    fullName,
  };
}

function fromReading(reading: Exclude<StatusReading, { source: 'screen' }>): Seen {
  if ('notLoggedIn' in reading) return { ...NOTHING_MORE, phase: 'notLoggedIn' };
  if (reading.source === 'recording') return { ...NOTHING_MORE, phase: phaseOfLiveStatus(reading.liveStatus) };
  const { row } = reading;
  const phase = phaseOfRow(row);
  return {
    phase,
    // VICIdial keeps the old code during a call (api.md 9.1), so it only counts while paused.
    pauseCode: phase === 'paused' ? row.pauseCode : null,
    phoneNumber: row.phoneNumber || null,
    campaign: row.campaign || null,
    fullName: row.fullName || null,
  };
}

const NOTHING_MORE = { pauseCode: null, phoneNumber: null, campaign: null, fullName: null } as const;

// recording STATUS has no sub status: PAUSED may be wrap-up, INCALL may still be ringing.
function phaseOfLiveStatus(status: LiveStatus): AgentPhase {
  switch (status) {
    case 'PAUSED':
      return 'paused';
    case 'READY':
    case 'CLOSER':
      return 'ready';
    case 'INCALL':
    case 'QUEUE':
    case 'MQUEUE':
      return 'onCall';
  }
}

function phaseOfRow(row: AgentStatusRow): AgentPhase {
  switch (row.subStatus) {
    case 'DIAL':
      return 'dialling';
    case 'DEAD':
      return 'customerGone';
    case 'DISPO':
      return 'wrapUp';
    case 'PREVIEW':
      return 'previewing';
    case 'PARK':
      return 'parked';
    case '3-WAY':
      return 'threeWay';
    case 'RING':
      return 'phoneRinging';
    case '':
      return row.status === 'INCALL' ? 'talking' : phaseOfLiveStatus(row.status);
    default:
      return phaseOfLiveStatus(row.status);
  }
}
