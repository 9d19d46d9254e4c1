import { beforeEach, describe, expect, it } from 'vitest';
import type { StatusReading } from '../../../lib/agent/state/agent-state.ts';
import { readAgent } from '../../../lib/agent/state/read-agent.ts';
import type { ScreenReading, SeenScreen } from '../../../lib/agent/state/screen-reading.ts';
import { createScreenWatch, type ScreenWatch } from '../../../lib/background/status/screen-watch.ts';
import { createSessionStore, type SessionStore } from '../../../lib/session/session-store.ts';
import { agentIn, NOW, screenIn } from '../agent/dials.ts';
import { settle, signedInArea } from './rig.ts';

const TAB = 7;

let area: Awaited<ReturnType<typeof signedInArea>>;
let store: SessionStore;
let watch: ScreenWatch;
let clock: number;
let timer: { at: number; task: () => void } | null;
let taken: StatusReading[];
let changes: number;
let openTabs: Set<number>;
let kept: number[];

beforeEach(async () => {
  area = await signedInArea();
  store = createSessionStore(area);
  await store.load();
  clock = NOW;
  timer = null;
  taken = [];
  changes = 0;
  openTabs = new Set([TAB]);
  kept = [];
  watch = createScreenWatch({
    store,
    takeReading: async (reading) => {
      taken.push(reading);
      await store.update({ agent: readAgent(reading, store.current().agent, clock) }).catch(() => undefined);
    },
    onChange: async () => void changes++,
    isScreenTab: async (tabId) => openTabs.has(tabId),
    keepTab: async (tabId) => void kept.push(tabId),
    after: (ms, task) => {
      const mine = { at: clock + ms, task };
      timer = mine;
      return () => {
        if (timer === mine) timer = null;
      };
    },
    now: () => clock,
  });
});

function reading(changes: Partial<ScreenReading> = {}): ScreenReading {
  const { tabId, isOpen, isAlive, isTrusted, ...rest } = screenIn();
  return { ...rest, ...changes };
}

/** Lets so much time pass; a timer that falls due in it runs. */
async function pass(ms: number) {
  clock += ms;
  if (timer && timer.at <= clock) {
    const due = timer;
    timer = null;
    due.task();
  }
  await settle();
}

const screen = (): SeenScreen | null => store.current().screen;

describe('a living agent screen', () => {
  it('is the agent state, and a status that costs no request', async () => {
    const call = { phase: 'talking', leadId: '2001', phoneNumber: '7275551212' } as const;
    await watch.heard(reading(call), TAB);
    expect(store.current().agent).toMatchObject({ source: 'screen', ...call });
    expect(watch.reading()).toEqual({
      ...{ source: 'screen', ...call, callingCode: '', customerName: '' },
      ...{ vendorLeadCode: '', campaign: '', ingroup: '' },
    });
  });

  it('tells the number in full and whose it is, where the page shows that', async () => {
    const lead = { phoneNumber: '30123456', callingCode: '49', customerName: 'Erika Muster' };
    await watch.heard(reading({ phase: 'talking', ...lead }), TAB);
    expect(store.current().agent).toMatchObject({ phoneNumber: '+4930123456', customerName: 'Erika Muster' });
  });

  it('drives the dial by each change, and by nothing that is the same', async () => {
    await watch.heard(reading(), TAB);
    await watch.heard(reading(), TAB);
    await watch.heard(reading({ boxes: ['pauseCode'] }), TAB);
    expect([changes, taken.length]).toEqual([2, 1]);
  });

  it.each(['ready', 'wrapUp'] as const)(
    'remembers a box for pause codes that opens with the pause after %s',
    async (phase) => {
      await watch.heard(reading({ phase }), TAB);
      expect(store.current().asksForPauseCode).toBe(false);
      await watch.heard(reading({ boxes: ['pauseCode'] }), TAB);
      await watch.heard(reading(), TAB);
      expect(store.current().asksForPauseCode).toBe(true);
    },
  );

  it('remembers a box for pause codes that opens a tick after the disposition', async () => {
    await watch.heard(reading({ phase: 'wrapUp' }), TAB);
    await watch.heard(reading(), TAB);
    await pass(1_100);
    await watch.heard(reading({ boxes: ['pauseCode'] }), TAB);
    expect(store.current().asksForPauseCode).toBe(true);
  });

  it('takes a box that opens in a pause, or was open before, for one that the agent has opened', async () => {
    await watch.heard(reading({ boxes: ['pauseCode'] }), TAB);
    await watch.heard(reading({ phase: 'wrapUp' }), TAB);
    await watch.heard(reading(), TAB);
    await pass(4_000);
    await watch.heard(reading({ boxes: ['pauseCode'] }), TAB);
    expect(store.current().asksForPauseCode).toBe(false);
  });

  it('does not tell by a page that was silent who opened its box', async () => {
    await watch.heard(reading({ phase: 'ready' }), TAB);
    await pass(5_000);
    await watch.heard(reading({ boxes: ['pauseCode'] }), TAB);
    expect(store.current().asksForPauseCode).toBe(false);
  });

  it('keeps the agent state fresh although nothing changes', async () => {
    for (let beat = 0; beat < 6; beat++) {
      await watch.heard(reading(), TAB);
      await pass(2_000);
    }
    expect(clock - store.current().agent.readAt).toBeLessThanOrEqual(4_000);
    expect(taken).toHaveLength(3);
  });

  it('has its tab kept from being discarded, once', async () => {
    await watch.heard(reading(), TAB);
    await watch.heard(reading({ phase: 'ready' }), TAB);
    expect(kept).toEqual([TAB]);
  });
});

