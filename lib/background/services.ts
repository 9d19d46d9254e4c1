import { tellPages } from '../messages/page-feed.ts';
import { createTranslate } from '../messages/text.ts';
import { closeWindow, focusWindow, openConfirmationWindow } from '../platform/confirmation-window.ts';
import { deviceStorage } from '../platform/device-storage.ts';
import { browser } from '../platform/extension-api.ts';
import { keepConnectionsFresh } from '../platform/fresh-connections.ts';
import { hasPermission, waitForPermission } from '../platform/host-permission.ts';
import { onManagedChange, readManaged } from '../platform/managed-settings.ts';
import { openNumberWindow } from '../platform/number-window.ts';
import { originPattern } from '../platform/origin-pattern.ts';
import { formsOf, isTabAt, isTabInFront, keepTabLoaded, openTab, showTab, tabsAt } from '../platform/tabs.ts';
import { createSessionStore } from '../session/session-store.ts';
import { mayOverruleDoNotCall } from '../settings/policy.ts';
import { createSettingsStore } from '../settings/settings-store.ts';
import { createVault } from '../vault/vault.ts';
import { type FindOptions, findServer } from '../vicidial/set-up/find-server.ts';
import { createCallLeads } from './call-pages/call-leads.ts';
import { createCallPages } from './call-pages/call-pages.ts';
import { createPageOpener } from './call-pages/page-opener.ts';
import { createDialList } from './dialling/dial-list.ts';
import { createDialling } from './dialling/dialling.ts';
import { createNotices } from './notices/notices.ts';
import { createAttention } from './notices/notices-attention.ts';
import { createRecordPicking } from './records/record-picking.ts';
import { createNumberWindow } from './requests/number-window.ts';
import { createQuestionWindow } from './requests/question-window.ts';
import { followCompany, keepToCompany, rememberIfAllowed } from './session/company-policy.ts';
import { createKeptCalls } from './session/kept-calls.ts';
import { createRememberedLogin } from './session/remembered-login.ts';
import { createSessionControl } from './session/session-control.ts';
import { createSetUp } from './set-up/set-up.ts';
import { withoutSites } from './sites/once-pages.ts';
import { createSites } from './sites/sites.ts';
import { agentScreenPattern, isAgentScreen } from './status/agent-screen-tab.ts';
import { createPanelFeed, panelStateOf } from './status/panel-feed.ts';
import { createScreenScript } from './status/screen-script.ts';
import { createSupervisor } from './supervisor/supervisor.ts';
import { createSupervisorLogins } from './supervisor/supervisor-login.ts';
import { createWebphone } from './webphone.ts';

/** Wakes the worker to ask whether a call that is over is still left waiting; half a minute is the shortest it allows. */
export const REMINDER_ALARM = 'dialside-left';
const REMINDER_MINUTES = 0.5;

export type Services = ReturnType<typeof createServices>;

