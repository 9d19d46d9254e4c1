import type { Connection } from '../session/connection.ts';
import { type ServiceCredentials, serviceCredentials } from '../vicidial/wire/credentials.ts';

/**
 * The second login of a sign-in. Null where there is none, and where a relay signs: it passes on what its administrator has listed,
 * and leads are not among that.
 */
export function serviceLoginOf({
  statusCredential,
  credentials,
  agentUser,
  relay,
}: Connection): ServiceCredentials | null {
  if (!statusCredential || relay) return null;
  const service = serviceCredentials(statusCredential, [agentUser, ...(credentials ? [credentials.user] : [])]);
  return service.ok ? service.value : null;
}
