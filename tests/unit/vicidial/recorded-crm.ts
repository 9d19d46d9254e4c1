import {
  type AgentDeskClient,
  createAgentDeskClient,
  type Panel,
} from '../../../lib/vicidial/agent-api/agent-desk-client.ts';
import { createAgentLeadClient } from '../../../lib/vicidial/agent-api/agent-lead-client.ts';
import { type AltUrlEvent, createCampaignClient } from '../../../lib/vicidial/non-agent-api/campaign-client.ts';
import { createDncClient, type DncList } from '../../../lib/vicidial/non-agent-api/dnc-client.ts';
import { createLeadReader, type LeadKey } from '../../../lib/vicidial/non-agent-api/lead-reader.ts';
import { createLeadWriter, type NewLead } from '../../../lib/vicidial/non-agent-api/lead-writer.ts';
import { createNumberClient, type RecordingKey } from '../../../lib/vicidial/non-agent-api/number-client.ts';
import { createReportClient } from '../../../lib/vicidial/non-agent-api/report-client.ts';
import { createSupervisorClient } from '../../../lib/vicidial/non-agent-api/supervisor-client.ts';
import { type Credentials, serviceCredentials } from '../../../lib/vicidial/wire/credentials.ts';
import type { LeadFields } from '../../../lib/vicidial/wire/lead-fields.ts';
import { isLeadField } from '../../../lib/vicidial/wire/lead-fields.ts';
import type { UrlTemplate } from '../../../lib/vicidial/wire/url-template.ts';
import { type FakeServer, SERVER } from './fake-server.ts';
import type { AnyAnswer } from './recorded.ts';

type Request = Readonly<Record<string, string>>;

/** Every client of a CRM's functions, in front of a fake server. */
export function crmClients(server: FakeServer, credentials: Credentials, agentUser = '1000') {
  const service = serviceCredentials(credentials, []);
  if (!service.ok) throw new Error('nobody is signed in as agent here');
  const options = { server: SERVER, credentials: service.value, fetch: server.fetch };
  const agent = { server: SERVER, credentials, agentUser, fetch: server.fetch };
  return {
    leads: createLeadReader(options),
    writer: createLeadWriter(options),
    dnc: createDncClient(options),
    numbers: createNumberClient(options),
    floor: createSupervisorClient(options),
    reports: createReportClient(options),
    campaigns: createCampaignClient(options),
    agentLead: createAgentLeadClient(agent),
    desk: createAgentDeskClient(agent),
  };
}

type Clients = ReturnType<typeof crmClients>;
type AskClients = (clients: Clients, request: Request) => AnyAnswer;

/** Asks for the same as a recorded request, as far as the clients would ask for that at all. */
const ASKED: Readonly<Record<string, AskClients>> = {
  add_lead: ({ writer }, request) => writer.add(newLeadOf(request)),
  update_lead: ({ writer }, request) => {
    const leadId = leadOf(request, '2001');
    if (request.callback === 'REMOVE') return writer.removeCallbacks(leadId);
    if (request.callback !== 'Y') return writer.update(leadId, { first_name: 'Anne' });
    const { callback_datetime: at = '', campaign_id: campaign = '' } = request;
    return writer.planCallback(leadId, { at, campaign, type: 'ANYONE' });
  },
  lead_search: ({ leads }, request) => leads.find(keyOf(request)),
  lead_all_info: ({ leads }, request) =>
    request.phone_number ? leads.leadsWith(request.phone_number) : leads.lead(leadOf(request, '2001')),
  lead_callback_info: ({ leads }, request) => leads.callbacks(leadOf(request, '2006')),
  check_phone_number: ({ numbers }, request) =>
    numbers.check({
      callingCode: '1',
      nationalNumber: numberOf(request),
      callTime: request.local_call_time ?? '24hours',
      ...(request.campaign_id && { campaign: request.campaign_id }),
    }),
  phone_number_log: ({ numbers }, request) => numbers.calls(numberOf(request), 'ALL'),
  recording_lookup: ({ numbers }, request) => numbers.recordings(recordingKeyOf(request)),
  callid_info: ({ numbers }, request) => numbers.call(request.call_id ?? 'M1119100000000002002'),
  add_dnc_phone: ({ dnc }, request) => dnc.add(numberOf(request), listOf(request)),
  delete_dnc_phone: ({ dnc }, request) => dnc.remove(numberOf(request), listOf(request)),
  logged_in_agents: ({ floor }) => floor.agents(),
  user_details: ({ floor }, request) => floor.user(request.agent_user ?? '1000'),
  agent_campaigns: ({ floor }, request) => floor.placesOf(request.agent_user ?? '1000'),
  campaigns_list: ({ floor }) => floor.campaigns(),
  hopper_list: ({ floor }, request) => floor.hopper(request.campaign_id ?? ''),
  user_group_status: ({ floor }) => floor.userGroups(['AGENTS']),
  in_group_status: ({ floor }) => floor.ingroups(['SALESLINE']),
  agent_stats_export: ({ reports }) =>
    reports.agents({ from: '2020-01-01 00:00:00', to: '2099-01-02 00:00:00' }, { agentUser: '1000' }),
  call_dispo_report: ({ reports }) => reports.calls('TESTCAMP', { from: '2026-11-19', to: '2026-11-19' }),
  update_campaign: ({ campaigns }, request) => campaigns.update(request.campaign_id ?? '', { active: true }),
  update_alt_url: ({ campaigns }, request) => {
    const [campaign, event] = [request.campaign_id ?? '', (request.url_type ?? 'dispo') as AltUrlEvent];
    return request.alt_url_id === 'NEW'
      ? campaigns.addAltUrl(campaign, event, ALT_URL)
      : campaigns.altUrls(campaign, event);
  },
  update_fields: ({ agentLead }, request) => {
    const fields = fieldsOf(request);
    return agentLead.updateFields(Object.keys(fields).length > 0 ? fields : { first_name: 'X' });
  },
  external_add_lead: ({ agentLead }, request) =>
    agentLead.addLead({ callingCode: '1', nationalNumber: numberOf(request) }),
  switch_lead: ({ agentLead }, request) =>
    agentLead.switchLead(
      request.vendor_lead_code ? { vendorLeadCode: request.vendor_lead_code } : { leadId: leadOf(request, '2001') },
    ),
  change_ingroups: ({ desk }, request) => changeIngroups(desk, request),
  refresh_panel: ({ desk }, request) => {
    const panels = (['formreload', 'scriptreload', 'callbacksreload'] as const).filter((name) => request[name]);
    return desk.refreshPanels(panels.length > 0 ? panels : (['formreload'] satisfies Panel[]));
  },
  vm_message: ({ desk }, request) => desk.leaveMessage((request.value ?? 'EXship01').split('|')),
  set_timer_action: ({ desk }, request) =>
    desk.setTimer('MESSAGE_ONLY', request.notes ?? '', Number(request.rank ?? '1')),
  audio_playback: ({ desk }, request) =>
    desk.playback(request.stage === 'STOP' ? 'STOP' : { play: request.value ?? 'x' }),
  send_notification: ({ desk }, request) =>
    desk.notify(
      request.recipient_type === undefined && request.recipient
        ? { campaign: request.recipient }
        : { user: request.recipient ?? '1000' },
      request.notification_text ?? 'hi',
    ),
};

