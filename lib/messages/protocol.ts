import type { DialProblem, DialView } from '../agent/dial/dial-view.ts';
import type { ListChange } from '../agent/list/dial-list.ts';
import type { ScreenReading } from '../agent/state/screen-reading.ts';
import type { PickProblem } from '../crm/picked-rule.ts';
import type { NumberFailure } from '../phone/phone-number.ts';
import type { Result } from '../result.ts';
import type { Policy } from '../settings/policy.ts';
import type { Appearance, SiteMode } from '../settings/schema.ts';
import type { UnlockFailure } from '../vault/vault.ts';
import type { VicidialFailure } from '../vicidial/failure.ts';
import type { FindProblem, FoundServer } from '../vicidial/set-up/find-server.ts';
import type { ServerUrlProblem } from '../vicidial/wire/server-url.ts';
import type { AgentCallback, CallControlRequest, FinishRequest } from './call-control.ts';
import type { EditableSettings } from './editable-settings.ts';
import type {
  AboutNumber,
  AddedNumberLead,
  LeadCallback,
  LeadChange,
  NewNumberLead,
  NumberAnswer,
  NumberLeads,
  NumberRecording,
  NumberRights,
  PastCall,
  UpdatedNumberLead,
} from './number-details.ts';
import type { NumberVerdict } from './number-verdict.ts';
import type { CommandProblem, DialMethod, PanelState } from './panel-state.ts';
import type { SetUpProblem, SetUpReport } from './set-up-report.ts';
import type {
  AgentStats,
  AltUrlChange,
  AltUrlQuestion,
  CampaignChangeRequest,
  CampaignRow,
  DoNotCallChange,
  DoNotCallLook,
  DoNotCallState,
  FiguresRequest,
  FoundLeads,
  Hopper,
  InSession,
  LeadQuestion,
  LoggedInAgent,
  QueueRow,
  QueuesRequest,
  StoredAltUrl,
  SupervisorAnswer,
  SupervisorSignInProblem,
  SupervisorState,
} from './supervisor.ts';

export type { FindProblem, FoundServer } from '../vicidial/set-up/find-server.ts';
export type { ServerUrlProblem } from '../vicidial/wire/server-url.ts';
export type { EditableSettings, PauseBeforeDial, PopWay } from './editable-settings.ts';

/**
 * What a content script may ask of the background. Each entry is a function type: its parameter is the payload, its
 * return value the answer. Content scripts hold no secret and learn nothing of the dialer.
 */
export interface PageRequests {
  /** The settings a frame needs to read numbers; null when the site is not enabled for this frame. */
  'page.start': () => PageSettings | null;
  /** Asks for the detection engine in this very frame; the background injects it and answers when it is in. */
  'page.loadEngine': () => null;
  /** A trusted click on a visible Dialside control. The number was read from the page at that moment. */
  'page.dial': (request: PageDialRequest) => Result<DialView, DialProblem>;
  /**
   * What VICIdial says of a number at which the person rests; null where it says nothing. The answer names nobody: the process of
   * a page that was taken over could ask for numbers of its own.
   */
  'page.lookUp': (request: { readonly e164: string }) => NumberVerdict | null;
  /** The agent wants to know more of a number. Dialside's own window shows it, and the page is told nothing. */
  'page.showNumber': (request: { readonly e164: string; readonly page?: PageReading }) => null;
  /** Takes back a dial that is still waiting, by the button that started it. */
  'page.cancelDial': (request: { readonly id: string }) => Result<null, DialProblem>;
  /** What was asked for by `page.tellNumbers`: the numbers of this frame in reading order, those that a person can see. */
  'page.numbers': (request: { readonly numbers: readonly PageNumber[] }) => null;
  /** The agent says that what a pattern describes is no phone number on this site. */
  'page.notNumber': (request: { readonly pattern: string }) => null;
  /** A picker has begun where the agent asked for one in the page's menu: how it is to look. */
  'page.pickStarted': () => Appearance;
  /** What the agent pointed at as the record's id, after he chose so in the page's menu. Answers with what it is read as. */
  'page.recordPicked': (
    request: RecordPick,
  ) => Result<{ readonly value: string; readonly isInAddress: boolean }, RecordPickProblem>;
  /** The agent points no longer. */
  'page.pickEnded': () => null;
}

/** A number of a page; `e164` is read anew by the background. */
export interface PageNumber {
  readonly e164: string;
  readonly extension: string | null;
}

export interface RecordPick {
  readonly url: string;
  /** Empty where the place shows none, or too much. */
  readonly text: string;
  readonly selector: string | null;
  /** Keeps a rule for it; else nothing is changed. */
  readonly isMeant: boolean;
}

