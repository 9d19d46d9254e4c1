import { describe, expect, it } from 'vitest';
import { createAgentCommands } from '../../../lib/background/dialling/agent-commands.ts';
import type { PendingPause } from '../../../lib/messages/panel-state.ts';
import { fail, ok } from '../../../lib/result.ts';
import { agentIn, NOW } from '../agent/dials.ts';
import { setUp } from './agent-commands-rig.ts';
import { fillUp, settle } from './rig.ts';

describe('storage that takes nothing more', () => {
  it('keeps no agent from hanging up, nor from seeing that it is pending', async () => {
    const { area, store, commands, asked } = await setUp('talking');
    fillUp(area);
    expect(await commands.hangUp()).toEqual(ok(null));
    expect([asked[0], store.current().pending]).toEqual(['hangup', { kind: 'hangUp' }]);
  });

  it('sends the code of a pause that has become true, once', async () => {
    const { area, commands, asked } = await setUp('ready');
    fillUp(area);
    await commands.pause('LUNCH');
    const paused = agentIn('paused', { readAt: NOW });
    await commands.agentRead(paused);
    await commands.agentRead(paused);
    await settle();
    expect(asked).toEqual(['pause', 'reading', 'pauseCode']);
  });
});

it.each([
  ['was taken', null],
  ['was refused', { code: 'noLiveCall' }],
] as const)('a command that %s after another agent signed in is nothing of that session', async (_, refusal) => {
  const { store, commands, asked, client } = await setUp('ready');
  client.pause = async () => {
    const { connection } = store.current();
    await store.update({ connection: connection && { ...connection, id: 'sign-in-2' } });
    return refusal ? fail(refusal) : ok({ epochSeconds: 1 });
  };
  expect(await commands.pause(null)).toEqual(fail({ code: 'notSignedIn' }));
  expect(store.current()).toMatchObject({ pending: null, problem: null });
  expect(asked).toEqual([]);
});

describe('Go ready', () => {
  it('is sent once for impatient presses, before its answer and after', async () => {
    const { store, commands, asked, read } = await setUp('paused');
    expect(await Promise.all([commands.resume(), commands.resume()])).toEqual([ok(null), ok(null)]);
    expect(await commands.resume()).toEqual(ok(null));
    expect(asked.filter((name) => name === 'resume')).toHaveLength(1);
    await read('ready');
    expect(store.current()).toMatchObject({ pending: null, problem: null });
  });

  it('that was refused can be pressed again, and leaves the pause that was asked for before', async () => {
    const { store, commands, asked, refuse } = await setUp('talking');
    const held: PendingPause = { kind: 'pause', pauseCode: 'LUNCH', afterCall: true };
    await store.update({ pending: held, pendingSince: NOW - 9_000 });
    refuse('resume', { code: 'notLoggedIn' });
    await commands.resume();
    expect(store.current()).toMatchObject({ pending: held, pendingSince: NOW - 9_000, problem: { command: 'resume' } });
    await commands.resume();
    expect(asked.filter((name) => name === 'resume')).toHaveLength(2);
  });
});

it('a pause code that was taken is shown with the pause', async () => {
  const { store, commands } = await setUp('ready');
  await commands.pause('LUNCH');
  const paused = agentIn('paused', { source: 'screen' });
  await store.update({ agent: paused });
  await commands.agentRead(paused);
  await settle();
  expect(store.current().agent.pauseCode).toBe('LUNCH');
});

it('a reading does not wait for the answer to a pause code', async () => {
  const { deps } = await setUp('ready');
  const silent = createAgentCommands({
    ...deps,
    client: () => ({ pause: async () => ok(null), pauseCode: () => new Promise(() => {}) }) as never,
  });
  await silent.pause('LUNCH');
  const taken = silent.agentRead(agentIn('paused')).then(() => 'taken in');
  expect(await Promise.race([taken, settle().then(() => 'waiting')])).toBe('taken in');
});

it('a hang-up waits for no reading, and is held back by none that is old', async () => {
  const { commands, asked } = await setUp('paused');
  expect(await commands.hangUp()).toEqual(ok(null));
  expect(asked).toEqual(['hangup', 'reading']);
});

const SENT: PendingPause = { kind: 'pause', pauseCode: null, afterCall: true };
const HELD: PendingPause = { kind: 'pause', pauseCode: null, afterCall: true, isHeld: true };

