import { epochSeconds, serverTime } from '../../clock.ts';
import {
  findCampaign,
  findLead,
  findUser,
  type Lead,
  type LiveAgent,
  newRow,
  nextId,
  systemSettings,
  type World,
} from '../../world.ts';
import {
  type AgentAnswer,
  type AgentCall,
  type AgentFunction,
  type LinesAnswer,
  namesAgent,
  refusal,
  setColumns,
  success,
} from '../agent-call.ts';
import { keepOnly, type Parameters } from '../parameters.ts';

/** The request column holds this many characters; what is longer is cut, and SUCCESS is answered all the same. */
const requestColumnLength = 100;
const keepDigits = keepOnly('0-9');

interface Destination {
  readonly number: string;
  readonly phoneCode: string;
  readonly altDial: string;
}

interface CallerId {
  readonly alias: string;
  readonly number: string;
}

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

/** Digits only, so a country code that was left in stays in; the word for the next lead of the hopper is kept. */
function numberOf(p: Parameters): string {
  if (p('value') === 'MANUALNEXT') return 'MANUALNEXT';
  const digits = keepDigits(p('value'));
  return p('vtiger_callback') === 'YES' ? digits.replace(/^99/, '') : digits;
}

function findDestination(world: World, p: Parameters, agent: LiveAgent): Destination | LinesAnswer {
  const [leadId, altDial] = [p('lead_id'), p('alt_dial')];
  if (leadId.length < 2) return { number: numberOf(p), phoneCode: p('phone_code'), altDial };
  const lead = findLead(world, leadId);
  if (!lead) return refusal('lead_id is not valid', `${agent.user}|${leadId}`);
  const numbers = numbersOf(lead);
  const which = altDial === 'SEARCH' ? numbers.find(([, number]) => number === numberOf(p))?.[0] : altDial;
  if (which === undefined) return refusal('phone number lead_id search not found', `${agent.user}||${leadId}|`);
  const number = numbers.find(([name]) => name === (which === '' ? 'MAIN' : which))?.[1] ?? '';
  if (number.length < 2) return refusal('phone number is not valid', `${agent.user}||${leadId}|${which}`);
  return { number, phoneCode: lead.phone_code, altDial: which };
}

function numbersOf(lead: Lead): readonly (readonly [string, string])[] {
  return [
    ['MAIN', lead.phone_number],
    ['ALT', lead.alt_phone],
    ['ADDR3', lead.address3],
  ];
}

function findCallerId(world: World, p: Parameters, agent: LiveAgent): CallerId | LinesAnswer {
  const [aliasId, outbound] = [p('group_alias'), p('outbound_cid')];
  const { outbound_cid_any } = systemSettings(world);
  if (outbound.length > 1 && outbound_cid_any !== 'API_ONLY') {
    return refusal('outbound_cid is not allowed on this system', `${agent.user}|${outbound}|${outbound_cid_any}`);
  }
  if (outbound.length > 1) return { alias: '-FORCE-', number: outbound };
  if (aliasId.length < 2) return { alias: '', number: '' };
  const alias = world.group_aliases.find((row) => row.group_alias_id === aliasId);
  if (!alias) return refusal('group_alias is not valid', `${agent.user}|${aliasId}`);
  const number = alias.caller_id_number;
  if (number.length < 2) {
    return refusal('caller_id_number from group_alias is not valid', `${agent.user}|${aliasId}|${number}`);
  }
  return { alias: aliasId, number };
}

const previewActions: readonly string[] = ['SKIP', 'DIALONLY', 'ALTDIAL', 'ADR3DIAL', 'FINISH'];

const previewDialAction: AgentFunction = {
  target: 'agent',
  refuse: (p) =>
    namesAgent(p) && previewActions.includes(p('value'))
      ? null
      : refusal('preview_dial_action not valid', `${p('value')}||${p('agent_user')}|${p('alt_user')}`),
  // It succeeds without a preview too, and overwrites a dial request that waits: the one way to take that back.
  run(call, agent) {
    const value = call.p('value');
    const refused = refusePreviewAction(call.world, agent, value);
    if (refused) return refused;
    setColumns(call, agent, { external_dial: value });
    return success('preview_dial_action function set', `${value}|${agent.user}|${value}`);
  },
};

function refusePreviewAction(world: World, agent: LiveAgent, value: string): AgentAnswer | null {
  const campaign = findCampaign(world, agent.campaign_id);
  const preview = campaign?.manual_preview_dial ?? 'DISABLED';
  const alternatives = campaign?.alt_number_dialing ?? 'N';
  const where = `${agent.user}|${agent.campaign_id}`;
  if (preview === 'DISABLED') return refusal('preview dialing not allowed on this campaign', `${where}|${preview}`);
  if (preview === 'PREVIEW_ONLY' && value === 'SKIP') {
    return refusal('preview dial skipping not allowed on this campaign', `${where}|${preview}`);
  }
  if (alternatives === 'N' && ['ALTDIAL', 'ADR3DIAL', 'FINISH'].includes(value)) {
    return refusal('alt number dialing not allowed on this campaign', `${where}|${alternatives}`);
  }
  if (!isPausedAndFree(agent)) return refusal('agent_user is not paused', agent.user);
  return mayDialByHand(world, agent) ? null : refusalOfManualDial(agent);
}

function usesQueue(world: World, agent: LiveAgent): boolean {
  return findCampaign(world, agent.campaign_id)?.api_manual_dial.startsWith('QUEUE') ?? false;
}

function isPausedAndFree(agent: LiveAgent): boolean {
  return agent.status === 'PAUSED' && Number(agent.lead_id) < 1;
}

// Exactly 1: the other values of the flag do not help here, recorded in dial.manual_2.
function mayDialByHand(world: World, agent: LiveAgent): boolean {
  return findUser(world, agent.user)?.agentcall_manual === '1';
}

function refusalOfManualDial(agent: LiveAgent): AgentAnswer {
  return refusal('agent_user is not allowed to place manual dial calls', agent.user);
}

export const dialFunctions = { external_dial: externalDial, preview_dial_action: previewDialAction };
