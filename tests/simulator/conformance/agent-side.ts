import type { Dialer } from '../dialer.ts';
import { answerDial } from '../screen/dial-step.ts';
import { createPhoneSettings } from '../screen/phone-settings.ts';
import { answerPoll } from '../screen/poll-answer.ts';
import { agentOf, type ScreenContext } from '../screen/screen-context.ts';
import { createTelephone } from '../telephone/telephone.ts';
import { newRow } from '../world.ts';

const user = '1000';
const session_name = 'recorded';

/**
 * Does what the recorded script asked the agent side for: `poll`, `dial NUMBER CODE [LEAD] [PREVIEW]`, or `dial_dnc`, the
 * same with the campaign's filter on. The answers of the agent side are in a form of their own, and are not compared.
 */
export function runAgentSideStep(
  dialer: Dialer,
  [step, number = '', code = '', leadId = '', preview = '']: readonly string[],
) {
  const context = screenContext(dialer);
  const session = new Map([
    ['user', user],
    ['session_name', session_name],
  ]);
  openSession(context);
  if (step === 'poll') return void answerPoll(context, session);
  const agent = agentOf(context, session);
  if (!agent) throw new Error(`agent ${user} has no session`);
  const form = new Map([
    ...session,
    ['phone_number', number],
    ['phone_code', code],
    ['search', 'YES'],
    ['lead_id', leadId],
    ['preview', preview],
    ['manual_dial_filter', step === 'dial_dnc' ? 'DNC_ONLY' : 'NONE'],
  ]);
  answerDial(context, agent, form);
}

function screenContext({ world, clock, url }: Dialer): ScreenContext {
  return {
    world,
    clock,
    telephone: createTelephone(world, clock),
    phones: createPhoneSettings(world),
    origin: () => url,
    options: { agentDisable: true },
  };
}

function openSession({ world }: ScreenContext): void {
  if (world.web_client_sessions.some((row) => row.session_name === session_name)) return;
  world.web_client_sessions.push(newRow('web_client_sessions', { user, session_name }));
}
