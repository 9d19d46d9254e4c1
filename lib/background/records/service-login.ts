import type { Result } from '../../result.ts';
import type { Connection } from '../../session/connection.ts';
import type { SessionStore } from '../../session/session-store.ts';
import type { VicidialFailure } from '../../vicidial/failure.ts';
import type { ServiceOptions } from '../../vicidial/non-agent-api/service-connection.ts';
import { serviceLoginOf } from '../service-credentials.ts';
import { dropStatusLogin, isLoginRefused } from '../session/refused-login.ts';

export interface ServiceLogin {
  /** A client of the Non-Agent API as the second login of the sign-in; null where there is none. */
  client<C extends object>(create: (options: ServiceOptions) => C, timeoutMs?: number): C | null;
}

const REFUSED: VicidialFailure = { code: 'badCredentials' };

/**
 * The second login of the sign-in, for what VICIdial tells of leads and numbers. A login that is refused is used no more, by
 * nobody: ten wrong passwords lock a user out. A function that it may not call is asked for once in a session.
 */
export function createServiceLogin(deps: {
  readonly store: SessionStore;
  /** Sends for one session alone: refuses when that is over. */
  readonly fetchIn: (connection: Connection) => typeof fetch;
  readonly timeoutMs: number;
}): ServiceLogin {
  const { store, fetchIn, timeoutMs } = deps;
  // By the id of a session. Of another worker's refusals nothing is known: asking once more counts as no wrong password.
  const denied = new Map<string, Map<unknown, Map<string, VicidialFailure>>>();

  // By the maker, too: two clients have functions of one name.
  const deny = (id: string, maker: unknown, name: string, failure: VicidialFailure) => {
    const known = denied.get(id) ?? new Map<unknown, Map<string, VicidialFailure>>();
    denied.clear();
    denied.set(id, known.set(maker, (known.get(maker) ?? new Map()).set(name, failure)));
  };

  const onFailure = async ({ id }: Connection, failure: VicidialFailure) => {
    if (!isLoginRefused(failure)) return;
    const { connection } = store.current();
    if (connection?.id === id && connection.statusCredential) await dropStatusLogin(store, failure);
  };

  /** Refused by an answer that came meanwhile, or nobody is signed in any more. */
  const isOver = ({ id }: Connection) => {
    const { connection } = store.current();
    return connection?.id !== id || connection.statusCredential === null;
  };

  const attended = <C extends object>(connection: Connection, client: C, maker: unknown): C =>
    new Proxy(client, {
      get(target, name) {
        const ask: unknown = Reflect.get(target, name);
        if (typeof ask !== 'function') return ask;
        return async (...args: unknown[]) => {
          const known = isOver(connection) ? REFUSED : denied.get(connection.id)?.get(maker)?.get(String(name));
          if (known) return { ok: false, failure: known };
          const answer: Result<unknown, VicidialFailure> = await ask.apply(target, args);
          if (answer.ok) return answer;
          if (answer.failure.code === 'notPermitted') deny(connection.id, maker, String(name), answer.failure);
          await onFailure(connection, answer.failure);
          return answer;
        };
      },
    });

  return {
    client(create, waitMs = timeoutMs) {
      const { connection } = store.current();
      const credentials = connection && serviceLoginOf(connection);
      if (!credentials) return null;
      const { server, nonAgentPath: path } = connection;
      const client = create({ server, path, credentials, fetch: fetchIn(connection), timeoutMs: waitMs });
      return attended(connection, client, create);
    },
  };
}
