import { beforeEach, describe, expect, it } from 'vitest';
import type { StatusReading } from '../../../lib/agent/agent-state.ts';
import { createStatusWatch, type StatusWatch } from '../../../lib/background/status-watch.ts';
import { fail, ok, type Result } from '../../../lib/result.ts';
import { createSessionStore, type SessionStore } from '../../../lib/session/session-store.ts';
import type { VicidialFailure } from '../../../lib/vicidial/failure.ts';
import { agentIn, dialIn, NOW, screenIn } from '../agent/dials.ts';
import { settle, signedInArea } from './rig.ts';

const PAUSED: StatusReading = { source: 'recording', liveStatus: 'PAUSED' };
const LOST: VicidialFailure = { code: 'unreachable' };

let store: SessionStore;
let watch: StatusWatch;
let timers: { ms: number; task: () => void }[];
let now: number;
let reads: number;
let sources: string[];
let answer: Result<StatusReading, VicidialFailure>;
let hold: Promise<void>;

beforeEach(async () => {
  store = createSessionStore(await signedInArea());
  await store.load();
  await store.update({ agent: agentIn('paused') });
  timers = [];
  now = NOW;
  reads = 0;
  sources = [];
  answer = ok(PAUSED);
  hold = Promise.resolve();
  watch = createStatusWatch({
    store,
    read: (fromServer) => {
      sources.push(fromServer ? 'server' : 'anywhere');
      reads++;
      return hold.then(() => answer);
    },
    onReading: async () => {},
    onFailure: async (failure) => store.update({ connectionProblem: failure }),
    after: (ms, task) => {
      const mine = { ms, task };
      timers.push(mine);
      return () => {
        timers = timers.filter((each) => each !== mine);
      };
    },
    // In the middle of the jitter: the interval itself.
    random: () => 0.5,
    now: () => now,
  });
});

/** What falls due first. */
function next() {
  return timers.toSorted((one, other) => one.ms - other.ms)[0] ?? null;
}

async function fire() {
  const due = next();
  timers = timers.filter((each) => each !== due);
  due?.task();
  await settle();
}

