import { answerRequest, isAddressedTo } from '../messages/bus.ts';
import { tellPages } from '../messages/page-feed.ts';
import { pageRequestSchemas, panelRequestSchemas, screenRequestSchemas } from '../messages/requests.ts';
import { watchAway } from '../platform/away.ts';
import { showBadge } from '../platform/badge.ts';
import { isFirefox } from '../platform/browser-kind.ts';
import { browser } from '../platform/extension-api.ts';
import { openOwnPage } from '../platform/own-page.ts';
import { frameOf, isExtensionPage, type Sender } from '../platform/sender.ts';
import { tellSettingsChanged } from '../platform/settings-news.ts';
import { keepStorageFromPages } from '../platform/storage-access.ts';
import { followKeys } from './key-command.ts';
import { followMenu } from './menu-choice.ts';
import { type BadgeWatch, createBadgeWatch } from './notices/badge-watch.ts';
import { followNotice } from './notices/notices.ts';
import { permissionRemoved } from './permission-removed.ts';
import { createMenus, readMenuClick, wakeForMenus } from './requests/menus.ts';
import { createPageHandlers } from './requests/page-requests.ts';
import { createPanelHandlers } from './requests/panel-requests.ts';
import { createScreenHandlers } from './requests/screen-requests.ts';
import { createServices, REMINDER_ALARM, type Services, schedule } from './services.ts';
import { createIdleLock } from './session/idle-lock.ts';
import { followSession } from './session/session-followers.ts';
import { erase, signIn, signOut, unlock, wipe } from './session-life.ts';
import { withoutTab } from './sites/once-pages.ts';
import { watchesForms } from './sites/sites.ts';
import { showAgentScreen } from './status/agent-screen-tab.ts';

// An alarm wakes a worker that the browser stopped in the middle of a call; half a minute is the shortest it allows.
const WAKE_ALARM = 'dialside-call';
const WAKE_MINUTES = 0.5;
// Wakes the worker when what the toolbar button says has become old.
const BADGE_ALARM = 'dialside-badge';
// Wakes the worker when an agent who has left has been away for long enough to be signed out.
const LOCK_ALARM = 'dialside-lock';

/**
 * The background's whole life: listeners are registered synchronously, because the event that woke the worker is only
 * delivered to those that exist after its first turn; each of them waits for the stored session.
 */
export function startWorker(): void {
  const services = createServices();
  const ready = wake(services);
  answerMessages(services, ready);
  const badge = createBadgeWatch({
    translate: services.translate,
    show: (next) => void showBadge(next),
    wakeAt: (when) => void browser.alarms.create(BADGE_ALARM, { when }),
    now: () => Date.now(),
  });
  followSession({
    ...services,
    badge,
    tellPages: (dial) => void tellPages('page.dialChanged', dial),
    keepAwake,
    after: schedule,
  });
  listenToBrowser(services, ready, badge);
  void keepStorageFromPages();
}

async function wake({ store, settings, dials, commands, calls, screens, callPages }: Services): Promise<void> {
  // Whatever woke the worker needs both; a click waits for them together instead of one after the other. A disk that fails now is
  // asked again by whoever needs it: nobody shall wait for ever for an answer.
  await Promise.all([store.load(), settings.read().catch(() => undefined)]);
  for (const part of [screens, dials, commands, calls]) {
    // What cannot be taken up must not keep the worker from answering.
    await part.restore().catch(reportError);
  }
  // Pages that the worker before came to store, and not to open.
  void callPages.agentRead().catch(reportError);
}

