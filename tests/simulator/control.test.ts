import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { send } from './conformance/send.ts';
import { createDialer, type Dialer } from './dialer.ts';
import { findLiveAgent } from './world.ts';

let dialer: Dialer;

beforeEach(async () => {
  dialer = await createDialer();
});

afterEach(() => dialer.close());

async function control(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const reply = await send({
    method,
    url: `${dialer.url}/control/${path}`,
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: reply.status, value: JSON.parse(reply.body) };
}

describe('/control', () => {
  it('reads one table, all of it or some rows', async () => {
    expect((await control('GET', 'world/live_agents')).value).toHaveLength(dialer.world.live_agents.length);
    const { value } = await control('GET', 'world/live_agents?campaign_id=QCAMP');
    expect(value).toMatchObject([{ user: '1006' }]);
  });

  it('reads the whole world', async () => {
    const { value } = await control('GET', 'world');
    expect(Object.keys(value)).toContain('manual_dial_queue');
    expect(Object.keys(value)).not.toContain('onChange');
  });

  it('changes, adds and removes rows, and says so', async () => {
    const heard: string[] = [];
    dialer.world.onChange.add(({ table, key }) => heard.push(`${table} ${key}`));
    await control('PATCH', 'world/live_agents?user=1000', { status: 'READY' });
    await control('POST', 'world/dnc', { phone_number: '5550001111' });
    await control('DELETE', 'world/live_agents?user=1003');
    expect(findLiveAgent(dialer.world, '1000')).toMatchObject({ status: 'READY', campaign_id: 'TESTCAMP' });
    expect(dialer.world.dnc.at(-1)).toEqual({ phone_number: '5550001111' });
    expect(findLiveAgent(dialer.world, '1003')).toBeUndefined();
    expect(heard).toEqual(['live_agents 1000', 'dnc 5550001111', 'live_agents 1003']);
  });

  it.each([
    ['GET', 'world/agents', undefined, 'no table "agents"'],
    ['PATCH', 'world/live_agents?user=1000', { mood: 'good' }, 'no column "mood"'],
    ['PATCH', 'world/live_agents?user=1000', { lead_id: 0 }, 'is text or null'],
    ['POST', 'faults', { fault: { kind: 'explode' } }, 'no fault "explode"'],
  ])('explains what is wrong with %s %s', async (method, path, body, message) => {
    const { status, value } = await control(method, path, body);
    expect(status).toBe(400);
    expect(value.error).toContain(message);
  });

  it('adds faults, shows and forgets them', async () => {
    const rule = { match: { function: 'version' }, fault: { kind: 'httpStatus', status: 503 } };
    await control('POST', 'faults', rule);
    expect((await control('GET', 'faults')).value).toEqual([rule]);
    expect((await send({ method: 'GET', url: `${dialer.url}/agc/api.php?function=version` })).status).toBe(503);
    await control('DELETE', 'faults');
    expect((await send({ method: 'GET', url: `${dialer.url}/agc/api.php?function=version` })).status).toBe(200);
  });

  it('reads the log, masked unless asked', async () => {
    await send({
      method: 'GET',
      url: `${dialer.url}/agc/api.php?function=logout&source=crmext&user=1000&pass=topsecret`,
    });
    const { value } = await control('GET', 'log?function=logout');
    expect(value).toMatchObject([{ function: 'logout', parameters: { pass: '***' } }]);
    const shown = await control('GET', 'log?function=logout&passwords=shown');
    expect(shown.value).toMatchObject([{ parameters: { pass: 'topsecret' } }]);
    await control('DELETE', 'log');
    expect((await control('GET', 'log?function=logout')).value).toEqual([]);
  });

  it('goes back to the start', async () => {
    await control('DELETE', 'world/live_agents');
    await control('POST', 'reset', {});
    expect(findLiveAgent(dialer.world, '1000')).toBeDefined();
  });

  it.each([
    ['a form, which any page can send', { 'Content-Type': 'text/plain' }],
    ['a page under another name of this machine', { Host: 'evil.example' }],
  ])('is closed to %s', async (_who, headers) => {
    const { status } = await control('PATCH', 'world/live_agents?user=1000', { status: 'READY' }, headers);
    expect(status).toBe(403);
    expect(findLiveAgent(dialer.world, '1000')?.status).toBe('PAUSED');
  });
});