/** Everything the background does, joined. Creating it touches no browser API that could fail. */
export function createServices() {
  const store = createSessionStore(browser.storage.session);
  const device = deviceStorage();
  const settings = createSettingsStore(device, { read: readManaged, onChange: onManagedChange });
  const translate = createTranslate(
    (key, substitutions) => browser.i18n.getMessage(key, substitutions),
    browser.i18n.getUILanguage(),
  );
  const notices = createNotices({
    translate,
    mayShowNumbers: async () => (await settings.read()).numbersInNotices,
    region: () => store.current().connection?.region ?? '',
  });
  const now = () => Date.now();
  const send: typeof fetch = (...args) => fetch(...args);

  const remembered = rememberIfAllowed(createRememberedLogin(createVault(device, now)), settings);
  const panelState = async () => {
    const isLocked = store.current().connection === null && (await remembered.isThere());
    return panelStateOf(store.current(), await settings.read(), isLocked);
  };

  const sites = createSites(
    settings,
    () => {
      const { connection } = store.current();
      return connection ? [agentScreenPattern(connection)] : [];
    },
    () => {
      const { connection } = store.current();
      return connection ? [originPattern(connection.server)] : [];
    },
    (patterns) => store.update({ oncePages: withoutSites(store.current().oncePages, patterns) }),
  );

  const question = createQuestionWindow(store, {
    open: openConfirmationWindow,
    focus: focusWindow,
    close: closeWindow,
  });
  const numberWindow = createNumberWindow(store, { open: openNumberWindow, close: closeWindow }, now);
  const dialling = createDialling({
    store,
    fetch: send,
    now,
    after: schedule,
    random: Math.random,
    session: () => session,
    policy: async () => {
      const { pauseBeforeDial, dialPauseCode, policy } = await settings.read();
      // A manual campaign keeps its agents paused (api.md 6.8).
      const keepsPaused = store.current().connection?.dialMethod !== 'manual';
      const whenListed = mayOverruleDoNotCall(policy) ? 'ask' : 'refuse';
      return { whenReady: pauseBeforeDial, pauseCode: dialPauseCode, keepsPaused, whenListed };
    },
    callTime: async () => (await settings.read()).policy.values.callTime ?? null,
    newLeadList: async () => (await settings.read()).policy.values.newLeadList ?? null,
    openConfirmation: ({ id }) => question.show(id),
    keepConfirmation: ({ id }) => question.keep(id),
    closeConfirmation: question.close,
    newId: () => crypto.randomUUID(),
    isScreenTab: (tabId) =>
      isTabAt(tabId, (url) => {
        const { connection } = store.current();
        return connection !== null && isAgentScreen(url, connection);
      }),
    keepTab: (tabId) => keepTabLoaded(tabId, true),
  });
  const { client, watch, dials, commands, calls, screens, lookups, details, changes, listOf, whenListed } = dialling;
  const list = createDialList({
    ...{ store, now, after: schedule },
    askPage: (tabId) => tellPages('page.tellNumbers', null, [tabId]),
  });
  const picking = createRecordPicking({ store, settings });
  const keptCalls = createKeptCalls(device, store, settings);
  const webphone = createWebphone(store, settings, client);

  const screenScript = createScreenScript();
  const ownSession = createSessionControl({
    store,
    settings,
    fetch: send,
    hasPermission: (origin) => waitForPermission(originPattern(origin)),
    keepConnectionsFresh,
    onAgent: async (agent) => {
      await dialling.onAgent(agent);
      // What a page takes to open must not hold a dial.
      void callPages.agentRead().catch(reportError);
    },
    onRefused: (reason) => remembered.forgetWhen(reason),
    onSecondRefused: (refused) => remembered.dropSecond(refused),
    onTypedRefused: (login) => supervisor.giveUp(login),
    closeWindow,
    // Not the webphone: the customer may still be talking in it.
    onEnded: async ({ screen }) => {
      await screenScript.stop();
      await sites.register();
      await sites.giveBackAllSites();
      if (screen?.isOpen) await keepTabLoaded(screen.tabId, false);
    },
    now,
  });

  const session = keepToCompany(ownSession, settings);
  followCompany(settings, { sites, remembered });

  const supervisors = createSupervisorLogins(browser.storage.session);
  const supervisor = createSupervisor({
    ...{ store, settings, now },
    fetch: send,
    logins: supervisors,
    hasPermission: (origin) => waitForPermission(originPattern(origin)),
    keepConnectionsFresh: (origin) => keepConnectionsFresh(origin, 'supervisor'),
    newId: () => crypto.randomUUID(),
    onRefused: (refused) => session.giveUp(refused),
  });

  const setUp = createSetUp({
    ...{ store, settings, keepConnectionsFresh, now },
    fetch: send,
    hasPermission: (origin) => waitForPermission(originPattern(origin)),
    fetchIn: dialling.fetchIn,
    inTurn: dialling.inTurn,
    sleep: (ms) => new Promise((resolve) => void schedule(ms, resolve)),
    newId: () => crypto.randomUUID(),
    supervisors,
    desk: supervisor.desk,
    signOut: supervisor.signOut,
    session: () => session,
  });

  const panels = createPanelFeed({ state: panelState, onOpenChange: watch.setPanelOpen });
  const attention = createAttention({
    store,
    notices,
    isSeen: panels.isSeen,
    isTabInFront,
    setReminder: () => browser.alarms.create(REMINDER_ALARM, { delayInMinutes: REMINDER_MINUTES }),
    clearReminder: async () => void (await browser.alarms.clear(REMINDER_ALARM)),
    after: schedule,
  });

  const callPages = createCallPages({
    ...{ store, settings, now, after: schedule, onBug: reportError },
    leads: createCallLeads({ reader: dialling.leadReader, inTurn: dialling.inTurn }),
    pages: createPageOpener({
      tabs: { at: tabsAt, open: openTab, show: showTab, forms: formsOf },
      isSiteEnabled: sites.isEnabled,
    }),
    offer: async () => {
      if (!panels.isSeen()) await notices.recordOffered();
    },
    withdraw: () => notices.takeBack('record'),
  });

  return {
    ...{ store, settings, translate, notices, sites, watch, dials, commands, calls, webphone, session, panels },
    ...{
      list,
      lookups,
      details,
      changes,
      listOf,
      whenListed,
      numberWindow,
      screens,
      screenScript,
      question,
      remembered,
      attention,
      keptCalls,
      picking,
      setUp,
      callPages,
      supervisor,
    },
    panelState,
    findServer: (typed: string, options: FindOptions) => findServer(typed, options, { fetch: send, hasPermission }),
  };
}

/** Runs `task` after `ms` in this worker, if it lives as long; the returned function takes it back. */
export function schedule(ms: number, task: () => void): () => void {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
}
