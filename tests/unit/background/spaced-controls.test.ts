import { describe, expect, it } from 'vitest';
import type { SeenScreen } from '../../../lib/agent/state/screen-reading.ts';
import { createControlSpacing } from '../../../lib/background/dialling/spaced-controls.ts';
import { ok } from '../../../lib/result.ts';
import type { AgentClient } from '../../../lib/vicidial/client.ts';
import { screenIn } from '../agent/dials.ts';

/** A dialer that takes 40 ms to answer, and when each kind of request reached it. */
function createDesk(screen: SeenScreen | null) {
  const clock = { now: 1_000_000 };
  const reached: [request: string, afterMs: number][] = [];
  const client = new Proxy({} as AgentClient, {
    get: (_, name: string) => async () => {
      reached.push([name, clock.now - 1_000_000]);
      clock.now += 40;
      return ok(null);
    },
  });
  const named = { park: client.park, transfer: client.transfer, sendDtmf: client.sendDtmf } as AgentClient;
  Object.assign(named, { recording: client.recording, preview: client.preview, hangup: client.hangup });
  Object.assign(named, { updateFields: client.updateFields });
  const spaced = createControlSpacing({
    now: () => clock.now,
    sleep: async (ms) => {
      clock.now += ms;
    },
    screen: () => screen,
  });
  return { reached, newClient: () => spaced(named) };
}

const TWICE: Readonly<Record<string, (client: AgentClient) => Promise<unknown>>> = {
  park: (client) => client.park('PARK_CUSTOMER'),
  transfer: (client) => client.transfer({ action: 'HANGUP_XFER' }),
  sendDtmf: (client) => client.sendDtmf('1'),
  recording: (client) => client.recording('START'),
  preview: (client) => client.preview('SKIP'),
  updateFields: (client) => client.updateFields({ first_name: 'Ada' }),
};

describe('two commands of one kind', () => {
  it.each(Object.entries(TWICE))(
    '%s: the second waits until a hidden screen has taken the first',
    async (name, send) => {
      const { reached, newClient } = createDesk(screenIn({ isHidden: true }));
      await Promise.all([send(newClient()), send(newClient())]);
      expect(reached).toEqual([
        [name, 0],
        [name, 2_540],
      ]);
    },
  );

  it.each([
    [screenIn({}), 1_240],
    [screenIn({ isAlive: false }), 2_540],
    [null, 2_540],
  ] as const)('wait by how soon the screen %j takes one', async (screen, at) => {
    const { reached, newClient } = createDesk(screen);
    await Promise.all([newClient().sendDtmf('1'), newClient().sendDtmf('2')]);
    expect(reached[1]?.[1]).toBe(at);
  });
});

it('commands of different kinds, and a hang-up, wait for nothing', async () => {
  const { reached, newClient } = createDesk(null);
  await newClient().park('PARK_CUSTOMER');
  await newClient().sendDtmf('1');
  await newClient().hangup();
  expect(reached.map(([, at]) => at)).toEqual([0, 40, 80]);
});
