import { ok } from '../../result.ts';
import type { AgentClient, Answer, CallbackRequest, DialRequest, TransferRequest } from '../client.ts';
import {
  echo,
  readActiveLead,
  readDial,
  readDisposition,
  readPause,
  readQueueCount,
  readRecordingState,
  readTransfer,
  readWebphoneUrl,
  success,
} from '../wire/agent-answers.ts';
import type { Reader } from '../wire/answer.ts';
import { createCaller, type Inputs } from '../wire/caller.ts';
import { callbackTimeInput, dispositionInput, input, tonesInput } from '../wire/inputs.ts';
import { keptOfComment } from '../wire/kept-comment.ts';
import { askVersion } from '../wire/version.ts';
import { createAgentLeadClient } from './agent-lead-client.ts';
import type { AgentClientOptions } from './agent-options.ts';

/** The Agent API for one agent. Each method is one POST, or none when an input is refused; failures are values. */
export function createAgentClient(options: AgentClientOptions): AgentClient {
  const { agentUser } = options;
  const { signed, anonymous } = createCaller({ path: '/agc/api.php', ...options });
  const { updateFields, mayUpdateFields } = createAgentLeadClient(options);
  const send = <T>(name: string, inputs: Inputs, read: Reader<T>): Answer<T> =>
    signed(name, { agent_user: input('agent_user', agentUser), ...inputs }, read);
  /** Functions that set one value and echo it. */
  const set = (name: string, value: string, position = 0) => send(name, { value }, echo(name, value, position));

  return {
    version: () => askVersion(anonymous),
    dial: (request) => send('external_dial', dialInputs(request), readDial(request, agentUser)),
    pause: (value) => send('external_pause', { value }, readPause(value)),
    pauseCode: (code) =>
      send(
        'pause_code',
        { value: input('pause_code', code) },
        success('pause_code', () => ok(null)),
      ),
    hangup: () => set('external_hangup', '1'),
    disposition: (status, callback) =>
      send('external_status', dispositionInputs(status, callback), readDisposition(status, callback)),
    recording: (value) => set('recording', value, 1),
    recordingState: () => send('recording', { value: 'STATUS' }, readRecordingState),
    // Never LAUNCH: it answers with a page that would carry the API password in its address.
    webphoneUrl: () => send('webphone_url', { value: 'DISPLAY' }, readWebphoneUrl),
    callAgent: () =>
      send(
        'call_agent',
        { value: 'CALL' },
        success('call_agent', () => ok(null)),
      ),
    logout: () => set('logout', 'LOGOUT'),
    preview: (action) => set('preview_dial_action', action),
    sendDtmf: (tones) => {
      const value = tonesInput(tones);
      return send('send_dtmf', { value }, echo('send_dtmf', value.ok ? value.value : ''));
    },
    park: (action) => set('park_call', action),
    transfer: (request) => {
      const number = transferNumber(request);
      return send('transfer_conference', transferInputs(request, number), readTransfer(request.action, number ?? ''));
    },
    updateFields,
    mayUpdateFields,
    callsInQueue: () => send('calls_in_queue_count', { value: 'DISPLAY' }, readQueueCount),
    activeLead: async (customThree) => {
      // vendor_id is required and never compared.
      const inputs = { value: input('custom_three', customThree), vendor_id: 'dialside' };
      const lead = await signed('st_get_agent_active_lead', inputs, readActiveLead);
      return !lead.ok && lead.failure.code === 'noLeadOnScreen' ? ok(null) : lead;
    },
  };
}

/**
 * A lead's own number overrides the one sent, unless SEARCH is asked for: then the lead must have the number that was
 * meant, or nothing is set. focus=YES would open a box on the agent screen; dial_ingroup would skip the paused check.
 */
function dialInputs({ callingCode, nationalNumber, vendorId, leadId, preview, search }: DialRequest): Inputs {
  return {
    value: input('value', nationalNumber),
    phone_code: input('phone_code', callingCode),
    search: search === false ? 'NO' : 'YES',
    preview: preview ? 'YES' : 'NO',
    focus: 'NO',
    vendor_id: vendorId === undefined ? undefined : input('vendor_id', vendorId),
    lead_id: leadId === undefined ? undefined : input('lead_id', leadId),
    alt_dial: leadId === undefined ? undefined : 'SEARCH',
  };
}

function dispositionInputs(status: string, callback: CallbackRequest | undefined): Inputs {
  return {
    value: dispositionInput(status),
    callback_datetime: callback && callbackTimeInput(callback.at),
    callback_type: callback?.type,
    callback_comments: (callback && keptOfComment(callback.comments ?? '')) || undefined,
  };
}

function transferNumber(request: TransferRequest): string | undefined {
  return 'agent' in request ? request.agent : 'phoneNumber' in request ? request.phoneNumber : undefined;
}

function transferInputs(request: TransferRequest, number: string | undefined): Inputs {
  const consultative = 'consultativeIngroup' in request ? request.consultativeIngroup : undefined;
  const ingroup = 'ingroup' in request ? request.ingroup : consultative;
  return {
    value: request.action,
    phone_number: number === undefined ? undefined : input('agent' in request ? 'agent_user' : 'phone_number', number),
    ingroup_choices: ingroup === undefined ? undefined : input('ingroup_choices', ingroup),
    consultative: consultative === undefined ? undefined : 'YES',
    dial_override: 'dialOverride' in request && request.dialOverride ? 'YES' : undefined,
  };
}
