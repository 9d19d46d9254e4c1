import { describe, expect, it } from 'vitest';
import type { AgentPhase, AgentState } from '../../../lib/agent/agent-state.ts';
import { createCallControl } from '../../../lib/background/call-control.ts';
import { createSerialQueue } from '../../../lib/background/serial-queue.ts';
import { fail, ok } from '../../../lib/result.ts';
import { createSessionStore } from '../../../lib/session/session-store.ts';
import type { AgentClient } from '../../../lib/vicidial/client.ts';
import { agentIn, dialIn, NOW } from '../agent/dials.ts';
import { fillUp, settle, signedInArea } from './rig.ts';

const WISH = { status: 'SALE', callback: null, afterCall: 'next' } as const;

/** A client that notes what it is asked and accepts everything, unless the name is among the refused. */
const ANSWERS: Readonly<Record<string, unknown>> = { callsInQueue: 3, recordingState: { recording: true } };

function createClient(asked: unknown[][], refused: readonly string[] = []): AgentClient {
  return new Proxy({} as AgentClient, {
    get:
      (_, name: string) =>
      async (...args: unknown[]) => {
        asked.push([name, ...args]);
        return refused.includes(name) ? fail({ code: 'noLiveCall' }) : ok(ANSWERS[name] ?? null);
      },
  });
}

async function setUp(
  phase: AgentPhase,
  refused: readonly string[] = [],
  area?: Awaited<ReturnType<typeof signedInArea>>,
) {
  const storage = area ?? (await signedInArea());
  const store = createSessionStore(storage);
  await store.load();
  await store.update({ agent: agentIn(phase) });
  const asked: unknown[][] = [];
  let readings = 0;
  let details = 0;
  const truth: { phase: AgentPhase; phoneNumber: string | null } = { phase, phoneNumber: null };
  const calls = createCallControl({
    store,
    now: () => NOW,
    sleep: async () => {},
    client: () => createClient(asked, refused),
    inLine: createSerialQueue(),
    requestReading: () => {
      readings++;
    },
    readNow: () => read(truth.phase, { phoneNumber: truth.phoneNumber }),
    requestDetail: () => {
      details++;
    },
  });
  const read = async (next: AgentPhase, changes: Partial<AgentState> = {}) => {
    await store.update({ agent: agentIn(next, changes) });
    await calls.agentRead(agentIn(next, changes));
    await settle();
  };
  return { store, storage, calls, asked, read, truth, readings: () => readings, details: () => details };
}

describe('one command for the call', () => {
  it.each([
    [{ action: 'park' }, ['park', 'PARK_CUSTOMER']],
    [{ action: 'dtmf', tones: '12*#' }, ['sendDtmf', '12*#']],
    [
      { action: 'blindTransfer', number: '7275551313' },
      ['transfer', { action: 'BLIND_TRANSFER', phoneNumber: '7275551313' }],
    ],
    [
      { action: 'threeWay', number: '7275551313' },
      ['transfer', { action: 'DIAL_WITH_CUSTOMER', phoneNumber: '7275551313' }],
    ],
    [
      { action: 'ingroupTransfer', ingroup: 'SALESLINE' },
      ['transfer', { action: 'LOCAL_CLOSER', ingroup: 'SALESLINE' }],
    ],
    [{ action: 'startRecording' }, ['recording', 'START']],
  ] as const)('%j', async (request, expected) => {
    const { calls, asked, readings, details } = await setUp('talking');
    expect((await calls.control(request)).ok).toBe(true);
    expect(asked).toEqual([expected]);
    // What came of it may be a parked customer, which the agent screen does not tell from a call.
    expect([readings(), details()]).toEqual([0, 1]);
  });

  it('that would have no effect is not sent, and says why', async () => {
    const { calls, asked } = await setUp('paused');
    expect(await calls.control({ action: 'park' })).toEqual({
      ok: false,
      failure: { code: 'notNow', reason: 'noCall' },
    });
    expect(asked).toEqual([]);
  });

  it.each([
    ['park', 'grab'],
    ['threeWay', 'leaveThreeWay'],
  ] as const)('%s is remembered, so that it can be taken back by %s though no reading tells it', async (begin, end) => {
    const { calls, store } = await setUp('talking');
    const request = begin === 'park' ? { action: begin } : { action: begin, number: '7275551313' };
    expect(await calls.control({ action: end })).toMatchObject({ ok: false, failure: { code: 'notNow' } });
    await calls.control(request);
    await calls.agentRead(agentIn('talking', { source: 'screen' }));
    expect(store.current().askedPhase).toMatchObject({ at: NOW });
    expect((await calls.control({ action: end })).ok).toBe(true);
    expect(store.current().askedPhase).toBeNull();
  });

  it('that was refused is not remembered, and a call that ends takes along what was', async () => {
    const { calls, store } = await setUp('talking', ['transfer']);
    await calls.control({ action: 'threeWay', number: '7275551313' });
    expect(store.current().askedPhase).toBeNull();
    await calls.control({ action: 'park' });
    expect(store.current().askedPhase).not.toBeNull();
    await calls.agentRead(agentIn('wrapUp'));
    expect(store.current().askedPhase).toBeNull();
  });

  it('that VICIdial refuses says which', async () => {
    const { calls } = await setUp('onCall', ['transfer']);
    expect(await calls.control({ action: 'threeWay', number: '7275551313' })).toEqual({
      ok: false,
      failure: { code: 'vicidial', command: 'threeWay', failure: { code: 'noLiveCall' } },
    });
  });

  it('counts the queue', async () => {
    const { calls } = await setUp('paused');
    expect(await calls.queueCount()).toEqual({ ok: true, value: 3 });
  });
});