export type RecordPickProblem = PickProblem | 'notAsked' | 'locked' | 'tooMany';

export interface PageDialRequest extends PageNumber {
  /** What the rules of the site ask for; left out where there are none. */
  readonly page?: PageReading;
  /** Origins of the pages that a frame is in, the nearest first; left out by a page in a tab of its own. */
  readonly around?: readonly string[];
}

/** A page as its frame read it at a click. */
export interface PageReading {
  /** Empty where it is longer than an address of a record. */
  readonly url: string;
  /** Selectors, each with the text of the first element that fits it. */
  readonly texts: readonly (readonly [string, string])[];
  /** The frame shows no other number than the one that was clicked, however often. */
  readonly isOnlyNumber?: boolean;
}

export interface PageSettings {
  /** In order of preference; the first is the agent's own. */
  readonly regions: readonly string[];
  readonly mode: SiteMode;
  readonly appearance: Appearance;
  /** Patterns of what is no phone number on this site, in the agent's words. */
  readonly notNumbers: readonly string[];
  /** The running dial, so that a button of its number shows it. */
  readonly dial: DialView | null;
  /** Selectors of what a click tells of the page, beside its address; left out where a click tells nothing of it. */
  readonly recordSelectors?: readonly string[];
}

/**
 * What the script in the agent screen's own page may ask. Taken from the top frame of a tab that shows the signed-in
 * dialer's agent screen alone, and read as if an enemy had written it.
 */
export interface ScreenRequests {
  /** False when nobody wants to know any more; the script then ends. */
  'screen.reading': (reading: ScreenReading) => boolean;
  /** The page is being left. */
  'screen.left': () => null;
}

/** What the background tells every content script. */
export interface PageEvents {
  'page.dialChanged': DialView | null;
  /** Settings or permissions have changed: each frame asks `page.start` anew, because they differ by frame. */
  'page.settingsChanged': null;
  /** Walk to the next or previous number in reading order, from a keyboard command. */
  'page.focusNumber': { readonly direction: 'next' | 'previous' };
  /** The agent makes a dial list of the page: each frame answers with `page.numbers`. */
  'page.tellNumbers': null;
}

