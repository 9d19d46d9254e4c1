import { ringWaitMs } from '../agent/call/ring-pause.ts';
import type { CommandProblem } from '../messages/panel-state.ts';
import { focusWindow } from '../platform/confirmation-window.ts';
import { browser } from '../platform/extension-api.ts';
import { keepPhoneOutOfCache } from '../platform/phone-frame-rule.ts';
import { fail, ok, type Result } from '../result.ts';
import type { SessionStore } from '../session/session-store.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import type { AgentClient } from '../vicidial/client.ts';
import { isOutcomeUnknown } from '../vicidial/failure.ts';
import { createSerialQueue } from './serial-queue.ts';

const WINDOW = { url: '/webphone.html', type: 'popup', width: 420, height: 640 } as const;

export interface Webphone {
  /**
   * Fetches the URL, checks its host, and opens or focuses the one webphone window. Asked by a webphone window itself,
   * because its phone is gone, it makes the URL ready for it to take; that window is the one from then on.
   */
  open(allowHost: string | null, askedBy: number | null): Promise<Result<null, CommandProblem>>;
  /** The URL for the window that was just opened; once, then null. It holds the SIP secret. */
  takeUrl(): string | null;
  /** Rings the agent's own phone by `send`, and not again at once: each request queues another ring. */
  ring(send: () => Promise<Result<null, CommandProblem>>): Promise<Result<null, CommandProblem>>;
  windowClosed(windowId: number): Promise<void>;
}

export function createWebphone(
  store: SessionStore,
  settings: SettingsStore,
  client: () => AgentClient | null,
  now: () => number = Date.now,
): Webphone {
  // In memory on purpose: nothing that holds the SIP secret is ever stored. A worker that stops before the window took
  // it costs one more press.
  let url: string | null = null;
  // Two presses at once would open two phones, which fight for the same extension.
  const inTurn = createSerialQueue();

  const focusOpenWindow = async (askedBy: number | null): Promise<boolean> => {
    const { webphoneWindow } = store.current();
    if (webphoneWindow === null || webphoneWindow === askedBy) return false;
    return focusWindow(webphoneWindow);
  };

  /** What stands against a phone of that host; null where the agent or the company allows it. */
  const problemOf = async (host: string, allowHost: string | null): Promise<CommandProblem | null> => {
    const { webphoneHosts, policy } = await settings.read();
    const { connection } = store.current();
    if (connection && new URL(connection.server).host === host) return null;
    if (webphoneHosts.includes(host)) return null;
    if (policy.locked.includes('webphoneHosts')) return { code: 'webphoneHostForbidden', host };
    if (allowHost !== host) return { code: 'webphoneHostUnknown', host };
    await settings.write({ webphoneHosts: [...webphoneHosts, host] });
    return null;
  };

  const open = async (allowHost: string | null, askedBy: number | null): Promise<Result<null, CommandProblem>> => {
    if (await focusOpenWindow(askedBy)) return ok(null);
    const agent = client();
    if (!agent) return fail({ code: 'notSignedIn' });
    const answer = await agent.webphoneUrl();
    if (!answer.ok) return fail({ code: 'vicidial', command: 'webphone', failure: answer.failure });
    const { host, origin } = new URL(answer.value);
    const problem = await problemOf(host, allowHost);
    if (problem) return fail(problem);
    await keepPhoneOutOfCache(origin);
    url = answer.value;
    if (askedBy === null) await remember((await browser.windows.create(WINDOW)).id ?? null);
    // One that the browser brought back after a restart has never been remembered. Not a window of the agent's other
    // tabs, into which the page was moved: the phone's window is closed when somebody else signs in.
    else await remember((await isWindowOfItsOwn(askedBy)) ? askedBy : null);
    return ok(null);
  };

  const remember = (webphoneWindow: number | null) =>
    store.keep({ webphoneWindow, isPhoneGone: false, phoneHeard: false });

  const ring = async (send: () => Promise<Result<null, CommandProblem>>): Promise<Result<null, CommandProblem>> => {
    if (ringWaitMs(store.current().rungAt, now()) > 0) return fail({ code: 'rungJustNow' });
    await store.keep({ rungAt: now(), phoneHeard: false });
    const rung = await send();
    if (!rung.ok && !mayHaveRung(rung.failure)) await store.keep({ rungAt: 0 });
    return rung;
  };

  return {
    open: (allowHost, askedBy) => inTurn(() => open(allowHost, askedBy)),
    ring: (send) => inTurn(() => ring(send)),
    takeUrl() {
      const taken = url;
      url = null;
      return taken;
    },
    async windowClosed(windowId) {
      if (store.current().webphoneWindow === windowId)
        await store.keep({ webphoneWindow: null, isPhoneGone: true, phoneHeard: false });
    },
  };
}

function mayHaveRung(problem: CommandProblem): boolean {
  return problem.code === 'vicidial' && isOutcomeUnknown(problem.failure);
}

async function isWindowOfItsOwn(windowId: number): Promise<boolean> {
  const window = await browser.windows.get(windowId).catch(() => null);
  return window?.type === WINDOW.type;
}
