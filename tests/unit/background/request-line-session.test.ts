import { expect, it } from 'vitest';
import type { AgentState } from '../../../lib/agent/state/agent-state.ts';
import { createDialling } from '../../../lib/background/dialling/dialling.ts';
import { createSessionControl } from '../../../lib/background/session/session-control.ts';
import { createSessionStore } from '../../../lib/session/session-store.ts';
import { createSettingsStore } from '../../../lib/settings/settings-store.ts';
import { agentIn, POLICY } from '../agent/dials.ts';
import { createArea, settle, signedInArea } from './rig.ts';

const REFUSED = 'ERROR: Invalid Username/Password: |1000|agentpass|0|1|BAD|';
const NOTHING = async () => undefined;

/** A worker whose dialer answers when it is told to. */
async function createSlowDesk() {
  const store = createSessionStore(await signedInArea());
  await store.load();
  const sent: { readonly name: string; readonly answer: (body: string) => Promise<void> }[] = [];
  const fetch: typeof globalThis.fetch = (_, init) =>
    new Promise((resolve) => {
      const parameters = new URLSearchParams(String(init?.body));
      sent.push({
        name: `${parameters.get('function')} ${parameters.get('value') ?? ''}`.trim(),
        async answer(body) {
          resolve(new Response(body));
          for (let turns = 0; turns < 10; turns++) await settle();
        },
      });
    });
  const now = () => 1_795_211_352_000;
  const dialling = createDialling({
    ...{
      store,
      fetch,
      now,
      random: () => 0.5,
      session: () => session,
      callTime: async () => null,
      newLeadList: async () => null,
      policy: async () => POLICY,
    },
    after: () => () => undefined,
    openConfirmation: NOTHING,
    keepConfirmation: NOTHING,
    closeConfirmation: NOTHING,
    newId: () => 'dial',
    isScreenTab: async () => true,
    keepTab: NOTHING,
  });
  const session = createSessionControl({
    ...{ store, fetch, now, settings: createSettingsStore(createArea()) },
    hasPermission: async () => true,
    keepConnectionsFresh: NOTHING,
    onAgent: dialling.onAgent,
    onRefused: NOTHING,
    onSecondRefused: NOTHING,
    onTypedRefused: NOTHING,
    closeWindow: NOTHING,
    onEnded: NOTHING,
  });
  return { ...dialling, store, session, sent, names: () => sent.map(({ name }) => name) };
}

it('a refused password is not sent again by what waits in the line', async () => {
  const { store, watch, calls, sent, names } = await createSlowDesk();
  await store.update({ agent: agentIn('talking') });
  void watch.readNow();
  void calls.queueCount();
  void calls.isRecording();
  await settle();
  expect(names()).toEqual(['recording STATUS']);
  await sent[0]?.answer(REFUSED);
  expect(store.current().connection).toBeNull();
  expect(names()).toEqual(['recording STATUS']);
});

it('nothing that waits in the line goes out for an agent who has signed out', async () => {
  const { watch, calls, session, sent, names } = await createSlowDesk();
  void watch.readNow();
  void calls.queueCount();
  await settle();
  await session.signOut();
  const before = names();
  await sent[0]?.answer('NOTICE: recording not recording - 1000|||||||PAUSED');
  expect(names()).toEqual(before);
});

it('a transfer goes out on the reading that allowed it, and not to the next customer', async () => {
  const { store, calls, sent, names } = await createSlowDesk();
  const talkingTo = (phoneNumber: string): AgentState => ({
    ...agentIn('talking'),
    source: 'agentStatus',
    readAt: 1_795_211_352_000,
    phoneNumber,
  });
  await store.update({ agent: talkingTo('4155550100') });
  void calls.queueCount();
  await settle();
  const meant = { inWrapUp: false, phoneNumber: '4155550100' };
  void calls.control({ action: 'blindTransfer', number: '4155559999', meant });
  await settle();
  expect(names()).toEqual(['calls_in_queue_count DISPLAY', 'transfer_conference BLIND_TRANSFER']);
  await store.update({ agent: talkingTo('4155550200') });
  await sent[0]?.answer('SUCCESS: calls_in_queue_count - 1');
  expect(names()).toHaveLength(2);
});

it('a hang-up that is refused because nobody is logged in is followed by a reading at once, and by none when that is known', async () => {
  const { store, commands, sent, names } = await createSlowDesk();
  const refusal = 'ERROR: agent_user is not logged in - 1000';
  await store.update({ agent: agentIn('talking') });
  void commands.hangUp();
  await settle();
  await sent[0]?.answer(refusal);
  expect(names()).toEqual(['external_hangup 1', 'recording STATUS']);
  await sent[1]?.answer('ERROR: agent_user is not logged in - 1000');
  await store.update({ agent: agentIn('notLoggedIn') });
  void commands.hangUp();
  await settle();
  await sent[2]?.answer(refusal);
  expect(names().slice(2)).toEqual(['external_hangup 1']);
});
