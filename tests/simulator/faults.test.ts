import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { send } from './conformance/send.ts';
import { createDialer, type Dialer } from './dialer.ts';
import { type Fault, parseFaultRule } from './faults.ts';
import { findLiveAgent } from './world.ts';

let dialer: Dialer;

beforeEach(async () => {
  dialer = await createDialer();
});

afterEach(() => dialer.close());

function pauseAgent(agent_user = '1004') {
  const parameters = {
    source: 'crmext',
    user: 'apiuser',
    pass: 'apipass123',
    function: 'external_pause',
    value: 'PAUSE',
  };
  return send({
    method: 'GET',
    url: `${dialer.url}/agc/api.php?${new URLSearchParams({ ...parameters, agent_user })}`,
  });
}

function hasTakenEffect() {
  return findLiveAgent(dialer.world, '1004')!.external_pause !== '';
}

const match = { function: 'external_pause' };

describe('faults', () => {
  it.each<[string, Fault, boolean, number, RegExp]>([
    ['HTTP 500 before', { kind: 'httpStatus', status: 500 }, false, 500, /^$/],
    ['HTTP 500 after', { kind: 'httpStatus', status: 500, takesEffect: true }, true, 500, /^$/],
    ['an HTML page', { kind: 'html' }, false, 200, /^<!DOCTYPE html>/],
    [
      'another language',
      { kind: 'translated', word: 'EXITO' },
      true,
      200,
      /^EXITO: external_pause function set - PAUSE\|/,
    ],
    ['a redirect', { kind: 'redirect', to: 'http://other.example/' }, false, 302, /^$/],
    ['too much', { kind: 'oversized', bytes: 3_000_000 }, true, 200, /^SUCCESS: .*\nx+$/],
    ['a late start', { kind: 'delayBefore', ms: 30 }, true, 200, /^SUCCESS/],
    ['a late answer', { kind: 'delayAfter', ms: 30 }, true, 200, /^SUCCESS/],
    ['single bytes', { kind: 'slowBytes', gapMs: 1 }, true, 200, /^SUCCESS: external_pause function set .*\n$/],
  ])('%s', async (_name, fault, takesEffect, status, body) => {
    dialer.faults.add({ match, fault });
    const reply = await pauseAgent();
    expect(reply.status).toBe(status);
    expect(reply.body).toMatch(body);
    expect(hasTakenEffect()).toBe(takesEffect);
    expect(dialer.log.requests(match)).toMatchObject([{ fault: fault.kind }]);
  });

  it('fills an answer up to as many bytes as asked, 50 MB when nothing is said', async () => {
    dialer.faults.add({ match: { nth: 1 }, fault: { kind: 'oversized', bytes: 1234 } });
    dialer.faults.add({ match, fault: { kind: 'oversized' } });
    expect((await pauseAgent()).body).toHaveLength(1234);
    expect((await pauseAgent()).body).toHaveLength(50_000_000);
  });

  it.each([true, false])('a dropped connection, effect %s', async (takesEffect) => {
    dialer.faults.add({ match, fault: { kind: 'dropConnection', takesEffect } });
    await expect(pauseAgent()).rejects.toThrow(/hang up|ECONNRESET/);
    expect(hasTakenEffect()).toBe(takesEffect);
  });

  it.each([true, false])('no answer at all, effect %s', async (takesEffect) => {
    dialer.faults.add({ match, fault: { kind: 'neverAnswer', takesEffect } });
    const outcome = await Promise.race([pauseAgent().catch(() => 'broken'), soon()]);
    expect(outcome).toBe('nothing');
    expect(hasTakenEffect()).toBe(takesEffect);
  });

  it('a late answer comes after the effect, a late start before it', async () => {
    dialer.faults.add({ match: { ...match, nth: 1 }, fault: { kind: 'delayBefore', ms: 150 } });
    const late = pauseAgent();
    await dialer.log.next(match);
    expect(hasTakenEffect()).toBe(false);
    await late;
    dialer.reset();
    dialer.faults.add({ match, fault: { kind: 'delayAfter', ms: 150 } });
    const answered = dialer.log.next(match).then(() => soon(50));
    const lateAnswer = pauseAgent();
    await answered;
    expect(hasTakenEffect()).toBe(true);
    await lateAnswer;
  });

  it('are for the requests they name, and for the one they count to', async () => {
    dialer.faults.add({ match: { ...match, agentUser: '1004', nth: 2 }, fault: { kind: 'httpStatus', status: 503 } });
    const statuses: number[] = [];
    for (const user of ['1004', '1000', '1004', '1004']) statuses.push((await pauseAgent(user)).status);
    expect(statuses).toEqual([200, 200, 503, 200]);
  });

  it('can be taken back', async () => {
    const takeBack = dialer.faults.add({ match: {}, fault: { kind: 'html' } });
    takeBack();
    expect((await pauseAgent()).body).toMatch(/^SUCCESS/);
    expect(dialer.faults.list()).toEqual([]);
  });
});

describe('parseFaultRule', () => {
  it.each([
    [null, 'a fault rule is an object'],
    [{ match: {} }, 'fault is an object'],
    [{ fault: { kind: 'explode' } }, 'there is no fault "explode"'],
    [{ fault: { kind: 'delayBefore' } }, 'fault "delayBefore" needs ms'],
    [{ fault: { kind: 'html' }, match: 'all' }, 'match is an object'],
  ])('refuses %j', (rule, message) => {
    expect(() => parseFaultRule(rule)).toThrow(message);
  });
});

function soon(ms = 100): Promise<string> {
  return new Promise((resolve) => setTimeout(resolve, ms, 'nothing'));
}
