import { ok } from '../../result.ts';
import type { Answer } from '../client.ts';
import type { Reader } from '../wire/answer.ts';
import { dayInput, input, momentInput } from '../wire/inputs.ts';
import { countIn, nothingFound, table } from '../wire/rows.ts';
import { type ServiceOptions, serviceCaller } from './service-connection.ts';

/** Server-local times, `YYYY-MM-DD HH:MM:SS`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** Times are durations as VICIdial prints them, `H:MM:SS`, in seconds here. */
export interface AgentStats {
  readonly user: string;
  readonly fullName: string;
  readonly userGroup: string;
  readonly calls: number;
  readonly loginSeconds: number;
  readonly pauses: number;
  readonly pausedSeconds: number;
  readonly waitSeconds: number;
  readonly talkSeconds: number;
  readonly wrapUpSeconds: number;
  readonly deadSeconds: number;
}

export interface CampaignCalls {
  readonly campaign: string;
  readonly calls: number;
}

/** Figures of a period. Level 7 with View Reports; `calls` 9. */
export interface ReportClient {
  agents(
    period: Period,
    filter?: { readonly agentUser?: string; readonly campaign?: string },
  ): Answer<readonly AgentStats[]>;
  /** Calls per campaign over whole days, `YYYY-MM-DD`. */
  calls(campaign: string, days: Period): Answer<readonly CampaignCalls[]>;
}

export function createReportClient(options: ServiceOptions): ReportClient {
  const call = serviceCaller(options);
  return {
    agents: ({ from, to }, { agentUser, campaign } = {}) =>
      call(
        'agent_stats_export',
        {
          datetime_start: momentInput('datetime_start', from),
          datetime_end: momentInput('datetime_end', to),
          agent_user: agentUser === undefined ? undefined : input('agent_user', agentUser),
          campaign_id: campaign === undefined ? undefined : input('campaign_id', campaign),
          stage: 'tab',
        },
        readStats,
        nothingFound<readonly AgentStats[]>('agent_stats_export', 'NO RECORDS FOUND', []),
      ),
    calls: (campaign, { from, to }) =>
      call(
        'call_dispo_report',
        {
          campaigns: input('campaign_id', campaign),
          query_date: dayInput('query_date', from),
          end_date: dayInput('end_date', to),
        },
        readCalls,
      ),
  };
}

/** The pause time comes in seconds while the others come as `H:MM:SS`: recorded in agent_stats_export.ok. */
const readStats = table({
  heading: 'user',
  least: 20,
  read: (columns): AgentStats | null => {
    const [user = '', fullName = '', userGroup = ''] = columns;
    const [calls, pauses] = [countIn(columns[3]), countIn(columns[12])];
    const seconds = [4, 9, 16, 17, 18, 19].map((at) => secondsIn(columns[at]));
    if (calls === null || pauses === null || seconds.includes(null)) return null;
    const [loginSeconds, pausedSeconds, waitSeconds, talkSeconds, wrapUpSeconds, deadSeconds] = seconds.map(
      (one) => one ?? 0,
    );
    return {
      ...{ user, fullName, userGroup, calls, pauses },
      loginSeconds: loginSeconds ?? 0,
      pausedSeconds: pausedSeconds ?? 0,
      waitSeconds: waitSeconds ?? 0,
      talkSeconds: talkSeconds ?? 0,
      wrapUpSeconds: wrapUpSeconds ?? 0,
      deadSeconds: deadSeconds ?? 0,
    };
  },
});

function secondsIn(text = ''): number | null {
  const [, hours = '0', minutes = '0', seconds] = /^(?:(\d{1,6}):(\d\d):)?(\d{1,9})$/.exec(text) ?? [];
  return seconds === undefined ? null : Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/** A table between commas whatever is asked for, with a heading and a sum; ids hold no commas. */
const readCalls: Reader<readonly CampaignCalls[]> = (answered) => {
  if (answered.word !== null || !answered.lines[0]?.startsWith('CAMPAIGN,TOTAL CALLS')) return null;
  const rows = answered.lines.slice(1).map((line) => line.split(','));
  const read = rows.flatMap(([campaign = '', count]) => {
    const calls = countIn(count);
    return calls === null ? [] : [{ campaign, calls }];
  });
  return read.length === rows.length ? ok(read.filter(({ campaign }) => campaign !== 'TOTAL')) : null;
};
