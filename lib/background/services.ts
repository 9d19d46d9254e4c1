import type { AgentState } from '../agent/agent-state.ts';
import { createTranslate } from '../messages/text.ts';
import { closeWindow, focusWindow, openConfirmationWindow } from '../platform/confirmation-window.ts';
import { browser } from '../platform/extension-api.ts';
import { keepConnectionsFresh } from '../platform/fresh-connections.ts';
import { waitForPermission } from '../platform/host-permission.ts';
import { onManagedChange, readManaged } from '../platform/managed-settings.ts';
import { originPattern } from '../platform/origin-pattern.ts';
import { isTabAt, isTabInFront, keepTabLoaded } from '../platform/tabs.ts';
import { ok } from '../result.ts';
import { hasDetail } from '../session/connection.ts';
import { createSessionStore } from '../session/session-store.ts';
import { createSettingsStore } from '../settings/settings-store.ts';
import { createVault } from '../vault/vault.ts';
import { createAgentCommands } from './agent-commands.ts';
import { agentScreenPattern, isAgentScreen } from './agent-screen-tab.ts';
import { createCallControl } from './call-control.ts';
import { followCompany, keepToCompany, rememberIfAllowed } from './company-policy.ts';
import { createDialCoordinator } from './dial-coordinator.ts';
import { createKeptCalls } from './kept-calls.ts';
import { createNotices } from './notices.ts';
import { createAttention } from './notices-attention.ts';
import { createPanelFeed, panelStateOf } from './panel-feed.ts';
import { createQuestionWindow } from './question-window.ts';
import { tellRefusedLogin } from './refused-login.ts';
import { createRememberedLogin } from './remembered-login.ts';
import { createScreenScript } from './screen-script.ts';
import { createScreenWatch } from './screen-watch.ts';
import { createSerialQueue } from './serial-queue.ts';
import { createSessionControl } from './session-control.ts';
import { agentClientOf, readStatus } from './sign-in.ts';
import { createSites } from './sites.ts';
import { createPauseSpacing } from './spaced-pauses.ts';
import { createStatusWatch } from './status-watch.ts';
import { createWebphone } from './webphone.ts';

/** Wakes the worker to ask whether a call that is over is still left waiting; half a minute is the shortest it allows. */
export const REMINDER_ALARM = 'dialside-left';
const REMINDER_MINUTES = 0.5;

export type Services = ReturnType<typeof createServices>;

/** Everything the background does, joined. Creating it touches no browser API that could fail. */
export function createServices() {
  const store = createSessionStore(browser.storage.session);
  const settings = createSettingsStore(browser.storage.local, { read: readManaged, onChange: onManagedChange });
  const translate = createTranslate((key, substitutions) => browser.i18n.getMessage(key, substitutions));
  const notices = createNotices({
    translate,
    mayShowNumbers: async () => (await settings.read()).numbersInNotices,
    region: () => store.current().connection?.region ?? '',
  });
  const now = () => Date.now();
  const send: typeof fetch = (...args) => fetch(...args);

  const spacePauses = createPauseSpacing({
    now,
    sleep,
  });
  const client = () => {
    const { connection } = store.current();
    if (!connection) return null;
    return tellRefusedLogin(spacePauses(agentClientOf(connection, send)), async (failure) => {
      if (store.current().connection?.id !== connection.id) return;
      await session.end(failure);
      await dials.readingFailed(failure);
    });
  };
  const remembered = rememberIfAllowed(createRememberedLogin(createVault(browser.storage.local, now)), settings);
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
  );

  const inLine = createSerialQueue();
  const watch = createStatusWatch({
    store,
    read: (fromServer) => {
      const { connection } = store.current();
      const seen = fromServer ? null : screens.reading();
      if (connection && seen) return Promise.resolve(ok(seen));
      return connection && inLine(() => readStatus(connection, send));
    },
    onReading: (reading) => session.takeReading(reading),
    onFailure: async (failure) => {
      await session.takeFailure(failure);
      await dials.readingFailed(failure);
      await calls.readingFailed();
    },
    after: schedule,
    random: Math.random,
    now,
  });

  const question = createQuestionWindow(store, {
    open: openConfirmationWindow,
    focus: focusWindow,
    close: closeWindow,
  });
  const dials = createDialCoordinator({
    store,
    client,
    policy: async () => {
      const { pauseBeforeDial, dialPauseCode } = await settings.read();
      // A manual campaign keeps its agents paused (api.md 6.8).
      const keepsPaused = store.current().connection?.dialMethod !== 'manual';
      return { whenReady: pauseBeforeDial, pauseCode: dialPauseCode, keepsPaused };
    },
    requestReading: watch.request,
    readNow: watch.readNow,
    askServer: () => watch.askServer(0),
    openConfirmation: ({ id }) => question.show(id),
    keepConfirmation: ({ id }) => question.keep(id),
    closeConfirmation: question.close,
    after: schedule,
    now,
    newId: () => crypto.randomUUID(),
  });

  const commands = createAgentCommands({
    store,
    client,
    readNow: watch.readNow,
    after: schedule,
    now,
  });
  const calls = createCallControl({
    store,
    client,
    now,
    sleep,
    inLine,
    requestReading: watch.request,
    readNow: watch.readNow,
    requestDetail: (afterMs) => {
      // A parked customer and a third line are told by agent_status alone.
      const { connection } = store.current();
      if (connection && hasDetail(connection)) watch.askServer(afterMs);
      else watch.request(afterMs);
    },
  });
  const keptCalls = createKeptCalls(browser.storage.local, store, settings);
  const webphone = createWebphone(store, settings, client);

  const screenScript = createScreenScript();
  const screens = createScreenWatch({
    store,
    takeReading: (reading) => session.takeReading(reading),
    onChange: () => dials.screenChanged(),
    isScreenTab: (tabId) =>
      isTabAt(tabId, (url) => {
        const { connection } = store.current();
        return connection !== null && isAgentScreen(url, connection);
      }),
    keepTab: (tabId) => keepTabLoaded(tabId, true),
    after: schedule,
    now,
  });

  const ownSession = createSessionControl({
    store,
    settings,
    fetch: send,
    hasPermission: (origin) => waitForPermission(originPattern(origin)),
    keepConnectionsFresh,
    onAgent: async (agent: AgentState) => {
      if (agent.source !== 'screen') await screens.judge(agent);
      await dials.agentRead(agent);
      await commands.agentRead(agent);
      await calls.agentRead(agent);
    },
    onRefused: (reason) => remembered.forgetWhen(reason),
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

  return {
    ...{ store, settings, translate, notices, sites, watch, dials, commands, calls, webphone, session, panels },
    ...{ screens, screenScript, question, remembered, attention, keptCalls },
    panelState,
  };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function schedule(ms: number, task: () => void): () => void {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
}
