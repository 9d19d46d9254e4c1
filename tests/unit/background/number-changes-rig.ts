import { createNumberChanges } from '../../../lib/background/records/number-changes.ts';
import { createServiceLogin } from '../../../lib/background/records/service-login.ts';
import { createSessionStore } from '../../../lib/session/session-store.ts';
import type { ServerUrl } from '../../../lib/vicidial/wire/server-url.ts';
import type { Dialer } from '../../simulator/dialer.ts';
import { agentIn } from '../agent/dials.ts';
import { signedInArea } from './rig.ts';

/** A second login of the recorded world, which may change everything. */
export const LOGIN = { user: 'apiuser', password: 'apipass123' };
const NOW = Date.UTC(2026, 10, 20, 12);

/** The changes of a worker whose agent is paused in a campaign, at that dialer. */
export async function createChangesScene(
  dialer: Dialer,
  {
    login = LOGIN as typeof LOGIN | null,
    campaign = 'TESTCAMP' as string | null,
    newLeadList = null as string | null,
  } = {},
) {
  const store = createSessionStore(await signedInArea());
  await store.load();
  const { connection } = store.current();
  await store.update({
    agent: agentIn('paused', { campaign }),
    connection: connection && {
      ...connection,
      ...{ server: dialer.url as ServerUrl, statusCredential: login, clockAheadMs: 0 },
    },
  });
  // As the worker's own: it sends for one session alone.
  const bound =
    (id: string): typeof fetch =>
    (...request) =>
      store.current().connection?.id === id ? fetch(...request) : Promise.reject(new Error('Another session'));
  let changed = 0;
  // What stands before a change in the line.
  const line = { before: Promise.resolve() };
  const changes = createNumberChanges({
    service: createServiceLogin({ store, fetchIn: ({ id }) => bound(id), timeoutMs: 8_000 }),
    state: store.current,
    spaced: (ask) => line.before.then(ask),
    now: () => NOW,
    newLeadList: async () => newLeadList,
    onChanged: () => void changed++,
  });
  return { store, changes, line, changed: () => changed };
}

export const refused = (code: string) => ({ ok: false, failure: { code } });
