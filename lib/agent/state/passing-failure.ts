import { isOutcomeUnknown, type VicidialFailure } from '../../vicidial/failure.ts';

/** What time, an administrator or, at the company's relay, the agent mends while the same login goes on. */
const PASSING: ReadonlySet<VicidialFailure['code']> = new Set([
  // An empty answer, which may have been lost on its way: this login could read the status before.
  'unknownFunction',
  ...(['redirected', 'notVicidial', 'noActiveServer', 'apiOff', 'notPermitted', 'agentNotFound'] as const),
  ...(['relayBusy', 'relaySignedOut', 'relayRefused'] as const),
]);

/** True for a failure that a later reading may not meet any more; false for a login that is not to be used again. */
export function mayPass(failure: VicidialFailure): boolean {
  return isOutcomeUnknown(failure) || PASSING.has(failure.code);
}
