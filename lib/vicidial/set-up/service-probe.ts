import { ok } from '../../result.ts';
import type { Answer } from '../client.ts';
import { type ServiceOptions, serviceCaller } from '../non-agent-api/service-connection.ts';
import type { ErrorReader } from '../wire/answer.ts';
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

/** Needs by docs/vicidial, section 5.2; what an incomplete request is answered is recorded there, too. */
const QUESTIONS = {
  agent_status: { level: 7, flags: ['apiAccess', 'viewReports'], inputs: {} },
  lead_search: { level: 8, flags: ['apiAccess', 'modifyLeads'], inputs: {} },
  lead_all_info: { level: 7, flags: ['apiAccess', 'viewReports', 'modifyLeads'], inputs: {} },
  check_phone_number: { level: 8, flags: ['apiAccess'], inputs: {} },
} as const satisfies Readonly<Record<string, ServiceQuestion>>;

/** What an agent changes by hand, with the second login: asked for where he could, and no part of the set-up check. */
const CHANGES = {
  update_lead: { level: 8, flags: ['apiAccess', 'modifyLeads'], inputs: {} },
  add_lead: { level: 8, flags: ['apiAccess', 'modifyLeads'], inputs: {} },
  add_dnc_phone: { level: 8, flags: ['modifyLists'], inputs: {} },
} as const satisfies Readonly<Record<string, ServiceQuestion>>;

const ALL = { ...QUESTIONS, ...CHANGES };

export type ServiceFunction = keyof typeof QUESTIONS;
export type ServiceChange = keyof typeof CHANGES;

export const SERVICE_FUNCTIONS = Object.keys(QUESTIONS) as readonly ServiceFunction[];

export function needsOf(name: ServiceFunction): ServiceNeeds {
  const { level, flags } = QUESTIONS[name];
  return { level, flags };
}

/** `notListed`: not among the allowed functions; `flagsMissing`: level or a flag of the user is not enough. */
export type Right = 'allowed' | 'notListed' | 'flagsMissing';

/** What a login may do in the Non-Agent API, found out by requests that lack a parameter. */
export function createServiceProbe(options: ServiceOptions): {
  right(name: ServiceFunction | ServiceChange): Answer<Right>;
} {
  const call = serviceCaller(options);
  return {
    right: (name) => call(name, ALL[name].inputs, NEVER_DONE, readRight(name)),
  };
}

/** The list is looked at first, then level and flags, then the parameters (docs/vicidial, section 2.2). */
function readRight(name: string): ErrorReader<Right> {
  return (text) => {
    if (text.startsWith('auth USER DOES NOT HAVE PERMISSION')) return ok('notListed');
    if (!text.startsWith(`${name} `)) return null;
    return text.includes('USER DOES NOT HAVE PERMISSION') ? ok('flagsMissing') : ok('allowed');
  };
}
