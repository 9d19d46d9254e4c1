import { readUrl } from '../../read-url.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { ActiveLead, CallbackRequest, DialRequest, RecordingState } from '../client.ts';
import type { VicidialFailure } from '../failure.ts';
import { isSameUser } from '../same-user.ts';
import type { Answered, Reader } from './answer.ts';
import { hostKind } from './host-kind.ts';
import { isLiveStatus } from './live-status.ts';

/** SUCCESS of something else than was meant. */
export const MISMATCH = fail({ code: 'echoMismatch' } as const);

/** A SUCCESS of the function asked for: its fields go through `read`; null when it is no such answer. */
export function success<T>(
  name: string,
  read: (fields: readonly string[]) => Result<T, VicidialFailure> | null,
): Reader<T> {
  return (answered) =>
    answered.word === 'SUCCESS' && answered.fields.length > 0 && `${answered.reason} `.startsWith(`${name} `)
      ? read(answered.fields)
      : null;
}

/** A SUCCESS that says what was set: it must be what was meant, at that position of the fields. */
export function echo(name: string, meant: string, position = 0): Reader<null> {
  return success(name, (fields) => (fields[position] === meant ? ok(null) : MISMATCH));
}

/**
 * NUMBER, AGENT, PHONE_CODE, SEARCH, PREVIEW, FOCUS, VENDOR, EPOCH, PREFIX, ALIAS, CID, ALT_DIAL. A lead that is only shown is called
 * by its first number then, whichever was found.
 */
export function readDial(meant: DialRequest, agentUser: string): Reader<{ readonly epochSeconds: number }> {
  return success('external_dial', ([number, agent = '', callingCode, , shows, , , epoch, , , , column]) => {
    const isMeant =
      number === meant.nationalNumber && callingCode === meant.callingCode && isSameUser(agent, agentUser);
    const isShown = !meant.preview || shows === 'YES';
    const isFirst = !(meant.preview && meant.leadId !== undefined) || column === 'MAIN';
    return isMeant && isShown && isFirst ? epochOf(epoch) : MISMATCH;
  });
}

/** VALUE, EPOCH, AGENT. */
export function readPause(meant: string): Reader<{ readonly epochSeconds: number }> {
  return success('external_pause', ([value, epoch]) => (value === meant ? epochOf(epoch) : MISMATCH));
}

/** Ten digits until the year 2286; fewer are an answer that was cut off. */
function epochOf(text = ''): Result<{ readonly epochSeconds: number }, never> | null {
  return /^\d{10}$/.test(text) ? ok({ epochSeconds: Number(text) }) : null;
}

/** STORED and AGENT, where STORED is the code alone, or `CODE!DATETIME!TYPE!COMMENTS!QM` for a callback status. */
export function readDisposition(
  meant: string,
  callback: CallbackRequest | undefined,
): Reader<{ readonly callbackStored: boolean }> {
  return success<{ readonly callbackStored: boolean }>('external_status', ([stored = '']) => {
    const [status, at = '', type] = stored.split('!');
    if (status !== meant) return MISMATCH;
    if (at === '' || !callback) return ok({ callbackStored: false });
    return at === callback.at && type === callback.type ? ok({ callbackStored: true }) : MISMATCH;
  });
}

/** AGENT, ID, FILE, FILE_SERVER, START_TIME, SERVER_IP, SESSION, STATUS; the last one is the live status. */
export function readRecordingState(answered: Answered): Result<RecordingState, VicidialFailure> | null {
  if (answered.word !== 'NOTICE') return null;
  const recording = answered.reason === 'recording active';
  const [, id, , , startedAt] = answered.fields;
  const liveStatus = answered.fields.at(-1);
  if (!(recording || answered.reason === 'not recording') || !isLiveStatus(liveStatus)) return null;
  return ok({ recording, recordingId: id || null, startedAt: startedAt || null, liveStatus });
}

/**
 * The bare URL, without a word. It holds the SIP secret: what is wrong with it is told without a piece of it. Plain
 * http is for loopback, because a page that is not secure gets no microphone.
 */
export function readWebphoneUrl(answered: Answered): Result<string, VicidialFailure> | null {
  if (answered.word !== null || !/^\s*http/i.test(answered.lines[0] ?? '')) return null;
  const text = answered.lines.join('\n').trim();
  // The URL parser drops line breaks and tabs silently.
  const url = /[\s<>"\\]/.test(text) ? null : readUrl(text);
  if (!url) return fail({ code: 'webphoneUrlInvalid', problem: 'notUrl' });
  if (url.username !== '' || url.password !== '') return fail({ code: 'webphoneUrlInvalid', problem: 'credentials' });
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && hostKind(url.hostname) === 'loopback');
  return isSafe ? ok(url.href) : fail({ code: 'webphoneUrlInvalid', problem: 'notHttps' });
}

/** `calls_in_queue_count - N`, without a line break. */
export const readQueueCount = success('calls_in_queue_count', ([count = '']) =>
  /^\d{1,6}$/.test(count.trim()) ? ok(Number(count)) : null,
);

/** VALUE, INGROUP, NUMBER, CONSULTATIVE, AGENT, CID. The in-group may be the one a default stands for. */
export function readTransfer(action: string, phoneNumber: string): Reader<null> {
  return success('transfer_conference', ([value, , number]) =>
    value === action && number === phoneNumber ? ok(null) : MISMATCH,
  );
}

/** USER, PHONE, LEAD, VENDOR and more. */
export const readActiveLead: Reader<ActiveLead> = success(
  'st_get_agent_active_lead',
  ([user = '', phoneNumber = '', leadId = '', vendorLeadCode = '']) =>
    user === '' || !/^\d+$/.test(leadId) ? null : ok({ user, phoneNumber, leadId, vendorLeadCode }),
);
