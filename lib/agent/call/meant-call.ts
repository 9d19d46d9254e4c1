import type { AgentState } from '../state/agent-state.ts';
import { isOnCall } from '../state/pending-command.ts';
import type { CallAction } from './call-actions.ts';

/** The call that an agent decides about, as it was shown to him then. */
export interface MeantCall {
  readonly inWrapUp: boolean;
  /** As the dialer names it; null where that is not known. */
  readonly phoneNumber: string | null;
  /** VICIdial's id of its lead; left out where nobody tells it. */
  readonly leadId?: string;
}

/** What is remembered of the call that `agent` is shown in. */
export function meantCallOf({ phase, phoneNumber, leadId, mayBeWrapUp }: AgentState): MeantCall {
  const inWrapUp = phase === 'wrapUp' || mayBeWrapUp === true;
  return { inWrapUp, phoneNumber, ...(leadId !== undefined && { leadId }) };
}

/** What cannot be taken back, and would do the next customer harm: each is sent on a reading that is fresh. */
const READ_FIRST: ReadonlySet<CallAction> = new Set([
  'finish',
  'blindTransfer',
  'ingroupTransfer',
  'leaveThreeWay',
  'pushFields',
  'previewDial',
  'previewSkip',
  'previewAlternative',
  'logOut',
]);

/** True where a reading of this moment has to allow the action; the others are only refused by one. */
export function needsReading(action: CallAction): boolean {
  return READ_FIRST.has(action);
}

/**
 * False when `now` shows another call than the one that was meant: another number of another lead, whose number the agent may
 * have corrected, or a customer on the line after a wrap-up.
 * Two calls that an agent's own login shows, without a number, are the same as far as can be told.
 */
export function isSameCall(meant: MeantCall, now: AgentState): boolean {
  if (meant.inWrapUp && isOnCall(now.phase)) return false;
  if (meant.leadId !== undefined && meant.leadId === now.leadId) return true;
  const [one, other] = [digitsOf(meant), digitsOf(now)];
  // One source names a number with its calling code, another without.
  return one === '' || other === '' || one.endsWith(other) || other.endsWith(one);
}

function digitsOf({ phoneNumber }: Pick<MeantCall, 'phoneNumber'>): string {
  return phoneNumber?.replace(/\D/g, '') ?? '';
}
