import { describe, expect, it } from 'vitest';
import { createRequestLine } from '../../../lib/background/request-line.ts';
import { ok } from '../../../lib/result.ts';
import type { AgentClient } from '../../../lib/vicidial/client.ts';
import { settle } from './rig.ts';

/** A dialer that answers when it is told to, and the requests that are in flight. */
function createSlowDialer() {
  const inFlight: { readonly name: string; readonly answer: () => void }[] = [];
  const arrive = (name: string) =>
    new Promise<unknown>((resolve) => {
      const request = {
        name,
        answer: () => {
          inFlight.splice(inFlight.indexOf(request), 1);
          resolve(ok(null));
        },
      };
      inFlight.push(request);
    });
  const client = new Proxy({} as AgentClient, { get: (_, name: string) => () => arrive(name) });
  const line = createRequestLine();
  return {
    asked: line.keep(client),
    readStatus: () => line.inTurn(() => arrive('status')),
    names: () => inFlight.map(({ name }) => name),
    async answerFirst() {
      inFlight[0]?.answer();
      await settle();
    },
  };
}

/** What is only asked. */
const QUESTIONS: readonly ((client: AgentClient) => Promise<unknown>)[] = [
  (client) => client.version(),
  (client) => client.recordingState(),
  (client) => client.webphoneUrl(),
  (client) => client.callsInQueue(),
  (client) => client.activeLead(''),
  (client) => client.mayUpdateFields(),
];

/** What a person presses. */
const COMMANDS: readonly [string, (client: AgentClient) => Promise<unknown>][] = [
  ['dial', (client) => client.dial({ callingCode: '1', nationalNumber: '4155550132' })],
  ['hangup', (client) => client.hangup()],
  ['pause', (client) => client.pause('PAUSE')],
  ['pauseCode', (client) => client.pauseCode('LUNCH')],
  ['park', (client) => client.park('GRAB_CUSTOMER')],
  ['sendDtmf', (client) => client.sendDtmf('12')],
  ['transfer', (client) => client.transfer({ action: 'LEAVE_3WAY_CALL' })],
  ['recording', (client) => client.recording('START')],
  ['preview', (client) => client.preview('SKIP')],
  ['updateFields', (client) => client.updateFields({ first_name: 'Ada' })],
  ['disposition', (client) => client.disposition('SALE')],
  ['callAgent', (client) => client.callAgent()],
  ['logout', (client) => client.logout()],
];

describe('the requests of one agent', () => {
  it('are one in flight, questions and readings of his status in the order asked', async () => {
    const { asked, readStatus, names, answerFirst } = createSlowDialer();
    const seen: string[] = [];
    for (const ask of QUESTIONS) {
      void ask(asked);
      void readStatus();
    }
    await settle();
    for (let left = QUESTIONS.length * 2; left > 0; left--) {
      expect(names()).toHaveLength(1);
      seen.push(...names());
      await answerFirst();
    }
    expect(names()).toEqual([]);
    expect(seen).toEqual(
      ['version', 'recordingState', 'webphoneUrl', 'callsInQueue', 'activeLead', 'mayUpdateFields'].flatMap((name) => [
        name,
        'status',
      ]),
    );
  });

  it.each(COMMANDS)('%s waits for none of them, and what comes after it waits for its answer', async (name, send) => {
    const { asked, readStatus, names, answerFirst } = createSlowDialer();
    void readStatus();
    await settle();
    void send(asked);
    void readStatus();
    expect(names()).toEqual(['status', name]);
    await answerFirst();
    expect(names()).toEqual([name]);
    await answerFirst();
    expect(names()).toEqual(['status']);
  });

  it('go on after one that broke down', async () => {
    const line = createRequestLine();
    const broken = { dial: () => Promise.reject(new Error('broken')), park: () => Promise.reject(new Error('broken')) };
    const asked = line.keep(broken as unknown as AgentClient);
    await expect(asked.dial({ callingCode: '1', nationalNumber: '4155550132' })).rejects.toThrow('broken');
    await expect(asked.park('PARK_CUSTOMER')).rejects.toThrow('broken');
    expect(await line.inTurn(async () => 'next')).toBe('next');
  });
});
