import * as v from 'valibot';
import type { SessionArea } from '../../session/session-store.ts';
import type { Credentials } from '../../vicidial/wire/credentials.ts';
import type { ServerUrl } from '../../vicidial/wire/server-url.ts';

/** A supervisor's own login. Lives in `storage.session` and the background alone, apart from the agent's session. */
export interface SupervisorLogin {
  /** Random id of this sign-in. */
  readonly id: string;
  readonly server: ServerUrl;
  /** Path of the Non-Agent API. */
  readonly path: string;
  readonly credentials: Credentials;
  /** Milliseconds that the dialer's clock is ahead of this computer's UTC; left out where it was not told. */
  readonly clockAheadMs?: number;
}

export interface SupervisorLogins {
  /** Null where nobody is signed in. */
  read(): Promise<SupervisorLogin | null>;
  keep(login: SupervisorLogin): Promise<void>;
  forget(): Promise<void>;
}

const KEY = 'supervisor';

const schema = v.object({
  id: v.string(),
  server: v.custom<ServerUrl>((value) => typeof value === 'string'),
  path: v.string(),
  credentials: v.object({ user: v.string(), password: v.string() }),
  clockAheadMs: v.exactOptional(v.number()),
});

/** Read anew each time: whatever empties the browser's memory signs the supervisor out, too. */
export function createSupervisorLogins(area: SessionArea): SupervisorLogins {
  return {
    async read() {
      const stored = v.safeParse(schema, (await area.get(null))[KEY]);
      return stored.success ? stored.output : null;
    },
    keep: (login) => area.set({ [KEY]: login }),
    forget: () => area.remove([KEY]),
  };
}
