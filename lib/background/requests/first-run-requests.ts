import type { Handlers } from '../../messages/bus.ts';
import type { FindProblem, FoundServer, PanelRequests } from '../../messages/protocol.ts';
import { isPageNamed, type Sender } from '../../platform/sender.ts';
import { readTypedUrl } from '../../read-url.ts';
import { fail, type Result } from '../../result.ts';
import type { SessionStore } from '../../session/session-store.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import type { FindOptions } from '../../vicidial/set-up/find-server.ts';
import type { Sites } from '../sites/sites.ts';

export interface FirstRunDeps {
  readonly store: Pick<SessionStore, 'current'>;
  readonly settings: Pick<SettingsStore, 'read'>;
  readonly sites: Pick<Sites, 'enableAddress'>;
  readonly findServer: (typed: string, options: FindOptions) => Promise<Result<FoundServer, FindProblem>>;
}

const PAGE = 'welcome.html';

/** What the page of the first steps may ask beside what every page of Dialside's own may. */
export function createFirstRunHandlers({
  store,
  settings,
  sites,
  findServer,
}: FirstRunDeps): Pick<Handlers<PanelRequests, Sender>, 'server.find' | 'site.add'> {
  return {
    'server.find': async ({ server, allowInsecure }, sender) => {
      // Who is signed in has his dialer: nothing else is asked anything beside it.
      if (!isPageNamed(sender, PAGE) || store.current().connection)
        return fail({ code: 'server', problem: { code: 'notUrl' } });
      const { values, locked } = (await settings.read()).policy;
      const typed = (locked.includes('server') ? values.server : null) ?? server;
      return findServer(typed, { allowInsecure, agentPath: values.agentPath });
    },
    'site.add': async ({ address }, sender) => {
      const url = readTypedUrl(address.trim())?.href;
      return isPageNamed(sender, PAGE) && url !== undefined ? sites.enableAddress(url) : false;
    },
  };
}
