import type { Result } from '../result.ts';
import type { VicidialFailure } from './failure.ts';
import type { LeadFields } from './wire/lead-fields.ts';

export type Answer<T> = Promise<Result<T, VicidialFailure>>;

export interface ServerVersion {
  readonly version: string;
  readonly build: string;
  /** Server-local time as printed, `YYYY-MM-DD HH:MM:SS`, without a zone. */
  readonly localTime: string;
  readonly epochSeconds: number;
}

/** The status column of the agent's live row. */
export type LiveStatus = 'PAUSED' | 'READY' | 'QUEUE' | 'INCALL' | 'CLOSER' | 'MQUEUE';

export interface DialRequest {
  readonly callingCode: string;
  readonly nationalNumber: string;
  /** `[A-Za-z0-9._-]`, at most 20 characters; refused otherwise. */
  readonly vendorId?: string;
  readonly leadId?: string;
  readonly preview?: boolean;
  /** Reuse the lead that has this number in the campaign's search scope. Default true. */
  readonly search?: boolean;
}

export interface RecordingState {
  readonly recording: boolean;
  readonly recordingId: string | null;
  readonly startedAt: string | null;
  readonly liveStatus: LiveStatus;
}

/** One row of agent_status; columns by position, api.md 9.1. */
export interface AgentStatusRow {
  readonly status: LiveStatus;
  readonly callId: string;
  /** Empty when no lead is on the screen. */
  readonly leadId: string;
  readonly campaign: string;
  readonly callsToday: number;
  readonly fullName: string;
  readonly pauseCode: string;
  readonly subStatus: '' | 'DIAL' | 'DEAD' | 'DISPO' | 'PREVIEW' | 'PARK' | '3-WAY' | 'RING' | (string & {});
  readonly phoneNumber: string;
  readonly vendorLeadCode: string;
}

export interface ActiveLead {
  readonly user: string;
  readonly phoneNumber: string;
  readonly leadId: string;
  readonly vendorLeadCode: string;
}

export interface CallbackRequest {
  /** Server-local `YYYY-MM-DD HH:MM:SS`. */
  readonly at: string;
  readonly type: 'USERONLY' | 'ANYONE';
  readonly comments?: string;
}

export type PreviewAction = 'SKIP' | 'DIALONLY' | 'ALTDIAL' | 'ADR3DIAL' | 'FINISH';
export type ParkAction =
  | 'PARK_CUSTOMER'
  | 'GRAB_CUSTOMER'
  | 'PARK_IVR_CUSTOMER'
  | 'GRAB_IVR_CUSTOMER'
  | 'PARK_XFER'
  | 'GRAB_XFER';
export type TransferRequest =
  | { readonly action: 'HANGUP_XFER' | 'HANGUP_BOTH' | 'LEAVE_3WAY_CALL' | 'LEAVE_VM' }
  | { readonly action: 'BLIND_TRANSFER'; readonly phoneNumber: string }
  | {
      readonly action: 'DIAL_WITH_CUSTOMER' | 'PARK_CUSTOMER_DIAL';
      readonly phoneNumber: string;
      readonly dialOverride?: boolean;
    }
  | {
      readonly action: 'DIAL_WITH_CUSTOMER' | 'PARK_CUSTOMER_DIAL';
      readonly consultativeIngroup: string;
      readonly phoneNumber?: string;
    }
  | { readonly action: 'LOCAL_CLOSER'; readonly ingroup: string; readonly agent?: string };

/** The functions of `/agc/api.php` for one agent. One POST each, never repeated. */
export interface AgentClient {
  version(): Answer<ServerVersion>;
  /** SUCCESS only means that the request was written for the agent screen; see api.md 6.1. */
  dial(request: DialRequest): Answer<{ readonly epochSeconds: number }>;
  pause(value: 'PAUSE' | 'RESUME'): Answer<{ readonly epochSeconds: number }>;
  pauseCode(code: string): Answer<null>;
  hangup(): Answer<null>;
  /** `callbackStored` is false when the server dropped the callback because the status is no callback status. */
  disposition(status: string, callback?: CallbackRequest): Answer<{ readonly callbackStored: boolean }>;
  recording(value: 'START' | 'STOP'): Answer<null>;
  recordingState(): Answer<RecordingState>;
  /** Checked: https (or loopback http), no credentials. A secret: keep in memory, for one open action. */
  webphoneUrl(): Answer<string>;
  callAgent(): Answer<null>;
  logout(): Answer<null>;
  preview(action: PreviewAction): Answer<null>;
  /** Digits, `*`, `#`, and `,` for one second of silence. */
  sendDtmf(tones: string): Answer<null>;
  park(action: ParkAction): Answer<null>;
  transfer(request: TransferRequest): Answer<null>;
  /** Writes columns of the lead on the agent's screen; see `AgentLeadClient`. */
  updateFields(fields: LeadFields, leadId?: string): Answer<null>;
  mayUpdateFields(): Answer<boolean>;
  callsInQueue(): Answer<number>;
  activeLead(customThree: string): Answer<ActiveLead | null>;
}

/** The functions of `/vicidial/non_agent_api.php`. Never given the agent's own credentials. */
export interface StatusClient {
  version(): Answer<ServerVersion>;
  agentStatus(agentUser: string): Answer<AgentStatusRow>;
}
