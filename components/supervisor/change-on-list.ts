import { isUnclear } from '../../lib/messages/explain-number-window.ts';
import type { DoNotCallChange, DoNotCallState, SupervisorAnswer } from '../../lib/messages/supervisor.ts';
import { ok } from '../../lib/result.ts';
import type { SupervisorCommands } from './commands.ts';

/** A number as it was looked up, and what is to be done with it on that list. */
export interface ListChange extends Pick<DoNotCallState, 'e164' | 'nationalNumber'>, DoNotCallChange {}

export type ListOutcome =
  | { readonly kind: 'changed' | 'already' }
  /** Nobody knows what the change did. `listed` is what was told when it was asked again; null where that was not told either. */
  | { readonly kind: 'unclear'; readonly listed: DoNotCallState['listed'] | null };

/** Sends a change once. Where no clear answer comes the list is asked how it is now. */
export async function changeOnList(
  { doNotCall, changeDoNotCall }: Pick<SupervisorCommands, 'doNotCall' | 'changeDoNotCall'>,
  { e164, nationalNumber, campaign, change }: ListChange,
): Promise<SupervisorAnswer<ListOutcome>> {
  const answer = await changeDoNotCall({ nationalNumber, campaign, change }).catch(() => null);
  if (answer?.ok) return ok({ kind: answer.value });
  if (answer && !isUnclear(answer.failure)) return answer;
  const now = await doNotCall({ text: e164, campaign }).catch(() => null);
  return ok({ kind: 'unclear', listed: now?.ok ? now.value.listed : null });
}
