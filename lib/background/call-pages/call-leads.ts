import type { FollowedCall } from '../../agent/call/followed-call.ts';
import type { LeadReader } from '../../vicidial/non-agent-api/lead-reader.ts';
import type { LeadRecord } from '../../vicidial/wire/lead-fields.ts';
import type { RequestLine } from '../request-line.ts';

export interface CallLeads {
  /** The lead of a call, asked for once while the call lasts; null where nobody may ask, or it cannot be had. */
  of(call: Pick<FollowedCall, 'startedAt' | 'facts'>): Promise<LeadRecord | null>;
  /** The same as it is now. */
  now(call: Pick<FollowedCall, 'facts'>): Promise<LeadRecord | null>;
}

/** Leads as the second login of the sign-in reads them, in the line of everything that is only asked. */
export function createCallLeads(deps: {
  readonly reader: () => LeadReader | null;
  readonly inTurn: RequestLine['inTurn'];
}): CallLeads {
  // Forgotten with the worker: then it is asked for once more.
  let newest: { readonly key: string; readonly lead: Promise<LeadRecord | null> } | null = null;

  const ask = async ({ facts: { leadId } }: Pick<FollowedCall, 'facts'>): Promise<LeadRecord | null> => {
    const reader = deps.reader();
    if (!reader || leadId === undefined) return null;
    const answer = await deps.inTurn(() => reader.lead(leadId)).catch(() => null);
    return answer?.ok ? answer.value : null;
  };

  return {
    now: ask,
    of(call) {
      const key = `${call.startedAt} ${call.facts.leadId}`;
      if (newest?.key !== key) newest = { key, lead: ask(call) };
      return newest.lead;
    },
  };
}