describe('finishing a call', () => {
  it('goes through its steps by itself and is followed to the end', async () => {
    const { calls, asked, store, read } = await setUp('talking');
    await calls.finish(WISH);
    await settle();
    expect(asked.map(([name]) => name)).toEqual(['hangup', 'disposition']);
    await read('wrapUp');
    expect(store.current().finish?.step).toBe('awaitingFree');
    await read('ready');
    expect(store.current().finish?.step).toBe('done');
  });

  it('pressed twice is done once', async () => {
    const { calls, asked } = await setUp('talking');
    await Promise.all([calls.finish(WISH), calls.finish(WISH)]);
    await settle();
    expect(asked.filter(([name]) => name === 'disposition')).toHaveLength(1);
  });

  it('goes its whole way although storage takes nothing more, and once', async () => {
    const { calls, asked, store, storage } = await setUp('talking');
    fillUp(storage);
    await Promise.all([calls.finish(WISH), calls.finish(WISH)]);
    await settle();
    expect(asked.map(([name]) => name)).toEqual(['hangup', 'disposition']);
    await store.keep({ agent: agentIn('ready') });
    await calls.agentRead(agentIn('ready'));
    expect(store.current().finish?.step).toBe('done');
  });

  it('that stays paused sends the code of the pause that was asked for meanwhile, and takes its place', async () => {
    const { calls, asked, store, read } = await setUp('talking');
    const pending = { kind: 'pause', pauseCode: 'LUNCH', afterCall: true } as const;
    await store.update({ pending });
    await calls.finish({ ...WISH, afterCall: 'stayPaused' });
    await settle();
    expect(store.current().pending).toBeNull();
    await read('wrapUp');
    const paused = agentIn('paused', { since: NOW, readAt: NOW + 3_000 });
    await store.update({ agent: paused });
    for (let times = 0; times < 4; times++) await calls.agentRead(paused);
    await settle();
    expect(asked.filter(([name]) => name === 'pauseCode')).toEqual([['pauseCode', 'LUNCH']]);
    expect(store.current().agent.pauseCode).toBe('LUNCH');
  });

  it('says when the code of its pause was refused', async () => {
    const { calls, store } = await setUp('wrapUp', ['pauseCode']);
    await calls.finish({ ...WISH, afterCall: 'stayPaused', pauseCode: 'LUNCH' });
    await settle();
    const paused = agentIn('paused', { since: NOW, readAt: NOW + 3_000 });
    for (let times = 0; times < 4; times++) await calls.agentRead(paused);
    await settle();
    expect(store.current().problem).toMatchObject({ code: 'vicidial', command: 'pauseCode' });
  });

  it('that VICIdial refuses says so', async () => {
    const { calls, store } = await setUp('wrapUp', ['disposition']);
    await calls.finish(WISH);
    await settle();
    expect(store.current().finish).toMatchObject({ step: 'failed', problem: { code: 'noLiveCall' } });
  });

  it('is taken up by the next worker', async () => {
    const first = await setUp('talking');
    await first.calls.finish(WISH);
    await settle();
    const second = await setUp('wrapUp', [], first.storage);
    await second.calls.restore();
    expect(second.readings()).toBe(1);
    await second.read('ready');
    expect(second.store.current().finish?.step).toBe('done');
  });

  it.each(['pausing', 'hangingUp', 'disposing'] as const)(
    'whose worker died while %s is not repeated: the agent may be with the next customer',
    async (step) => {
      const first = await setUp('talking');
      await first.calls.finish(WISH);
      await settle();
      const { finish } = first.store.current();
      await first.store.update({ finish: finish && { ...finish, step } });
      const second = await setUp('talking', [], first.storage);
      await second.calls.restore();
      await settle();
      expect(second.asked).toEqual([]);
      expect(second.store.current().finish?.step).toBe('failed');
    },
  );

  it('can be pressed for the next call while the last is still looked after', async () => {
    const { calls, asked, read } = await setUp('talking');
    await calls.finish(WISH);
    await settle();
    await read('talking');
    await calls.finish({ ...WISH, status: 'NI' });
    await settle();
    expect(asked.filter(([name]) => name === 'disposition').map(([, status]) => status)).toEqual(['SALE', 'NI']);
  });

  it('does not work against an agent who dials again or chooses another state', async () => {
    const { calls, asked, store, read } = await setUp('wrapUp');
    await calls.finish({ ...WISH, afterCall: 'stayPaused' });
    await settle();
    await store.update({ dial: dialIn('ringing', { startedAt: NOW + 1 }) });
    await read('ready');
    expect(asked.map(([name]) => name)).toEqual(['disposition']);
    expect(store.current().finish?.step).toBe('done');
  });

  it('without a call is refused', async () => {
    const { calls } = await setUp('ready');
    expect(await calls.finish(WISH)).toEqual({ ok: false, failure: { code: 'notNow', reason: 'noCall' } });
  });
});

