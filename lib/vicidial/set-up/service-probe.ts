import { ok } from '../../result.ts';
import type { Answer } from '../client.ts';
import { type ServiceOptions, serviceCaller } from '../non-agent-api/service-connection.ts';
import type { ErrorReader, Reader } from '../wire/answer.ts';
import type { Inputs } from '../wire/caller.ts';
import { NEVER_DONE } from './never-done.ts';

/** A right of a user that the Non-Agent API asks for; `modifyLeads` is one from 1 to 4, which all functions take. */
export type ServiceFlag =
  | 'apiAccess'
  | 'viewReports'
  | 'modifyLeads'
  | 'modifyLists'
  | 'modifyCampaigns'
  | 'deleteFromDnc';

export interface ServiceNeeds {
  readonly level: 7 | 8 | 9;
  readonly flags: readonly ServiceFlag[];
}

interface ServiceQuestion extends ServiceNeeds {
  /** With these it is refused, after level and flags were looked at, or only reads. */
  readonly inputs: Inputs;
}

const NOTHING = {};
/** One digit less than a lead's number has at least (docs/vicidial, section 9.3). */
const TOO_SHORT = '00000';
/** A digit more than any number of the world has: on no list, and were it on one, without it no call would be another. */
const NOBODYS = '0000000000000000';
/** The name of no campaign; where it is one after all, nothing is told to be changed of it. */
const NO_CAMPAIGN = { campaign_id: 'NOSUCH' };
/** A day before there was a VICIdial. */
const NO_CALLS = { campaigns: 'NOSUCH', query_date: '2000-01-01', end_date: '2000-01-01' };
const REPORTS = { level: 7, flags: ['apiAccess', 'viewReports'], inputs: NOTHING } as const;
const REPORTS_8 = { ...REPORTS, level: 8 } as const;
const LEADS = { level: 8, flags: ['apiAccess', 'modifyLeads'] } as const;
const CAMPAIGNS = { level: 8, flags: ['apiAccess', 'modifyCampaigns'] } as const;

/**
 * Needs by docs/vicidial, section 5.2. Each question is a request whose answer was recorded, but for the names and numbers in it
 * that nobody has (tests/unit/vicidial/service-probe.test.ts); of those that could change something, why they do not.
 */
const QUESTIONS = {
  agent_status: REPORTS,
  lead_search: { ...LEADS, inputs: NOTHING },
  lead_all_info: { level: 7, flags: ['apiAccess', 'viewReports', 'modifyLeads'], inputs: NOTHING },
  check_phone_number: {
    ...{ level: 8, flags: ['apiAccess'] },
    inputs: { phone_number: TOO_SHORT, local_call_time: '24hours' },
  },
  phone_number_log: REPORTS,
  recording_lookup: REPORTS,
  lead_callback_info: REPORTS,
  // `no_update` only searches (9.3).
  update_lead: { ...LEADS, inputs: { lead_id: '0', search_method: 'LEAD_ID', no_update: 'Y' } },
  // Refused for its length before anything is added (9.3).
  add_lead: { ...LEADS, inputs: { phone_number: TOO_SHORT, phone_code: '1', list_id: '999' } },
  // Refused without the list it is for (add_dnc.missing).
  add_dnc_phone: { level: 8, flags: ['modifyLists'], inputs: { phone_number: NOBODYS } },
  // Refused for a number that is not on the list (9.4).
  delete_dnc_phone: {
    ...{ level: 8, flags: ['modifyLists', 'deleteFromDnc'] },
    inputs: { phone_number: NOBODYS, campaign_id: 'SYSTEM_INTERNAL' },
  },
  logged_in_agents: { ...REPORTS, inputs: { stage: 'pipe', header: 'YES' } },
  in_group_status: REPORTS,
  user_group_status: REPORTS,
  agent_stats_export: REPORTS,
  call_dispo_report: { level: 9, flags: ['viewReports'], inputs: NO_CALLS },
  campaigns_list: REPORTS_8,
  hopper_list: { ...REPORTS_8, inputs: NO_CAMPAIGN },
  // Refused without anything to change, and without a campaign to change it of (9.6).
  update_campaign: { ...CAMPAIGNS, inputs: NO_CAMPAIGN },
  // `LIST` only reads (9.6).
  update_alt_url: {
    ...CAMPAIGNS,
    inputs: { ...NO_CAMPAIGN, entry_type: 'campaign', url_type: 'dispo', alt_url_id: 'LIST' },
  },
} as const satisfies Readonly<Record<string, ServiceQuestion>>;

