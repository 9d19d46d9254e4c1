import type { CommandProblem } from '../messages/panel-state.ts';
import { focusWindow } from '../platform/confirmation-window.ts';
import { browser } from '../platform/extension-api.ts';
import { fail, ok, type Result } from '../result.ts';
import type { SessionStore } from '../session/session-store.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import type { AgentClient } from '../vicidial/client.ts';
import { createSerialQueue } from './serial-queue.ts';

const WINDOW = { url: '/webphone.html', type: 'popup', width: 420, height: 640 } as const;

export interface Webphone {
  /**
   * Fetches the URL, checks its host, and opens or focuses the one webphone window. Asked by that window itself, because
   * its phone is gone, it only makes the URL ready to be taken anew.
   */
  open(allowHost: string | null, askedByWindow: boolean): Promise<Result<null, CommandProblem>>;
  /** The URL for the window that was just opened; once, then null. It holds the SIP secret. */
  takeUrl(): string | null;
  windowClosed(windowId: number): Promise<void>;
}

export function createWebphone(
  store: SessionStore,
  settings: SettingsStore,
  client: () => AgentClient | null,
): Webphone {
  // In memory on purpose: nothing that holds the SIP secret is ever stored. A worker that stops before the window took
  // it costs one more press.
  let url: string | null = null;
  // Two presses at once would open two phones, which fight for the same extension.
  const inTurn = createSerialQueue();

  const focusOpenWindow = async (): Promise<boolean> => {
    const { webphoneWindow } = store.current();
    if (webphoneWindow === null) return false;
    return focusWindow(webphoneWindow);
  };

  const isAllowed = async (host: string, allowHost: string | null): Promise<boolean> => {
    const { webphoneHosts } = await settings.read();
    const { connection } = store.current();
    if (connection && new URL(connection.server).host === host) return true;
    if (webphoneHosts.includes(host)) return true;
    if (allowHost !== host) return false;
    await settings.write({ webphoneHosts: [...webphoneHosts, host] });
    return true;
  };

  const open = async (allowHost: string | null, askedByWindow: boolean): Promise<Result<null, CommandProblem>> => {
    if (!askedByWindow && (await focusOpenWindow())) return ok(null);
    const agent = client();
    if (!agent) return fail({ code: 'notSignedIn' });
    const answer = await agent.webphoneUrl();
    if (!answer.ok) return fail({ code: 'vicidial', command: 'webphone', failure: answer.failure });
    const { host } = new URL(answer.value);
    if (!(await isAllowed(host, allowHost))) return fail({ code: 'webphoneHostUnknown', host });
    url = answer.value;
    if (askedByWindow) return ok(null);
    const opened = await browser.windows.create(WINDOW);
    await store.update({ webphoneWindow: opened.id ?? null });
    return ok(null);
  };

  return {
    open: (allowHost, askedByWindow) => inTurn(() => open(allowHost, askedByWindow)),
    takeUrl() {
      const taken = url;
      url = null;
      return taken;
    },
    async windowClosed(windowId) {
      if (store.current().webphoneWindow === windowId) await store.update({ webphoneWindow: null });
    },
  };
}
