import { type Advice, adviseSetUp } from '../../../lib/messages/set-up-advice.ts';
import type { FunctionReport, LoginReport, SetUpReport } from '../../../lib/messages/set-up-report.ts';

export const LOGIN: LoginReport = { user: '1000', passwordWarning: null, problem: null, functions: [] };
export const SERVICE: LoginReport = { ...LOGIN, user: 'api7' };
/** A set-up of which nothing has to be said. */
export const WELL: SetUpReport = {
  ...{ server: 'https://dialer.example.com', agentUser: '1000', isRelay: false, agent: LOGIN, service: SERVICE },
  supervisor: null,
  facts: { isLoggedIn: true, mayDialByHand: true, hasWebphone: true, mayUpdateFields: true, isViewable: true },
};

/** What is said of {@link WELL} with a change. */
export const advise = (change: Partial<SetUpReport>): readonly Advice[] => adviseSetUp({ ...WELL, ...change });
export const keysOf = (change: Partial<SetUpReport>) => advise(change).map(({ explanation }) => explanation.key);

/** What was found out of a function. */
export const told = (
  name: string,
  answer: FunctionReport['told'],
  needs?: FunctionReport['needs'],
): FunctionReport => ({ ...{ name, told: answer }, ...(needs && { needs }) });
