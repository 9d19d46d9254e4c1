import { type Call, type ConnectionOptions, createCaller } from '../wire/caller.ts';
import type { ServiceCredentials } from '../wire/credentials.ts';

/** The Non-Agent API, signed by a service user or a supervisor, or by a relay: unsigned requests count as wrong passwords. */
export type ServiceOptions = Omit<ConnectionOptions, 'credentials' | 'relay'> &
  (
    | { readonly credentials: ServiceCredentials; readonly relay?: false }
    | { readonly credentials: null; readonly relay: true }
  );

/** Five thousand rows of the widest table, which is some times the hopper of a large campaign. */
const LONGEST_TABLE_BYTES = 1024 * 1024;

/** Signed requests to the Non-Agent API, one POST each. */
export function serviceCaller(options: ServiceOptions): Call {
  return createCaller({
    path: '/vicidial/non_agent_api.php',
    maxAnswerBytes: LONGEST_TABLE_BYTES,
    isData: true,
    ...options,
  }).signed;
}