it('leaves nothing of an agent who signs out while his tab is taken up', async () => {
  const signingOut = createScreenWatch({
    ...{ store, takeReading: async (next) => void taken.push(next), onChange: async () => void changes++ },
    ...{ isScreenTab: async () => true, after: () => () => {}, now: () => clock },
    keepTab: () => store.clear(),
  });
  await signingOut.heard(reading(), TAB);
  expect([screen(), taken, changes]).toEqual([null, [], 0]);
});

describe('an agent screen that falls silent', () => {
  it('speaks no more five seconds after its last word', async () => {
    await watch.heard(reading(), TAB);
    await pass(4_999);
    expect(watch.reading()).not.toBeNull();
    await pass(1);
    expect(watch.reading()).toBeNull();
    expect(screen()).toMatchObject({ isOpen: true, isAlive: false });
    expect(changes).toBe(2);
  });

  it('is gone when its tab shows something else by then', async () => {
    await watch.heard(reading(), TAB);
    openTabs.clear();
    await pass(5_000);
    expect(screen()).toMatchObject({ isOpen: false, isAlive: false });
  });

  it('is gone at once when it says that it is left', async () => {
    await watch.heard(reading(), TAB);
    await watch.gone(TAB + 1);
    expect(screen()?.isOpen).toBe(true);
    await watch.gone(TAB);
    expect(screen()).toMatchObject({ isOpen: false, isAlive: false });
  });

  it('is noticed by the worker that takes over', async () => {
    await store.update({ screen: screenIn() });
    await watch.restore();
    await pass(5_000);
    expect(screen()?.isAlive).toBe(false);
  });

  it.each<[string, Partial<ScreenReading>]>([
    ['does not poll', { isPolling: false }],
    ['has lost its web session', { isSessionLost: true }],
    ['is logged out', { kind: 'loggedOut', phase: null }],
    ['is disabled', { kind: 'disabled', phase: null }],
    ['is not understood', { phase: null }],
    ['asks for a login', { kind: 'phoneLogin', phase: null, isPolling: false }],
  ])('says nothing of the agent when it %s', async (_, changes) => {
    await store.update({ agent: agentIn('ready') });
    await watch.heard(reading(changes), TAB);
    expect(watch.reading()).toBeNull();
    expect(store.current().agent).toMatchObject({ phase: 'ready', source: 'agentStatus' });
  });
});

it('is not heard once the agent has signed out', async () => {
  await store.clear();
  await watch.heard(reading(), TAB);
  expect([screen(), taken]).toEqual([null, []]);
});

describe('two tabs', () => {
  it('the living one counts, whichever speaks', async () => {
    await watch.heard(reading({ phase: 'talking' }), TAB);
    await watch.heard(reading({ kind: 'loggedOut', phase: null, isPolling: false }), TAB + 1);
    expect(screen()).toMatchObject({ tabId: TAB, phase: 'talking' });
  });

  it('a newer living one takes over when the older one lives no more', async () => {
    await watch.heard(reading(), TAB);
    await watch.heard(reading({ phase: 'ready' }), TAB + 1);
    expect(screen()).toMatchObject({ tabId: TAB, phase: 'paused' });
    await watch.heard(reading({ kind: 'loggedOut', phase: null, isPolling: false }), TAB);
    await watch.heard(reading({ phase: 'ready' }), TAB + 1);
    expect(screen()).toMatchObject({ tabId: TAB + 1, phase: 'ready' });
  });

  it('one that the server contradicts is not believed again because another one speaks', async () => {
    await watch.heard(reading(), TAB);
    await watch.judge(agentIn('onCall'));
    await watch.heard(reading({ phase: 'ready' }), TAB + 1);
    await watch.heard(reading(), TAB);
    expect(watch.reading()).toBeNull();
    expect(kept).toEqual([TAB]);
  });
});

describe('the screen of another user', () => {
  it('is none of this agent', async () => {
    await watch.heard(reading({ phase: 'talking', user: '2000' }), TAB);
    expect([screen(), taken]).toEqual([null, []]);
  });

  it('ends what the tab has said before', async () => {
    const { agentUser = '' } = store.current().connection ?? {};
    await watch.heard(reading({ user: agentUser.toUpperCase() }), TAB);
    expect(screen()).toMatchObject({ isAlive: true });
    await watch.heard(reading({ phase: 'talking', user: '2000' }), TAB);
    expect(screen()).toMatchObject({ isOpen: false, isAlive: false });
    expect(store.current().agent.phase).toBe('paused');
  });
});

describe('the server is the referee', () => {
  it('a screen that is contradicted is silent through its own changes, until the server agrees', async () => {
    await watch.heard(reading({ phase: 'paused' }), TAB);
    await watch.judge(agentIn('onCall'));
    await watch.heard(reading({ phase: 'ready' }), TAB);
    expect(watch.reading()).toBeNull();
    expect(store.current().agent.phase).toBe('paused');
    await watch.judge(agentIn('ready'));
    expect(watch.reading()).toMatchObject({ phase: 'ready' });
  });
});

it('tells what the page shows although storage takes nothing more', async () => {
  area.set = () => Promise.reject(new Error('Quota exceeded'));
  await watch.heard(reading({ phase: 'talking' }), TAB);
  expect([store.current().screen?.phase, taken.length, changes]).toEqual(['talking', 1, 1]);
});