/** What an extension page (popup, side panel, options, confirmation window) may ask. Refused from any other sender. */
export interface PanelRequests {
  'panel.state': () => PanelState;
  'session.signIn': (request: SignInRequest) => Result<null, SignInProblem>;
  /** Signs in as remembered on this device. */
  'session.unlock': (request: UnlockRequest) => Result<null, UnlockProblem>;
  /** Deletes what is remembered on this device. */
  'session.forget': () => null;
  'session.signOut': () => null;
  /** Signs out and deletes the remembered sign-in, the recent calls, and who was signed in where. */
  'session.erase': () => null;
  /** The same, and deletes the settings and gives back the browser's permissions: as if Dialside had just been installed. */
  'session.wipe': () => null;
  'agent.refresh': () => null;
  'agent.pause': (request: { readonly pauseCode: string | null }) => Result<null, CommandProblem>;
  'agent.resume': () => Result<null, CommandProblem>;
  'agent.hangUp': () => Result<null, CommandProblem>;
  'call.control': (request: CallControlRequest) => Result<null, CommandProblem>;
  /** Pause, hang-up and disposition in the order VICIdial keeps; followed by `PanelState.finish`. */
  'call.finish': (request: FinishRequest) => Result<null, CommandProblem>;
  'call.recording': () => Result<boolean, CommandProblem>;
  'call.queueCount': () => Result<number, CommandProblem>;
  /** Opens the CRM's record of the call that is on, where `PanelState.record` offers it. */
  'call.openRecord': () => null;
  /** Free text from the dial pad, or a number from the history. */
  'dial.start': (request: {
    readonly text: string;
  }) => Result<DialView, DialProblem | { readonly code: 'number'; readonly failure: NumberFailure }>;
  'dial.confirm': (request: { readonly id: string; readonly confirmed: boolean }) => Result<null, DialProblem>;
  'dial.cancel': (request: { readonly id: string }) => Result<null, DialProblem>;
  /** Puts the numbers of a tab's page behind the dial list. Answers with how many were added. */
  'list.collect': (request: { readonly tabId: number }) => number;
  /** Dials the next number of the list, where it is the one that the agent was shown. */
  'list.dialNext': (request: { readonly e164: string }) => Result<DialView, DialProblem>;
  'list.change': (request: { readonly e164: string; readonly to: ListChange }) => null;
  'list.clear': () => null;
  /** Opens Dialside's window about a number (E.164), in place of the one about another. */
  'number.show': (request: { readonly e164: string }) => null;
  /** What the window of this key is about; null for one that has been replaced. */
  'number.about': (request: { readonly key: string }) => AboutNumber | null;
  'number.verdict': (request: { readonly e164: string }) => NumberVerdict | null;
  /** For that window's page alone, like all that follow: to every other page nobody is signed in. */
  'number.leads': (request: { readonly e164: string }) => NumberAnswer<NumberLeads>;
  'number.calls': (request: { readonly e164: string }) => NumberAnswer<readonly PastCall[]>;
  'number.callbacks': (request: { readonly leadId: string }) => NumberAnswer<readonly LeadCallback[]>;
  'number.recordings': (request: { readonly leadId: string }) => NumberAnswer<readonly NumberRecording[]>;
  /** As the lead that the agent was shown, where there is one. */
  'number.dial': (request: {
    readonly e164: string;
    readonly leadId: string | null;
    /** The agent screen only shows it, and calls it at the agent's word. */
    readonly isPreview?: boolean;
  }) => Result<DialView, DialProblem>;
  /** What the login may change, found out without changing anything. */
  'number.rights': () => NumberAnswer<NumberRights>;
  /** One request to the dialer, never repeated, like all that follow. */
  'number.listDoNotCall': (request: {
    readonly e164: string;
    /** The campaign whose list it is, as the agent was shown it; null for the list of the whole dialer. */
    readonly campaign: string | null;
  }) => NumberAnswer<'added' | 'alreadyListed'>;
  'number.planCallback': (request: { readonly leadId: string; readonly callback: AgentCallback }) => NumberAnswer<null>;
  /** A number that is a lead anywhere, or on a do-not-call list of the agent's, is not added. */
  'number.addLead': (request: { readonly e164: string; readonly lead: NewNumberLead }) => NumberAnswer<AddedNumberLead>;
  /** Columns that are left out stay as they are; none is emptied. */
  'number.updateLead': (request: {
    readonly leadId: string;
    readonly change: LeadChange;
  }) => NumberAnswer<UpdatedNumberLead>;
  /** Answers with how many went. */
  'number.removeCallbacks': (request: { readonly leadId: string }) => NumberAnswer<number>;
  /** Brings the window to the front that asks before a dial; opens it anew where it is gone. */
  'dial.showQuestion': () => null;
  /** `allowHost` confirms, once and for good, a webphone host that is not the dialer's own. */
  'webphone.open': (request: { readonly allowHost: string | null }) => Result<null, CommandProblem>;
  'webphone.ringMe': () => Result<null, CommandProblem>;
  /** The test of the microphone has heard something; it is not offered first again in this session of the browser. */
  'webphone.microphoneHeard': () => null;
  /** For the webphone page alone, once per opened window; the URL is held in memory only. */
  'webphone.takeUrl': () => string | null;
  'screen.show': () => Result<null, CommandProblem>;
  'site.state': (request: { readonly tabId: number }) => SiteState;
  /** Asked together with the browser's permission prompt, which may close the popup; has effect once it is granted. */
  'site.enable': (request: { readonly tabId: number; readonly scope: 'site' | 'all' }) => null;
  'site.disable': (request: { readonly tabId: number; readonly scope: 'site' | 'all' }) => null;
  'site.setMode': (request: { readonly tabId: number; readonly mode: SiteMode | null }) => null;
  'site.findOnce': (request: { readonly tabId: number }) => null;
  /** For the page of the first steps alone: turns on the site of a typed address; false for none. Has effect once it is granted. */
  'site.add': (request: { readonly address: string }) => boolean;
  'site.list': () => readonly EnabledSite[];
  'site.remove': (request: { readonly patterns: readonly string[] }) => null;
  'settings.read': () => EditableSettings;
  /** Rejected where the change touches what the company has locked. */
  'settings.write': (request: Partial<EditableSettings>) => null;
  /** Whether the browser never remembers anything, so that settings, sites and sign-in are gone when it closes. */
  'settings.areForgotten': () => boolean;
  /** What the company says; its values are in the settings already. */
  'settings.policy': () => Policy;
  /**
   * For the page of the first steps alone: looks for the VICIdial that is meant, once the browser lets its host be reached. Nothing
   * but its version is asked for, and no login goes along.
   */
  'server.find': (request: Pick<ServerAddress, 'server' | 'allowInsecure'>) => Result<FoundServer, FindProblem>;
  /** For the page of the set-up check alone. Null checks the logins of the session; a login that was typed is used once, and kept nowhere. */
  'setUp.check': (typed: SignInRequest | null) => Result<SetUpReport, SetUpProblem>;
  /** For the supervisor's page alone, like all of these: every other page is answered as if nobody were signed in there. */
  'supervisor.state': () => SupervisorState;
  /** A login of the supervisor's own, apart from the agent's session. */
  'supervisor.signIn': (request: SignInRequest) => Result<null, SupervisorSignInProblem>;
  /** Ends that sign-in alone, and none that has taken its place. */
  'supervisor.signOut': (asked: InSession<null>) => null;
  'supervisor.agents': (asked: InSession<null>) => SupervisorAnswer<readonly LoggedInAgent[]>;
  'supervisor.campaigns': (asked: InSession<null>) => SupervisorAnswer<readonly CampaignRow[]>;
  'supervisor.queues': (asked: InSession<QueuesRequest>) => SupervisorAnswer<readonly QueueRow[]>;
  'supervisor.hopper': (asked: InSession<{ readonly campaign: string }>) => SupervisorAnswer<Hopper>;
  'supervisor.figures': (asked: InSession<FiguresRequest>) => SupervisorAnswer<readonly AgentStats[]>;
  /** How many calls the campaign had. */
  'supervisor.campaignCalls': (
    asked: InSession<FiguresRequest & { readonly campaign: string }>,
  ) => SupervisorAnswer<number>;
  'supervisor.doNotCall': (asked: InSession<DoNotCallLook>) => SupervisorAnswer<DoNotCallState>;
  /** One request to the dialer, never repeated. `already` where it was so before. */
  'supervisor.changeDoNotCall': (asked: InSession<DoNotCallChange>) => SupervisorAnswer<'changed' | 'already'>;
  'supervisor.altUrls': (asked: InSession<AltUrlQuestion>) => SupervisorAnswer<readonly StoredAltUrl[]>;
  /** One request to the dialer, never repeated. */
  'supervisor.changeAltUrl': (asked: InSession<AltUrlChange>) => SupervisorAnswer<null>;
  'supervisor.leads': (asked: InSession<LeadQuestion>) => SupervisorAnswer<FoundLeads>;
  /** One request to the dialer, never repeated. */
  'supervisor.changeCampaign': (asked: InSession<CampaignChangeRequest>) => SupervisorAnswer<null>;
}