describe('a pause that VICIdial would use up without effect', () => {
  it.each(['dialling', 'wrapUp'] as const)('asked for while %s is kept until it works', async (phase) => {
    const { store, commands, asked, read } = await setUp(phase);
    expect(await commands.pause('LUNCH')).toEqual(ok(null));
    expect([asked, store.current().pending]).toEqual([['reading'], { ...HELD, pauseCode: 'LUNCH' }]);
    await read('wrapUp');
    await read('paused');
    expect(asked).toEqual(['reading']);
    await read('ready');
    expect(asked).toEqual(['reading', 'pause']);
    await read('paused');
    expect([asked.at(-1), store.current().pending]).toEqual(['pauseCode', null]);
  });

  it('goes out once the agent screen has noticed the answer, without another reading', async () => {
    const { store, commands, asked, read, pass } = await setUp('dialling');
    await commands.pause(null);
    await read('talking');
    await pass(1_100);
    expect(asked).toEqual(['reading']);
    await pass(100);
    expect([asked, store.current().pending]).toEqual([['reading', 'pause'], SENT]);
    await read('wrapUp');
    await read('paused');
    expect(store.current()).toMatchObject({ pending: null, problem: null });
  });

  it('is sent a second time to an agent who is ready after the call, and told where that fails', async () => {
    const { store, commands, asked, read, refuse, pass } = await setUp('talking');
    await commands.pause(null);
    await read('wrapUp');
    refuse('pause', { code: 'timeout', timeoutMs: 8_000 });
    await read('ready');
    expect(asked.filter((name) => name === 'pause')).toHaveLength(2);
    await pass(10_001);
    await read('ready');
    expect(store.current()).toMatchObject({ pending: null, problem: { code: 'pauseNotSeen' } });
  });

  it('is told at once where it is refused', async () => {
    const { store, read, refuse, pass } = await setUp('dialling');
    await store.update({ pending: HELD });
    const failure = { code: 'notPermitted', function: 'external_pause' } as const;
    refuse('pause', failure);
    await read('talking');
    await pass(1_200);
    expect(store.current()).toMatchObject({ pending: null, problem: { code: 'vicidial', command: 'pause', failure } });
  });

  it('is repeated by the next worker when its own died before the answer', async () => {
    const { store, asked, deps } = await setUp('talking');
    await store.update({ pending: HELD, agent: agentIn('talking', { since: NOW - 5_000 }) });
    const dying = createAgentCommands({ ...deps, client: () => ({ pause: () => new Promise(() => {}) }) as never });
    await dying.agentRead(store.current().agent);
    expect([asked, store.current().pending]).toEqual([[], HELD]);
    const next = createAgentCommands(deps);
    await next.restore();
    await next.agentRead(store.current().agent);
    await settle();
    expect([asked, store.current().pending]).toEqual([['reading', 'pause'], SENT]);
  });

  it('goes before a hang-up, which waits two seconds for it and no longer', async () => {
    const { store, commands, asked, pass } = await setUp('talking');
    await store.update({ pending: HELD, agent: agentIn('talking') });
    void commands.hangUp();
    await settle();
    expect([asked, store.current().pending]).toEqual([[], { kind: 'hangUp', pause: HELD }]);
    await pass(1_200);
    expect(asked).toEqual(['pause', 'hangup', 'reading']);
    expect(store.current().pending).toEqual({ kind: 'hangUp', pause: SENT });
  });

  it('does not keep the line open when its answer does not come', async () => {
    const { store, asked, deps, client, pass } = await setUp('talking');
    const slow = { ...client, pause: () => new Promise(() => {}) } as never;
    await store.update({ pending: HELD, agent: agentIn('talking', { since: NOW - 5_000 }) });
    void createAgentCommands({ ...deps, client: () => slow }).hangUp();
    await settle();
    await pass(1_999);
    expect(asked).toEqual([]);
    await pass(1);
    expect(asked).toEqual(['hangup', 'reading']);
  });

  it('stays when the hang-up is refused, and is sent again after a call that an own login cannot see into', async () => {
    const { store, commands, asked, read, refuse } = await setUp('onCall');
    await store.update({ pending: HELD });
    refuse('hangup', { code: 'noLiveCall' });
    await commands.hangUp();
    expect([asked, store.current().pending]).toEqual([['pause', 'hangup'], HELD]);
    await read('ready');
    expect(asked).toEqual(['pause', 'hangup', 'pause']);
  });
});

describe('a hang-up that nothing shows', () => {
  it('can be pressed again after ten seconds in which nothing could be read', async () => {
    const { store, commands, pass } = await setUp('talking');
    await commands.hangUp();
    await pass(9_000);
    await commands.readingFailed();
    expect(store.current().pending).toEqual({ kind: 'hangUp' });
    await pass(1_500);
    await commands.readingFailed();
    expect(store.current()).toMatchObject({ pending: null, problem: { code: 'hangUpNotSeen' } });
  });

  it('leaves the pause after it, and other things that are pending, alone', async () => {
    const { store, commands, pass } = await setUp('talking');
    const pause = { kind: 'pause', pauseCode: 'LUNCH', afterCall: true } as const;
    await store.update({ pending: pause, pendingSince: NOW });
    await pass(20_000);
    await commands.readingFailed();
    expect(store.current()).toMatchObject({ pending: pause, problem: null });
    await store.update({ pending: { kind: 'hangUp', pause }, pendingSince: NOW });
    await commands.readingFailed();
    expect(store.current().pending).toEqual(pause);
  });
});

describe('a hang-up that was refused', () => {
  it('is spoken of as long as its call lasts', async () => {
    const { store, commands, read, refuse } = await setUp('talking');
    refuse('hangup', { code: 'httpStatus', status: 503 });
    await commands.hangUp();
    await read('talking');
    expect(store.current().problem).toMatchObject({ command: 'hangUp' });
    await read('wrapUp');
    expect(store.current().problem).toBeNull();
  });

  it('takes no other problem with it', async () => {
    const { store, read } = await setUp('talking');
    await store.update({ problem: { code: 'callbackNotKept', status: 'CALLBK' } });
    await read('paused');
    expect(store.current().problem).toMatchObject({ code: 'callbackNotKept' });
  });
});