describe('what was read some time ago', () => {
  it('refuses nothing: it is read again first', async () => {
    const { calls, store, truth, asked } = await setUp('paused');
    await store.update({ agent: agentIn('paused', { readAt: NOW - 2_001 }) });
    truth.phase = 'talking';
    expect((await calls.control({ action: 'park' })).ok).toBe(true);
    expect(asked).toEqual([['park', 'PARK_CUSTOMER']]);
    await store.update({ agent: agentIn('paused', { readAt: NOW - 2_001 }) });
    expect((await calls.finish(WISH)).ok).toBe(true);
  });

  it('still refuses when it is so, and what is fresh is not read again', async () => {
    const { calls, store, truth } = await setUp('paused');
    await store.update({ agent: agentIn('talking', { readAt: NOW - 2_001 }) });
    truth.phase = 'paused';
    expect(await calls.control({ action: 'grab' })).toMatchObject({ failure: { code: 'notNow', reason: 'noCall' } });
    truth.phase = 'talking';
    expect(await calls.control({ action: 'park' })).toMatchObject({ failure: { code: 'notNow', reason: 'noCall' } });
  });
});

describe('what would do another customer harm', () => {
  const OLD = { readAt: NOW - 2_001, phoneNumber: '7275551212' };

  it.each([
    ['finish', 'wrapUp', 'talking', '7275551212'],
    ['finish', 'wrapUp', 'dialling', null],
    ['finish', 'talking', 'talking', '2125550187'],
    ['blindTransfer', 'talking', 'talking', '2125550187'],
    ['previewSkip', 'previewing', 'previewing', '2125550187'],
  ] as const)('%s meant in %s, and by now it is %s with %s: not sent', async (action, meant, phase, phoneNumber) => {
    const { calls, store, truth, asked } = await setUp(meant);
    await store.update({ agent: agentIn(meant, OLD) });
    Object.assign(truth, { phase, phoneNumber });
    const answer =
      action === 'finish'
        ? await calls.finish(WISH)
        : await calls.control(action === 'blindTransfer' ? { action, number: '7275551313' } : { action });
    expect(answer).toEqual({ ok: false, failure: { code: 'notNow', reason: 'otherCall' } });
    expect(asked).toEqual([]);
  });

  it('is measured by the call for which the form was opened, where that is told', async () => {
    const { calls, store, asked } = await setUp('talking');
    await store.update({ agent: agentIn('talking', { phoneNumber: '2125550187' }) });
    const meant = { inWrapUp: false, phoneNumber: '+17275551212' };
    expect(await calls.finish({ ...WISH, meant })).toMatchObject({ failure: { reason: 'otherCall' } });
    expect(asked).toEqual([]);
    expect((await calls.finish({ ...WISH, meant: { ...meant, phoneNumber: '+12125550187' } })).ok).toBe(true);
  });

  it.each(['finish', 'logOut'] as const)('%s, allowed by what was read long ago, is read first', async (action) => {
    const { calls, store, truth, asked } = await setUp('talking');
    await store.update({ agent: agentIn(action === 'finish' ? 'wrapUp' : 'paused', OLD) });
    truth.phase = action === 'finish' ? 'ready' : 'talking';
    expect((await (action === 'finish' ? calls.finish(WISH) : calls.control({ action }))).ok).toBe(false);
    expect(asked).toEqual([]);
  });
});

