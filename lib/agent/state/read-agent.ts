import type { AgentPhase, AgentState, StatusReading } from './agent-state.ts';
import { AGENT_TABLE, isUnclearRow, signOf } from './agent-table.ts';
import { isOnCall } from './pending-command.ts';

/** The agent's state after a reading at `now` (ms since 1970); `since` is kept while the phase stays the same. */
export function readAgent(reading: StatusReading, previous: AgentState, now: number): AgentState {
  const before = mayGoOn(reading, previous, now) ? previous.phase : 'unknown';
  const phase = AGENT_TABLE[before][signOf(reading)];
  const seen =
    reading.source === 'screen' ? fromScreen(reading, previous, phase) : fromReading(reading, previous, phase, now);
  const isSame = phase === previous.phase || isLessOf(before, phase);
  return { ...seen, since: isSame ? previous.since : now, readAt: now, source: reading.source };
}

/**
 * True where a call that is read is the one before. Nobody looked for longer: it may have ended, and another begun. The agent's own
 * login tells no two calls apart: it is believed only after the agent screen, which tells of each end and without which none begins.
 */
function mayGoOn({ source }: StatusReading, { source: before, readAt }: AgentState, now: number): boolean {
  return now - readAt <= UNBROKEN_MS && !(source === 'recording' && before === 'agentStatus');
}

/** The same call, of which is no longer told whether it rings. */
function isLessOf(before: AgentPhase, phase: AgentPhase): boolean {
  return before === 'dialling' && phase === 'onCall';
}

type Seen = Omit<AgentState, 'since' | 'readAt' | 'source'>;

/** The screen shows less than a row of agent_status: what was known before and cannot have changed is kept. */
function fromScreen(
  reading: Extract<StatusReading, { source: 'screen' }>,
  previous: AgentState,
  phase: AgentPhase,
): Seen {
  const { phoneNumber, leadId = '', vendorLeadCode = '', ingroup = '', callingCode = '', customerName = '' } = reading;
  const { campaign, fullName } = previous.phase === 'notLoggedIn' ? NOTHING_MORE : previous;
  const stayedPaused = phase === 'paused' && previous.phase === 'paused';
  const pauseCode = stayedPaused ? previous.pauseCode : null;
  return {
    phase,
    pauseCode,
    phoneNumber: phoneNumber === '' ? null : withCallingCode(phoneNumber, callingCode),
    ...(leadId !== '' && { leadId }),
    ...(vendorLeadCode !== '' && { vendorLeadCode }),
    ...(ingroup !== '' && { ingroup }),
    customerName: customerName || null,
    campaign: reading.campaign || campaign,
    fullName,
  };
}

// The longest wait between two readings that follow one another (reading-interval.ts), and a slow answer.
const UNBROKEN_MS = 45_000;

/** The code that was sent for the pause which still lasts; another pause may lie in a longer time without a reading. */
function stillPausedWith(
  { phase: before, pauseCode, readAt }: AgentState,
  phase: AgentPhase,
  now: number,
): string | null {
  return phase === 'paused' && before === 'paused' && now - readAt <= UNBROKEN_MS ? pauseCode : null;
}

// Whoever has not set the disposition by then is not at his desk, or is in a campaign that keeps him paused.
const WRAPS_UP_FOR_MS = 120_000;

function mayBeWrapUp({ phase, since, mayBeWrapUp: might }: AgentState, now: number): boolean {
  return isOnCall(phase) || phase === 'wrapUp' || (might === true && now - since <= WRAPS_UP_FOR_MS);
}

/** A number that already has its calling code, or a plus, stays as it is. No number of North America begins with a one. */
function withCallingCode(phoneNumber: string, callingCode: string): string {
  if (phoneNumber.startsWith('+') || callingCode === '') return phoneNumber;
  return callingCode === '1' && phoneNumber.startsWith('1') ? `+${phoneNumber}` : `+${callingCode}${phoneNumber}`;
}

function fromReading(
  reading: Exclude<StatusReading, { source: 'screen' }>,
  previous: AgentState,
  phase: AgentPhase,
  now: number,
): Seen {
  if ('notLoggedIn' in reading) return { ...NOTHING_MORE, phase };
  if (reading.source === 'recording') {
    const isLeft = phase === 'paused' && mayBeWrapUp(previous, now);
    const pauseCode = stillPausedWith(previous, phase, now);
    const { isRecording } = reading;
    const goesOn = isOnCall(phase) && isOnCall(previous.phase) && mayGoOn(reading, previous, now);
    return {
      ...{ ...NOTHING_MORE, ...(goesOn && ofCall(previous)), phase, pauseCode },
      ...(isLeft && { mayBeWrapUp: true as const }),
      ...(isOnCall(phase) && isRecording !== undefined && { isRecording }),
    };
  }
  const { row } = reading;
  // The row tells neither calling code nor name: both are those of the same number as before.
  const isSame = row.phoneNumber !== '' && (previous.phoneNumber?.endsWith(row.phoneNumber) ?? false);
  const isSameLead = row.leadId !== '' && row.leadId === previous.leadId;
  return {
    phase,
    // VICIdial keeps the old code during a call (api.md 9.1), so it only counts while paused.
    pauseCode: phase === 'paused' ? row.pauseCode : null,
    phoneNumber: isSame ? previous.phoneNumber : row.phoneNumber || null,
    ...(row.leadId !== '' && { leadId: row.leadId }),
    ...(row.vendorLeadCode !== '' && { vendorLeadCode: row.vendorLeadCode }),
    ...(isSameLead && previous.ingroup !== undefined && { ingroup: previous.ingroup }),
    customerName: isSame ? previous.customerName : null,
    campaign: row.campaign || null,
    fullName: row.fullName || null,
    callsToday: row.callsToday,
    ...(isUnclearRow(row) && { isUnclear: true as const }),
    // The phone of an agent off the hook rings in PAUSED or READY (api.md 9.1).
    ...(phase === 'phoneRinging' && row.status !== 'PAUSED' && { isReady: true as const }),
  };
}

/** Whose call it is, which the agent's own login does not tell. */
function ofCall({ phoneNumber, leadId, customerName, campaign, fullName }: AgentState) {
  return { phoneNumber, customerName, campaign, fullName, ...(leadId !== undefined && { leadId }) };
}

const NOTHING_MORE = {
  pauseCode: null,
  phoneNumber: null,
  customerName: null,
  campaign: null,
  fullName: null,
} as const;
