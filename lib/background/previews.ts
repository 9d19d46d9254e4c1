import type { DialProblem } from '../agent/dial/dial-view.ts';
import type { NumberAnswer, NumberProblem } from '../messages/number-details.ts';
import type { DialableNumber } from '../phone/phone-number.ts';
import type { SessionState, SessionStore } from '../session/session-store.ts';
import { mayPreview, type Policy } from '../settings/policy.ts';
import type { VicidialFailure } from '../vicidial/failure.ts';
import type { LeadRecord } from '../vicidial/wire/lead-fields.ts';
import { serviceLoginOf } from './service-credentials.ts';

/**
 * True where a preview can be told and ended from here: by a second login, which reads the lead and the agent's sub status, neither of
 * which his own login is told (api.md 10.2). A campaign whose Manual Preview Dial is DISABLED shows leads all the same, but lets nobody
 * call or skip them by the API (api.md 7.2).
 */
export function canPreview({ connection, agent, noPreviewsIn }: SessionState, policy: Policy): boolean {
  if (!mayPreview(policy) || !connection || !serviceLoginOf(connection)) return false;
  if (noPreviewsIn === null) return true;
  // Where it is not known which campaign it was, or is, none is tried again.
  return noPreviewsIn.campaign !== null && agent.campaign !== null && noPreviewsIn.campaign !== agent.campaign;
}

/** Remembers for the session that asked that the campaign allows no previews, which VICIdial tells by refusing alone. */
export async function learnPreviews(
  store: SessionStore,
  session: string | undefined,
  failure: VicidialFailure,
): Promise<void> {
  const { connection, agent } = store.current();
  if (failure.code !== 'previewNotAllowed' || connection?.id !== session) return;
  await store.keep({ noPreviewsIn: { campaign: agent.campaign } });
}

/**
 * Why a lead is not shown for that number; null where it is. It is read for that press: DIAL calls a previewed lead by what stands
 * first in it then, whichever number was looked at.
 */
export async function whyNoPreview(
  leadNow: (leadId: string) => Promise<NumberAnswer<LeadRecord | null>>,
  leadId: string,
  { callingCode, nationalNumber }: DialableNumber,
): Promise<DialProblem | null> {
  const lead = await leadNow(leadId);
  if (!lead.ok) return whyNoLead(lead.failure);
  if (lead.value === null) return { code: 'vicidial', failure: { code: 'leadNotFound' } };
  const isFirst = lead.value.phone_code === callingCode && lead.value.phone_number === nationalNumber;
  return isFirst ? null : { code: 'previewOtherNumber' };
}

function whyNoLead(problem: NumberProblem): DialProblem {
  switch (problem.code) {
    case 'vicidial':
      return problem;
    case 'noRight':
      return { code: 'vicidial', failure: { code: 'notPermitted', function: 'lead_all_info' } };
    default:
      return { code: 'notSignedIn' };
  }
}
