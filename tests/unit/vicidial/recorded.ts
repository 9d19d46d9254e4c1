import { readFileSync } from 'node:fs';
import type { Result } from '../../../lib/result.ts';
import type {
  AgentClient,
  DialRequest,
  ParkAction,
  PreviewAction,
  TransferRequest,
} from '../../../lib/vicidial/client.ts';
import type { VicidialFailure } from '../../../lib/vicidial/failure.ts';
import type { Credentials } from '../../../lib/vicidial/wire/credentials.ts';
import { agentOf, type FakeServer, fakeServer, statusOf } from './fake-server.ts';
import { askCrm, EVERY_CRM_FUNCTION, isCrmFunction } from './recorded-crm.ts';

/** One request and its answer, recorded from a real VICIdial. */
export interface RecordedCase {
  readonly id: string;
  readonly api: 'agent' | 'non-agent';
  readonly request: Readonly<Record<string, string>>;
  readonly query_string_params?: Readonly<Record<string, string>>;
  readonly response: string;
  readonly http_status: number;
}

const corpus = new URL('../../corpus/vicidial-conformance.json', import.meta.url);
export const RECORDED_CASES = JSON.parse(readFileSync(corpus, 'utf8')) as readonly RecordedCase[];

/** Functions with recorded answers that Dialside never asks for. */
const NOT_IN_USE = new Set(
  `force_fronter_audio_stop force_fronter_leave_3way ra_call_control st_login_log add_fpg_phone add_group_alias add_list
  add_phone add_user agent_ingroup_info batch_update_lead blind_monitor call_status_stats callmenu_list ccc_lead_info
  container_list did_log_export hopper_bulk_insert ingroup_list lead_dearchive lead_field_info lead_status_search
  list_custom_fields list_info moh_list server_refresh sounds_list update_list update_log_entry update_phone update_presets
  update_remote_agent update_user vm_list`.split(/\s+/),
);

function functionOf({ request, query_string_params }: RecordedCase): string {
  return request.function ?? query_string_params?.function ?? '';
}

export function isInUse(recorded: RecordedCase): boolean {
  return !NOT_IN_USE.has(functionOf(recorded));
}

export type AnyAnswer = Promise<Result<unknown, VicidialFailure>>;

/** What the client makes of a recorded answer when it asks for the same, as far as it would ask for that at all. */
export function replay(recorded: RecordedCase): AnyAnswer {
  const server = fakeServer(() => new Response(recorded.response, { status: recorded.http_status }));
  const request = { ...recorded.query_string_params, ...recorded.request };
  const name = functionOf(recorded);
  const credentials = {
    user: /^\w{2,}$/.test(request.user ?? '') ? request.user! : 'apiuser',
    password: request.pass || 'apipass123',
  };
  if (isCrmFunction(name)) return askCrm(name, server, credentials, request);
  if (recorded.api === 'non-agent') {
    const client = statusOf(server, credentials);
    return name === 'version' ? client.version() : client.agentStatus(request.agent_user ?? '1000');
  }
  const agentUser = /^\w{2,}$/.test(request.agent_user ?? '') ? request.agent_user! : '1000';
  return askAgent(agentOf(server, agentUser, credentials), name, request);
}

/** Inputs the client would refuse are replaced by good ones: the answer is what is under test. */
function askAgent(client: AgentClient, name: string, request: Readonly<Record<string, string>>): AnyAnswer {
  const { value = '' } = request;
  switch (name) {
    case 'version':
      return client.version();
    case 'external_dial':
      return client.dial(dialOf(request));
    case 'pause_code':
      return client.pauseCode(value.length <= 6 && value !== '' ? value : 'LUNCH');
    case 'external_hangup':
      return client.hangup();
    case 'external_status':
      return client.disposition(/^\w{1,6}$/.test(value) ? value : 'SALE', callbackOf(request));
    case 'recording':
      return value === 'START' || value === 'STOP' ? client.recording(value) : client.recordingState();
    case 'webphone_url':
      return client.webphoneUrl();
    case 'call_agent':
      return client.callAgent();
    case 'logout':
      return client.logout();
    case 'preview_dial_action':
      return client.preview(value as PreviewAction);
    case 'send_dtmf':
      return client.sendDtmf(value.replaceAll('Q', ',').replaceAll('S', '*').replaceAll('P', '#'));
    case 'park_call':
      return client.park(value.replace(/^SWAP_|^HANGUP_XFER_/, '') as ParkAction);
    case 'transfer_conference':
      return client.transfer(transferOf(request));
    case 'calls_in_queue_count':
      return client.callsInQueue();
    case 'st_get_agent_active_lead':
      return client.activeLead(value);
    default:
      return client.pause(value === 'RESUME' ? 'RESUME' : 'PAUSE');
  }
}

function dialOf({ value = '', phone_code = '', lead_id }: Readonly<Record<string, string>>): DialRequest {
  return {
    callingCode: phone_code.replace('+', '') || '1',
    nationalNumber: /^\d{4,16}$/.test(value) ? value : '7275551212',
    ...(lead_id !== undefined && { leadId: lead_id }),
  };
}

function callbackOf({ callback_datetime }: Readonly<Record<string, string>>) {
  return callback_datetime === undefined ? undefined : ({ at: callback_datetime, type: 'ANYONE' } as const);
}

function transferOf(request: Readonly<Record<string, string>>): TransferRequest {
  const { value, phone_number, ingroup_choices, consultative } = request;
  const consultativeIngroup = consultative && ingroup_choices;
  const known = {
    action: value,
    ...(consultativeIngroup
      ? { consultativeIngroup }
      : value === 'LOCAL_CLOSER' && { ingroup: ingroup_choices ?? 'SALESLINE' }),
    ...(phone_number && (ingroup_choices === 'AGENTDIRECT' ? { agent: phone_number } : { phoneNumber: phone_number })),
  };
  return known as TransferRequest;
}

type AskServer = (server: FakeServer, credentials: Credentials) => AnyAnswer;

const agentFunctions: readonly ((agent: AgentClient) => AnyAnswer)[] = [
  (agent) => agent.version(),
  (agent) => agent.dial({ callingCode: '1', nationalNumber: '7275551212' }),
  (agent) => agent.pause('PAUSE'),
  (agent) => agent.pauseCode('LUNCH'),
  (agent) => agent.hangup(),
  (agent) => agent.disposition('SALE'),
  (agent) => agent.recording('START'),
  (agent) => agent.recordingState(),
  (agent) => agent.webphoneUrl(),
  (agent) => agent.callAgent(),
  (agent) => agent.logout(),
  (agent) => agent.preview('SKIP'),
  (agent) => agent.sendDtmf('1*#,'),
  (agent) => agent.park('PARK_CUSTOMER'),
  (agent) => agent.transfer({ action: 'BLIND_TRANSFER', phoneNumber: '7275550188' }),
  (agent) => agent.callsInQueue(),
  (agent) => agent.activeLead('CRM1003'),
];

/** Every function of both clients, with inputs that are sent. */
export const EVERY_FUNCTION: readonly AskServer[] = [
  ...agentFunctions.map(
    (ask): AskServer =>
      (server, credentials) =>
        ask(agentOf(server, '1000', credentials)),
  ),
  (server, credentials) => statusOf(server, credentials).version(),
  (server, credentials) => statusOf(server, credentials).agentStatus('1000'),
  ...EVERY_CRM_FUNCTION,
];
