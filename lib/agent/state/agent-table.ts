import type { AgentStatusRow, LiveStatus } from '../../vicidial/client.ts';
import type { AgentPhase, StatusReading } from './agent-state.ts';
import type { ScreenPhase } from './screen-reading.ts';

type SubStatus = 'DIAL' | 'DEAD' | 'DISPO' | 'PREVIEW' | 'PARK' | '3-WAY' | 'RING';

/**
 * What a reading says of the agent: `live` by the agent's own login, which shows no sub status, `row` by agent_status,
 * `sub` by the sub status there, `screen` by the agent screen itself.
 */
export type AgentSign =
  | 'notLoggedIn'
  | `live.${LiveStatus}`
  | `row.${LiveStatus}`
  | `sub.${SubStatus}`
  | `screen.${ScreenPhase}`;

type AgentRow = Readonly<Record<AgentSign, AgentPhase>>;

// A sign is the whole truth about the agent, whatever was known before, but where a row below says otherwise.
const SAYS: AgentRow = {
  notLoggedIn: 'notLoggedIn',
  // Without a sub status PAUSED may be wrap-up, and INCALL may still be ringing (api.md 10.2).
  'live.PAUSED': 'paused',
  'live.READY': 'ready',
  'live.CLOSER': 'ready',
  'live.INCALL': 'onCall',
  'live.QUEUE': 'onCall',
  'live.MQUEUE': 'onCall',
  'row.PAUSED': 'paused',
  'row.READY': 'ready',
  'row.CLOSER': 'ready',
  'row.INCALL': 'talking',
  'row.QUEUE': 'onCall',
  'row.MQUEUE': 'onCall',
  'sub.DIAL': 'dialling',
  'sub.DEAD': 'customerGone',
  'sub.DISPO': 'wrapUp',
  'sub.PREVIEW': 'previewing',
  'sub.PARK': 'parked',
  'sub.3-WAY': 'threeWay',
  'sub.RING': 'phoneRinging',
  'screen.paused': 'paused',
  'screen.ready': 'ready',
  'screen.previewing': 'previewing',
  'screen.dialling': 'dialling',
  'screen.talking': 'talking',
  'screen.customerGone': 'customerGone',
  'screen.wrapUp': 'wrapUp',
};

/** The agent's phase after each sign in each phase. The diagram in the documents is drawn from it. */
export const AGENT_TABLE: Readonly<Record<AgentPhase, AgentRow>> = {
  unknown: SAYS,
  notLoggedIn: SAYS,
  paused: SAYS,
  ready: SAYS,
  previewing: SAYS,
  dialling: SAYS,
  onCall: SAYS,
  // The agent's own login tells that the call goes on, and not how: for as long as it does, what was known of it stays so.
  talking: { ...SAYS, 'live.INCALL': 'talking' },
  // The agent screen shows a parked customer and a third line as talking.
  parked: { ...SAYS, 'screen.talking': 'parked' },
  threeWay: { ...SAYS, 'screen.talking': 'threeWay' },
  customerGone: { ...SAYS, 'live.INCALL': 'customerGone' },
  wrapUp: SAYS,
  phoneRinging: SAYS,
};

/** True for a phase that the server alone can end while the call goes on: the agent screen shows it as talking. */
export function isToldByServer(phase: AgentPhase): boolean {
  return AGENT_TABLE[phase]['screen.talking'] !== 'talking';
}

/** What `reading` says of the agent. A sub status of a later build says no more than the agent's own login sees. */
export function signOf(reading: StatusReading): AgentSign {
  if ('notLoggedIn' in reading) return 'notLoggedIn';
  if (reading.source === 'screen') return `screen.${reading.phase}`;
  if (reading.source === 'recording') return `live.${reading.liveStatus}`;
  return signOfRow(reading.row);
}

function signOfRow({ status, subStatus }: Pick<AgentStatusRow, 'status' | 'subStatus'>): AgentSign {
  if (subStatus === '') return `row.${status}`;
  return isSubStatus(subStatus) ? `sub.${subStatus}` : `live.${status}`;
}

/** What a row says of an agent of whom nothing is known but that. */
export function phaseOfRow(row: Pick<AgentStatusRow, 'status' | 'subStatus'>): AgentPhase {
  return SAYS[signOfRow(row)];
}

/** True of a row whose sub status says something that is not known here. */
export function isUnclearRow({ subStatus }: Pick<AgentStatusRow, 'subStatus'>): boolean {
  return subStatus !== '' && !isSubStatus(subStatus);
}

function isSubStatus(text: string): text is SubStatus {
  return `sub.${text}` in SAYS;
}
