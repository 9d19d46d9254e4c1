import type { SupervisorAnswer } from '../../messages/supervisor.ts';
import type { Answer } from '../../vicidial/client.ts';
import type { ServiceOptions } from '../../vicidial/non-agent-api/service-connection.ts';

/**
 * Puts one question to the dialer with the login of one sign-in: one question at a time, and never again by itself. Not at all once
 * there is another sign-in, or none.
 */
export type Ask = <T>(question: (options: ServiceOptions) => Answer<T>) => Promise<SupervisorAnswer<T>>;
