import type { AgentState, StatusReading } from '../../agent/state/agent-state.ts';
import {
  agreesWithServer,
  isScreenSpeaking,
  type ScreenReading,
  type SeenScreen,
} from '../../agent/state/screen-reading.ts';
import type { SessionStore } from '../../session/session-store.ts';
import { isSameUser } from '../../vicidial/same-user.ts';
import { createSerialQueue } from '../serial-queue.ts';

// The page is heard of with each poll, at the latest every other; one that is late by two is silent.
const SILENCE_MS = 5_000;
// VICIdial's page goes on from a disposition within two of its ticks of a second (agent-screen.md 10).
const AFTER_WRAP_UP_MS = 2_500;
// A page that says the same again refreshes the reading in storage no more often than this.
const REFRESH_MS = 4_000;

export interface ScreenWatchDeps {
  readonly store: SessionStore;
  /** Takes the agent's state in, wherever it was read. */
  readonly takeReading: (reading: StatusReading) => Promise<void>;
  /** The screen shows something else than before. */
  readonly onChange: () => Promise<void>;
  /** Whether the tab still shows the agent screen. */
  readonly isScreenTab: (tabId: number) => Promise<boolean>;
  /** Keeps the browser from discarding the tab; runs once per tab. */
  readonly keepTab: (tabId: number) => Promise<void>;
  /** Runs `task` after `ms`; the returned function takes it back. */
  readonly after: (ms: number, task: () => void) => () => void;
  readonly now: () => number;
}

export interface ScreenWatch {
  /** A reading from the tab's own script; the caller has checked that the tab shows the agent screen. */
  heard(reading: ScreenReading, tabId: number): Promise<void>;
  /** The tab was closed, or its page left. */
  gone(tabId: number): Promise<void>;
  /** The agent's status from the page, which costs no request; null while the page does not speak. */
  reading(): StatusReading | null;
  /** The server is the referee: the page is believed as long as the two agree. */
  judge(agent: AgentState): Promise<void>;
  /** Takes up what an earlier worker knew. */
  restore(): Promise<void>;
}

/** Follows the agent screen in its tab: what it shows, whether it lives, and whether it is to be believed. */
export function createScreenWatch(deps: ScreenWatchDeps): ScreenWatch {
  const { store, now } = deps;
  const inTurn = createSerialQueue();
  let takeBackSilence: (() => void) | null = null;
  let wrapUpSeenAt = Number.NEGATIVE_INFINITY;

  const expectMore = () => {
    takeBackSilence?.();
    takeBackSilence = deps.after(SILENCE_MS, () => void inTurn(fallSilent));
  };

  // What cannot be stored holds for as long as this worker lives, and the page says it anew.
  const keep = (screen: SeenScreen) => {
    const asks = asksUnbidden(store.current().screen, screen, now() - wrapUpSeenAt <= AFTER_WRAP_UP_MS);
    return store.keep({ screen, ...(asks && { asksForPauseCode: true }) });
  };

  const change = async (screen: SeenScreen) => {
    await keep(screen);
    await deps.onChange();
  };

  const fallSilent = async () => {
    const { screen } = store.current();
    if (!screen?.isOpen) return;
    const isOpen = await deps.isScreenTab(screen.tabId);
    if (screen.isAlive || !isOpen) await change({ ...screen, isAlive: false, isOpen });
  };

  const take = async (reading: ScreenReading, tabId: number) => {
    const { screen: before, connection } = store.current();
    // Signed out while the message was on its way.
    if (!connection) return;
    // A second login in this browser, a supervisor's perhaps: nothing of it is this agent's.
    if (isOfAnother(reading.user, connection.agentUser)) return leave(tabId);
    // Two tabs may show it: the one that is listened to is, for as long as it lives, and what was distrusted in it stays so.
    if (before?.isAlive && before.tabId !== tabId) return;
    if (before?.tabId !== tabId) await deps.keepTab(tabId);
    // Signed out meanwhile: nothing of that agent is stored for the next.
    if (store.current().connection?.id !== connection.id) return;
    const isTrusted = before?.tabId === tabId ? before.isTrusted : true;
    const screen: SeenScreen = { ...reading, tabId, isOpen: true, isAlive: isLiving(reading), isTrusted };
    expectMore();
    if (reading.phase === 'wrapUp') wrapUpSeenAt = now();
    const isNews = JSON.stringify(screen) !== JSON.stringify(before);
    if (isNews) await keep(screen);
    await takeAgent(screen, isNews);
    if (isNews) await deps.onChange();
  };

  const takeAgent = async (screen: SeenScreen, isNews: boolean) => {
    const { agent } = store.current();
    const reading = statusOf(screen);
    if (!reading) return;
    const isOld = now() - agent.readAt >= REFRESH_MS;
    const isOther = agent.source !== 'screen' || agent.phase !== screen.phase;
    if (isOld || (isNews && isOther)) await deps.takeReading(reading);
  };

  const leave = async (tabId: number) => {
    const { screen } = store.current();
    if (screen?.tabId === tabId && screen.isOpen) await change({ ...screen, isOpen: false, isAlive: false });
  };

  return {
    heard: (reading, tabId) => inTurn(() => take(reading, tabId)),
    gone: (tabId) => inTurn(() => leave(tabId)),
    reading: () => statusOf(store.current().screen),
    judge: (agent) =>
      inTurn(async () => {
        const { screen } = store.current();
        if (!screen || screen.phase === null) return;
        const isTrusted = agreesWithServer(screen.phase, agent.phase);
        if (screen.isTrusted !== isTrusted) await keep({ ...screen, isTrusted });
      }),
    async restore() {
      if (store.current().screen?.isAlive) expectMore();
    },
  };
}

/**
 * Whether the box for pause codes has opened by itself, as with FORCE: together with the pause, or after a disposition
 * (agent-screen.md 3.3). One that opens in a pause that was there before, or that nobody saw open, the agent may have
 * opened by hand.
 */
function asksUnbidden(before: SeenScreen | null, screen: SeenScreen, isAfterWrapUp: boolean): boolean {
  const isNew = screen.boxes.includes('pauseCode') && !before?.boxes.includes('pauseCode');
  if (!isNew || !before?.isAlive || before.tabId !== screen.tabId) return false;
  return isAfterWrapUp || (before.phase !== null && before.phase !== 'paused');
}

function isOfAnother(user = '', agentUser: string): boolean {
  return user !== '' && !isSameUser(user, agentUser);
}

function isLiving({ kind, isPolling, isSessionLost }: ScreenReading): boolean {
  return kind === 'agentScreen' && isPolling && !isSessionLost;
}

function statusOf(screen: SeenScreen | null): StatusReading | null {
  if (!isScreenSpeaking(screen)) return null;
  const { phase, leadId, phoneNumber, callingCode = '', customerName = '' } = screen;
  const { vendorLeadCode = '', campaign = '', ingroup = '' } = screen;
  return {
    ...{ source: 'screen', phase, leadId, phoneNumber, callingCode, customerName },
    ...{ vendorLeadCode, campaign, ingroup },
  };
}