/** A site where the agent or the company turned Dialside on. */
export interface EnabledSite {
  /** Null for all sites. */
  readonly host: string | null;
  readonly patterns: readonly string[];
  /** The browser has not granted it yet, so that nothing is found there. */
  readonly waitsForPermission?: true;
}

export interface ServerAddress {
  /** As typed; parsed and refused by the background. */
  readonly server: string;
  readonly agentPath: string;
  readonly nonAgentPath: string;
  /** The agent's word, given anew each time, that a private-network http address is meant. */
  readonly allowInsecure: boolean;
}

export interface SignInRequest extends ServerAddress {
  readonly user: string;
  readonly password: string;
  /** Empty when the same as `user`. */
  readonly agentUser: string;
  readonly region: string;
  readonly dialMethod: DialMethod;
  /** A separate level 7 or higher login for agent_status; null when there is none. */
  readonly statusCredential: { readonly user: string; readonly password: string } | null;
  /** Set where the company's relay signs in, and no password goes along: its path, empty for the one in the address. */
  readonly relay?: string;
  /** Under which the sign-in is remembered on this device once it has succeeded; null to remember nothing. */
  readonly pin: string | null;
}

export interface UnlockRequest {
  readonly pin: string;
  /** As with {@link ServerAddress}: given anew each time. */
  readonly allowInsecure: boolean;
}

export type UnlockProblem = SignInProblem | { readonly code: 'vault'; readonly failure: UnlockFailure };

export type SignInProblem =
  | { readonly code: 'server'; readonly problem: ServerUrlProblem }
  | { readonly code: 'permissionMissing'; readonly origin: string }
  | { readonly code: 'vicidial'; readonly failure: VicidialFailure }
  | { readonly code: 'statusCredential'; readonly failure: VicidialFailure };

export interface SiteState {
  /** Host shown to the agent; null where Dialside cannot work (browser pages, stores). */
  readonly host: string | null;
  /** Match patterns to ask for with `permissions.request`. */
  readonly originPatterns: readonly string[];
  readonly enabled: boolean;
  readonly allSitesEnabled: boolean;
  /** How numbers are shown on this site; null as in the options. */
  readonly mode: SiteMode | null;
  /** What of it the company has locked as it is. A site of the company's own may still be turned on, where the browser has to be asked. */
  readonly setByCompany?: readonly ('site' | 'all' | 'mode')[];
}
