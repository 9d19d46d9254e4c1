import { findLead, type LiveAgent, newRow, nextId, serverTime } from '../world.ts';
import { display, fieldsOf } from './dial-step.ts';
import type { IncomingAnswer, LookupAnswer, TransferAnswer } from './protocol.ts';
import { fieldOf, type ScreenContext, type StepForm, updateAgent } from './screen-context.ts';

/** Whether the call that the page has dialled has a channel by now. */
export function answerLookup(context: ScreenContext, agent: LiveAgent): LookupAnswer {
  if (agent.channel) return { state: 'answered', channel: agent.channel };
  return context.telephone.stateOf(agent.callerid) === 'busy'
    ? { state: 'failed', reason: 'BUSY' }
    : { state: 'ringing' };
}

/** A call that the dialer has put on a READY agent's line. */
export function answerIncoming({ world }: ScreenContext, agent: LiveAgent): IncomingAnswer {
  const lead = findLead(world, agent.lead_id);
  if (agent.status !== 'INCALL' || !agent.channel || !lead) return null;
  const call = { callId: agent.callerid, lead: fieldsOf(lead), display: display(lead.phone_number) };
  const queue = world.live_calls.find(({ callerid }) => callerid === agent.callerid)?.campaign_id;
  const ingroup = world.inbound_groups.find(({ group_id }) => group_id === queue);
  return ingroup ? { ...call, ingroup: ingroup.group_name } : call;
}

/** Puts a call on a READY agent's line, as the automatic dialler or an in-group's queue does. False when the agent is not READY. */
export function handOverCall(context: ScreenContext, agent: LiveAgent, leadId: string, ingroup?: string): boolean {
  const { world, clock } = context;
  const lead = findLead(world, leadId);
  if (agent.status !== 'READY' || !lead) return false;
  const line = { uniqueid: `${Math.floor(clock.now() / 1000)}.0`, channel: `SIP/in-${leadId}` };
  const callerid = `${ingroup === undefined ? 'V' : 'Y'}${String(clock.now()).slice(-9)}${leadId.padStart(10, '0')}`;
  const { phone_code, phone_number } = lead;
  const columns = {
    campaign_id: ingroup ?? agent.campaign_id,
    status: 'XFER',
    lead_id: leadId,
    callerid,
    phone_code,
    phone_number,
  };
  world.live_calls.push(newRow('live_calls', { ...columns, ...line }));
  updateAgent(context, agent, { ...line, status: 'INCALL', callerid, lead_id: leadId, comments: 'AUTO' });
  return true;
}

/** The agent's side ends: in disposition the row keeps its lead and loses its call. */
export function endCall(context: ScreenContext, agent: LiveAgent): void {
  const { world, telephone } = context;
  telephone.hangUp(agent.callerid);
  world.parked_channels = world.parked_channels.filter((row) => row.parked_by !== agent.user);
  updateAgent(context, agent, { status: 'PAUSED', callerid: '', uniqueid: '', channel: '', external_hangup: '0' });
}

export function setParked(context: ScreenContext, agent: LiveAgent, form: StepForm): void {
  const { world } = context;
  world.parked_channels = world.parked_channels.filter((row) => row.parked_by !== agent.user);
  if (fieldOf(form, 'parked') === 'Y') {
    world.parked_channels.push(
      newRow('parked_channels', {
        channel: agent.channel,
        server_ip: agent.server_ip,
        channel_group: agent.callerid,
        extension: 'park',
        parked_by: agent.user,
        parked_time: serverTime(context.clock.now()),
      }),
    );
  }
  updateAgent(context, agent, { external_park: '' });
}

export function playTones(context: ScreenContext, agent: LiveAgent, form: StepForm): void {
  context.telephone.tones.push({ user: agent.user, tones: fieldOf(form, 'tones') });
  updateAgent(context, agent, { external_dtmf: '' });
}

/** The column holds the recording's id while it runs. */
export function startRecording(context: ScreenContext, agent: LiveAgent): void {
  const { world, clock } = context;
  const recording_id = nextId(world.recordings.map((row) => row.recording_id));
  const start_time = serverTime(clock.now());
  const filename = `${start_time.replace(/[-:]/g, '').replace(' ', '-')}_${agent.user}`;
  const { lead_id, user } = agent;
  world.recordings.push(newRow('recordings', { recording_id, start_time, filename, lead_id, user }));
  updateAgent(context, agent, { external_recording: recording_id });
}

export function stopRecording(context: ScreenContext, agent: LiveAgent): void {
  updateAgent(context, agent, { external_recording: '' });
}

const TRANSFERS_THAT_END_THE_CALL = ['BLIND_TRANSFER', 'LOCAL_CLOSER', 'HANGUP_BOTH', 'LEAVE_3WAY_CALL', 'LEAVE_VM'];

/** `order` as transfer_conference stores it: parts joined by three dashes, the value first, the number third. */
export function answerTransfer(context: ScreenContext, agent: LiveAgent, form: StepForm): TransferAnswer {
  const [value = '', , number = ''] = fieldOf(form, 'order').split('---');
  updateAgent(context, agent, { external_transferconf: '' });
  if (TRANSFERS_THAT_END_THE_CALL.includes(value)) {
    endCall(context, agent);
    return { line: '', ends: true };
  }
  if (value !== 'DIAL_WITH_CUSTOMER' && value !== 'PARK_CUSTOMER_DIAL') {
    hangUpThirdLine(context, agent);
    return { line: '', ends: false };
  }
  if (value === 'PARK_CUSTOMER_DIAL') setParked(context, agent, new Map([['parked', 'Y']]));
  const callId = thirdLineId(agent);
  context.telephone.dial({ callId, user: agent.user, number });
  return { line: `Calling: ${display(number)} UID: ${callId}`, ends: false };
}

// While that line still rings nothing happens to it.
function hangUpThirdLine({ telephone }: ScreenContext, agent: LiveAgent) {
  const callId = thirdLineId(agent);
  if (telephone.stateOf(callId) === 'answered') telephone.hangUp(callId);
}

function thirdLineId(agent: LiveAgent): string {
  return `DC${agent.callerid.slice(3)}W`;
}
