import type { SupervisorAnswer } from '../../messages/supervisor.ts';
import type { Answer } from '../../vicidial/client.ts';
import type { ServiceOptions } from '../../vicidial/non-agent-api/service-connection.ts';

/**
 * Puts one question to the dialer with the supervisor's login: one at a time, and never again by itself. It is put with the login
 * it was asked under, or with that of the sign-in `session`, and not at all once there is another.
 */
export type Ask = <T>(
  question: (options: ServiceOptions) => Answer<T>,
  session?: string,
) => Promise<SupervisorAnswer<T>>;
