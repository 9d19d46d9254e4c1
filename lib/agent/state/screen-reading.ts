import type { AgentPhase } from './agent-state.ts';

/** Which page stands under the agent screen's one address (agent-screen.md 9.1). */
export type ScreenKind = 'phoneLogin' | 'campaignLogin' | 'agentScreen' | 'loggedOut' | 'disabled' | 'unrecognised';

const OUT: ReadonlySet<ScreenKind> = new Set(['phoneLogin', 'campaignLogin', 'loggedOut', 'disabled']);

/** True for a page on which nobody is logged in, or no longer. */
export function isLoggedOut(kind: ScreenKind | null): boolean {
  return kind !== null && OUT.has(kind);
}

/** What the agent screen can show of the agent's state. It tells no parked or third line from talking. */
export type ScreenPhase = Extract<
  AgentPhase,
  'paused' | 'ready' | 'previewing' | 'dialling' | 'talking' | 'customerGone' | 'wrapUp'
>;

/** A box that stands open over the agent screen. */
export type ScreenBox =
  | 'pauseCode'
  | 'emptySession'
  | 'groupAlias'
  | 'dialInGroup'
  | 'customerGone'
  | 'disposition'
  | 'alert'
  | 'systemDisabled';

/** What the alert box says, by the English beginnings of agent-screen.md 3.7; `other` on sites in another language. */
export type ScreenAlertKind = 'dnc' | 'lists' | 'callTime' | 'alreadyInCall' | 'dialTimedOut' | 'other';

export interface ScreenAlert {
  readonly kind: ScreenAlertKind;
  /** Plain text of the page, at most {@link ALERT_LENGTH} characters. */
  readonly text: string;
  /** Milliseconds since 1970 at which the page wrote it. */
  readonly since: number;
}

export const ALERT_LENGTH = 200;
export const NAME_LENGTH = 80;

/** What the agent screen's page shows at one moment. */
export interface ScreenReading {
  readonly kind: ScreenKind;
  /** Null between two states, and where the page is not understood. */
  readonly phase: ScreenPhase | null;
  /** Who is logged in to it; left out or empty where the page does not say so. */
  readonly user?: string;
  /** Empty when no lead is on the screen. */
  readonly leadId: string;
  readonly phoneNumber: string;
  /** The lead's calling code, which {@link phoneNumber} lacks; left out or empty where the page shows none. */
  readonly callingCode?: string;
  /** Plain text of the page, at most {@link NAME_LENGTH} characters; left out or empty where the page shows none. */
  readonly customerName?: string;
  /** The CRM's code of the lead; left out or empty where the page shows none that VICIdial could hold. */
  readonly vendorLeadCode?: string;
  /** Where the agent is logged in to; left out or empty where the page does not say so. */
  readonly campaign?: string;
  /** Name of the in-group that the call came by, at most {@link NAME_LENGTH} characters; left out or empty where the page names none. */
  readonly ingroup?: string;
  readonly boxes: readonly ScreenBox[];
  /** The open alert box; null while it is closed. */
  readonly alert: ScreenAlert | null;
  /** True while another tab is in front, or the window cannot be seen. */
  readonly isHidden: boolean;
  /** True while the page asks its server once a second (visible) or every other second (hidden), and is answered. */
  readonly isPolling: boolean;
  /** It polls as a page does whose web session is missing at its server, and then shows nothing new; left out otherwise. */
  readonly isSessionLost?: true;
}

/** The agent screen as the background knows it. */
export interface SeenScreen extends ScreenReading {
  readonly tabId: number;
  /** False after the tab was closed or left; the other fields say what it showed last. */
  readonly isOpen: boolean;
  /** Polling, and heard of within the last seconds. */
  readonly isAlive: boolean;
  /** False while the server says something else of the agent than this page. */
  readonly isTrusted: boolean;
}

/** True while the page is as good as the server's own word: no request needs to be made for the agent's status. */
export function isScreenSpeaking(screen: SeenScreen | null): screen is SeenScreen & { readonly phase: ScreenPhase } {
  return screen?.isAlive === true && screen.isTrusted && screen.kind === 'agentScreen' && screen.phase !== null;
}

type Situation = 'call' | 'paused' | 'ready' | 'out';

const SITUATIONS: Readonly<Record<AgentPhase, Situation>> = {
  unknown: 'out',
  notLoggedIn: 'out',
  paused: 'paused',
  previewing: 'paused',
  wrapUp: 'paused',
  phoneRinging: 'paused',
  ready: 'ready',
  dialling: 'call',
  onCall: 'call',
  talking: 'call',
  parked: 'call',
  threeWay: 'call',
  customerGone: 'call',
};

/** True when page and server may both be right: one knows details that the other does not. */
export function agreesWithServer(screen: ScreenPhase, server: AgentPhase): boolean {
  return SITUATIONS[screen] === SITUATIONS[server];
}