describe('the budget', () => {
  it('reads nothing while no panel is open and nothing is pending', () => {
    watch.reconsider();
    expect(next()).toBeNull();
  });

  it.each([
    ['paused', 30_000],
    ['ready', 5_000],
    ['talking', 10_000],
    ['dialling', 4_000],
    ['wrapUp', 3_000],
    ['notLoggedIn', 30_000],
  ] as const)('reads an agent who has just become %s after %i ms while a panel is open', async (phase, ms) => {
    await store.update({ agent: agentIn(phase) });
    watch.setPanelOpen(true);
    expect(next()?.ms).toBe(ms);
  });

  it.each([
    ['talking', 40_000, 13_333],
    ['talking', 3_600_000, 20_000],
    ['dialling', 60_000, 6_000],
    ['wrapUp', 30_000, 7_500],
    ['customerGone', 600_000, 10_000],
    ['ready', 600_000, 5_000],
    ['paused', 40_000, 30_000],
    ['paused', 600_000, 60_000],
    ['paused', -3_600_000, 30_000],
  ] as const)('reads an agent who has been %s for %i ms again after %i ms', async (phase, ageMs, ms) => {
    await store.update({ agent: agentIn(phase) });
    now = NOW + ageMs;
    watch.setPanelOpen(true);
    expect(next()?.ms).toBe(ms);
  });

  it('stops when the panel is closed', () => {
    watch.setPanelOpen(true);
    watch.setPanelOpen(false);
    expect(next()).toBeNull();
  });

  it('reads every second while a pause is pending, panel or not', async () => {
    await store.update({ pending: { kind: 'pause', pauseCode: null, afterCall: false } });
    watch.reconsider();
    expect(next()?.ms).toBe(1_000);
  });

  it.each([
    ['paused', null],
    ['ready', null],
    ['wrapUp', null],
    ['dialling', 4_000],
    ['talking', 10_000],
    ['customerGone', 3_000],
  ] as const)('reads a %s agent who has left the computer every %s ms', async (phase, ms) => {
    await store.update({ agent: agentIn(phase) });
    watch.setPanelOpen(true);
    watch.setAway(true);
    expect(next()?.ms ?? null).toBe(ms);
  });

  it('reads at once for an agent who is back and looks', () => {
    watch.setPanelOpen(true);
    watch.setAway(true);
    watch.setAway(false);
    expect(next()?.ms).toBe(0);
  });

  it('reads nothing for an agent who is back and does not look', () => {
    watch.setAway(true);
    watch.setAway(false);
    expect(next()).toBeNull();
  });

  it('spreads the readings of a running call, and only ever later', () => {
    watch.request(5_000);
    expect(next()?.ms).toBe(5_375);
  });

  it('reads on for a dial whose agent has left the computer', () => {
    watch.request(1_000);
    watch.setAway(true);
    expect(next()?.ms).toBe(1_000);
  });

  describe.each(['wrapUp', 'customerGone'] as const)('a dial left in %s by an agent who has gone', (phase) => {
    /** An hour in which each reading makes the dial ask for the next. */
    async function anHour() {
      watch.request(20_000);
      for (const end = now + 3_600_000; now < end; ) {
        const due = next();
        if (!due) break;
        now += due.ms;
        await fire();
        watch.request(20_000);
      }
    }

    beforeEach(() => store.update({ agent: agentIn(phase), dial: dialIn(phase) }));

    it('is read for some minutes, panel or not, and at once when he is back', async () => {
      watch.setPanelOpen(true);
      watch.setAway(true);
      await anHour();
      expect(reads).toBeGreaterThan(10);
      expect(now - NOW).toBeLessThan(6 * 60_000);
      watch.setAway(false);
      expect(next()?.ms).toBe(0);
    });

    it('is not read by each worker that is started meanwhile', async () => {
      await store.update({ awaySince: NOW - 3_600_000 });
      watch.request(0);
      watch.setAway(true);
      expect(next()).toBeNull();
      watch.setAway(false);
      expect(next()?.ms).toBe(0);
    });

    it('is read on while the agent screen tells of it, which costs nothing', async () => {
      await store.update({ awaySince: NOW - 3_600_000, screen: screenIn({ phase }) });
      watch.request(20_000);
      expect(next()?.ms).toBe(5_000);
    });

    it('does not hold back the call that he places when he is back, before the browser tells of him', async () => {
      await store.update({ awaySince: NOW - 3_600_000, dial: dialIn('readingStatus') });
      watch.request(0);
      expect(next()?.ms).toBe(0);
    });

    it('is read on while he is there', async () => {
      await anHour();
      expect(now - NOW).toBeGreaterThanOrEqual(3_600_000);
    });
  });

  it('reads a customer on the line for an agent who is long gone', async () => {
    await store.update({ agent: agentIn('talking'), dial: dialIn('talking'), awaySince: NOW - 3_600_000 });
    watch.request(20_000);
    expect(next()?.ms).toBe(21_500);
  });

  it('backs off 5, 10, 20, 40, 60 s and comes back', async () => {
    watch.setPanelOpen(true);
    answer = fail(LOST);
    const waits = [];
    for (let turn = 0; turn < 6; turn++) {
      await fire();
      waits.push(next()?.ms);
    }
    answer = ok(PAUSED);
    await fire();
    expect([waits, next()?.ms]).toEqual([[5_000, 10_000, 20_000, 40_000, 60_000, 60_000], 30_000]);
  });

  it('asks nothing more after a wrong password', async () => {
    watch.setPanelOpen(true);
    answer = fail({ code: 'badCredentials' });
    await fire();
    watch.setPanelOpen(true);
    expect([reads, next()]).toEqual([1, null]);
  });
});

