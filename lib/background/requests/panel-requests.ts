import type { Handlers } from '../../messages/bus.ts';
import type { CommandProblem, PanelState } from '../../messages/panel-state.ts';
import type { PanelRequests } from '../../messages/protocol.ts';
import type { SignInProblem, SignInRequest, UnlockProblem, UnlockRequest } from '../../messages/sign-in.ts';
import { parseDialable } from '../../phone/parse-dialable.ts';
import { isForgetful } from '../../platform/browser-kind.ts';
import { isPageNamed, type Sender } from '../../platform/sender.ts';
import { fail, type Result } from '../../result.ts';
import type { SessionStore } from '../../session/session-store.ts';
import { ALL_SITES, type Settings } from '../../settings/schema.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import type { CallPages } from '../call-pages/call-pages.ts';
import type { AgentCommands } from '../dialling/agent-commands.ts';
import type { AlternativeGuardDeps } from '../dialling/alternative-guard.ts';
import type { CallControl } from '../dialling/call-control.ts';
import type { DialCoordinator } from '../dialling/dial-coordinator.ts';
import type { DialListControl } from '../dialling/dial-list.ts';
import { guardControl } from '../dialling/transfer-guard.ts';
import type { SetUp } from '../set-up/set-up.ts';
import { withOncePage } from '../sites/once-pages.ts';
import { regionsOf } from '../sites/regions.ts';
import type { Sites } from '../sites/sites.ts';
import { showAgentScreen } from '../status/agent-screen-tab.ts';
import type { StatusWatch } from '../status/status-watch.ts';
import type { Supervisor } from '../supervisor/supervisor.ts';
import type { Webphone } from '../webphone.ts';
import { createFirstRunHandlers, type FirstRunDeps } from './first-run-requests.ts';
import { createNumberHandlers, type NumberRequestDeps } from './number-requests.ts';
import { startDial } from './page-requests.ts';
import type { QuestionWindow } from './question-window.ts';
import { createSupervisorHandlers } from './supervisor-requests.ts';

export interface PanelRequestDeps extends NumberRequestDeps, Pick<AlternativeGuardDeps, 'listOf' | 'whenListed'> {
  readonly store: SessionStore;
  readonly settings: SettingsStore;
  readonly sites: Sites;
  readonly dials: DialCoordinator;
  readonly commands: AgentCommands;
  readonly calls: CallControl;
  readonly watch: StatusWatch;
  readonly list: DialListControl;
  readonly webphone: Webphone;
  readonly question: QuestionWindow;
  readonly setUp: SetUp;
  readonly supervisor: Supervisor;
  readonly callPages: Pick<CallPages, 'openRecord'>;
  readonly findServer: FirstRunDeps['findServer'];
  readonly panelState: () => Promise<PanelState>;
  readonly signIn: (request: SignInRequest) => Promise<Result<null, SignInProblem>>;
  readonly unlock: (request: UnlockRequest) => Promise<Result<null, UnlockProblem>>;
  readonly forget: () => Promise<null>;
  readonly signOut: () => Promise<null>;
  readonly erase: () => Promise<null>;
  readonly wipe: () => Promise<null>;
}

