import { serverTime } from '../../clock.ts';
import { findCampaign, findUser, newRow, nextId, systemSettings, type World } from '../../world.ts';
import { type AgentAnswer, type AgentCall, type AgentFunction, refusal, success } from '../agent-call.ts';

type RecipientType = 'USER' | 'USER_GROUP' | 'CAMPAIGN';

const tables: Readonly<Record<RecipientType, string>> = {
  USER: 'vicidial_users',
  USER_GROUP: 'vicidial_user_groups',
  CAMPAIGN: 'vicidial_campaigns',
};
const types: readonly RecipientType[] = ['USER', 'USER_GROUP', 'CAMPAIGN'];

/** The last id the recorded database had given away. */
const lastId = 14;

const sendNotification: AgentFunction = {
  target: 'none',
  refuse: () => null,
  run(call) {
    const { world, p } = call;
    const { agent_notifications } = systemSettings(world);
    if (agent_notifications !== '1') {
      return refusal('Agent API Notifications are disabled on this system', agent_notifications);
    }
    const [recipient, named] = [p('recipient'), p('recipient_type')];
    if (recipient === '') return refusal('Missing recipient or recipient_type', `${recipient}|${named}`);
    const type = types.find((one) => one === named) ?? types.find((one) => exists(world, one, recipient));
    if (!type) return refusal('invalid request', `${recipient}|${named}`);
    if (!exists(world, type, recipient)) {
      return refusal(`${recipient} DOES NOT EXIST in ${tables[type]}`, `|${recipient}`);
    }
    if (p('notification_text') === '' && p('show_confetti') !== 'Y') {
      return refusal('invalid request', `${recipient}|${type}`);
    }
    return queued(call, recipient, type, named);
  },
};

function exists(world: World, type: RecipientType, recipient: string): boolean {
  switch (type) {
    case 'USER':
      return findUser(world, recipient) !== undefined;
    case 'USER_GROUP':
      return world.user_groups.some((row) => row.user_group === recipient);
    case 'CAMPAIGN':
      return findCampaign(world, recipient) !== undefined;
  }
}

// A type that was guessed is said in a line that is not in the grammar: recorded in notify.guess_type.
function queued({ world, clock, p }: AgentCall, recipient: string, type: RecipientType, named: string): AgentAnswer {
  const notification_id = nextId(
    world.agent_notifications.map((row) => row.notification_id),
    lastId,
  );
  world.agent_notifications.push(
    newRow('agent_notifications', {
      notification_id,
      notification_date: serverTime(clock.now()),
      recipient,
      recipient_type: type,
      notification_text: p('notification_text'),
      show_confetti: p('show_confetti') === 'Y' ? 'Y' : 'N',
    }),
  );
  world.changed('agent_notifications', notification_id);
  const fields = [recipient, type, notification_id].join('|');
  if (named === type) return success('notification queued', fields);
  const guessed = `Invalid recipient_type (${named}), NOTICE: found ${recipient} as ${type}<BR>`;
  return { text: `${guessed}\nSUCCESS: notification queued - ${fields}\n` };
}

export const notificationFunctions = { send_notification: sendNotification };
