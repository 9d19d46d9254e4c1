import { describe, expect, it } from 'vitest';
import type { ServiceOptions } from '../../../lib/vicidial/non-agent-api/service-connection.ts';
import { serviceCredentials } from '../../../lib/vicidial/wire/credentials.ts';
import { CREDENTIALS, SERVER } from './fake-server.ts';

describe('a login for the Non-Agent API', () => {
  // An agent's sign-in has two users: who signs, and whom it is for.
  it.each(['1000', 'Agent7', 'signer'])('is never that of the sign-in of %s', (own) => {
    for (const signedIn of [[own], [own, '2000'], ['2000', own]]) {
      expect(serviceCredentials({ user: own.toUpperCase(), password: 'agentpass' }, signedIn)).toEqual({
        ok: false,
        failure: { code: 'refusedInput', field: 'user', problem: 'notAllowed' },
      });
    }
  });

  it('is another user, or a supervisor who is no agent', () => {
    expect(serviceCredentials(CREDENTIALS, ['1000', 'signer'])).toEqual({ ok: true, value: CREDENTIALS });
    expect(serviceCredentials(CREDENTIALS, [])).toEqual({ ok: true, value: CREDENTIALS });
  });

  it('may be missing where a relay signs, and nowhere else', () => {
    const unsigned = { server: SERVER, credentials: null };
    const byRelay: ServiceOptions = { ...unsigned, relay: true };
    // @ts-expect-error an unsigned request counts as a wrong password
    const byNobody: ServiceOptions = unsigned;
    // @ts-expect-error the users of the agent's sign-in were not asked for
    const unchecked: ServiceOptions = { ...unsigned, credentials: CREDENTIALS };
    expect([byRelay, byNobody, unchecked]).toHaveLength(3);
  });
});
