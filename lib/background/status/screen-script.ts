import { browser } from '../../platform/extension-api.ts';
import type { Connection } from '../../session/connection.ts';
import { agentScreenPagePattern, isAgentScreen } from './agent-screen-tab.ts';

const SCRIPT_ID = 'dialside-agent-screen';
const FILE = '/content-scripts/agent-screen.js';

export interface ScreenScript {
  /**
   * Watches every tab that shows the agent screen of `connection`, open ones at once; resolves with how many are open. Needs
   * the dialer's permission.
   */
  start(connection: Connection): Promise<number>;
  /** A script that still runs ends with its next reading, which is refused. */
  stop(): Promise<void>;
}

/** Registers the script of the agent screen: in its top frame alone, because its frames have passwords in their addresses. */
export function createScreenScript(): ScreenScript {
  const stop = async () => {
    const registered = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
  };

  return {
    stop,
    async start(connection) {
      await stop();
      const pattern = agentScreenPagePattern(connection);
      await browser.scripting.registerContentScripts([
        {
          id: SCRIPT_ID,
          js: [FILE],
          matches: [pattern],
          allFrames: false,
          runAt: 'document_idle',
          // As long as the sign-in, which the browser forgets when it is closed.
          persistAcrossSessions: false,
        },
      ]);
      const tabs = await browser.tabs.query({ url: pattern });
      const own = tabs.flatMap(({ id, url }) => (id !== undefined && isAgentScreen(url, connection) ? [id] : []));
      await Promise.all(own.map(inject));
      return own.length;
    },
  };
}

async function inject(tabId: number): Promise<void> {
  // A tab that has crashed or is being left cannot be entered, which is no failure.
  await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: [FILE] }).catch(() => undefined);
}
