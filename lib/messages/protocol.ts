import type { DialProblem, DialView } from '../agent/dial/dial-view.ts';
import type { ListChange } from '../agent/list/dial-list.ts';
import type { NumberFailure } from '../phone/phone-number.ts';
import type { Result } from '../result.ts';
import type { Policy } from '../settings/policy.ts';
import type { SiteMode } from '../settings/schema.ts';
import type { FindProblem, FoundServer } from '../vicidial/set-up/find-server.ts';
import type { CallControlRequest, FinishRequest } from './call-control.ts';
import type { EditableSettings } from './editable-settings.ts';
import type { NumberRequests } from './number-details.ts';
import type { CommandProblem, PanelState } from './panel-state.ts';
import type { SetUpProblem, SetUpReport } from './set-up-report.ts';
import type { ServerAddress, SignInProblem, SignInRequest, UnlockProblem, UnlockRequest } from './sign-in.ts';
import type { SupervisorRequests } from './supervisor.ts';

export type { FindProblem, FoundServer } from '../vicidial/set-up/find-server.ts';
export type { EditableSettings, PopWay } from './editable-settings.ts';

/** What an extension page (popup, side panel, options, confirmation window) may ask. Refused from any other sender. */
export interface PanelRequests extends NumberRequests, SupervisorRequests {
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
  /** Brings the window to the front that asks before a dial; opens it anew where it is gone. */
  'dial.showQuestion': () => null;
  /** `allowHost` confirms, once and for good, a webphone host that is not the dialer's own. */
  'webphone.open': (request: { readonly allowHost: string | null }) => Result<null, CommandProblem>;
  'webphone.ringMe': () => Result<null, CommandProblem>;
  /** The test of the microphone has heard something; it is not offered first again in this session of the browser. */
  'webphone.microphoneHeard': () => null;
  /** The agent says that his phone is in the session. */
  'webphone.phoneHeard': () => null;
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
}

/** A site where the agent or the company turned Dialside on. */
export interface EnabledSite {
  /** Null for all sites. */
  readonly host: string | null;
  readonly patterns: readonly string[];
  /** The browser has not granted it yet, so that nothing is found there. */
  readonly waitsForPermission?: true;
}

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
