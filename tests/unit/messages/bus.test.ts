import { describe, expect, it, vi } from 'vitest';
import { answerRequest, type Handlers } from '../../../lib/messages/bus.ts';
import type { PageRequests } from '../../../lib/messages/page-protocol.ts';
import { pageRequestSchemas, panelRequestSchemas } from '../../../lib/messages/requests.ts';

const handlers: Handlers<PageRequests, string> = {
  'page.start': () => null,
  'page.loadEngine': () => null,
  'page.dial': vi.fn(() => ({ ok: false as const, failure: { code: 'siteNotAllowed' as const } })),
  'page.pickStarted': () => 'system' as const,
  'page.pickEnded': async () => null,
  'page.recordPicked': async () => ({ ok: false as const, failure: 'notAsked' as const }),
  'page.notNumber': () => null,
  'page.numbers': () => null,
  'page.lookUp': () => null,
  'page.showNumber': () => null,
  'page.cancelDial': () => {
    throw new Error('agentpass');
  },
};
const channel = { schemas: pageRequestSchemas, handlers };

describe('a request', () => {
  it('reaches its handler with its sender', async () => {
    const payload = { e164: '+17275551212', extension: null };
    const reply = await answerRequest(channel, { dialside: 'page.dial', payload }, 'frame 1');
    expect(handlers['page.dial']).toHaveBeenCalledWith(payload, 'frame 1');
    expect(reply).toEqual({ value: { ok: false, failure: { code: 'siteNotAllowed' } } });
  });

  it.each([
    [{ e164: '17275551212', extension: null }],
    [{ e164: '+1 727 555 1212', extension: null }],
    [{ e164: '+17275551212', extension: '12,,3' }],
    [{ e164: ['+17275551212'], extension: null }],
    [{ e164: `+${'1'.repeat(5_000)}`, extension: null }],
    ['+17275551212'],
    [null],
  ])('with the payload %j is not read', async (payload) => {
    expect(await answerRequest(channel, { dialside: 'page.dial', payload }, 'frame 1')).toEqual({
      error: 'unreadable',
    });
  });

  it.each([['toString'], ['__proto__'], ['constructor'], ['panel.state'], ['page.dialChanged'], [''], [7]])(
    'named %j is none of this channel',
    (name) => expect(answerRequest(channel, { dialside: name, payload: null }, 'frame 1')).toBeNull(),
  );

  it.each([[null], ['page.start'], [[]], [{}]])('in the shape %j is none', (message) => {
    expect(answerRequest(channel, message, 'frame 1')).toBeNull();
  });

  it('whose handler breaks is answered without details', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const reply = await answerRequest(channel, { dialside: 'page.cancelDial', payload: { id: 'x' } }, 'frame 1');
    expect(reply).toEqual({ error: 'failed' });
    expect(JSON.stringify(log.mock.calls)).not.toContain('agentpass');
    log.mockRestore();
  });
});

it('content scripts and pages have no request in common', () => {
  const both = Object.keys(pageRequestSchemas).filter((name) => Object.hasOwn(panelRequestSchemas, name));
  expect(both).toEqual([]);
});
