import type { Handlers } from '../../messages/bus.ts';
import type { ScreenRequests } from '../../messages/page-protocol.ts';
import type { FrameSender } from '../../platform/sender.ts';
import type { SessionStore } from '../../session/session-store.ts';
import { isAgentScreen } from '../status/agent-screen-tab.ts';
import type { ScreenWatch } from '../status/screen-watch.ts';

export interface ScreenRequestDeps {
  readonly store: SessionStore;
  readonly screens: ScreenWatch;
}

/** What the agent screen's script may say. From anywhere but that page's top frame it is not listened to. */
export function createScreenHandlers({ store, screens }: ScreenRequestDeps): Handlers<ScreenRequests, FrameSender> {
  const isScreen = ({ frameId, siteUrl }: FrameSender) => {
    const { connection } = store.current();
    return connection !== null && frameId === 0 && isAgentScreen(siteUrl, connection);
  };

  return {
    'screen.reading': async (reading, sender) => {
      if (!isScreen(sender)) return false;
      await screens.heard(reading, sender.tabId);
      return true;
    },
    'screen.left': async (_, sender) => {
      if (isScreen(sender)) await screens.gone(sender.tabId);
      return null;
    },
  };
}
