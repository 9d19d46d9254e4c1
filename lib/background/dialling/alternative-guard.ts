import type { DialPolicy } from '../../agent/dial/dial.ts';
import type { ConfirmReason } from '../../agent/dial/dial-view.ts';
import type { AlternativeRequest } from '../../messages/call-control.ts';
import type { CommandProblem } from '../../messages/panel-state.ts';
import { dialableE164 } from '../../phone/parse-dialable.ts';
import type { DialableNumber } from '../../phone/phone-number.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { LeadRecord } from '../../vicidial/wire/lead-fields.ts';
import type { DoNotCall } from '../records/do-not-call.ts';
import type { NumberDetails } from '../records/number-details.ts';
import { countCall } from './counted-call.ts';
import { judgeToll, tollRulesOf } from './toll-guard.ts';
import type { TransferGuardDeps } from './transfer-guard.ts';

export interface AlternativeGuardDeps extends TransferGuardDeps {
  readonly details: Pick<NumberDetails, 'leadNow'>;
  /** What becomes of a number on a do-not-call list; left out where nobody may ask for those. */
  readonly whenListed: () => Promise<DialPolicy['whenListed']>;
  readonly listOf: DoNotCall['listOf'];
  /** Reads the agent from the server, which tells his lead by its id. */
  readonly readServer: () => Promise<void>;
}

const UNREAD = { code: 'alternativeUnread' } as const;

/**
 * Calls the alternative number of the lead on preview under the rules of a dial: VICIdial itself is told no number here. What cannot
 * be read, or is no number, is not called.
 */
export async function guardAlternative(
  deps: AlternativeGuardDeps,
  request: AlternativeRequest,
  now: number,
): Promise<Result<null, CommandProblem>> {
  const { store, settings, calls } = deps;
  if (store.current().agent.phase === 'previewing' && store.current().agent.leadId === undefined)
    await deps.readServer();
  const { agent } = store.current();
  // Nothing is sent: there is no preview, and VICIdial's own control says so.
  if (agent.phase !== 'previewing') return calls.control({ action: request.action });
  // Judged was its first number alone, and what the dial follows is that.
  if (store.current().dial?.step === 'previewing') return fail({ code: 'notNow', reason: 'previewOfFirst' });
  const { leadId } = agent;
  if (leadId === undefined) return fail(UNREAD);
  const lead = await deps.details.leadNow(leadId);
  const number = lead.ok && lead.value ? alternativeOf(lead.value) : null;
  if (number === null) return fail(UNREAD);
  const judged = await judge(deps, number);
  if (!judged.ok) return judged;
  const [reason] = judged.value;
  const meant = { inWrapUp: false, phoneNumber: agent.phoneNumber, leadId };
  const isConfirmed = request.confirmed && request.number === number.e164 && request.meant?.leadId === leadId;
  if (reason && !isConfirmed)
    return fail({ code: 'askFirst', request: { action: request.action, number: number.e164, meant }, reason });
  const { mostDialsPerMinute } = await settings.read();
  return calls.control({ action: request.action, meant }, (send) => countCall(store, mostDialsPerMinute, now, send));
}

/** As VICIdial calls it: the lead's calling code before what stands in the field. */
function alternativeOf({ phone_code, alt_phone }: LeadRecord): DialableNumber | null {
  return /^\d+$/.test(alt_phone) && /^\d+$/.test(phone_code) ? dialableE164(`+${phone_code}${alt_phone}`) : null;
}

async function judge(
  { store, settings, ...lists }: AlternativeGuardDeps,
  number: DialableNumber,
): Promise<Result<readonly ConfirmReason[], CommandProblem>> {
  const toll = judgeToll(number, tollRulesOf(store.current(), await settings.read()));
  if (!toll.ok) return toll.failure.code === 'neverDial' ? fail(toll.failure) : fail(UNREAD);
  const whenListed = await lists.whenListed();
  const list = whenListed === undefined ? null : await lists.listOf(number);
  if (list === null) return toll;
  // One question can be asked here, and each reason wants its own.
  return whenListed === 'ask' && toll.value.length === 0 ? ok(['doNotCall']) : fail({ code: 'doNotCall', list });
}
