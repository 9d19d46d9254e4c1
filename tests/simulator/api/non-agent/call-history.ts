import type { Row } from '../../world.ts';
import { error, type NonAgentCall, type NonAgentFunction, printRows, restricted } from '../non-agent-call.ts';

type FinishedCall = Row<'call_log'>;

const logColumns = [
  ...['phone_number', 'call_date', 'list_id', 'length_in_sec', 'lead_status', 'hangup_reason', 'call_status'],
  ...['source_id', 'user'],
];

/** Calls of some numbers, newest first. None is a NOTICE, not an ERROR. */
const phoneNumberLog: NonAgentFunction = (call) => {
  const { p, apiUser } = call;
  const numbers = p('phone_number')
    .split(',')
    .filter((number) => number !== '');
  if (numbers.length === 0) return error(call, `NO VALID PHONE NUMBERS DEFINED: ${apiUser.user}||`);
  const rows = numbers.flatMap((number) => {
    const calls = callsOf(call).filter((row) => row.phone_number === number);
    return p('detail') === 'LAST' ? calls.slice(0, 1) : calls;
  });
  if (rows.length > 0)
    return printRows(
      call,
      logColumns,
      rows.map((row) => logRow(call, row)),
    );
  return `NOTICE: phone_number_log NO RECORDS FOUND FOR THIS PHONE NUMBER - ${apiUser.user}|${p('phone_number')}||\n`;
};

function callsOf({ world, p }: NonAgentCall): FinishedCall[] {
  const outbound = p('type') === 'IN' ? [] : world.call_log;
  const inbound = ['IN', 'ALL'].includes(p('type')) ? world.closer_log : [];
  return [...outbound, ...inbound].toSorted((a, b) => b.call_date.localeCompare(a.call_date));
}

function logRow({ world }: NonAgentCall, row: FinishedCall): string[] {
  const lead = world.leads.find((one) => one.lead_id === row.lead_id);
  return [
    ...[row.phone_number, row.call_date, row.list_id, row.length_in_sec, lead?.status ?? '', row.term_reason],
    ...[row.status, lead?.source_id ?? '', row.user],
  ];
}

const recordingLookup: NonAgentFunction = (call) => {
  const { world, p, apiUser } = call;
  const keys = [p('agent_user'), p('lead_id'), p('date'), p('uniqueid')].join('|');
  const byAgent = p('agent_user') !== '' && p('date') !== '';
  if (!byAgent && ['lead_id', 'uniqueid', 'extension'].every((name) => p(name) === '')) {
    return error(call, `INVALID SEARCH PARAMETERS: ${apiUser.user}|${keys}`);
  }
  const found = world.recordings.filter(
    (row) =>
      ['', row.user].includes(p('agent_user')) &&
      row.start_time.startsWith(p('date')) &&
      ['', row.lead_id].includes(p('lead_id')) &&
      ['', row.vicidial_id].includes(p('uniqueid')) &&
      ['', row.extension].includes(p('extension')),
  );
  if (found.length === 0) return error(call, `NO RECORDINGS FOUND - ${apiUser.user}|${keys}`);
  const withDuration = p('duration') === 'Y';
  const columns = ['start_time', 'user', 'recording_id', 'lead_id', ...(withDuration ? ['duration'] : []), 'location'];
  const rows = found.map((row) => {
    const duration = withDuration ? [row.length_in_sec] : [];
    return [row.start_time, row.user, row.recording_id, row.lead_id, ...duration, row.location];
  });
  return printRows(call, columns, rows);
};

/** Finished calls alone: a call that lives is not found. */
const callidInfo: NonAgentFunction = (call) => {
  const { world, p, apiUser } = call;
  const id = p('call_id');
  if (id === '') return error(call, `INVALID SEARCH PARAMETERS: ${apiUser.user}|`);
  const found = [...world.call_log, ...world.closer_log].find((row) => row.caller_code === id);
  if (!found) return error(call, `CALL NOT FOUND: ${apiUser.user}|`);
  const short = [id, talkSeconds(call, found)];
  if (p('detail') !== 'YES') return printRows(call, ['call_id', 'custtime'], [short]);
  const detail = [found.call_date, found.phone_number, callType(id), found.campaign_id, found.list_id, found.status];
  const columns = [
    ...['call_id', 'custtime', 'call_date', 'phone', 'call_type', 'campaign_id', 'list_id', 'status', 'user'],
  ];
  return printRows(call, columns, [[...short, ...detail, found.user]]);
};

/** The agent's talking without the time after the customer had gone; 0 where no agent's log tells, as recorded. */
function talkSeconds({ world }: NonAgentCall, { lead_id, user }: FinishedCall): string {
  const log = world.agent_log.findLast((row) => row.lead_id === lead_id && row.user === user);
  return String(log ? Number(log.talk_sec) - Number(log.dead_sec) : 0);
}

function callType(callId: string): string {
  if (callId.startsWith('Y')) return 'INBOUND';
  return callId.startsWith('M') ? 'OUTBOUND_MANUAL' : 'OUTBOUND_AUTO';
}

const needs = { level: 7, flags: ['vdc_agent_api_access', 'view_reports'] } as const;

export const callHistoryFunctions = {
  phone_number_log: restricted(needs, 'GET CALL LOG INFO', phoneNumberLog),
  recording_lookup: restricted(needs, 'GET RECORDING INFO', recordingLookup),
  callid_info: restricted(needs, 'GET CALL INFO', callidInfo),
};
