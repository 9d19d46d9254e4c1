import type { Dial, DialRecord } from '../../agent/dial/dial.ts';
import type { DialableNumber } from '../../phone/phone-number.ts';
import type { DialRequest } from '../../vicidial/client.ts';
import type { VicidialFailure } from '../../vicidial/failure.ts';
import type { LeadReader } from '../../vicidial/non-agent-api/lead-reader.ts';
import type { LeadRecord } from '../../vicidial/wire/lead-fields.ts';
import { type Ask, type AskingDeps, askedInTime } from './asked-in-time.ts';

/**
 * A click waits for its lead no longer than this; then it goes by number. A VICIdial answers within some 10 ms, its network
 * apart, and the usual case asks once or twice: an agent hardly sees it, and one that is slow costs less than the agent screen's
 * own wait for a call.
 */
export const LEAD_WAIT_MS = 1_500;

/** Of several leads with one code the newest: people whom a company loaded again and again. */
const MOST_LEADS = 3;

/** What a dial request says of whom it is for. */
export type DialLead = Pick<DialRequest, 'leadId' | 'vendorId'>;

export interface LeadsDeps extends AskingDeps {
  /** Null where no second login may read leads. */
  readonly reader: () => LeadReader | null;
}

export interface Leads {
  /**
   * What a dial says of the record it was clicked on: its lead where that is known and has the number, else the vendor's code
   * where the page says that the number is the record's, else nothing: VICIdial gives the code to each number that it does not
   * know yet (agent-screen.md 3.1). Asked once for each dial, however often this is called; resolves within
   * {@link LEAD_WAIT_MS}.
   */
  find(dial: Pick<Dial, 'id' | 'number' | 'record'>): Promise<DialLead>;
  /** Takes in why VICIdial refused a dial: a lead that has not that number is not dialled so again. */
  refused(dial: Pick<Dial, 'number' | 'record'>, failure: VicidialFailure): void;
}

/** Finds the leads that dials are for. Nothing that is found here dials; the dial goes on without it, too. */
export function createLeads({ reader, ...asking }: LeadsDeps): Leads {
  let newest: { readonly id: string; readonly found: Promise<DialLead> } | null = null;
  // Forgotten with the worker: then it is refused once more, and nothing was dialled.
  const misfits = new Set<string>();

  const unproven = ({ number, record = {} }: Pick<Dial, 'number' | 'record'>): DialLead => {
    const { leadId } = record;
    return leadId !== undefined && !misfits.has(keyOf(leadId, number)) ? { leadId } : byNumber(record);
  };

  const lookUp = async (dial: Pick<Dial, 'number' | 'record'>): Promise<DialLead> => {
    const leads = reader();
    const { record, number } = dial;
    if (!leads || !record || !isNamed(record)) return unproven(dial);
    return askedInTime(
      asking,
      LEAD_WAIT_MS,
      (ask) => findLead(leads, ask, record, number),
      () => unproven(dial),
    );
  };

  return {
    find(dial) {
      if (newest?.id !== dial.id) newest = { id: dial.id, found: lookUp(dial) };
      return newest.found;
    },
    refused({ number, record }, { code }) {
      const isMisfit = code === 'leadNumberInvalid' || code === 'leadNotFound';
      if (isMisfit && record?.leadId !== undefined) misfits.add(keyOf(record.leadId, number));
    },
  };
}

/** The lead the page names, else one with the vendor's code, else one with the number that is no other record's; else by number. */
async function findLead(leads: LeadReader, ask: Ask, record: DialRecord, number: DialableNumber): Promise<DialLead> {
  const { leadId, vendorId } = record;
  if (leadId !== undefined) {
    const named = await ask(() => leads.lead(leadId));
    if (named.ok && named.value && hasNumber(named.value, number)) return { leadId };
  }
  if (vendorId !== undefined) {
    const ids = await ask(() => leads.find({ vendorLeadCode: vendorId }));
    for (const id of (ids.ok ? ids.value : []).slice(0, MOST_LEADS)) {
      const lead = await ask(() => leads.lead(id));
      if (lead.ok && lead.value && hasNumber(lead.value, number)) return { leadId: id };
    }
  }
  const answer = await ask(() => leads.leadsWith(number.nationalNumber));
  const others = answer.ok ? answer.value.filter((lead) => hasNumber(lead, number)) : [];
  const isFree = ({ vendor_lead_code: code }: LeadRecord) => vendorId === undefined || code === '' || code === vendorId;
  const free = others.find(isFree);
  if (free) return { leadId: free.lead_id };
  // Somebody else's number, whatever the page says.
  return others.length > 0 ? {} : byNumber(record);
}

function isNamed({ leadId, vendorId }: DialRecord): boolean {
  return leadId !== undefined || vendorId !== undefined;
}

function byNumber({ vendorId, ownsNumber }: DialRecord): DialLead {
  return vendorId !== undefined && ownsNumber === true ? { vendorId } : {};
}

/** VICIdial dials a lead by the lead's own calling code, and refuses one of whose three numbers none is meant (api.md 7.1). */
function hasNumber(lead: LeadRecord, { callingCode, nationalNumber }: DialableNumber): boolean {
  const numbers = [lead.phone_number, lead.alt_phone, lead.address3];
  return lead.phone_code === callingCode && numbers.includes(nationalNumber);
}

function keyOf(leadId: string, { e164 }: DialableNumber): string {
  return `${leadId} ${e164}`;
}
