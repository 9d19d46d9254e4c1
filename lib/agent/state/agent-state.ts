import type { AgentStatusRow, LiveStatus } from '../../vicidial/client.ts';
import type { ScreenPhase, ScreenReading } from './screen-reading.ts';

/**
 * What the agent is doing, as far as it can be known. `onCall` is INCALL without a sub status: the live status an agent
 * may read with his own login does not tell ringing from talking.
 */
export type AgentPhase =
  | 'unknown'
  | 'notLoggedIn'
  | 'paused'
  | 'ready'
  | 'previewing'
  | 'dialling'
  | 'onCall'
  | 'talking'
  | 'parked'
  | 'threeWay'
  | 'customerGone'
  | 'wrapUp'
  | 'phoneRinging';

/** Where a statement about the agent comes from, weakest first. */
export type StatusSource = 'recording' | 'agentStatus' | 'screen';

export interface AgentState {
  readonly phase: AgentPhase;
  /** Milliseconds since 1970 at which Dialside first saw this phase. */
  readonly since: number;
  /** Milliseconds since 1970 of the newest reading. */
  readonly readAt: number;
  readonly source: StatusSource | null;
  /** Null when not known; empty when paused without a code. */
  readonly pauseCode: string | null;
  /** Whole with a leading plus where its calling code is known, else as VICIdial gives it, without. */
  readonly phoneNumber: string | null;
  /** VICIdial's id of the lead on his screen; left out where there is none, or nobody tells it. */
  readonly leadId?: string;
  /** The CRM's code of that lead; left out likewise. */
  readonly vendorLeadCode?: string;
  /** The in-group of his call as the agent screen names it, which alone tells it; left out where it names none. */
  readonly ingroup?: string;
  /** As the agent screen shows it, which alone tells it. */
  readonly customerName: string | null;
  readonly campaign: string | null;
  readonly fullName: string | null;
  /** His phone rings while he is READY: he has to be paused before a dial, like one who is ready. Left out otherwise. */
  readonly isReady?: true;
  /** agent_status names a sub status that is not known here: what it means is not. Left out otherwise. */
  readonly isUnclear?: true;
  /** PAUSED since a call, as the agent's own login tells it: he may still be in wrap-up (api.md 10.2). Left out otherwise. */
  readonly mayBeWrapUp?: true;
  /** The phase is what was asked of the call here, and nobody tells what came of it: a third may never have answered. Left out otherwise. */
  readonly isAsked?: true;
  /** The customer was to be held, and no answer came of it. Left out otherwise. */
  readonly mayBeParked?: true;
  /** A third line was asked for without an answer, or was to be hung up and may ring on. Left out otherwise. */
  readonly mayHaveThird?: true;
  /** The dialer's count of his calls, which each begun one raises (api.md 6.3); left out unless agent_status was read last. */
  readonly callsToday?: number;
  /** Whether the call is recorded, by the newest reading of his own login; left out where another reading, or no call, was. */
  readonly isRecording?: boolean;
}

export const UNKNOWN_AGENT: AgentState = {
  phase: 'unknown',
  since: 0,
  readAt: 0,
  source: null,
  pauseCode: null,
  phoneNumber: null,
  customerName: null,
  campaign: null,
  fullName: null,
};

/**
 * The agent once the dialer has taken a pause code for him. It stays with the pause: neither the agent screen nor his own login
 * tells it.
 */
export function withPauseCode(agent: AgentState, pauseCode: string): AgentState {
  return agent.phase === 'paused' ? { ...agent, pauseCode } : agent;
}

/** The agent once the disposition of his last call has been taken: there is nothing left of its wrap-up. */
export function withoutWrapUp({ mayBeWrapUp: _mayBeWrapUp, ...agent }: AgentState): AgentState {
  return agent;
}

/** One reading of the live status, from either API or from the agent screen itself. */
export type StatusReading =
  /** What is asked for is the recording, so it tells that too; left out by a reading that does not. */
  | { readonly source: 'recording'; readonly liveStatus: LiveStatus; readonly isRecording?: boolean }
  | { readonly source: 'agentStatus'; readonly row: AgentStatusRow }
  | { readonly source: 'recording' | 'agentStatus'; readonly notLoggedIn: true }
  | ({ readonly source: 'screen'; readonly phase: ScreenPhase } & Pick<
      ScreenReading,
      'phoneNumber' | 'callingCode' | 'customerName'
    > &
      Partial<Pick<ScreenReading, 'leadId' | 'vendorLeadCode' | 'campaign' | 'ingroup'>>);