export type ServiceFunction = keyof typeof QUESTIONS;

/** What Dialside asks with the second login, in the order in which an administrator reads it. */
export const SERVICE_FUNCTIONS = [
  ...(['agent_status', 'lead_search', 'lead_all_info', 'check_phone_number'] as const),
  ...(['phone_number_log', 'recording_lookup', 'lead_callback_info'] as const),
] satisfies readonly ServiceFunction[];

/** What an agent changes with it by hand, from the window about a number. */
export const SERVICE_CHANGES = [
  'update_lead',
  'add_lead',
  'add_dnc_phone',
] as const satisfies readonly ServiceFunction[];

/** What the supervisor's page asks and changes, with a login of its own. */
export const SUPERVISOR_FUNCTIONS = [
  ...(['logged_in_agents', 'in_group_status', 'user_group_status', 'campaigns_list', 'hopper_list'] as const),
  ...(['agent_stats_export', 'call_dispo_report', 'lead_search', 'lead_all_info', 'check_phone_number'] as const),
  ...(['update_campaign', 'update_alt_url', 'add_dnc_phone', 'delete_dnc_phone'] as const),
] satisfies readonly ServiceFunction[];

export function needsOf(name: ServiceFunction): ServiceNeeds {
  const { level, flags } = QUESTIONS[name];
  return { level, flags };
}

/** `notListed`: not among the allowed functions; `flagsMissing`: level or a flag of the user is not enough. */
export type Right = 'allowed' | 'notListed' | 'flagsMissing';

/** What a login may do in the Non-Agent API, found out by requests that do nothing. */
export function createServiceProbe(options: ServiceOptions): { right(name: ServiceFunction): Answer<Right> } {
  const call = serviceCaller(options);
  return {
    right: (name) => call(name, QUESTIONS[name].inputs, readDone(name), readRight(name)),
  };
}

/** Who is told what these tell may use them. */
const TELLS: readonly ServiceFunction[] = ['logged_in_agents', 'campaigns_list', 'hopper_list', 'call_dispo_report'];

/** A row of some table; not a page of a web server's. */
const ROW = /^[^<].*[|,]/;
const ALLOWED: Reader<Right> = (answered) =>
  answered.word === null && ROW.test(answered.lines[0] ?? '') ? ok('allowed') : null;

/** That nothing was to be done, or was only searched for, is told to who may use the function; a success is no answer to a question. */
function readNotice(name: ServiceFunction): Reader<Right> {
  return (answered) =>
    answered.word === 'NOTICE' && answered.reason.startsWith(`${name} `) ? ok('allowed') : NEVER_DONE(answered);
}

function readDone(name: ServiceFunction): Reader<Right> {
  return TELLS.includes(name) ? ALLOWED : readNotice(name);
}

/** The list is looked at first, then level and flags, then the parameters (docs/vicidial, section 2.2). */
function readRight(name: ServiceFunction): ErrorReader<Right> {
  return (text) => {
    if (text.startsWith('auth USER DOES NOT HAVE PERMISSION')) return ok('notListed');
    // The refusal of the one report is told in the name of another (section 9.5).
    const isOwn =
      text.startsWith(`${name} `) || (name === 'call_dispo_report' && text.startsWith('call_status_stats '));
    if (!isOwn) return null;
    return text.includes('USER DOES NOT HAVE PERMISSION') ? ok('flagsMissing') : ok('allowed');
  };
}
