import { beforeEach, describe, expect, it } from 'vitest';
import { createAttention } from '../../../lib/background/notices/notices-attention.ts';
import { createSessionStore, type SessionState, type SessionStore } from '../../../lib/session/session-store.ts';
import { agentIn, dialIn, screenIn } from '../agent/dials.ts';
import { settle, signedInArea } from './rig.ts';

let store: SessionStore;
let attention: ReturnType<typeof createAttention>;
let told: string[];
let reminders: string[];
let due: (() => void)[];
let isSeen: boolean;
let tabInFront: number | null;

beforeEach(async () => {
  store = createSessionStore(await signedInArea());
  await store.load();
  told = [];
  reminders = [];
  due = [];
  isSeen = false;
  tabInFront = null;
  attention = createAttention({
    store,
    notices: {
      incoming: async (phase) => void told.push(`call: ${phase}`),
      callLeft: async (phase) => void told.push(`left: ${phase}`),
      dialProblem: async ({ code }, leftPaused) => void told.push(`dial: ${code}${leftPaused ? ', left paused' : ''}`),
      numberProblem: async () => {},
      recordOffered: async () => {},
      enableInPopup: async () => {},
      takeBack: async (kind) => void told.push(`back: ${kind}`),
    },
    isSeen: () => isSeen,
    isTabInFront: async (tabId) => tabId === tabInFront,
    setReminder: async () => void reminders.push('set'),
    clearReminder: async () => void reminders.push('clear'),
    after: (_ms, task) => void due.push(task),
  });
});

async function become(...changes: Partial<SessionState>[]) {
  for (const change of changes) {
    const before = store.current();
    await store.update(change);
    attention.follow(before, store.current());
  }
}

async function later() {
  for (const task of due.splice(0)) task();
  await settle();
}

const phases = (...names: Parameters<typeof agentIn>[0][]) => names.map((phase) => ({ agent: agentIn(phase) }));

describe('a call that arrives', () => {
  it('is told where nothing of Dialside’s is in sight', async () => {
    await become(...phases('ready', 'talking'));
    await later();
    expect(told).toEqual(['call: talking']);
  });

  it('is not told while something is, also when it has just been opened', async () => {
    await become(...phases('ready', 'talking'));
    isSeen = true;
    await later();
    expect(told).toEqual([]);
  });

  it('is not told to an agent who looks at the agent screen', async () => {
    await store.update({ screen: screenIn({ tabId: 7 }) });
    tabInFront = 7;
    await become(...phases('ready', 'talking'));
    await later();
    expect(told).toEqual([]);
    await store.update({ screen: screenIn({ tabId: 7, isOpen: false }) });
    await become(...phases('ready', 'talking'));
    await later();
    expect(told).toEqual(['back: incoming', 'call: talking']);
  });

  it('is not told when it is over within the moment, and taken back when it ends', async () => {
    await become(...phases('ready', 'talking', 'ready'));
    await later();
    expect(told).toEqual(['back: incoming']);
  });
});

describe('a dial with a problem', () => {
  const problem = { code: 'notPickedUp' } as const;

  it.each([
    ['menu', 7, ['dial: notPickedUp']],
    ['panel', 7, ['dial: notPickedUp']],
    // The button in that page says it.
    ['page', 7, []],
    ['page', 8, ['dial: notPickedUp']],
  ] as const)('from %s with tab %i in front is told: %j', async (source, inFront, notices) => {
    attention.dialledFrom(7);
    tabInFront = inFront;
    await become({ dial: dialIn('held', { source }) }, { dial: dialIn('held', { source, problem }) });
    await later();
    expect(told).toEqual(notices);
  });

  it('is told again with the pause in which it leaves an agent who was ready', async () => {
    const dial = dialIn('held', { source: 'menu', problem, wasReady: true });
    await become({ dial }, { dial: { ...dial, step: 'unknown' } });
    await later();
    expect(told).toEqual(['dial: notPickedUp', 'dial: notPickedUp, left paused']);
  });

  it('is told once, and not while the panel shows it', async () => {
    const dial = dialIn('held', { source: 'menu', problem });
    await become({ dial }, { dial: { ...dial, tries: 1 } }, { dial: { ...dial, step: 'unknown' } });
    await later();
    expect(told).toEqual(['dial: notPickedUp']);
    isSeen = true;
    await become({ dial: { ...dial, id: 'dial-2' } });
    await later();
    expect(told).toHaveLength(1);
  });
});

describe('a call that is left waiting', () => {
  beforeEach(() => store.update({ screen: screenIn() }));

  it('is told by the reminder, which is set once for it', async () => {
    await become(...phases('talking', 'customerGone', 'wrapUp'));
    expect(reminders).toEqual(['set']);
    told = [];
    await attention.remind();
    expect(told).toEqual(['left: wrapUp']);
  });

  it('is forgotten when it is ended', async () => {
    await become(...phases('wrapUp', 'paused'));
    expect([reminders, told]).toEqual([['set', 'clear'], ['back: callLeft']]);
    await attention.remind();
    expect(told).toEqual(['back: callLeft']);
  });

  it('is not told while it is in sight', async () => {
    await become(...phases('wrapUp'));
    isSeen = true;
    await attention.remind();
    expect(told).toEqual([]);
  });

  it('is not told to an agent who looks at the agent screen', async () => {
    await become(...phases('wrapUp'));
    tabInFront = 7;
    await attention.remind();
    expect(told).toEqual([]);
  });

  it('is not told when nobody knows any more whether it is', async () => {
    await become(...phases('wrapUp'), { screen: null });
    await attention.remind();
    expect(told).toEqual([]);
  });
});
