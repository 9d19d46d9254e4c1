import { type Dial, type DialStep, isDialRunning, type PagePerson } from '../dial/dial.ts';
import { mayBeNumber } from '../dial/live-number.ts';
import type { AgentState } from '../state/agent-state.ts';

/** A call has come of the dial. */
const ON_CALL: ReadonlySet<DialStep> = new Set(['onCall', 'ringing', 'talking']);

/**
 * Who is on the line by the page that the call was clicked on; null where that is another call, or where VICIdial has another's
 * lead on the screen: the page's record has to have the lead or its code, and where nobody tells those, the number. Null where nobody
 * tells lead or number either, as with the agent's own login alone: the next customer may be there by now. A call that comes in has no
 * click by which a page was read, and none is read without one: the page in front may be somebody else's.
 */
export function personOnCall(dial: Dial | null, agent: AgentState): PagePerson | null {
  if (!isDialRunning(dial) || !ON_CALL.has(dial.step)) return null;
  const { record, number } = dial;
  if (agent.leadId === undefined && agent.phoneNumber === null) return null;
  if (!record?.person || !mayBeNumber(agent.phoneNumber, number) || isOtherLead(dial.leadId, agent.leadId)) return null;
  return isRecordOf(record, agent) ? record.person : null;
}

function isRecordOf({ leadId, vendorId, ownsNumber }: NonNullable<Dial['record']>, agent: AgentState): boolean {
  if (leadId !== undefined && agent.leadId !== undefined) return leadId === agent.leadId;
  if (vendorId !== undefined && agent.vendorLeadCode !== undefined) return vendorId === agent.vendorLeadCode;
  return ownsNumber === true;
}

function isOtherLead(called: string | undefined, shown: string | undefined): boolean {
  return called !== undefined && shown !== undefined && called !== shown;
}
