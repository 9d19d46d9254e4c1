import type { NotNow } from '../agent/call/call-actions.ts';
import type { FinishProblem, FinishStep } from '../agent/call/finish-call.ts';
import type { PagePerson } from '../agent/dial/dial.ts';
import type { CallRecord, ConfirmReason, DialView, DoNotCallList } from '../agent/dial/dial-view.ts';
import type { DialList } from '../agent/list/dial-list.ts';
import type { AgentState } from '../agent/state/agent-state.ts';
import type { ScreenBox, ScreenKind } from '../agent/state/screen-reading.ts';
import type { VicidialFailure } from '../vicidial/failure.ts';
import type { NumberedRequest } from './call-control.ts';

/** What popup, side panel and options show. Built by the background, pushed whole on every change; holds no secret. */
export interface PanelState {
  readonly connection: ConnectionView;
  readonly agent: AgentState;
  readonly screen: ScreenView;
  /** The newest dial, running or over; null before the first. */
  readonly dial: DialView | null;
  readonly dialList: DialList;
  /** Newest first, at most 20. */
  readonly history: readonly CallRecord[];
  readonly pauseCodes: readonly PauseCode[];
  /** The one that calls are made with where codes are forced; empty for none. */
  readonly callPauseCode: string;
  /** The statuses a call may be ended with, in the order they are offered. */
  readonly dispositions: readonly Disposition[];
  /** In-groups a call may be transferred to. */
  readonly transferIngroups: readonly string[];
  readonly finish: FinishView | null;
  readonly region: string;
  /** The call was given to that number or in-group, null for the third person in it; left out where it was not. */
  readonly handedOverTo?: string | null;
  /** A pause or pause code that was asked for and is not yet true. */
  readonly pending: PendingCommand | null;
  /** Milliseconds that the dialer's clock is ahead of this computer's UTC; left out where it was not read. */
  readonly clockAheadMs?: number;
  /** When the agent's phone was rung last (ms since 1970), 0 for never: it is not rung again at once. */
  readonly rungAt: number;
  /** No tab of this browser showed the agent screen at the sign-in; left out otherwise. */
  readonly beganWithoutScreen?: true;
  /** The agent screen has asked for a pause code by itself since the sign-in; left out otherwise. */
  readonly asksForPauseCode?: true;
  /** The webphone was open in this session of the browser and is closed; left out otherwise. */
  readonly isPhoneGone?: true;
  /** The agent says that his phone is in the session; left out otherwise. */
  readonly phoneHeard?: true;
  /** The microphone has been heard in this session of the browser. */
  readonly microphoneHeard: boolean;
  /** The CRM's record of the call that is on; left out where there is nothing to say of it. */
  readonly record?: RecordView;
  /** What the page that the call was clicked on says of its customer; left out where it may not be written to the lead. */
  readonly pageFields?: PageFieldsView;
  /** Leads can be read: of one on preview the other number is judged before it is called. Left out where they cannot. */
  readonly readsLeads?: true;
  /** A lead may be shown on the agent screen before it is called; left out where that could not be seen or ended from here. */
  readonly canPreview?: true;
  /** The newest failure of something the agent asked for; shown until the next command. */
  readonly problem: CommandProblem | null;
}

/** What a page says of who is on the line. */
export interface PageFieldsView {
  readonly dialId: string;
  /** What is written; empty where nothing of it can be. */
  readonly person: PagePerson;
  /** What VICIdial would misread (api.md 7.12). */
  readonly unfit: readonly string[];
}

/** The record of the agent's call in the CRM. */
export type RecordView =
  /** A click opens it; it is open already where it was opened by itself. */
  | { readonly step: 'offered' | 'opened' }
  /** VICIdial's name of what its address needs and nobody tells. */
  | { readonly step: 'missing'; readonly field: string };

/** The agent screen as far as a tab of this browser shows it. */
export interface ScreenView {
  /** False while no tab of this browser shows it: it may be open elsewhere. */
  readonly seen: boolean;
  /** It polls, and Dialside reads it: its boxes and the agent's state come from it without a request. */
  readonly alive: boolean;
  /** Null unless seen. */
  readonly kind: ScreenKind | null;
  readonly boxes: readonly ScreenBox[];
  /** Another tab is in front of it, or its window cannot be seen. */
  readonly hidden: boolean;
  /** Its server does not know its web session any more, by its polls; left out otherwise. */
  readonly sessionLost?: true;
}

