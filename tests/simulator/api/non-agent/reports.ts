import { findUser, type Row, type User } from '../../world.ts';
import {
  error,
  fulfils,
  mayView,
  type NonAgentCall,
  type NonAgentFunction,
  printRows,
  restricted,
} from '../non-agent-call.ts';

type AgentLog = Row<'agent_log'>;

const statsColumns = [
  ...['user', 'full_name', 'user_group', 'calls', 'login_time', 'total_talk_time', 'avg_talk_time', 'avg_wait_time'],
  ...['pct_of_queue', 'pause_time', 'sessions', 'avg_session', 'pauses', 'avg_pause_time', 'pause_pct'],
  ...['pauses_per_session', 'wait_time', 'talk_time', 'dispo_time', 'dead_time'],
];

const agentStatsExport: NonAgentFunction = (call) => {
  const { world, p, apiUser } = call;
  const [user, from, to, campaign] = [p('agent_user'), p('datetime_start'), p('datetime_end'), p('campaign_id')];
  const keys = [apiUser.user, user, from, to, campaign].join('|');
  if (from === '' || to === '') return error(call, `INVALID SEARCH PARAMETERS: ${keys}`);
  const rows = world.agent_log
    .filter((row) => row.event_time >= from && row.event_time <= to)
    .filter((row) => ['', row.user].includes(user) && ['', row.campaign_id].includes(campaign))
    .filter((row) => mayView(call, row.user_group));
  if (rows.length === 0) return error(call, `NO RECORDS FOUND - ${keys}`);
  const users = [...new Set(rows.map((row) => row.user))].toSorted();
  const allCalls = callsIn(rows);
  const table = users.map((name) =>
    statsRow(
      findUser(world, name),
      rows.filter((row) => row.user === name),
      allCalls,
    ),
  );
  return printRows(call, statsColumns, table);
};

function statsRow(user: User | undefined, rows: readonly AgentLog[], allCalls: number): string[] {
  const [pause, wait, talk] = [total(rows, 'pause_sec'), total(rows, 'wait_sec'), total(rows, 'talk_sec')];
  const [dispo, dead] = [total(rows, 'dispo_sec'), total(rows, 'dead_sec')];
  const login = pause + wait + talk + dispo;
  const calls = callsIn(rows);
  // Each row begins with a pause; a session is not told apart here, so there is one.
  const [pauses, sessions] = [rows.length, 1];
  return [
    ...[user?.user ?? '', user?.full_name ?? '', user?.user_group ?? '', String(calls)],
    ...[clockTime(login), clockTime(talk), clockTime(ratio(talk, calls)), clockTime(ratio(wait, calls))],
    ...[percent(calls, allCalls, 0), String(pause), String(sessions), clockTime(ratio(login, sessions))],
    // A period without any time counts as paused throughout: recorded in agent_stats_export.ok.
    ...[String(pauses), clockTime(ratio(pause, pauses)), percent(pause, login, 100)],
    ...[
      String(Math.round(ratio(pauses, sessions))),
      clockTime(wait),
      clockTime(talk),
      clockTime(dispo),
      clockTime(dead),
    ],
  ];
}

function total(rows: readonly AgentLog[], column: keyof AgentLog): number {
  return rows.reduce((sum, row) => sum + Number(row[column]), 0);
}

function callsIn(rows: readonly AgentLog[]): number {
  return rows.filter((row) => row.status !== '').length;
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function percent(part: number, whole: number, ofNothing: number): string {
  return `${whole === 0 ? ofNothing : Math.round((part / whole) * 100)}%`;
}

/** `H:MM:SS` */
function clockTime(seconds: number): string {
  const whole = Math.round(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

/** Counts per campaign, as a table between commas that ends without a line break. */
const callDispoReport: NonAgentFunction = (call) => {
  const { world, p, apiUser } = call;
  // The refusal names another function: recorded in call_dispo_report.level8.
  if (!fulfils(apiUser, { level: 9, flags: ['view_reports'] })) {
    return `ERROR: call_status_stats USER DOES NOT HAVE PERMISSION TO VIEW STATS: |${apiUser.user}|0|\n`;
  }
  const campaigns = p('campaigns')
    .split(/[|-]/)
    .filter((id) => id !== '');
  if (campaigns.length === 0) return error(call, `INVALID OR MISSING CAMPAIGNS - ${p('campaigns')}`);
  const inPeriod = world.call_log.filter((row) => isWithin(call, row.call_date));
  const count = (id: string) => inPeriod.filter((row) => row.campaign_id === id).length;
  const rows = campaigns.map((id) => `${id},${count(id)}`);
  const sum = campaigns.reduce((all, id) => all + count(id), 0);
  const body = ['CAMPAIGN,TOTAL CALLS', ...rows, `TOTAL,${sum}`].join('\n');
  return { body, contentType: 'text/plain;charset=UTF-8' };
};

function isWithin({ p }: NonAgentCall, callDate: string): boolean {
  const [from, to] = [p('query_date'), p('end_date') || p('query_date')];
  const day = callDate.slice(0, 10);
  return day >= from && day <= to;
}

export const reportFunctions = {
  agent_stats_export: restricted(
    { level: 7, flags: ['vdc_agent_api_access', 'view_reports'] },
    'GET AGENT STATS',
    agentStatsExport,
  ),
  call_dispo_report: callDispoReport,
};
