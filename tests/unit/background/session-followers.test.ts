import { expect, it } from 'vitest';
import { beginFinish } from '../../../lib/agent/call/finish-call.ts';
import type { DialStep } from '../../../lib/agent/dial/dial.ts';
import { followSession } from '../../../lib/background/session/session-followers.ts';
import { createSessionStore } from '../../../lib/session/session-store.ts';
import { agentIn, dialIn, NOW } from '../agent/dials.ts';
import { createArea, settle } from './rig.ts';

/** A worker that wakes with a dial in that step, and what its followers are told, in order. */
async function wakeWith(step: DialStep | null) {
  const told: string[] = [];
  const waiting = new Set<() => void>();
  const area = createArea();
  await area.set({ dial: step && dialIn(step) });
  const store = createSessionStore(area);
  const say = (what: string) => () => void told.push(what);
  followSession({
    store,
    watch: { reconsider: say('reading') },
    panels: { push: async () => void told.push('panels') },
    attention: { follow: say('attention') },
    keptCalls: { follow: async () => void told.push('kept calls') },
    badge: { follow: say('badge') },
    tellPages: (dial) => void told.push(`pages: ${dial?.stage}`),
    keepAwake: (isWanted) => void told.push(isWanted ? 'awake' : 'not awake'),
    after(_, task) {
      waiting.add(task);
      return () => waiting.delete(task);
    },
  });
  await store.load();
  await settle();
  return {
    told,
    store,
    pass() {
      for (const task of waiting) task();
      waiting.clear();
    },
  };
}

const ALL_TOLD = (stage: string) => ['panels', `pages: ${stage}`, 'attention', 'kept calls', 'badge'];

it('of a dial that is being sent the alarm is set before its request, and all else is told behind it', async () => {
  const { told, store, pass } = await wakeWith(null);
  await store.update({ dial: dialIn('sending') });
  expect(told).toEqual(['reading', 'awake']);
  pass();
  expect(told).toEqual(['reading', 'awake', ...ALL_TOLD('sending')]);
});

it('everything else is told at once, and pages of nothing that they do not show', async () => {
  const { told, store } = await wakeWith('talking');
  await store.update({ rungAt: 1 });
  expect(told).toEqual(['reading', 'panels', 'attention', 'kept calls', 'badge']);
});

it('a dial that is refused keeps the alarm for as long as its agent has to be made ready again', async () => {
  const { told, store } = await wakeWith('sending');
  await store.update({ dial: dialIn('refused'), pending: { kind: 'resume', isDue: true } });
  expect(told).not.toContain('not awake');
  await store.update({ pending: { kind: 'resume' } });
  expect(told).toContain('not awake');
});

it('the end of a call has the alarm until it is done, also of one that came in', async () => {
  const { told, store } = await wakeWith(null);
  const WISH = { status: 'SALE', callback: null, afterCall: 'next' } as const;
  const { finish } = beginFinish(WISH, agentIn('talking'), NOW);
  await store.update({ finish });
  expect(told).toContain('awake');
  expect(told).not.toContain('not awake');
  await store.update({ finish: { ...finish, step: 'done' } });
  expect(told).toContain('not awake');
});

it('a hang-up that is pending has the alarm', async () => {
  const { told, store } = await wakeWith(null);
  await store.update({ pending: { kind: 'hangUp' } });
  expect(told).toContain('awake');
});

it('a call that an earlier worker began keeps its alarm until it is over', async () => {
  const { told, store } = await wakeWith('talking');
  await store.update({ dial: dialIn('wrapUp') });
  expect(told).not.toContain('awake');
  await store.update({ dial: dialIn('ended') });
  expect(told.filter((what) => what.includes('awake'))).toEqual(['not awake']);
});
