import type {
  DoNotCallChange,
  DoNotCallLook,
  DoNotCallState,
  FoundLeads,
  LeadQuestion,
  SupervisorAnswer,
} from '../../messages/supervisor.ts';
import { parseDialable } from '../../phone/parse-dialable.ts';
import type { DialableNumber, NumberFailure, Region } from '../../phone/phone-number.ts';
import { fail, ok, type Result } from '../../result.ts';
import { createDncClient } from '../../vicidial/non-agent-api/dnc-client.ts';
import { createLeadReader } from '../../vicidial/non-agent-api/lead-reader.ts';
import { createNumberClient } from '../../vicidial/non-agent-api/number-client.ts';
import type { LeadRecord } from '../../vicidial/wire/lead-fields.ts';
import { ANY_TIME } from '../records/do-not-call.ts';
import type { Ask } from './ask.ts';

/** Each lead is a request of its own where it was found by a code; more of them nobody reads. */
const MOST_LEADS = 5;

/** Single numbers and the leads that have them. */
export interface Numbers {
  doNotCall(request: DoNotCallLook): Promise<SupervisorAnswer<DoNotCallState>>;
  /** One request, never repeated. */
  changeDoNotCall(request: DoNotCallChange): Promise<SupervisorAnswer<'changed' | 'already'>>;
  leads(question: LeadQuestion): Promise<SupervisorAnswer<FoundLeads>>;
}

export function createNumbers(ask: Ask, regions: () => Promise<readonly Region[]>): Numbers {
  const read = async (text: string): Promise<Result<DialableNumber, { code: 'number'; failure: NumberFailure }>> => {
    const number = parseDialable(text, await regions());
    return number.ok ? number : fail({ code: 'number', failure: number.failure });
  };
  const allOf = async (ids: readonly string[]): Promise<SupervisorAnswer<readonly LeadRecord[]>> => {
    const leads: LeadRecord[] = [];
    for (const id of ids.slice(0, MOST_LEADS)) {
      const lead = await ask((options) => createLeadReader(options).lead(id));
      if (!lead.ok) return lead;
      if (lead.value) leads.push(lead.value);
    }
    return ok(leads);
  };

  return {
    async doNotCall({ text, campaign }) {
      const number = await read(text);
      if (!number.ok) return number;
      const { e164, callingCode, nationalNumber } = number.value;
      const question = { callingCode, nationalNumber, callTime: ANY_TIME, ...(campaign !== null && { campaign }) };
      const answer = await ask((options) => createNumberClient(options).check(question));
      if (answer.ok) {
        const { value } = answer;
        return ok({ e164, nationalNumber, listed: value.verdict === 'doNotCall' ? value.list : 'none' });
      }
      // Who may not ask may be allowed to write all the same.
      return isNotPermitted(answer) ? ok({ e164, nationalNumber, listed: 'unknown' }) : answer;
    },
    async changeDoNotCall({ nationalNumber, campaign, change }) {
      const list = campaign === null ? 'system' : { campaign };
      const answer = await ask<string>((options) =>
        change === 'add'
          ? createDncClient(options).add(nationalNumber, list)
          : createDncClient(options).remove(nationalNumber, list),
      );
      if (!answer.ok) return answer;
      return ok(answer.value === 'added' || answer.value === 'removed' ? 'changed' : 'already');
    },
    async leads({ by, text }) {
      if (by === 'leadId') {
        const leads = await allOf([text]);
        return leads.ok
          ? ok({ ids: leads.value.map(({ lead_id }) => lead_id), leads: leads.value.map(withoutSecret) })
          : leads;
      }
      const number = by === 'number' ? await read(text) : null;
      if (number && !number.ok) return number;
      const national = number?.value.nationalNumber ?? null;
      const key = national === null ? { vendorLeadCode: text } : { number: national };
      const ids = await ask((options) => createLeadReader(options).find(key));
      if (!ids.ok) return ids;
      if (ids.value.length === 0) return ok({ ids: [], leads: [] });
      const leads = await (national === null
        ? allOf(ids.value)
        : ask((options) => createLeadReader(options).leadsWith(national)));
      if (leads.ok) return ok({ ids: ids.value, leads: leads.value.map(withoutSecret) });
      // Their ids are told also where what they hold may not be.
      return isNotPermitted(leads) ? ok({ ids: ids.value, leads: null }) : leads;
    },
  };
}

/** What a customer proves himself by is asked for by an agent, and shown on no page of ours. */
function withoutSecret(lead: LeadRecord): LeadRecord {
  return { ...lead, security_phrase: '' };
}

function isNotPermitted(answer: SupervisorAnswer<unknown>): boolean {
  return !answer.ok && answer.failure.code === 'vicidial' && answer.failure.failure.code === 'notPermitted';
}
