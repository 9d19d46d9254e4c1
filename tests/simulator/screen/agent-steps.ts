import { findLead, type LiveAgent, newRow, nextId, serverTime } from '../world.ts';
import { queueOf } from './poll-answer.ts';
import { fieldOf, type ScreenContext, type StepForm, updateAgent } from './screen-context.ts';

/** A tab that is closed keeps its live row for this long; 1.0 to 1.5 s were seen. */
const CLOSED_TAB_MS = 1200;

export function pauseAgent(context: ScreenContext, agent: LiveAgent): void {
  updateAgent(context, agent, { status: 'PAUSED', pause_code: '' });
}

export function readyAgent(context: ScreenContext, agent: LiveAgent): void {
  updateAgent(context, agent, { status: 'READY', pause_code: '' });
}

export function takePauseCode(context: ScreenContext, agent: LiveAgent, form: StepForm): void {
  updateAgent(context, agent, { pause_code: fieldOf(form, 'code'), external_pause_code: '' });
}

export function skipPreview(context: ScreenContext, agent: LiveAgent): void {
  updateAgent(context, agent, { external_dial: '', preview_lead_id: '0', pause_code: 'MDSKIP' });
}

/** Closes the page's lead, which after a `dial_ingroup` in disposition is not the one of the live row. */
export function takeDisposition(context: ScreenContext, agent: LiveAgent, form: StepForm): void {
  const { world } = context;
  const [status = '', time = '', recipient = '', comments = ''] = fieldOf(form, 'status').split('!');
  const lead = findLead(world, fieldOf(form, 'lead_id'));
  if (lead) {
    lead.status = time ? 'CBHOLD' : status;
    lead.user = agent.user;
    if (time) addCallback(context, agent, { leadId: lead.lead_id, status, time, recipient, comments });
    world.changed('leads', lead.lead_id);
  }
  logCall(context, agent, fieldOf(form, 'lead_id'), status);
  const done = new Set(queueOf(world, agent).filter((row) => row.status === 'QUEUE'));
  world.manual_dial_queue = world.manual_dial_queue.filter((row) => !done.has(row));
  updateAgent(context, agent, {
    status: 'PAUSED',
    lead_id: '0',
    callerid: '',
    uniqueid: '',
    channel: '',
    comments: '',
    pause_code: '',
    external_status: '',
  });
}

interface Callback {
  readonly leadId: string;
  readonly status: string;
  readonly time: string;
  readonly recipient: string;
  readonly comments: string;
}

function addCallback({ world, clock }: ScreenContext, agent: LiveAgent, callback: Callback): void {
  const lead = findLead(world, callback.leadId);
  const userGroup = world.users.find((row) => row.user === agent.user)?.user_group ?? '';
  world.callbacks.push(
    newRow('callbacks', {
      callback_id: nextId(world.callbacks.map((row) => row.callback_id)),
      lead_id: callback.leadId,
      list_id: lead?.list_id ?? '',
      campaign_id: agent.campaign_id,
      entry_time: serverTime(clock.now()),
      callback_time: callback.time,
      user: agent.user,
      recipient: callback.recipient || 'ANYONE',
      comments: callback.comments,
      user_group: userGroup,
      lead_status: callback.status,
    }),
  );
}

function logCall({ world, clock }: ScreenContext, agent: LiveAgent, leadId: string, status: string): void {
  const lead = findLead(world, leadId);
  if (!lead) return;
  const { list_id, phone_code, phone_number } = lead;
  world.call_log.push(
    newRow('call_log', {
      uniqueid: `${Math.floor(clock.now() / 1000)}.${world.call_log.length}`,
      lead_id: leadId,
      list_id,
      campaign_id: agent.campaign_id,
      call_date: serverTime(clock.now()),
      status,
      phone_code,
      phone_number,
      user: agent.user,
      term_reason: 'AGENT',
    }),
  );
}

/** Rings the agent's phone once more. */
export function ringPhone({ telephone }: ScreenContext, agent: LiveAgent): void {
  telephone.phones.ring(agent.user);
}

/** Removes what this screen put into the tables; the lead of a call that was on stays as it is. */
export function logOut(context: ScreenContext, agent: LiveAgent, form: StepForm): void {
  const { world, telephone } = context;
  telephone.hangUp(agent.callerid);
  telephone.phones.leave(agent.user);
  forgetWebSession(context, form);
  world.live_agents = world.live_agents.filter((row) => row !== agent);
  world.agent_sessions = world.agent_sessions.filter((row) => row.user !== agent.user);
  world.changed('live_agents', agent.user);
}

/** The page's last word when its tab closes or goes elsewhere. A login that follows writes a live row of its own. */
export function closeTab(context: ScreenContext, agent: LiveAgent, form: StepForm): void {
  if (agent.status === 'READY') pauseAgent(context, agent);
  forgetWebSession(context, form);
  context.clock.after(CLOSED_TAB_MS, () => {
    if (context.world.live_agents.includes(agent)) logOut(context, agent, form);
  });
}

function forgetWebSession({ world }: ScreenContext, form: StepForm): void {
  const sessionName = fieldOf(form, 'session_name');
  world.web_client_sessions = world.web_client_sessions.filter((row) => row.session_name !== sessionName);
}