describe('beside an agent screen that speaks', () => {
  beforeEach(() => store.update({ agent: agentIn('paused', { source: 'screen' }), screen: screenIn() }));

  it('looks every five seconds whether it still does, which costs nothing', () => {
    watch.setPanelOpen(true);
    expect(next()?.ms).toBe(5_000);
  });

  it('asks the server at once when it has fallen silent, and then at its usual pace', async () => {
    watch.setPanelOpen(true);
    await store.update({ screen: screenIn({ isAlive: false }) });
    watch.reconsider();
    expect(next()?.ms).toBe(0);
    await store.update({ agent: agentIn('paused') });
    watch.reconsider();
    expect(next()?.ms).toBe(30_000);
  });

  it('backs off all the same when the server does not answer either', async () => {
    await store.update({ screen: screenIn({ isAlive: false }) });
    watch.setPanelOpen(true);
    answer = fail(LOST);
    await fire();
    expect(next()?.ms).toBe(5_000);
  });
});

it('asks the server itself for the one reading it was asked for', async () => {
  watch.askServer(0);
  await fire();
  watch.request(0);
  await fire();
  expect(sources).toEqual(['server', 'anywhere']);
});

describe('an answer to an earlier sign-in', () => {
  it('is not taken in', async () => {
    const taken: unknown[] = [];
    let release = () => {};
    hold = new Promise((resolve) => {
      release = resolve;
    });
    answer = fail({ code: 'badCredentials' });
    const reading = watch.readNow();
    const { connection } = store.current();
    await store.update({ connection: connection && { ...connection, id: 'sign-in-2' } });
    store.onChange((state) => taken.push(state));
    release();
    await reading;
    expect(taken).toEqual([]);
  });
});

describe('one request at a time', () => {
  it('joins a reading under way', async () => {
    let release = () => {};
    hold = new Promise((resolve) => {
      release = resolve;
    });
    const both = Promise.all([watch.readNow(), watch.readNow()]);
    release();
    await both;
    expect(reads).toBe(1);
  });

  it('reads again for a dial whose reading fell due meanwhile', async () => {
    let release = () => {};
    hold = new Promise((resolve) => {
      release = resolve;
    });
    const first = watch.readNow();
    watch.request(0);
    await fire();
    release();
    await first;
    await fire();
    expect(reads).toBe(2);
  });
});

describe('a dial and an open panel', () => {
  it('do not disturb the counted readings of the dial', async () => {
    await store.update({ agent: agentIn('talking'), pending: { kind: 'hangUp' } });
    watch.setPanelOpen(true);
    watch.request(1_900);
    watch.reconsider();
    expect(timers.map(({ ms }) => ms)).toEqual([1_900]);
  });

  it('are served by one reading, the one that is due first', async () => {
    await store.update({ agent: agentIn('talking') });
    watch.request(20_000);
    expect(next()?.ms).toBe(21_500);
    watch.setPanelOpen(true);
    expect(timers.map(({ ms }) => ms)).toEqual([21_500, 10_000]);
    await fire();
    expect([reads, timers.length]).toEqual([1, 1]);
    watch.setPanelOpen(false);
    expect(next()).toBeNull();
  });

  it('leave the call its own readings when the panel is closed', async () => {
    await store.update({ agent: agentIn('talking') });
    watch.request(20_000);
    watch.setPanelOpen(true);
    watch.setPanelOpen(false);
    expect(timers.map(({ ms }) => ms)).toEqual([21_500]);
  });

  it('read a followed call at once when the agent screen that told of it falls silent', async () => {
    await store.update({ agent: agentIn('talking', { source: 'screen' }), screen: screenIn({ phase: 'talking' }) });
    watch.request(20_000);
    expect(next()?.ms).toBe(5_000);
    await store.update({ screen: screenIn({ phase: 'talking', isAlive: false }) });
    watch.reconsider();
    expect(next()?.ms).toBe(0);
  });
});