const ALT_URL = {
  active: true,
  rank: 1,
  statuses: ['SALE'],
  description: 'to CRM',
  lists: [],
  minimumSeconds: 0,
  address: 'https://crm.example.com/hook?lead=--A--lead_id--B--' as UrlTemplate,
};

function changeIngroups(desk: AgentDeskClient, { value, ingroup_choices = '', blended }: Request): AnyAnswer {
  const ingroups = ingroup_choices.split(' ').filter((name) => name !== '' && name !== '-');
  return desk.changeIngroups(value === 'ADD' ? 'ADD' : 'CHANGE', ingroups.length > 0 ? ingroups : ['SALESLINE'], {
    blended: blended === 'YES',
  });
}

function newLeadOf(request: Request): NewLead {
  return { callingCode: '1', nationalNumber: numberOf(request), listId: request.list_id ?? '101' };
}

/** Inputs a client would refuse are replaced by good ones: the answer is what is under test. */
function numberOf({ phone_number = '' }: Request): string {
  return /^\d{6,16}$/.test(phone_number) ? phone_number : '7275551212';
}

function leadOf({ lead_id }: Request, usual: string): string {
  return lead_id ?? usual;
}

function keyOf(request: Request): LeadKey {
  return request.vendor_lead_code ? { vendorLeadCode: request.vendor_lead_code } : { number: numberOf(request) };
}

function listOf({ campaign_id = 'SYSTEM_INTERNAL' }: Request): DncList {
  return campaign_id === 'SYSTEM_INTERNAL' ? 'system' : { campaign: campaign_id };
}

function recordingKeyOf({ agent_user, date, lead_id = '2001' }: Request): RecordingKey {
  return agent_user && date ? { agentUser: agent_user, day: date } : { leadId: lead_id };
}

function fieldsOf(request: Request): LeadFields {
  return Object.fromEntries(Object.entries(request).filter(([name]) => isLeadField(name)));
}

export function isCrmFunction(name: string): boolean {
  return Object.hasOwn(ASKED, name);
}

/** What the client for that function makes of what a fake server answers. */
export function askCrm(name: string, server: FakeServer, credentials: Credentials, request: Request): AnyAnswer {
  const { agent_user = '' } = request;
  const ask = ASKED[name];
  if (!ask) throw new Error(`no client asks for ${name}`);
  return ask(crmClients(server, credentials, /^\w{2,}$/.test(agent_user) ? agent_user : '1000'), request);
}

/** Every function once, with inputs that are sent. */
export const EVERY_CRM_FUNCTION: readonly ((server: FakeServer, credentials: Credentials) => AnyAnswer)[] = Object.keys(
  ASKED,
).map((name) => (server, credentials) => {
  const request = { campaign_id: 'TESTCAMP', callback_datetime: '2027-02-01 10:00:00' };
  return askCrm(name, server, credentials, request);
});
