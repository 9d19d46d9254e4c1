import { serverTime } from '../../clock.ts';
import { findLiveAgent, type LiveAgent, newRow, nextId, type World } from '../../world.ts';
import {
  type AgentAnswer,
  type AgentCall,
  type AgentFunction,
  hasLiveCall,
  namesAgent,
  refusal,
  setColumns,
  success,
} from '../agent-call.ts';

const vmMessage: AgentFunction = {
  target: 'agent',
  refuse: (p) =>
    namesAgent(p) && p('value') !== ''
      ? null
      : refusal('vm_message not valid', [p('value'), p('lead_id'), p('agent_user')].join('|')),
  run(call, agent) {
    const { p } = call;
    if (!hasLiveCall(call, agent)) return refusal('agent_user does not have a live call', agent.user);
    if (p('lead_id') !== '' && p('lead_id') !== agent.lead_id) {
      return refusal('current call does not match lead_id submitted', agent.user);
    }
    setColumns(call, agent, { external_vm_message: p('value') });
    return success('vm_message function set', [agent.user, agent.lead_id, p('value'), ''].join('|'));
  },
};

const setTimerAction: AgentFunction = {
  target: 'agent',
  refuse: (p) =>
    p('agent_user').length > 1 && p('value') !== ''
      ? null
      : refusal('set_timer_action not valid', `${p('agent_user')}|${p('value')}`),
  run(call, agent) {
    const { p, apiUser } = call;
    if (apiUser.modify_campaigns !== '1') {
      return refusal('user is not allowed to modify campaign settings', `${agent.user}|${apiUser.user}`);
    }
    setColumns(call, agent, {
      external_timer_action: p('value'),
      external_timer_action_message: p('notes'),
      external_timer_action_seconds: p('rank'),
    });
    const fields = [apiUser.user, agent.user, p('value'), p('notes'), p('rank')];
    return success('set_timer_action lead updated', fields.join('|'));
  },
};

const stages: readonly string[] = ['PLAY', 'STOP', 'PAUSE', 'RESUME', 'RESTART'];
/** The extension that plays the sound its caller is named after, and the one that lets a call into a session unheard. */
const player = '473782158521111';
const listener = '47378216';

const audioPlayback: AgentFunction = {
  target: 'none',
  refuse: (p) =>
    namesAgent(p) && stages.includes(p('stage')) && (p('stage') !== 'PLAY' || p('value') !== '')
      ? null
      : refusal('audio_playback not valid', [p('value'), p('stage'), p('agent_user')].join('|')),
  run(call) {
    const { world, p } = call;
    const [stage, user] = [p('stage'), p('agent_user')];
    const agent = findLiveAgent(world, user);
    if (!agent) return refusal('agent_user is not logged in', `${stage}|${user}`);
    const refused = refusePlayback(call, agent);
    if (refused) return refused;
    if (stage === 'PLAY') play(call, agent);
    if (stage === 'STOP') stop(world, agent);
    return success('audio_playback function sent', [p('value'), stage, agent.user].join('|'));
  },
};

function refusePlayback({ world, p }: AgentCall, agent: LiveAgent): AgentAnswer | null {
  const isPlaying = world.live_sip_channels.some((row) => row.channel === channelOf(agent));
  const place = [agent.conf_exten, agent.server_ip, p('stage'), agent.user].join('|');
  if (p('stage') !== 'PLAY') {
    return isPlaying ? null : refusal('audio_playback error - no audio playing in agent session', place);
  }
  const isFree = !isPlaying || p('dial_override') === 'Y';
  return isFree ? null : refusal('audio_playback error - audio already playing in agent session', place);
}

function channelOf(agent: LiveAgent): string {
  return `Local/${listener}${agent.conf_exten}@default`;
}

function play({ world, clock, p }: AgentCall, agent: LiveAgent): void {
  stop(world, agent);
  const man_id = nextId(world.manager.map((row) => row.man_id));
  world.manager.push(
    newRow('manager', {
      man_id,
      entry_date: serverTime(clock.now()),
      server_ip: agent.server_ip,
      action: 'Originate',
      callerid: p('value'),
      cmd_line_b: `Channel: ${channelOf(agent)}`,
      cmd_line_c: 'Context: default',
      cmd_line_d: `Exten: ${player}`,
    }),
  );
  world.live_sip_channels.push(
    newRow('live_sip_channels', {
      channel: channelOf(agent),
      server_ip: agent.server_ip,
      channel_group: p('value'),
      extension: agent.conf_exten,
    }),
  );
  world.changed('manager', man_id);
}

function stop(world: World, agent: LiveAgent): void {
  world.live_sip_channels = world.live_sip_channels.filter((row) => row.channel !== channelOf(agent));
}

export const messageFunctions = {
  vm_message: vmMessage,
  set_timer_action: setTimerAction,
  audio_playback: audioPlayback,
};