function answerMessages(services: Services, ready: Promise<void>): void {
  const screens = { schemas: screenRequestSchemas, handlers: createScreenHandlers(services) };
  const onDial = (tabId: number) => services.attention.dialledFrom(tabId);
  const pages = {
    schemas: pageRequestSchemas,
    handlers: createPageHandlers({ ...services, onDial, asksAboutFrames: isFirefox() }),
  };
  const panels = {
    schemas: panelRequestSchemas,
    handlers: createPanelHandlers({
      ...services,
      signIn: (request) => signIn(services, request),
      unlock: (request) => unlock(services, request),
      forget: async () => {
        await services.remembered.forget();
        return null;
      },
      signOut: () => signOut(services),
      erase: () => erase(services),
      wipe: () => wipe(services),
    }),
  };
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender, respond: (reply: unknown) => void) => {
    const frame = frameOf(sender);
    const reply = () => {
      if (isExtensionPage(sender)) return answerRequest(panels, message, sender);
      if (!frame) return null;
      return isAddressedTo(screens, message)
        ? answerRequest(screens, message, frame)
        : answerRequest(pages, message, frame);
    };
    ready.then(async () => respond((await reply()) ?? { error: 'refused' }));
    return true;
  });
  browser.runtime.onConnect.addListener((port) => {
    if (isExtensionPage(port.sender)) services.panels.accept(port, ready);
    else port.disconnect();
  });
  services.settings.onChange((settings, before) => {
    if (watchesForms(settings) !== watchesForms(before)) void services.sites.register();
    void services.keptCalls.settingsChanged(settings);
    void services.panels.push();
    tellSettingsChanged();
    void tellPages('page.settingsChanged', null);
  });
}

function keepAwake(isWanted: boolean): void {
  if (isWanted) void browser.alarms.create(WAKE_ALARM, { periodInMinutes: WAKE_MINUTES });
  else void browser.alarms.clear(WAKE_ALARM);
}

function listenToBrowser(services: Services, ready: Promise<void>, badge: BadgeWatch): void {
  const { store, sites, webphone, question, dials, screens, watch, translate, attention } = services;
  browser.runtime.onInstalled.addListener(({ reason }) => {
    // Once: an update finds an agent who is at work.
    if (reason === 'install') void openOwnPage('welcome.html');
    void createMenus(translate);
    // Open tabs get the new version's script, before which that of the old one withdraws.
    ready.then(() => sites.granted());
    ready.then(() => badge.follow(store.current()));
  });
  browser.runtime.onStartup.addListener(() => {
    ready.then(() => sites.register());
    ready.then(() => badge.follow(store.current()));
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    // Waking is all the other alarm is for: a worker that wakes takes up the dial it finds.
    if (name === LOCK_ALARM) void ready.then(() => idleLock.woken());
    if (name === REMINDER_ALARM) void ready.then(() => attention.remind());
    if (name === BADGE_ALARM) void ready.then(() => badge.woken(store.current()));
  });
  browser.notifications.onClicked.addListener((id) => {
    void followNotice(id, {
      openRecord: () => ready.then(() => services.callPages.openRecord()),
      otherwise: () => ready.then(() => showAgentScreen(store.current().connection)),
    });
  });
  wakeForMenus();
  browser.contextMenus.onClicked.addListener((click, tab) => {
    const choice = readMenuClick(click, tab);
    if (choice) followMenu(services, ready, choice);
  });
  browser.permissions.onAdded.addListener(() => void ready.then(() => sites.granted()));
  browser.permissions.onRemoved.addListener(() => void ready.then(() => permissionRemoved(services)));
  browser.windows.onRemoved.addListener((windowId) => {
    ready.then(async () => {
      await webphone.windowClosed(windowId);
      const asked = await question.closed(windowId);
      if (asked !== null) await dials.answerConfirmation(asked, false);
    });
  });
  const idleLock = createIdleLock({
    ...{ store, settings: services.settings, readNow: watch.readNow },
    isSupervised: async () => (await services.supervisor.state()).status === 'signedIn',
    lock: () => Promise.all([signOut(services), services.supervisor.signOut()]),
    wakeAt: (when) =>
      void (when === null ? browser.alarms.clear(LOCK_ALARM) : browser.alarms.create(LOCK_ALARM, { when })),
    now: () => Date.now(),
  });
  watchAway((isAway) => {
    ready.then(async () => {
      // The lock reads since when he was away, which the watch forgets when he is back.
      await idleLock.awayChanged(isAway).catch(reportError);
      watch.setAway(isAway);
    });
  });
  browser.tabs.onRemoved.addListener((tabId) => {
    ready.then(async () => {
      await screens.gone(tabId);
      const { oncePages } = store.current();
      const left = withoutTab(oncePages, tabId);
      if (left.length < oncePages.length) await store.update({ oncePages: left });
    });
  });
  browser.commands.onCommand.addListener((command) => followKeys(services, ready, command));
}
