import { epochSeconds, serverTime } from '../../clock.ts';
import { type LiveAgent, newRow, nextId, type World } from '../../world.ts';
import {
  type AgentAnswer,
  type AgentCall,
  type AgentFunction,
  namesAgent,
  refusal,
  setColumns,
  success,
} from '../agent-call.ts';
import { type CallerId, type Destination, findCallerId, findDestination, numberOf } from './destination.ts';
import { isPausedAndFree, mayDialByHand, refusalOfManualDial, usesQueue } from './manual-dial.ts';

/** The request column holds this many characters; what is longer is cut, and SUCCESS is answered all the same. */
const requestColumnLength = 100;

const externalDial: AgentFunction = {
  target: 'agent',
  refuse(p) {
    const isComplete =
      (numberOf(p).length > 1 || p('lead_id').length > 1) &&
      namesAgent(p) &&
      ['search', 'preview', 'focus'].every((name) => p(name).length > 1);
    if (isComplete) return null;
    const fields = ['phone_code', 'search', 'preview', 'focus', 'lead_id', 'agent_user', 'alt_user'].map(p);
    return refusal('external_dial not valid', [numberOf(p), ...fields].join('|'));
  },
  run(call, agent) {
    const wanted = call.p('dial_ingroup');
    const isKnown = call.world.inbound_groups.some((group) => group.group_id === wanted);
    const answer = dial(call, agent, isKnown ? wanted : '');
    if (wanted === '' || isKnown || !('lines' in answer)) return answer;
    const warning = { word: 'NOTICE', reason: 'defined dial_ingroup not found', fields: wanted } as const;
    return { ...answer, lines: [warning, ...answer.lines] };
  },
};

function dial(call: AgentCall, agent: LiveAgent, ingroup: string): AgentAnswer {
  const { world, p } = call;
  // A valid in-group skips the precondition, even during a call: recorded in dial.dial_ingroup.incall.
  const mustBeFree = ingroup === '' && !usesQueue(world, agent);
  if (mustBeFree && !isPausedAndFree(agent)) return refusal('agent_user is not paused', agent.user);
  if (!mayDialByHand(world, agent)) return refusalOfManualDial(agent);
  const callerId = findCallerId(world, p, agent);
  if ('lines' in callerId) return callerId;
  const destination = findDestination(world, p, agent);
  if ('lines' in destination) return destination;
  // An apostrophe reaches the SQL text and kills the program: recorded in dial.quote_in_vendor_id.
  if (/['"\\]/.test(p('vendor_id'))) return { crashed: true };
  return placeRequest(call, agent, destination, callerId, ingroup);
}

function placeRequest(
  call: AgentCall,
  agent: LiveAgent,
  { number, phoneCode, altDial }: Destination,
  callerId: CallerId,
  ingroup: string,
): AgentAnswer {
  const { p, world, clock } = call;
  const vendorId = p('vendor_id');
  const epoch = String(epochSeconds(clock));
  const choices = [p('search'), p('preview'), p('focus')];
  const text = [number, phoneCode, ...choices, vendorId, epoch, p('dial_prefix'), callerId.alias, callerId.number]
    .concat('', p('lead_id'), altDial, ingroup)
    .join('!')
    .slice(0, requestColumnLength);
  const queued = usesQueue(world, agent);
  if (queued && isQueued(world, agent, number)) {
    return refusal('phone_number is already in this agents manual dial queue', `${agent.user}|${number}`);
  }
  if (queued) enqueue(call, agent, number, text);
  else setColumns(call, agent, { external_dial: text });
  const fields = [number, agent.user, phoneCode, ...choices, vendorId, epoch, p('dial_prefix')];
  const answer = success('external_dial function set', [...fields, callerId.alias, callerId.number, altDial].join('|'));
  return Number(p('close_window_link')) > 0 ? { ...answer, after: closeWindowLink } : answer;
}

const closeWindowLink = `\n<a href="javascript:window.opener='x';window.close();">Close This Window</a>\n`;

function isQueued(world: World, agent: LiveAgent, number: string): boolean {
  return world.manual_dial_queue.some((row) => row.user === agent.user && row.phone_number === number);
}

function enqueue({ world, clock }: AgentCall, agent: LiveAgent, phone_number: string, external_dial: string): void {
  const mdq_id = nextId(world.manual_dial_queue.map((row) => row.mdq_id));
  const entry_time = serverTime(clock.now());
  world.manual_dial_queue.push(
    newRow('manual_dial_queue', { mdq_id, user: agent.user, phone_number, entry_time, external_dial }),
  );
  world.changed('manual_dial_queue', mdq_id);
}

export const dialFunctions = { external_dial: externalDial };
