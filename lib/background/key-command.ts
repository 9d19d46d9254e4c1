import { withAsked } from '../agent/call/asked-phase.ts';
import { whyNotNow } from '../agent/call/call-actions.ts';
import type { AgentState } from '../agent/state/agent-state.ts';
import { tellPages } from '../messages/page-feed.ts';
import { browser } from '../platform/extension-api.ts';
import { openSidePanel } from '../platform/side-panel.ts';
import { isTabInFront, selectionIn, tabInFront } from '../platform/tabs.ts';
import { dialFromMenu } from './menu-choice.ts';
import type { Services } from './services.ts';

/** Longer than any keyboard waits before a key that is held down repeats for the first time. */
const HELD_MS = 1_200;
/** Longer than the slowest of them, two a second, takes from one repetition to the next. */
const REPEATED_MS = 600;

/** Of each command's key, when it was taken and when it came last; a worker that was stopped has seen no key for long. */
const pressed = new Map<string, { readonly takenAt: number; readonly cameAt: number }>();

/**
 * Does what the agent's keys are for, which work wherever he is in the browser: nothing happens to a call that he does not see, and
 * nothing is dialled before Dialside has shown the number. Where keys do nothing, the popup comes up and shows why.
 */
export function followKeys(
  services: Services,
  ready: Promise<void>,
  command: string,
  now: () => number = Date.now,
): void {
  switch (command) {
    case 'next-number':
      return void walk('next');
    case 'previous-number':
      return void walk('previous');
    case 'open-panel':
      // In the first turn: later the browser knows of no key any more.
      return void openSidePanel();
    case 'dial-selection':
      return void ready.then(() => dialSelection(services));
    case 'hang-up':
      return void ready.then(() => hangUp(services));
    case 'pause-or-resume':
      // Of the key that is held down each other press would undo the one before.
      if (!isRepeated(command, now())) void ready.then(() => pauseOrResume(services));
  }
}

function isRepeated(command: string, now: number): boolean {
  const before = pressed.get(command);
  const isWithin = (ms: number, since = Number.NEGATIVE_INFINITY) => now - since >= 0 && now - since < ms;
  // Whoever presses it again on purpose gets through, however short his patience: only what was taken holds others back for long.
  const isHeld = isWithin(HELD_MS, before?.takenAt) || isWithin(REPEATED_MS, before?.cameAt);
  pressed.set(command, { takenAt: isHeld && before ? before.takenAt : now, cameAt: now });
  return isHeld;
}

async function walk(direction: 'next' | 'previous'): Promise<void> {
  const tab = await tabInFront();
  if (tab) await tellPages('page.focusNumber', { direction }, [tab.id]);
}

async function dialSelection(services: Services): Promise<void> {
  const tab = await tabInFront();
  const text = tab ? await selectionIn(tab.id) : '';
  const pageUrl = tab?.url === undefined ? {} : { pageUrl: tab.url };
  await dialFromMenu(services, { kind: 'dialSelection', text, ...pageUrl }, true);
}

async function hangUp(services: Services): Promise<void> {
  const { commands, store } = services;
  const agent = agentIn(services);
  if (!agent || whyNotNow('hangUp', agent) !== null || !(await isCallSeen(services))) return showPopup();
  // The key may be held down.
  if (store.current().pending?.kind !== 'hangUp') await commands.hangUp();
}

async function pauseOrResume(services: Services): Promise<void> {
  const { commands, calls, dials, store, panels } = services;
  const agent = agentIn(services);
  const { pending, connection } = store.current();
  // As the button in the panel, which waits as well.
  if (pending && pending.kind !== 'hangUp') return;
  const isPaused = agent?.phase === 'paused';
  const isInVain = isPaused && connection?.dialMethod === 'manual';
  if (!agent || isInVain || (!isPaused && whyNotNow('pause', agent) !== null)) return showPopup();
  // What the agent asks for himself counts more than what a dial or an ending would make of him.
  await Promise.all([calls.overtake(), dials.overtake()]);
  const done = await (isPaused ? commands.resume() : commands.pause(null));
  if (!done.ok && !panels.isCallSeen()) await showPopup();
}

/** As the panel shows him; null where nobody is signed in. */
function agentIn({ store }: Services): AgentState | null {
  const { connection, agent, askedPhase } = store.current();
  return connection ? withAsked(agent, askedPhase) : null;
}

async function isCallSeen({ panels, store }: Services): Promise<boolean> {
  if (panels.isCallSeen()) return true;
  const { screen } = store.current();
  return screen?.isOpen === true && (await isTabInFront(screen.tabId));
}

/** A browser that opens a popup for a click on its button alone leaves the agent to that. */
async function showPopup(): Promise<void> {
  await browser.action.openPopup().catch(() => undefined);
}
