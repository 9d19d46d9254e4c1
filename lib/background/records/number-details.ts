import {
  LIST_ID,
  type NumberAnswer,
  type NumberLead,
  type NumberLeads,
  type NumberRecording,
  type PageRecord,
  type RecordLead,
} from '../../messages/number-details.ts';
import type { DialableNumber } from '../../phone/phone-number.ts';
import { fail, ok } from '../../result.ts';
import type { Connection } from '../../session/connection.ts';
import type { Answer } from '../../vicidial/client.ts';
import { createLeadReader, type LeadCallback } from '../../vicidial/non-agent-api/lead-reader.ts';
import { createNumberClient, type PastCall, type Recording } from '../../vicidial/non-agent-api/number-client.ts';
import { placeOfRecording } from '../../vicidial/recording-place.ts';
import type { LeadRecord } from '../../vicidial/wire/lead-fields.ts';
import { placeIn } from './number-place.ts';
import { askForWindow, type NumberQuestionDeps } from './number-question.ts';
import { createRememberedAnswers, type RememberedDeps } from './remembered-answers.ts';
import type { ServiceLogin } from './service-login.ts';

/** Its column has no index of VICIdial's (docs/vicidial, section 9.5): a large log is read for some seconds. */
const SLOW_MS = 8_000;
/** What a person looks at before a call; VICIdial tells all there ever was. */
const MOST_LEADS = 5;
const MOST_CALLS = 10;
const MOST_LISTS = 10;
// Of several leads with one code the newest: people whom a company loaded again and again.
const MOST_OF_RECORD = 3;

export interface NumberDetailsDeps extends Omit<RememberedDeps, 'session'>, Pick<NumberQuestionDeps, 'spaced'> {
  readonly service: ServiceLogin;
  readonly connection: () => Connection | null;
}

type Number = Pick<DialableNumber, 'callingCode' | 'nationalNumber'>;

/**
 * What VICIdial knows of the people behind a number, for Dialside's own window alone. Asked when an agent opens that, each thing
 * once in five minutes; what could not be answered is asked anew. Times are server-local `YYYY-MM-DD HH:MM:SS`.
 */
export interface NumberDetails {
  leads(number: Number): Promise<NumberAnswer<NumberLeads>>;
  /** To and from the number, the newest first. */
  calls(number: Number): Promise<NumberAnswer<readonly PastCall[]>>;
  callbacks(leadId: string): Promise<NumberAnswer<readonly LeadCallback[]>>;
  /** The lead as it is now, asked anew each time; null when there is none. */
  leadNow(leadId: string): Promise<NumberAnswer<LeadRecord | null>>;
  /**
   * The newest lead in that country of a record: by the id that the page names, else by the CRM's code. Asked anew each time.
   */
  recordLead(
    number: Number,
    record: Pick<PageRecord, 'leadId' | 'vendorCode'>,
  ): Promise<NumberAnswer<RecordLead | null>>;
  /** The newest first. */
  recordings(leadId: string): Promise<NumberAnswer<readonly NumberRecording[]>>;
  /** Something was changed by the agent: all is asked anew. */
  forget(): void;
}

export function createNumberDetails(deps: NumberDetailsDeps): NumberDetails {
  const { service, connection, spaced, now } = deps;
  const session = () => connection()?.id ?? null;
  const known = createRememberedAnswers<NumberAnswer<unknown>>({ session, now });

  function once<C extends object, T>(
    key: string,
    newClient: () => C | null,
    question: (client: C) => Answer<T>,
  ): Promise<NumberAnswer<T>> {
    // What is kept under a key was asked by that key's own question.
    const before = known.get(key) as Promise<NumberAnswer<T>> | undefined;
    if (before) return before;
    const answer = askForWindow({ session, spaced }, newClient(), question);
    known.keep(key, answer);
    void answer.then(({ ok: isOk }) => isOk || known.drop(key, answer));
    return answer;
  }

  let seen: { readonly session: string | null; readonly lists: readonly string[] } = { session: null, lists: [] };
  /** The lists of all leads that were read in this session, the newest first. */
  const listsSeen = (leads: readonly LeadRecord[]): readonly string[] => {
    const before = seen.session === session() ? seen.lists : [];
    const own = leads.map(({ list_id }) => list_id).filter((list) => LIST_ID.test(list));
    seen = { session: session(), lists: [...new Set([...own, ...before])].slice(0, MOST_LISTS) };
    return seen.lists;
  };

  const leadReader = () => service.client(createLeadReader, SLOW_MS);
  const numbers = () => service.client(createNumberClient, SLOW_MS);

  const leadNow = (leadId: string) => askForWindow({ session, spaced }, leadReader(), (client) => client.lead(leadId));

  const idsOf = async ({ leadId, vendorCode }: Pick<PageRecord, 'leadId' | 'vendorCode'>) => {
    if (leadId !== undefined) return ok([leadId]);
    if (vendorCode === undefined) return ok([]);
    return askForWindow({ session, spaced }, leadReader(), (client) => client.find({ vendorLeadCode: vendorCode }));
  };

  return {
    async leads({ callingCode, nationalNumber }) {
      const answer = await once(`leads ${nationalNumber}`, leadReader, (client) => client.leadsWith(nationalNumber));
      if (!answer.ok) return answer;
      const own = answer.value.filter((lead) => lead.phone_code === callingCode);
      const shown = own.slice(0, MOST_LEADS).map(leadOf);
      const told = { shown, older: own.length - shown.length, foreign: answer.value.length - own.length };
      const lists = listsSeen(answer.value);
      return ok({ ...told, ...(lists.length > 0 && { lists }) });
    },
    async calls({ nationalNumber }) {
      const answer = await once(`calls ${nationalNumber}`, numbers, (client) => client.calls(nationalNumber, 'ALL'));
      return answer.ok ? ok(answer.value.slice(0, MOST_CALLS)) : answer;
    },
    callbacks: (leadId) => once(`callbacks ${leadId}`, leadReader, (client) => client.callbacks(leadId)),
    async recordLead(number, record) {
      const ids = await idsOf(record);
      if (!ids.ok) return ids;
      for (const id of ids.value.slice(0, MOST_OF_RECORD)) {
        const lead = await leadNow(id);
        if (!lead.ok) return lead;
        if (lead.value?.phone_code === number.callingCode)
          return ok({ leadId: id, place: placeIn(lead.value, number) });
      }
      return ok(null);
    },
    leadNow,
    async recordings(leadId) {
      const server = connection()?.server;
      const answer = await once(`recordings ${leadId}`, numbers, (client) => client.recordings({ leadId }));
      if (!answer.ok || server === undefined) return answer.ok ? fail({ code: 'notSignedIn' }) : answer;
      const newestFirst = answer.value.toSorted((one, other) => other.startedAt.localeCompare(one.startedAt));
      return ok(newestFirst.slice(0, MOST_CALLS).map((each) => recordingOf(each, server)));
    },
    forget: known.forget,
  };
}

function leadOf(lead: LeadRecord): NumberLead {
  return {
    leadId: lead.lead_id,
    name: [lead.first_name, lead.last_name].filter((part) => part !== '').join(' '),
    firstName: lead.first_name,
    lastName: lead.last_name,
    email: lead.email,
    status: lead.status,
    user: lead.user,
    vendorCode: lead.vendor_lead_code,
    listId: lead.list_id,
  };
}

function recordingOf({ location, ...recording }: Recording, server: Connection['server']): NumberRecording {
  const { recordingId, startedAt, user, seconds } = recording;
  return { recordingId, startedAt, user, seconds, from: placeOfRecording(location, server) };
}