it('an answer that comes late moves no finish but its own', async () => {
  const { asked, store } = await setUp('wrapUp');
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
    inLine: (ask) => ask(),
    readNow: async () => {},
    requestDetail: () => {},
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

describe('a call-back', () => {
  const callback = { at: '2031-03-09 14:30:00', type: 'USERONLY', comments: '' } as const;

  it.each([
    [{ callbackStored: false }, callback, { code: 'callbackNotKept', status: 'CALLBK' }],
    [{ callbackStored: true }, callback, null],
    [{ callbackStored: false }, null, null],
  ] as const)('answered %j: whether it was kept is told', async (value, wished, problem) => {
    const { store, asked } = await setUp('wrapUp');
    const calls = createCallControl({
      store,
      now: () => NOW,
      sleep: async () => {},
      client: () => ({ ...createClient(asked), disposition: async () => ok(value) }),
      requestReading: () => {},
      inLine: (ask) => ask(),
      readNow: async () => {},
      requestDetail: () => {},
    });
    await calls.finish({ ...WISH, status: 'CALLBK', callback: wished });
    await settle();
    expect(store.current().finish?.step).toBe('awaitingFree');
    expect(store.current().problem).toEqual(problem);
  });
});

it('a finish that stays paused sends its PAUSE once the agent screen has noticed the answer, and no second one', async () => {
  const { store, asked } = await setUp('talking');
  const slept: number[] = [];
  const calls = createCallControl({
    store,
    now: () => NOW + 200,
    sleep: async (ms) => {
      expect(asked).toEqual([]);
      slept.push(ms);
    },
    client: () => createClient(asked),
    requestReading: () => {},
    inLine: (ask) => ask(),
    readNow: async () => {},
    requestDetail: () => {},
  });
  await store.update({ pending: { kind: 'pause', pauseCode: 'CALLS', afterCall: true, isHeld: true } });
  await calls.finish({ ...WISH, afterCall: 'stayPaused' });
  await settle();
  expect(slept).toEqual([1_000]);
  expect(asked.map(([name]) => name)).toEqual(['pause', 'hangup', 'disposition']);
  expect(store.current()).toMatchObject({ pending: null, finish: { pauseCode: 'CALLS' } });
});

it('asks for the recording only once no other question to the dialer is open', async () => {
  const { store, asked } = await setUp('talking');
  const inLine = createSerialQueue();
  const calls = createCallControl({
    ...{ store, inLine, now: () => NOW, sleep: async () => {}, client: () => createClient(asked) },
    ...{ requestReading: () => {}, readNow: async () => {}, requestDetail: () => {} },
  });
  let answer = (): void => {};
  void inLine(() => new Promise<void>((resolve) => (answer = resolve)));
  const isRecording = calls.isRecording();
  await settle();
  expect(asked).toEqual([]);
  answer();
  expect(await isRecording).toEqual(ok(true));
  expect(asked).toEqual([['recordingState']]);
});
