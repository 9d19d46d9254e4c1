import { fail, ok, type Result } from '../../result.ts';
import type { Answer } from '../client.ts';
import type { VicidialFailure } from '../failure.ts';
import { isSameUser } from '../same-user.ts';
import { MISMATCH, success } from '../wire/agent-answers.ts';
import type { ErrorReader, Reader } from '../wire/answer.ts';
import { createCaller, type Inputs } from '../wire/caller.ts';
import { type Input, input, inputBy } from '../wire/inputs.ts';
import type { AgentClientOptions } from './agent-options.ts';

export type IngroupChange = 'CHANGE' | 'ADD' | 'REMOVE';
export type Panel = 'formreload' | 'scriptreload' | 'script2reload' | 'emailreload' | 'chatreload' | 'callbacksreload';
export type TimerAction = 'WEBFORM' | 'WEBFORM2' | 'WEBFORM3' | 'MESSAGE_ONLY' | 'HANGUP' | 'NONE';
export type Playback = { readonly play: string; readonly instead?: boolean } | 'STOP' | 'PAUSE' | 'RESUME' | 'RESTART';
export type Recipient = { readonly user: string } | { readonly userGroup: string } | { readonly campaign: string };

/** What a supervisor does at an agent's desk, by the Agent API. SUCCESS says that it was ordered, not that it was seen. */
export interface AgentDeskClient {
  /** The in-groups the agent has afterwards. Signed by a user who may change agents' in-groups. */
  changeIngroups(
    change: IngroupChange,
    ingroups: readonly string[],
    options: { readonly blended: boolean },
  ): Answer<readonly string[]>;
  refreshPanels(panels: readonly Panel[]): Answer<null>;
  /** Leaves recorded messages on the answering machine of the call. */
  leaveMessage(files: readonly string[]): Answer<null>;
  /** After that many seconds of the call. Signed by a user with Modify Campaigns. */
  setTimer(action: TimerAction, message: string, seconds: number): Answer<null>;
  playback(playback: Playback): Answer<null>;
  /** The id of what is waiting to be shown. Off by default in VICIdial. */
  notify(recipient: Recipient, text: string): Answer<string>;
}

export function createAgentDeskClient(options: AgentClientOptions): AgentDeskClient {
  const { agentUser } = options;
  const { signed } = createCaller({ path: '/agc/api.php', ...options });
  const send = <T>(name: string, inputs: Inputs, read: Reader<T>): Answer<T> =>
    signed(name, { agent_user: input('agent_user', agentUser), ...inputs }, read);

  return {
    changeIngroups: (change, ingroups, { blended }) =>
      send(
        'change_ingroups',
        { value: change, blended: blended ? 'YES' : 'NO', ingroup_choices: ingroupList(change, ingroups) },
        success('change_ingroups', ([, agent = '', groups = '']) =>
          isSameUser(agent, agentUser) ? ok(groups.split(' ').filter((one) => one !== '' && one !== '-')) : MISMATCH,
        ),
      ),
    refreshPanels: async (panels) =>
      panels.length === 0
        ? fail({ code: 'refusedInput', field: 'panels', problem: 'empty' })
        : send(
            'refresh_panel',
            Object.fromEntries(panels.map((panel) => [panel, '1'])),
            success('refresh_panel', ([, agent = '']) => (isSameUser(agent, agentUser) ? ok(null) : MISMATCH)),
          ),
    leaveMessage: (files) =>
      send('vm_message', { value: fileList(files) }, success('vm_message', readMessage(agentUser, files))),
    setTimer: (action, message, seconds) =>
      send(
        'set_timer_action',
        { value: action, notes: timerMessage(message), rank: timerSeconds(seconds) },
        success('set_timer_action', ([, agent = '', value]) =>
          isSameUser(agent, agentUser) && value === action ? ok(null) : MISMATCH,
        ),
      ),
    playback: (playback) => {
      const stage = typeof playback === 'string' ? playback : 'PLAY';
      const read = success('audio_playback', ([, echoed]) => (echoed === stage ? ok(null) : MISMATCH));
      return send('audio_playback', { stage, ...soundInputs(playback) }, read);
    },
    notify: (recipient, text) =>
      signed('send_notification', notificationInputs(recipient, text), readQueued, readUnknownRecipient),
  };
}

/** Names between spaces, ended by a dash: ` SALESLINE SUPPORT -`. An empty choice takes every in-group away. */
function ingroupList(change: IngroupChange, ingroups: readonly string[]): Input {
  const refused = ingroups.map((name) => input('ingroup_choices', name)).find((one) => !one.ok);
  if (refused) return refused;
  if (ingroups.length > 0) return ok(` ${ingroups.join(' ')} -`);
  return change === 'CHANGE' ? ok(' -') : fail({ code: 'refusedInput', field: 'ingroup_choices', problem: 'empty' });
}

function fileList(files: readonly string[]): Input {
  const refused = files.map((file) => input('audio_file', file)).find((one) => !one.ok);
  return refused ?? (files.length === 0 ? input('audio_file', '') : ok(files.join('|')));
}

/** AGENT, LEAD, and the files, which have bars between them too. */
function readMessage(agentUser: string, files: readonly string[]) {
  return ([agent = '', , ...rest]: readonly string[]): Result<null, VicidialFailure> =>
    isSameUser(agent, agentUser) && rest.join('|') === `${files.join('|')}|` ? ok(null) : MISMATCH;
}

/** Letters of any script, digits and plain punctuation: a bar would shift what the server echoes. */
const PLAIN_TEXT = /^[\p{L}\p{N} .,:!?()@+-]+$/u;

function timerMessage(message: string): Input | undefined {
  return message === '' ? undefined : inputBy('notes', message, { min: 1, max: 255, allowed: PLAIN_TEXT });
}

function timerSeconds(seconds: number): Input {
  return inputBy('rank', String(seconds), { min: 1, max: 5, allowed: /^\d+$/ });
}

function soundInputs(playback: Playback): Inputs {
  if (typeof playback === 'string') return {};
  return { value: input('audio_file', playback.play), dial_override: playback.instead ? 'Y' : undefined };
}

function notificationInputs(recipient: Recipient, text: string): Inputs {
  const notification_text = inputBy('notification_text', text, { min: 1, max: 255, allowed: PLAIN_TEXT });
  if ('user' in recipient) {
    return { recipient: input('agent_user', recipient.user), recipient_type: 'USER', notification_text };
  }
  return 'userGroup' in recipient
    ? { recipient: input('user_group', recipient.userGroup), recipient_type: 'USER_GROUP', notification_text }
    : { recipient: input('campaign_id', recipient.campaign), recipient_type: 'CAMPAIGN', notification_text };
}

/** RECIPIENT, TYPE, ID behind `notification queued`. */
const readQueued: Reader<string> = success('notification', ([, , id = '']) => (/^\d+$/.test(id) ? ok(id) : null));

/** The recipient's name stands in front of this one. */
const readUnknownRecipient: ErrorReader<string> = (text) =>
  / DOES NOT EXIST in vicidial_/.test(text) ? fail({ code: 'recipientNotFound' }) : null;
