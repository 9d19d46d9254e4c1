import { type LiveAgent, serverTime, type World } from '../world.ts';
import type { PollAnswer } from './protocol.ts';
import { agentOf, campaignOf, fieldOf, hasWebSession, type ScreenContext, type StepForm } from './screen-context.ts';

/** The answer to one poll. It changes nothing but the row's age and, in the queue modes, what is handed over. */
export function answerPoll(context: ScreenContext, form: StepForm): string {
  const sessionName = fieldOf(form, 'session_name');
  if (!hasWebSession(context.world, sessionName)) return `Invalid session name: |${sessionName}|`;
  const agent = agentOf(context, form);
  if (!agent) return JSON.stringify(goneAnswer);
  handOverFromQueue(context, agent);
  agent.last_update_time = serverTime(context.clock.now());
  return JSON.stringify(currentAnswer(context, agent));
}

const goneAnswer: PollAnswer = {
  session: 'gone',
  status: '',
  customerOnLine: false,
  phoneInSession: false,
  telephoneAlive: true,
  queued: 0,
  dial: '',
  hangup: '',
  disposition: '',
  pause: '',
  pauseCode: '',
  recording: '',
  tones: '',
  park: '',
  transfer: '',
};

function currentAnswer({ world, telephone }: ScreenContext, agent: LiveAgent): PollAnswer {
  return {
    session: 'current',
    status: agent.status,
    customerOnLine: world.live_calls.some((row) => row.callerid === agent.callerid),
    phoneInSession: telephone.phones.isInSession(agent.user),
    telephoneAlive: telephone.isAlive(),
    queued: queueOf(world, agent).length,
    dial: agent.external_dial,
    hangup: agent.external_hangup,
    disposition: agent.external_status,
    pause: agent.external_pause,
    pauseCode: agent.external_pause_code,
    recording: agent.external_recording,
    tones: agent.external_dtmf,
    park: agent.external_park,
    transfer: agent.external_transferconf,
  };
}

export function queueOf(world: World, agent: LiveAgent) {
  return world.manual_dial_queue.filter((row) => row.user === agent.user);
}

/** The oldest waiting request goes into the request column of a free, paused agent whose column is empty. */
function handOverFromQueue(context: ScreenContext, agent: LiveAgent) {
  if (!campaignOf(context, agent).api_manual_dial.startsWith('QUEUE')) return;
  if (agent.status !== 'PAUSED' || agent.lead_id !== '0' || agent.external_dial.length > 1) return;
  const next = queueOf(context.world, agent).find((row) => row.status === 'READY');
  if (!next) return;
  next.status = 'QUEUE';
  agent.external_dial = next.external_dial;
  context.world.changed('manual_dial_queue', next.mdq_id);
}
