import { describe, expect, it } from 'vitest';
import { createPauseSpacing } from '../../../lib/background/dialling/spaced-pauses.ts';
import { fail, ok } from '../../../lib/result.ts';
import type { AgentClient } from '../../../lib/vicidial/client.ts';

/** A dialer that takes 40 ms to answer, and what reached it when. */
function createDesk() {
  const clock = { now: 1_000_000 };
  const reached: [request: string, at: number][] = [];
  const ask = (request: string) => {
    reached.push([request, clock.now]);
    clock.now += 40;
  };
  const client = {
    pause: async (value: 'PAUSE' | 'RESUME') => {
      ask(value);
      return value === 'PAUSE' ? ok({ epochSeconds: 1 }) : fail({ code: 'timeout' });
    },
    hangup: async () => {
      ask('hangup');
      return ok(null);
    },
    logout: async () => {
      ask('logout');
      return ok(null);
    },
  } as unknown as AgentClient;
  const spaced = createPauseSpacing({
    now: () => clock.now,
    sleep: async (ms) => {
      clock.now += ms;
    },
  });
  return { clock, reached, newClient: () => spaced(client) };
}

describe('two pause requests', () => {
  it('never fall into one second of the dialer, whichever client sends them and whatever the first was answered', async () => {
    const { reached, newClient } = createDesk();
    await Promise.all([newClient().pause('RESUME'), newClient().pause('PAUSE'), newClient().pause('PAUSE')]);
    expect(reached.map(([request]) => request)).toEqual(['RESUME', 'PAUSE', 'PAUSE']);
    const [first = 0, second = 0, third = 0] = reached.map(([, at]) => at);
    expect(second - first).toBe(1_140);
    expect(third - second).toBe(1_140);
  });

  it('nor does a log-out after one', async () => {
    const { reached, newClient } = createDesk();
    await Promise.all([newClient().pause('PAUSE'), newClient().logout()]);
    expect(reached.map(([request]) => request)).toEqual(['PAUSE', 'logout']);
    expect((reached[1]?.[1] ?? 0) - (reached[0]?.[1] ?? 0)).toBe(1_140);
  });

  it('wait for nothing when the last one is long ago', async () => {
    const { clock, reached, newClient } = createDesk();
    await newClient().pause('RESUME');
    clock.now += 5_000;
    const before = clock.now;
    await newClient().pause('PAUSE');
    expect(reached[1]).toEqual(['PAUSE', before]);
  });

  it('wait 1.1 s at most when the clock was set back', async () => {
    const { clock, reached, newClient } = createDesk();
    await newClient().pause('RESUME');
    clock.now -= 3_600_000;
    const before = clock.now;
    await newClient().pause('PAUSE');
    expect(reached[1]).toEqual(['PAUSE', before + 1_100]);
  });
});

it('leaves every other request where it is', async () => {
  const { clock, reached, newClient } = createDesk();
  await newClient().pause('RESUME');
  const before = clock.now;
  await newClient().hangup();
  expect(reached[1]).toEqual(['hangup', before]);
});
