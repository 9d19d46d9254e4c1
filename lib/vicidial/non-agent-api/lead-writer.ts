import { fail, ok } from '../../result.ts';
import type { Answer, CallbackRequest } from '../client.ts';
import { MISMATCH } from '../wire/agent-answers.ts';
import type { Answered, ErrorReader, KnownLine, Reader } from '../wire/answer.ts';
import type { Call, Inputs } from '../wire/caller.ts';
import { callbackTimeInput, input } from '../wire/inputs.ts';
import { keptOfComment } from '../wire/kept-comment.ts';
import { isLeadField, type LeadField, type LeadFields, leadFieldInputs } from '../wire/lead-fields.ts';
import { countIn, fieldsOf, listedIn } from '../wire/rows.ts';
import { createLeadReader, type LeadReader } from './lead-reader.ts';
import { type ServiceOptions, serviceCaller } from './service-connection.ts';

/** Where a lead that is there already counts as the same: in the list, in the lists of its campaign, or anywhere. */
export type DuplicateScope = 'LIST' | 'CAMP' | 'SYS';
export type DuplicateKey = '' | 'PHONEALT' | 'TITLEALTPHONE' | 'NAMEPHONE';
/** The days VICIdial knows; a lead that was entered earlier does not count. */
export type DuplicateDays = 1 | 2 | 3 | 7 | 14 | 15 | 21 | 28 | 30 | 60 | 90 | 180 | 360;

export interface NewLead {
  readonly callingCode: string;
  readonly nationalNumber: string;
  readonly listId: string;
  readonly fields?: LeadFields;
  readonly duplicates?: { readonly in: DuplicateScope; readonly by?: DuplicateKey; readonly within?: DuplicateDays };
  /** Refuse a number of the system's do-not-call list, and of the campaign's when one is named. */
  readonly doNotCall?: { readonly campaign?: string };
}

/**
 * VICIdial drops letters beyond ASCII without a word unless its UTF-8 option is on, so that a lead with such letters is
 * read again.
 */
export interface Written {
  /** The columns that hold other text than was sent; null where the lead could not be read. Missing where all was ASCII. */
  readonly altered?: readonly LeadField[] | null;
}

export type AddedLead =
  | ({ readonly outcome: 'added'; readonly leadId: string } & Written)
  /** It is there already, as this lead: to be used instead. */
  | { readonly outcome: 'duplicate'; readonly leadId: string }
  | { readonly outcome: 'doNotCall'; readonly list: 'system' | 'campaign' };

export interface PlannedCallback extends CallbackRequest {
  readonly campaign: string;
  /** Whose call-back it is; for `ANYONE` nobody's. */
  readonly user?: string;
}

/** VICIdial adds no call-back for a user or a campaign that it does not know. */
export type CallbackOutcome = 'added' | 'userUnknown' | 'campaignUnknown';

/** Leads, written. Level 8 with Modify Leads (docs/vicidial, sections 5.2 and 9.3). */
export interface LeadWriter {
  add(lead: NewLead): Answer<AddedLead>;
  /** Empty text empties a column. A lead that does not exist is `leadNotFound`. */
  update(leadId: string, fields: LeadFields): Answer<Written>;
  planCallback(leadId: string, callback: PlannedCallback): Answer<CallbackOutcome>;
  /** How many went. */
  removeCallbacks(leadId: string): Answer<number>;
}

export function createLeadWriter(options: ServiceOptions): LeadWriter {
  const call = serviceCaller(options);
  const change: ChangeLead = (leadId, inputs, read) =>
    call('update_lead', { lead_id: input('lead_id', leadId), search_method: 'LEAD_ID', ...inputs }, read);
  const reader = createLeadReader(options);
  return {
    add: async (lead) => {
      const added = await addLead(call, lead);
      if (!added.ok || added.value.outcome !== 'added') return added;
      return ok({ ...added.value, ...(await readBack(reader, added.value.leadId, lead.fields ?? {})) });
    },
    update: async (leadId, fields) => {
      const inputs = leadFieldInputs(fields, true);
      if (Object.keys(inputs).length === 0) return fail({ code: 'refusedInput', field: 'fields', problem: 'empty' });
      const updated = await change(leadId, inputs, readUpdated(leadId));
      return updated.ok ? ok(await readBack(reader, leadId, fields)) : updated;
    },
    planCallback: (leadId, callback) => change(leadId, callbackInputs(callback), readCallback(leadId)),
    removeCallbacks: (leadId) => change(leadId, { callback: 'REMOVE' }, readRemoved(leadId)),
  };
}

async function readBack(reader: LeadReader, leadId: string, fields: LeadFields): Promise<Written> {
  const names = Object.keys(fields).filter(isLeadField);
  const doubtful = names.filter((name) => /\P{ASCII}/u.test(fields[name] ?? ''));
  if (doubtful.length === 0) return {};
  const answer = await reader.lead(leadId);
  const lead = answer.ok ? answer.value : null;
  return { altered: lead && doubtful.filter((name) => lead[name] !== fields[name]) };
}

