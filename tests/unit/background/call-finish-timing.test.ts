import { expect, it } from 'vitest';
import { createCallControl } from '../../../lib/background/dialling/call-control.ts';
import { ok } from '../../../lib/result.ts';
import { agentIn, NOW } from '../agent/dials.ts';
import { createClient, setUpCalls, WISH } from './call-rig.ts';
import { settle } from './rig.ts';

it('an answer that comes late moves no finish but its own', async () => {
  const { asked, store } = await setUpCalls('wrapUp');
  const hanging: { answer: () => void }[] = [];
  const client = createClient(asked);
  const late = (name: string) => () => {
    asked.push([name]);
    return new Promise<never>((resolve) => hanging.push({ answer: () => resolve(ok(null) as never) }));
  };
  const slow = createCallControl({
    store,
    now: () => NOW,
    sleep: async () => {},
    client: () => ({ ...client, disposition: client.disposition, pause: late('pause'), hangup: late('hangup') }),
    requestReading: () => {},
    readNow: async () => {},
    readDetail: async () => {},
    requestDetail: () => {},
    beforeLogOut: async () => {},
  });
  await slow.finish({ ...WISH, afterCall: 'stayPaused' });
  await settle();
  await store.update({ agent: agentIn('ready') });
  await slow.agentRead(agentIn('ready'));
  await store.update({ agent: agentIn('talking') });
  await slow.finish(WISH);
  await settle();
  expect(asked.map(([name]) => name)).toEqual(['disposition', 'pause', 'hangup']);
  hanging[0]?.answer();
  await settle();
  expect(store.current().finish?.step).toBe('hangingUp');
  hanging[1]?.answer();
  await settle();
  expect(asked.map(([name]) => name)).toEqual(['disposition', 'pause', 'hangup', 'disposition']);
});

it('a finish that stays paused sends its PAUSE once the agent screen has noticed the answer, and no second one', async () => {
  const { store, asked } = await setUpCalls('talking');
  const slept: number[][] = [];
  const calls = createCallControl({
    store,
    now: () => NOW + 200,
    sleep: async (ms) => {
      slept.push([ms, asked.length]);
    },
    client: () => createClient(asked),
    requestReading: () => {},
    readNow: async () => {},
    readDetail: async () => {},
    requestDetail: () => {},
    beforeLogOut: async () => {},
  });
  await store.update({ pending: { kind: 'pause', pauseCode: 'CALLS', afterCall: true, isHeld: true } });
  await calls.finish({ ...WISH, afterCall: 'stayPaused' });
  await settle();
  // Before anything is sent; then how long the customer waits for the PAUSE at most.
  expect(slept).toEqual([
    [1_000, 0],
    [2_000, 1],
  ]);
  expect(asked.map(([name]) => name)).toEqual(['pause', 'hangup', 'disposition']);
  expect(store.current()).toMatchObject({ pending: null, finish: { pauseCode: 'CALLS' } });
});