export type ConnectionView =
  | {
      readonly status: 'signedOut';
      readonly remembered: RememberedConnection | null;
      /** A sign-in is remembered on this device; the PIN opens it. */
      readonly isLocked: boolean;
      readonly problem: VicidialFailure | null;
    }
  | {
      readonly status: 'signedIn';
      readonly server: string;
      readonly agentUser: string;
      /** The separate login for the live detail was refused in this session; Dialside goes on without it. */
      readonly statusLoginRefused: boolean;
      /** It is not known whether that one is wrong: one of the same user was refused before. Left out where it is. */
      readonly isStatusLoginInDoubt?: true;
      /** Left out where it is not known. */
      readonly dialMethod?: DialMethod;
      /** Milliseconds since 1970; left out where it is not known. */
      readonly signedInAt?: number;
      /** Set while status reads fail; polling is backed off or, after a credentials failure, stopped. */
      readonly problem: VicidialFailure | null;
    };

/** The non-secret part of the last sign-in, to fill the form. */
export interface RememberedConnection {
  readonly server: string;
  readonly agentPath: string;
  readonly nonAgentPath: string;
  readonly user: string;
  readonly agentUser: string;
  readonly region: string;
  readonly dialMethod: DialMethod;
  /** Path of the company's relay that signed the agent in, without a password of his; left out where he gave one. */
  readonly relay?: string | undefined;
}

/** The campaign's dial method where the agent knows it: it decides what RESUME and "stay paused" mean. */
export type DialMethod = 'unknown' | 'manual' | 'autoDial';

export interface Disposition {
  /** 1 to 6 characters, as VICIdial stores it. */
  readonly code: string;
  readonly name: string;
  /** VICIdial's call-back flag of the status: only then does it keep a date. */
  readonly isCallback: boolean;
}

/** The ending of a call: still under way, or how it went. */
export interface FinishView {
  readonly step: FinishStep;
  readonly problem: FinishProblem | null;
  /** The answer to the disposition was lost: the agent may have to send it again. Left out otherwise. */
  readonly isUnknown?: true;
}

export interface PauseCode {
  /** 1 to 6 characters, as VICIdial stores it. */
  readonly code: string;
  readonly name: string;
}

export type PendingCommand =
  | PendingPause
  /** `isDue` from the moment at which it is owed to an agent whom a dial has paused, until it has been answered. */
  | { readonly kind: 'resume'; readonly isDue?: true }
  /** `pause` is the one that was asked for before: it goes on once the call is over. */
  | { readonly kind: 'hangUp'; readonly pause?: PendingPause };

export interface PendingPause {
  readonly kind: 'pause';
  readonly pauseCode: string | null;
  readonly afterCall: boolean;
  /** Its PAUSE waits for a moment in which VICIdial acts on one; left out once it has been sent. */
  readonly isHeld?: true;
}

export type CommandProblem =
  | { readonly code: 'vicidial'; readonly command: string; readonly failure: VicidialFailure }
  | { readonly code: 'webphoneHostUnknown'; readonly host: string }
  /** The company has fixed the list of hosts, and this one is not on it. */
  | { readonly code: 'webphoneHostForbidden'; readonly host: string }
  /** Each request queues another ring. */
  | { readonly code: 'rungJustNow' }
  | { readonly code: 'resumeIgnored' }
  /** He was paused for a lead on preview, and Dialside was stopped before it could make him ready again. */
  | { readonly code: 'leftPaused' }
  | { readonly code: 'pauseNotSeen' }
  | { readonly code: 'hangUpNotSeen' }
  | { readonly code: 'notSignedIn' }
  /** The disposition was taken, and the call-back that came with it was not. */
  | { readonly code: 'callbackNotKept'; readonly status: string }
  /** The call-back would lie in the past by the dialer's clock; nothing was sent. */
  | { readonly code: 'callbackPast' }
  /** The number that a call was to be transferred to is on the list of those never dialled. */
  | { readonly code: 'neverDial'; readonly prefix: string }
  /** It is an emergency number: who answers would be told of the dialer's place, not of the agent's. */
  | { readonly code: 'emergency' }
  /** It was typed with a plus, and is none of the dialer's own country: VICIdial drops the plus and calls another number. */
  | { readonly code: 'plusAbroad'; readonly number: string }
  /** The lead on preview has no alternative number, or none that could be read and judged. */
  | { readonly code: 'alternativeUnread' }
  | { readonly code: 'doNotCall'; readonly list: DoNotCallList }
  | { readonly code: 'tooManyDials'; readonly perMinute: number; readonly waitMs: number }
  /** What was asked for may cost much: it is done once it comes again, confirmed. */
  | { readonly code: 'askFirst'; readonly request: NumberedRequest; readonly reason: ConfirmReason | 'unreadable' }
  /** VICIdial would accept the command and do nothing with it. */
  | { readonly code: 'notNow'; readonly reason: NotNow };
