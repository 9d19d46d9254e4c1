import { describe, expect, it } from 'vitest';
import type { AgentPhase } from '../../../lib/agent/agent-state.ts';
import { createAgentCommands } from '../../../lib/background/agent-commands.ts';
import { ok } from '../../../lib/result.ts';
import { createSessionStore } from '../../../lib/session/session-store.ts';
import type { AgentClient } from '../../../lib/vicidial/client.ts';
import { agentIn, NOW } from '../agent/dials.ts';
import { fillUp, signedInArea } from './rig.ts';

async function setUp(phase: AgentPhase) {
  const area = await signedInArea();
  const store = createSessionStore(area);
  await store.load();
  await store.update({ agent: agentIn(phase, { readAt: NOW - 60_000 }) });
  const asked: string[] = [];
  const answer = (name: string) => async () => {
    asked.push(name);
    return ok(null);
  };
  const client = {
    pause: answer('pause'),
    pauseCode: answer('pauseCode'),
    hangup: answer('hangup'),
  } as unknown as AgentClient;
  const readNow = async () => void asked.push('reading');
  const beforeHangUp = async () => void asked.push('before');
  const commands = createAgentCommands({ store, client: () => client, readNow, beforeHangUp, now: () => NOW });
  return { area, store, commands, asked };
}

describe('storage that takes nothing more', () => {
  it('keeps no agent from hanging up, nor from seeing that it is pending', async () => {
    const { area, store, commands, asked } = await setUp('talking');
    fillUp(area);
    expect(await commands.hangUp()).toEqual(ok(null));
    expect([asked[1], store.current().pending]).toEqual(['hangup', { kind: 'hangUp' }]);
  });

  it('sends the code of a pause that has become true, once', async () => {
    const { area, commands, asked } = await setUp('ready');
    fillUp(area);
    await commands.pause('LUNCH');
    const paused = agentIn('paused', { readAt: NOW });
    await commands.agentRead(paused);
    await commands.agentRead(paused);
    expect(asked).toEqual(['pause', 'reading', 'pauseCode']);
  });
});

it('a pause code that was taken is shown with the pause', async () => {
  const { store, commands } = await setUp('ready');
  await commands.pause('LUNCH');
  const paused = agentIn('paused', { source: 'screen' });
  await store.update({ agent: paused });
  await commands.agentRead(paused);
  expect(store.current().agent.pauseCode).toBe('LUNCH');
});

it('a hang-up waits for a PAUSE that the call still needs, but for no reading, and is held back by none that is old', async () => {
  const { commands, asked } = await setUp('paused');
  expect(await commands.hangUp()).toEqual(ok(null));
  expect(asked).toEqual(['before', 'hangup', 'reading']);
});
