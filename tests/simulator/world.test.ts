import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  createWorld,
  findLead,
  findLiveAgent,
  findUser,
  loadWorld,
  manualClock,
  nextId,
  readWorldFile,
  recordedWorld,
  serverTime,
  type WorldChange,
  type WorldData,
} from './world.ts';

describe('createWorld', () => {
  it('starts from the recorded state, with every column there', () => {
    const world = createWorld();
    expect(findLiveAgent(world, '1000')).toMatchObject({ status: 'PAUSED', pause_code: 'BREAK', external_dial: '' });
    expect(findLead(world, '2003')).toMatchObject({ phone_code: '44', last_local_call_time: '' });
    expect(world.system).toHaveLength(1);
  });

  it('shares nothing with another world', () => {
    const data = recordedWorld();
    const [one, other] = [createWorld(data), createWorld(data)];
    findLiveAgent(one, '1000')!.status = 'INCALL';
    one.dnc.length = 0;
    expect(findLiveAgent(other, '1000')!.status).toBe('PAUSED');
    expect(other.dnc).not.toHaveLength(0);
  });

  it('finds a user whatever the case, as the database does', () => {
    expect(findUser(createWorld(), 'APIUSER')?.user).toBe('apiuser');
  });

  it('tells its listeners what changed until they leave', () => {
    const world = createWorld();
    const heard: WorldChange[] = [];
    const listener = (change: WorldChange) => heard.push(change);
    world.onChange.add(listener);
    world.changed('live_agents', '1000');
    world.onChange.delete(listener);
    world.changed('live_agents', '1001');
    expect(heard).toEqual([{ table: 'live_agents', key: '1000' }]);
  });

  it('can be put back in place', () => {
    const world = createWorld();
    world.live_agents.length = 0;
    loadWorld(world, recordedWorld());
    expect(findLiveAgent(world, '1000')).toBeDefined();
    expect(createWorld({}).system[0]?.vdc_agent_api_active).toBe('1');
  });

  it('continues ids from the highest, and leads from 3001', () => {
    expect(nextId(['7', '12'])).toBe('13');
    expect(nextId([])).toBe('1');
    expect(
      nextId(
        createWorld().leads.map((lead) => lead.lead_id),
        3000,
      ),
    ).toBe('3001');
  });
});

describe('readWorldFile', () => {
  it.each([
    ['[]', 'a world file holds one JSON object'],
    ['{"agents": []}', 'a world has no table "agents"'],
    ['{"users": {}}', 'table "users" is a list of rows'],
    ['{"users": [1]}', 'a row of "users" is an object'],
    ['{"users": [{"name": "x"}]}', 'table "users" has no column "name"'],
    ['{"users": [{"user": 1000}]}', '"users.user" is text or null'],
  ])('refuses %s', (text, message) => {
    expect(() => readText(text)).toThrow(message);
  });

  it('reads some tables and some columns', () => {
    const world = createWorld(readText('{"note": "two agents", "users": [{"user": "7"}]}'));
    expect(world.users).toMatchObject([{ user: '7', user_level: '1' }]);
    expect(world.live_agents).toEqual([]);
  });
});

describe('time', () => {
  it('prints dates in US Eastern, in winter and in summer', () => {
    expect(serverTime(1_795_211_352_000)).toBe('2026-11-20 16:49:12');
    expect(serverTime(Date.UTC(2026, 6, 1, 4, 5, 6))).toBe('2026-07-01 00:05:06');
  });

  it('runs what is due in order, at its own moment, and only once', () => {
    const clock = manualClock(1000);
    const seen: string[] = [];
    clock.after(20, () => seen.push(`b ${clock.now()}`));
    clock.after(10, () => {
      seen.push(`a ${clock.now()}`);
      clock.after(5, () => seen.push(`c ${clock.now()}`));
    });
    clock.after(30, () => seen.push('too late'));
    const cancel = clock.after(1, () => seen.push('taken back'));
    cancel();
    expect(clock.nextDue()).toBe(1010);
    clock.advance(25);
    expect(clock.nextDue()).toBe(1030);
    expect(seen).toEqual(['a 1010', 'c 1015', 'b 1020']);
    expect(clock.now()).toBe(1025);
  });
});

function readText(text: string): WorldData {
  const folder = mkdtempSync(join(tmpdir(), 'world-'));
  try {
    writeFileSync(join(folder, 'world.json'), text);
    return readWorldFile(join(folder, 'world.json'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
