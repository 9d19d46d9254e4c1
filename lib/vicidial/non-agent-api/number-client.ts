import { ok } from '../../result.ts';
import type { Answer } from '../client.ts';
import type { ErrorReader, Reader } from '../wire/answer.ts';
import type { Inputs } from '../wire/caller.ts';
import { dayInput, input } from '../wire/inputs.ts';
import { countIn, listedIn, nothingFound, oneRow, table } from '../wire/rows.ts';
import { type ServiceOptions, serviceCaller } from './service-connection.ts';

export interface NumberQuestion {
  readonly callingCode: string;
  readonly nationalNumber: string;
  /** The id of a call time in VICIdial, such as `9am-9pm`; required, and the campaign's own is not asked. */
  readonly callTime: string;
  /** Also look at this campaign's do-not-call list; the system's is always looked at. */
  readonly campaign?: string;
}

export type NumberVerdict =
  | { readonly verdict: 'dialable' | 'outsideCallTime'; readonly gmtOffsetHours: number }
  | { readonly verdict: 'doNotCall'; readonly list: 'system' | 'campaign' };

/** One call of the past. The time is server-local `YYYY-MM-DD HH:MM:SS`. */
export interface PastCall {
  readonly number: string;
  readonly at: string;
  readonly listId: string;
  readonly seconds: number;
  readonly leadStatus: string;
  readonly endedBy: string;
  readonly disposition: string;
  readonly user: string;
}

export interface Recording {
  readonly startedAt: string;
  readonly user: string;
  readonly recordingId: string;
  readonly leadId: string;
  readonly seconds: number;
  /** As VICIdial gives it: a secret of the company's own network, and often plain http. */
  readonly location: string;
}

export type RecordingKey =
  | { readonly leadId: string }
  | { readonly uniqueid: string }
  | { readonly agentUser: string; readonly day: string };

export interface FinishedCall {
  readonly callId: string;
  readonly talkSeconds: number;
  readonly at: string;
  readonly number: string;
  readonly type: string;
  readonly campaign: string;
  readonly disposition: string;
  readonly user: string;
}

/** What is known of a number. Level 8 for `check`, 7 with View Reports for the rest. */
export interface NumberClient {
  check(question: NumberQuestion): Answer<NumberVerdict>;
  /** Newest first. Heavy on large systems, where the column has no index: never for every number of a page. */
  calls(number: string, direction: 'OUT' | 'IN' | 'ALL'): Answer<readonly PastCall[]>;
  recordings(key: RecordingKey): Answer<readonly Recording[]>;
  /** Null while the call lives, and for calls nobody knows. */
  call(callId: string): Answer<FinishedCall | null>;
}

export function createNumberClient(options: ServiceOptions): NumberClient {
  const call = serviceCaller(options);
  return {
    check: (question) => call('check_phone_number', checkInputs(question), readVerdict(question), readListed),
    calls: (number, direction) =>
      call(
        'phone_number_log',
        { phone_number: input('national_number', number), type: direction, stage: 'tab' },
        readCalls,
      ),
    recordings: (key) =>
      call(
        'recording_lookup',
        { ...recordingInputs(key), duration: 'Y', stage: 'tab' },
        readRecordings,
        nothingFound<readonly Recording[]>('recording_lookup', 'NO RECORDINGS FOUND', []),
      ),
    call: (callId) =>
      call(
        'callid_info',
        { call_id: input('call_id', callId), detail: 'YES', stage: 'tab' },
        readFinished,
        nothingFound<FinishedCall | null>('callid_info', 'CALL NOT FOUND', null),
      ),
  };
}

function checkInputs({ callingCode, nationalNumber, callTime, campaign }: NumberQuestion): Inputs {
  return {
    phone_number: input('national_number', nationalNumber),
    phone_code: input('phone_code', callingCode),
    local_call_time: input('call_time', callTime),
    dnc_check: 'Y',
    ...(campaign === undefined ? {} : { campaign_dnc_check: 'Y', campaign_id: input('campaign_id', campaign) }),
  };
}

/** `AREACODE: 1|-5#PHONE: 7275551212|1||||`, without a word. The first digit is the verdict: 0 is no ERROR line. */
function readVerdict({ nationalNumber }: NumberQuestion): Reader<NumberVerdict> {
  return (answered) => {
    const line = answered.word === null ? (answered.lines.at(-1) ?? '') : '';
    const [, isOpen, offset, number] = /^[A-Z]+: ([01])\|(-?\d+(?:\.\d+)?)#PHONE: (\d+)\|/.exec(line) ?? [];
    if (number !== nationalNumber) return null;
    return ok({ verdict: isOpen === '1' ? 'dialable' : 'outsideCallTime', gmtOffsetHours: Number(offset) });
  };
}

const readListed: ErrorReader<NumberVerdict> = (text) => {
  const list = listedIn('check_phone_number', text);
  return list && ok({ verdict: 'doNotCall', list });
};

/** That there is none comes as a NOTICE here, not as an ERROR. */
const readCalls: Reader<readonly PastCall[]> = (answered) => {
  if (answered.word === 'NOTICE' && answered.reason.startsWith('phone_number_log NO RECORDS FOUND')) return ok([]);
  return callTable(answered);
};

const callTable = table({
  heading: 'phone_number',
  least: 9,
  read: (columns): PastCall | null => {
    const [number = '', at = '', listId = '', length, leadStatus = '', endedBy = '', disposition = ''] = columns;
    const seconds = countIn(length);
    return seconds === null
      ? null
      : { number, at, listId, seconds, leadStatus, endedBy, disposition, user: columns[8] ?? '' };
  },
});

function recordingInputs(key: RecordingKey): Inputs {
  if ('leadId' in key) return { lead_id: input('lead_id', key.leadId) };
  if ('uniqueid' in key) return { uniqueid: input('uniqueid', key.uniqueid) };
  return { agent_user: input('agent_user', key.agentUser), date: dayInput('date', key.day) };
}

const readRecordings = table({
  heading: 'start_time',
  least: 6,
  read: (columns): Recording | null => {
    const [startedAt = '', user = '', recordingId = '', leadId = '', length, location = ''] = columns;
    const seconds = countIn(length);
    return seconds === null ? null : { startedAt, user, recordingId, leadId, seconds, location };
  },
});

const readFinished: Reader<FinishedCall | null> = oneRow({
  heading: 'call_id',
  least: 9,
  read: (columns) => {
    const [callId = '', talk, at = '', number = '', type = '', campaign = '', , disposition = '', user = ''] = columns;
    const talkSeconds = countIn(talk);
    return talkSeconds === null ? null : { callId, talkSeconds, at, number, type, campaign, disposition, user };
  },
});
