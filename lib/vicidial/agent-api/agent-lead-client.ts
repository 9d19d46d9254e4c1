import { fail, ok } from '../../result.ts';
import type { Answer } from '../client.ts';
import { isSameUser } from '../same-user.ts';
import { MISMATCH, success } from '../wire/agent-answers.ts';
import type { ErrorReader, Reader } from '../wire/answer.ts';
import { createCaller, type Inputs } from '../wire/caller.ts';
import { type Input, input } from '../wire/inputs.ts';
import { type LeadFields, leadFieldInput, leadFieldInputs } from '../wire/lead-fields.ts';
import { listedIn } from '../wire/rows.ts';
import type { AgentClientOptions } from './agent-options.ts';
import { holdsName, pushableFields } from './pushed-fields.ts';

export type AddedAgentLead =
  | { readonly outcome: 'added'; readonly leadId: string }
  | { readonly outcome: 'doNotCall'; readonly list: 'system' | 'campaign' };

/** The lead on an agent's screen, by the Agent API. */
export interface AgentLeadClient {
  /**
   * Writes columns of the lead on the screen, which shows them at once. Never free text, and no value in which VICIdial
   * would see the name of a column: it would empty that one (docs/vicidial, section 7.12). Signed by a user with Modify Leads.
   * `leadId` is the lead that is meant, where it is known: another one that was written is an `echoMismatch`,
   * and `altered` what was not written as it was sent.
   */
  updateFields(fields: LeadFields, leadId?: string): Answer<null>;
  /** Whether this login may do so, found out by a request that names no column: then VICIdial writes nothing. */
  mayUpdateFields(): Answer<boolean>;
  /** Into the campaign's list for manual dials; no duplicate is found, and both do-not-call lists are looked at. */
  addLead(lead: {
    readonly callingCode: string;
    readonly nationalNumber: string;
    readonly fields?: LeadFields;
  }): Answer<AddedAgentLead>;
  /** Puts another lead on the screen of an incoming call. The new lead's id: that of a code is the newest. */
  switchLead(lead: { readonly leadId: string } | { readonly vendorLeadCode: string }): Answer<string>;
}

export function createAgentLeadClient(options: AgentClientOptions): AgentLeadClient {
  const { agentUser, credentials } = options;
  const { signed } = createCaller({ path: '/agc/api.php', ...options });
  const send = <T>(name: string, inputs: Inputs, read: Reader<T>, readError?: ErrorReader<T>): Answer<T> =>
    signed(name, { agent_user: input('agent_user', agentUser), ...inputs }, read, readError);

  const besides = { agent_user: agentUser, user: credentials?.user ?? '', pass: credentials?.password ?? '' };

  return {
    updateFields: async (fields, leadId) => {
      const checked = pushableFields(fields, besides);
      const read = readFields(agentUser, fields, leadId);
      return checked.ok ? send('update_fields', checked.value, read) : checked;
    },
    mayUpdateFields: async () =>
      // VICIdial would find a column in the login, and empty it.
      Object.values(besides).some(holdsName) ? ok(false) : send('update_fields', {}, () => MISMATCH, readRight),
    addLead: ({ callingCode, nationalNumber, fields = {} }) =>
      send(
        'external_add_lead',
        {
          phone_number: input('national_number', nationalNumber),
          phone_code: input('phone_code', callingCode),
          dnc_check: 'YES',
          campaign_dnc_check: 'YES',
          ...leadFieldInputs(fields),
        },
        readAdded(nationalNumber),
        readListed,
      ),
    switchLead: (lead) => send('switch_lead', leadInputs(lead), readSwitched('leadId' in lead ? lead.leadId : null)),
  };
}

/** Only ever one of them: the vendor's code would win over the id. */
function leadInputs(lead: Parameters<AgentLeadClient['switchLead']>[0]): Readonly<Record<string, Input>> {
  return 'leadId' in lead
    ? { lead_id: input('lead_id', lead.leadId) }
    : { vendor_lead_code: leadFieldInput('vendor_lead_code', lead.vendorLeadCode) };
}

/** API user, AGENT, LEAD, ROWS, 1, FIELDS, ASSIGNMENTS: exactly the columns that were meant, in VICIdial's order, of the lead that was. */
function readFields(agentUser: string, fields: LeadFields, meant?: string): Reader<null> {
  const names = Object.keys(fields).toSorted().join();
  const assignments = Object.entries(fields).map(([name, value]) => `${name}="${value}"`);
  return success('update_fields', ([, agent = '', leadId, , , columns = '', written = '']) => {
    const isMeant = isSameUser(agent, agentUser) && columns.split(',').toSorted().join() === names;
    if (!isMeant || (meant !== undefined && leadId !== meant)) return MISMATCH;
    return assignments.every((one) => written.includes(one)) ? ok(null) : fail({ code: 'altered' });
  });
}

/** In the order in which VICIdial looks: the list of functions, the right, the lead, the columns. */
const readRight: ErrorReader<boolean> = (text) => {
  if (['auth USER DOES NOT HAVE PERMISSION', 'user is not allowed to modify lead'].some(startsIn(text)))
    return ok(false);
  return ['agent_user does not have a lead', 'no fields have been defined'].some(startsIn(text)) ? ok(true) : null;
};

const startsIn = (text: string) => (start: string) => withoutName(text).startsWith(start);

function withoutName(text: string): string {
  return text.startsWith('update_fields ') ? text.slice('update_fields '.length) : text;
}

/** NUMBER, CAMPAIGN, LIST, LEAD, AGENT, behind `lead added` without the function's name. */
function readAdded(number: string): Reader<AddedAgentLead> {
  return success('lead', ([echoed, , , leadId = '']) => {
    if (echoed !== number) return MISMATCH;
    return /^\d+$/.test(leadId) ? ok({ outcome: 'added', leadId } as const) : null;
  });
}

const readListed: ErrorReader<AddedAgentLead> = (text) => {
  // Under the name of the Non-Agent API's function.
  const list = listedIn('add_lead', text);
  return list && ok({ outcome: 'doNotCall', list });
};

/** AGENT, NEW, VENDOR, CAMPAIGN, OLD. */
function readSwitched(meant: string | null): Reader<string> {
  return success('switch_lead', ([, leadId = '']) => {
    if (meant !== null && leadId !== meant) return MISMATCH;
    return /^\d+$/.test(leadId) ? ok(leadId) : null;
  });
}
