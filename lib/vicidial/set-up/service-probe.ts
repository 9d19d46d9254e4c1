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
  /** Leaves out what the function cannot do without: it is refused, after level and flags were looked at. */
  readonly inputs: Inputs;
}

const NOTHING = {};
const REPORTS = { level: 7, flags: ['apiAccess', 'viewReports'], inputs: NOTHING } as const;
const REPORTS_8 = { ...REPORTS, level: 8 } as const;
const LEADS = { level: 8, flags: ['apiAccess', 'modifyLeads'], inputs: NOTHING } as const;
const CAMPAIGNS = { level: 8, flags: ['apiAccess', 'modifyCampaigns'], inputs: NOTHING } as const;
const LISTS = { level: 8, flags: ['modifyLists'], inputs: NOTHING } as const;

/** Needs by docs/vicidial, section 5.2; what an incomplete request is answered is recorded there, too. */
const QUESTIONS = {
  agent_status: REPORTS,
  lead_search: LEADS,
  lead_all_info: { level: 7, flags: ['apiAccess', 'viewReports', 'modifyLeads'], inputs: NOTHING },
  check_phone_number: { level: 8, flags: ['apiAccess'], inputs: NOTHING },
  phone_number_log: REPORTS,
  recording_lookup: REPORTS,
  lead_callback_info: REPORTS,
  update_lead: LEADS,
  add_lead: LEADS,
  add_dnc_phone: LISTS,
  delete_dnc_phone: { level: 8, flags: ['modifyLists', 'deleteFromDnc'], inputs: NOTHING },
  logged_in_agents: REPORTS,
  in_group_status: REPORTS,
  user_group_status: REPORTS,
  agent_stats_export: REPORTS,
  call_dispo_report: { level: 9, flags: ['viewReports'], inputs: NOTHING },
  campaigns_list: REPORTS_8,
  hopper_list: REPORTS_8,
  update_campaign: CAMPAIGNS,
  update_alt_url: CAMPAIGNS,
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

/** What a login may do in the Non-Agent API, found out by requests that lack a parameter: those that change something do nothing. */
export function createServiceProbe(options: ServiceOptions): { right(name: ServiceFunction): Answer<Right> } {
  const call = serviceCaller(options);
  return {
    right: (name) => call(name, QUESTIONS[name].inputs, readDone(name), readRight(name)),
  };
}

/** These need no parameter, or none that is known to be needed, and change nothing: who is told what they tell may use them. */
const DOES_WITHOUT: readonly ServiceFunction[] = [
  'logged_in_agents',
  'campaigns_list',
  'hopper_list',
  'call_dispo_report',
];

/** A row of some table; not a page of a web server's. */
const ROW = /^[^<].*[|,]/;
const ALLOWED: Reader<Right> = (answered) =>
  answered.word === null && ROW.test(answered.lines[0] ?? '') ? ok('allowed') : null;

function readDone(name: ServiceFunction): Reader<Right> {
  return DOES_WITHOUT.includes(name) ? ALLOWED : NEVER_DONE;
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
