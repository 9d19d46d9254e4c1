import { STATUS_LOGIN } from '../e2e/fixtures/demo-agent.ts';
import type { Dialer } from '../simulator/dialer.ts';
import { newRow } from '../simulator/world.ts';

/** What is told of the first number of the CRM's list once {@link listFirst} has put it on the dialer's list. */
export const NOT_CALLED = 'do-not-call list. It was not called.';

/** The first number of the CRM's list must not be called, and the second login may ask for that. */
export function listFirst({ world }: Dialer): void {
  const login = world.users.find(({ user }) => user === STATUS_LOGIN.user);
  if (!login) throw new Error('The world has no such user.');
  login.user_level = '8';
  world.dnc.push(newRow('dnc', { phone_number: '4155550132' }));
}
