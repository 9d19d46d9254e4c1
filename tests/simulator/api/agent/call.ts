import { findLead, type LiveAgent, type World } from '../../world.ts';
import type { AgentCall, AgentFunction } from '../agent-call.ts';
import { namesAgent, notice, notValid, refusal, refuseUnlessValueHas, setColumns, success } from '../agent-call.ts';
import { keepOnly, type Parameters } from '../parameters.ts';

const externalHangup: AgentFunction = {
  target: 'agent',
  refuse: (p) => (namesAgent(p) && p('value') !== '' ? null : notValid(p)),
  // The column holds one character; the screen acts on 1.
  run(call, agent) {
    setColumns(call, agent, { external_hangup: call.p('value').slice(0, 1) });
    return success('external_hangup function set', `${call.p('value')}|${agent.user}`);
  },
};

const externalStatus: AgentFunction = {
  target: 'agent',
  refuse: (p) => (namesAgent(p) && p('value') !== '' ? null : notValid(p)),
  // The status itself is not validated, and `---` is stored like any other.
  run(call, agent) {
    const stored = statusText(call, agent);
    setColumns(call, agent, { external_status: stored.slice(0, 255) });
    return success('external_status function set', `${stored}|${agent.user}`);
  },
};

/** The code alone, or with what the screen needs for a callback; callback fields of other codes are dropped silently. */
function statusText({ world, p }: AgentCall, agent: LiveAgent): string {
  const [code, at, qmCode] = [p('value'), p('callback_datetime'), p('qm_dispo_code')];
  if (at !== '' && isCallbackStatus(world, code, agent.campaign_id)) {
    const type = p('callback_type') === 'USERONLY' ? 'USERONLY' : 'ANYONE';
    return [code, at, type, p('callback_comments').slice(0, 200), qmCode].join('!');
  }
  return qmCode === '' ? code : `${code}!!!!${qmCode}`;
}

function isCallbackStatus(world: World, code: string, campaignId: string): boolean {
  const ofCampaign = world.campaign_statuses.filter((row) => row.campaign_id === campaignId);
  return [...world.system_statuses, ...ofCampaign].some((row) => row.status === code && row.scheduled_callback === 'Y');
}

const recording: AgentFunction = {
  target: 'agent',
  refuse: (p) => (p('value') === 'STATUS' && namesAgent(p) ? null : refuseUnlessValueHas(['START', 'STOP'])(p)),
  run(call, agent) {
    const value = call.p('value');
    // Of the recording and of the agent; the agent's live status is always the last field.
    const tail = `${agent.server_ip}|${agent.conf_exten}|${agent.status}`;
    if (value === 'STATUS') return recordingStatus(call.world, agent, tail);
    const state = agent.external_recording;
    if (value.includes('STOP') && (state === '' || state.startsWith('STOP'))) {
      return refusal('stop recording error', `${agent.user}|${state}||||${tail}`);
    }
    const stage = value.includes('START') ? call.p('stage').slice(0, 14) : '';
    setColumns(call, agent, { external_recording: value + stage });
    return success('recording function sent', `${agent.user}|${value}||||${tail}`);
  },
};

function recordingStatus(world: World, agent: LiveAgent, tail: string) {
  const running = world.recordings.find((row) => row.recording_id === agent.external_recording);
  if (!running) return notice('not recording', `${agent.user}|||||${tail}`);
  const { recording_id, filename, server_ip, start_time } = running;
  return notice('recording active', [agent.user, recording_id, filename, server_ip, start_time, tail].join('|'));
}

const keepTones = keepOnly('0-9PSQ');

const sendDtmf: AgentFunction = {
  target: 'agent',
  // Real * and # vanish before the check.
  refuse: (p) =>
    namesAgent(p) && tonesOf(p) !== '' ? null : refusal('send_dtmf not valid', `${tonesOf(p)}|${p('agent_user')}`),
  run(call, agent) {
    setColumns(call, agent, { external_dtmf: tonesOf(call.p) });
    return success('send_dtmf function set', `${tonesOf(call.p)}|${agent.user}`);
  },
};

function tonesOf(p: Parameters): string {
  return keepTones(p('value'));
}

const parkCall: AgentFunction = {
  target: 'agent',
  // The three longer documented values pass because each holds one of these.
  refuse: refuseUnlessValueHas([
    'PARK_CUSTOMER',
    'GRAB_CUSTOMER',
    'PARK_IVR_CUSTOMER',
    'GRAB_IVR_CUSTOMER',
    'PARK_XFER',
    'GRAB_XFER',
  ]),
  run(call, agent) {
    if (!findLead(call.world, agent.lead_id)) {
      return refusal('agent_user does not have a lead on their screen', agent.user);
    }
    setColumns(call, agent, { external_park: call.p('value') });
    return success('park_call function set', `${call.p('value')}|${agent.user}`);
  },
};

export const callFunctions = {
  external_hangup: externalHangup,
  external_status: externalStatus,
  recording,
  send_dtmf: sendDtmf,
  park_call: parkCall,
};