type ChangeLead = <T>(leadId: string, inputs: Inputs, read: Reader<T>) => Answer<T>;

function addLead(call: Call, { callingCode, nationalNumber, listId, fields = {}, ...checks }: NewLead) {
  const { duplicates, doNotCall } = checks;
  const inputs: Inputs = {
    phone_number: input('national_number', nationalNumber),
    phone_code: input('phone_code', callingCode),
    list_id: input('list_id', listId),
    // Without it VICIdial adds a lead to a list that does not exist.
    list_exists_check: 'Y',
    ...leadFieldInputs(fields),
    duplicate_check: duplicates && duplicateCheck(duplicates),
    dnc_check: doNotCall && 'Y',
    ...(doNotCall?.campaign === undefined
      ? {}
      : { campaign_dnc_check: 'Y', campaign_id: input('campaign_id', doNotCall.campaign) }),
  };
  return call('add_lead', inputs, readAdded(nationalNumber, listId), readRefusedLead);
}

function duplicateCheck({ in: scope, by = '', within }: NonNullable<NewLead['duplicates']>): string {
  return `DUP${by}${scope}${within === undefined ? '' : `${within}DAY`}`;
}

/** NUMBER, LIST, LEAD and more. Notices of what else was asked for may follow, so that it need not be the last line. */
function readAdded(number: string, listId: string): Reader<AddedLead> {
  return (answered) => {
    const fields = fieldsAfter(answered, 'SUCCESS', 'add_lead LEAD HAS BEEN ADDED');
    if (!fields) return null;
    const [echoed, list, leadId = ''] = fields;
    if (echoed !== number || list !== listId) return MISMATCH;
    return /^\d+$/.test(leadId) ? ok({ outcome: 'added', leadId }) : null;
  };
}

/** NUMBER, LIST, LEAD of the twin; or the list the number is on. */
const readRefusedLead: ErrorReader<AddedLead> = (text) => {
  if (/^add_lead DUPLICATE [A-Z_ ]+ IN /.test(text)) {
    const leadId = fieldsOf(text)[2] ?? '';
    return /^\d+$/.test(leadId) ? ok({ outcome: 'duplicate', leadId }) : null;
  }
  const list = listedIn('add_lead', text);
  return list && ok({ outcome: 'doNotCall', list });
};

/** USER, LEAD, ROWS. */
function readUpdated(leadId: string): Reader<null> {
  return (answered) => {
    const fields = fieldsAfter(answered, 'SUCCESS', 'update_lead LEAD HAS BEEN UPDATED');
    if (!fields) return null;
    return fields[1] === leadId ? ok(null) : MISMATCH;
  };
}

function callbackInputs(callback: PlannedCallback): Inputs {
  return {
    callback: 'Y',
    callback_status: 'CALLBK',
    callback_datetime: callbackTimeInput(callback.at),
    callback_type: callback.type,
    callback_user: callback.user === undefined ? undefined : input('agent_user', callback.user),
    callback_comments: keptOfComment(callback.comments ?? '') || undefined,
    campaign_id: input('campaign_id', callback.campaign),
  };
}

/** Told in a NOTICE alone: LEAD first where it was added or not. */
function readCallback(leadId: string): Reader<CallbackOutcome> {
  const outcomes: readonly (readonly [start: string, outcome: CallbackOutcome])[] = [
    ['update_lead SCHEDULED CALLBACK ADDED', 'added'],
    ['update_lead SCHEDULED CALLBACK NOT ADDED, USER NOT VALID', 'userUnknown'],
    ['update_lead SCHEDULED CALLBACK NOT ADDED, CAMPAIGN NOT VALID', 'campaignUnknown'],
  ];
  return (answered) => {
    for (const [start, outcome] of outcomes) {
      const fields = fieldsAfter(answered, 'NOTICE', start);
      if (fields) return fields[0] === leadId ? ok(outcome) : MISMATCH;
    }
    return null;
  };
}

/** USER, LEAD, COUNT, also in a NOTICE. */
function readRemoved(leadId: string): Reader<number> {
  return (answered) => {
    const fields = fieldsAfter(answered, 'NOTICE', 'update_lead SCHEDULED CALLBACK DELETED');
    const count = countIn(fields?.[2]);
    if (!fields || count === null) return null;
    return fields[1] === leadId ? ok(count) : MISMATCH;
  };
}

function fieldsAfter(answered: Answered, word: KnownLine['word'], start: string): readonly string[] | null {
  if (answered.word === null) return null;
  const line = answered.all.find((one) => one.word === word && one.text.startsWith(`${start} - `));
  return line ? line.text.slice(start.length + 3).split('|') : null;
}