/** What Dialside's own pages may ask. The caller has checked that the sender is one. */
export function createPanelHandlers(deps: PanelRequestDeps): Handlers<PanelRequests, Sender> {
  const { store, settings, sites, dials, commands, calls, watch, webphone } = deps;
  // What the agent asks for himself counts more than what a dial or an ending would make of him.
  const overtake = () => Promise.all([calls.overtake(), dials.overtake()]);

  return {
    'panel.state': deps.panelState,
    'session.signIn': deps.signIn,
    'session.unlock': deps.unlock,
    'session.forget': deps.forget,
    'session.signOut': deps.signOut,
    'session.erase': deps.erase,
    'session.wipe': deps.wipe,
    'agent.refresh': async () => {
      await watch.readNow();
      return null;
    },
    'agent.pause': async ({ pauseCode }) => {
      if (!isPauseCode(await settings.read(), pauseCode)) return fail(notListed('pause', 'pause_code'));
      await overtake();
      return commands.pause(pauseCode);
    },
    'agent.resume': async () => {
      await overtake();
      return commands.resume();
    },
    'agent.hangUp': () => commands.hangUp(),
    'call.control': (request) => guardControl({ ...deps, readServer: watch.readServer }, request),
    'call.finish': async (request) => {
      const set = await settings.read();
      if (!hasCode(set.dispositions, request.status)) return fail(notListed('finish', 'status'));
      if (!isPauseCode(set, request.pauseCode ?? null)) return fail(notListed('finish', 'pause_code'));
      return calls.finish(request);
    },
    'call.recording': () => calls.isRecording(),
    'call.queueCount': () => calls.queueCount(),
    'call.openRecord': async () => {
      await deps.callPages.openRecord();
      return null;
    },
    'dial.start': async ({ text }) => {
      const number = parseDialable(text, regionsOf(store.current(), await settings.read()));
      if (!number.ok) return fail({ code: 'number', failure: number.failure });
      return startDial(deps, 'panel', number.value);
    },
    'dial.confirm': ({ id, confirmed }) => dials.answerConfirmation(id, confirmed),
    'dial.cancel': ({ id }) => dials.cancel(id),
    'dial.showQuestion': async () => {
      const { dial } = store.current();
      if (dial?.step === 'confirming') await deps.question.show(dial.id);
      return null;
    },
    'list.collect': ({ tabId }) => deps.list.collect(tabId),
    'list.dialNext': ({ e164 }) => deps.list.dialNext(e164, (number) => startDial(deps, 'panel', number)),
    'list.change': async ({ e164, to }) => {
      await deps.list.change(e164, to);
      return null;
    },
    'list.clear': async () => {
      await deps.list.clear();
      return null;
    },
    'webphone.open': ({ allowHost }, sender) => webphone.open(allowHost, webphoneWindowOf(sender)),
    'webphone.ringMe': () => webphone.ring(commands.ringMe),
    'webphone.microphoneHeard': async () => {
      await store.update({ microphoneHeard: true });
      return null;
    },
    'webphone.phoneHeard': async () => {
      await store.update({ phoneHeard: true });
      return null;
    },
    'webphone.takeUrl': (_, sender) => (isPageNamed(sender, 'webphone.html') ? webphone.takeUrl() : null),
    'screen.show': () => showAgentScreen(store.current().connection),
    'site.state': ({ tabId }) => sites.state(tabId),
    'site.enable': async ({ tabId, scope }) => {
      await (scope === 'all' ? sites.enable(ALL_SITES) : sites.enableSite(tabId));
      return null;
    },
    'site.disable': async ({ tabId, scope }) => {
      await (scope === 'all' ? sites.disable(ALL_SITES) : sites.disableSite(tabId));
      return null;
    },
    'site.setMode': async ({ tabId, mode }) => {
      await sites.setMode(tabId, mode);
      return null;
    },
    'site.findOnce': async ({ tabId }) => {
      await findOnce(store, sites, tabId);
      return null;
    },
    'site.list': () => sites.list(),
    'site.remove': async ({ patterns }) => {
      await sites.disable(patterns);
      return null;
    },
    'settings.read': async () => {
      const { sites: _sites, remembered: _remembered, policy: _policy, ...editable } = await settings.read();
      return editable;
    },
    'settings.write': async (change) => {
      await settings.write(change);
      return null;
    },
    'settings.areForgotten': isForgetful,
    'settings.policy': async () => (await settings.read()).policy,
    ...createFirstRunHandlers(deps),
    ...createNumberHandlers(deps),
    ...createSupervisorHandlers(deps.supervisor),
    'setUp.check': (typed, sender) =>
      isPageNamed(sender, 'setup.html') ? deps.setUp.check(typed) : fail({ code: 'notSignedIn' }),
  };
}

/** VICIdial takes any code and keeps a wrong one without a word (api.md 12): only those of the options are sent. */
function hasCode(list: readonly { readonly code: string }[], code: string): boolean {
  return list.some((each) => each.code === code);
}

function isPauseCode({ pauseCodes, dialPauseCode }: Settings, code: string | null): boolean {
  return code === null || code === dialPauseCode || hasCode(pauseCodes, code);
}

function notListed(command: string, field: string): CommandProblem {
  return { code: 'vicidial', command, failure: { code: 'refusedInput', field, problem: 'notAllowed' } };
}

/** The window of the webphone's page that asks; null for every other page. */
function webphoneWindowOf(sender: Sender): number | null {
  return isPageNamed(sender, 'webphone.html') ? (sender.tab?.windowId ?? null) : null;
}

/** Reads the numbers of the page in a tab until it is left, on the strength of the agent's click in it. */
export async function findOnce(store: SessionStore, sites: Sites, tabId: number): Promise<void> {
  const page = await sites.findOnce(tabId);
  if (page) await store.update({ oncePages: withOncePage(store.current().oncePages, page) });
}
