import { readTypedUrl } from '../../read-url.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { Answer } from '../client.ts';
import { success } from '../wire/agent-answers.ts';
import { type ConnectionOptions, createCaller } from '../wire/caller.ts';
import { input } from '../wire/inputs.ts';

/** Where a relay is looked for when its address names no path. */
const USUAL_RELAY_PATH = '/dialside';

/** What a relay says of the person whom it knows by the browser's cookie. */
export interface RelaySession {
  /** The agent every request of this person is made for. */
  readonly agentUser: string;
  /** It passes on agent_status, signed with a login of its own: the live detail, without a second login here. */
  readonly hasStatus: boolean;
}

/** The path in a relay's address as an administrator gives it, without its last slash; the usual one where there is none. */
export function relayPathIn(address: string): string {
  const path = readTypedUrl(address.trim())?.pathname.replace(/\/+$/, '') ?? '';
  return path === '' ? USUAL_RELAY_PATH : path;
}

/**
 * Asks the relay whom it knows. Nothing of VICIdial is asked. A page in place of the answer is the sign-in page of one that
 * knows nobody (docs/relay).
 */
export async function askRelay(
  options: Omit<ConnectionOptions, 'credentials'> & { readonly path: string },
): Answer<RelaySession> {
  const { anonymous } = createCaller({ ...options, credentials: null, relay: true });
  const read = success('relay_session', ([agent = '', ...offers]): Result<RelaySession, never> | null =>
    input('agent_user', agent).ok ? ok({ agentUser: agent, hasStatus: offers.includes('agent_status') }) : null,
  );
  const answer = await anonymous('relay_session', {}, read);
  return !answer.ok && answer.failure.code === 'notVicidial' ? fail({ code: 'relaySignedOut' }) : answer;
}
