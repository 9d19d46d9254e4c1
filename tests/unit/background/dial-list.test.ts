import { describe, expect, it, vi } from 'vitest';
import { type Dial, viewOfDial } from '../../../lib/agent/dial/dial.ts';
import type { DialProblem, DialView } from '../../../lib/agent/dial/dial-view.ts';
import { createDialList } from '../../../lib/background/dialling/dial-list.ts';
import type { DialableNumber } from '../../../lib/phone/phone-number.ts';
import { fail, ok, type Result } from '../../../lib/result.ts';
import { createSessionStore } from '../../../lib/session/session-store.ts';
import { dialIn } from '../agent/dials.ts';
import { createArea } from './rig.ts';

const ONE = '+14155552671';
const TWO = '+14155552672';
const PAGE = [
  { e164: ONE, extension: null },
  { e164: TWO, extension: '12' },
];

async function setUp(area = createArea()) {
  const clock = { now: 1_000 };
  const store = createSessionStore(area);
  await store.load();
  const waiting: (() => void)[] = [];
  const askPage = vi.fn(async () => undefined);
  const list = createDialList({
    store,
    askPage,
    now: () => clock.now,
    after: (_ms, task) => {
      waiting.push(task);
      return () => undefined;
    },
  });
  const collected = async (told: typeof PAGE, from = 7) => {
    const added = list.collect(7);
    await vi.waitFor(() => expect(waiting).toHaveLength(1));
    await list.told(from, told);
    waiting.pop()?.();
    return added;
  };
  const now = () => store.current().dialList.map(({ e164, state }) => `${e164} ${state}`);
  return { list, store, area, clock, askPage, collected, now };
}

const begun = (id = 'dial-1') =>
  vi.fn(async (_: DialableNumber): Promise<Result<DialView, DialProblem>> => ok({ id } as DialView));

describe('a page', () => {
  it('that the agent asked for its numbers tells them, and the count of the new ones', async () => {
    const { collected, now, askPage } = await setUp();
    expect(await collected(PAGE)).toBe(2);
    expect(askPage).toHaveBeenCalledExactlyOnceWith(7);
    expect(now()).toEqual([`${ONE} waiting`, `${TWO} waiting`]);
    expect(await collected(PAGE)).toBe(0);
  });

  it('that was not asked tells nothing', async () => {
    const { list, collected, now } = await setUp();
    await list.told(7, PAGE);
    expect(await collected(PAGE, 8)).toBe(0);
    expect(now()).toEqual([]);
  });

  it('that was asked a while ago tells nothing any more', async () => {
    const { list, store, clock, collected, now } = await setUp();
    await collected([]);
    clock.now = (store.current().collecting?.until ?? 0) + 1;
    await list.told(7, PAGE);
    expect(now()).toEqual([]);
  });

  it('tells no number that could not be dialled', async () => {
    const { collected, now } = await setUp();
    expect(await collected([{ e164: '+1555', extension: null }, ...PAGE])).toBe(2);
    expect(now()).toEqual([`${ONE} waiting`, `${TWO} waiting`]);
  });
});

describe('the next number', () => {
  it('is dialled with its extension and counts as called', async () => {
    const { list, collected, store, now } = await setUp();
    await collected(PAGE);
    await list.dialNext(ONE, begun());
    const dial = begun('dial-2');
    expect((await list.dialNext(TWO, dial)).ok).toBe(true);
    expect(dial.mock.calls.map(([{ e164, extension }]) => [e164, extension])).toEqual([[TWO, '12']]);
    expect(now()).toEqual([`${ONE} called`, `${TWO} called`]);
    expect(store.current().dialList[1]?.dialId).toBe('dial-2');
  });

  it('that is another than the agent was shown is not dialled', async () => {
    const { list, collected, now } = await setUp();
    await collected(PAGE);
    const dial = begun();
    expect(await list.dialNext(TWO, dial)).toEqual(fail({ code: 'listMovedOn' }));
    expect(dial).not.toHaveBeenCalled();
    expect(now()).toEqual([`${ONE} waiting`, `${TWO} waiting`]);
  });

  it('is not dialled twice by two presses, of which the second is answered with the call of the first', async () => {
    const { list, collected, store } = await setUp();
    await collected(PAGE);
    const running = dialIn('talking');
    const dial = vi.fn(async () => {
      await store.update({ dial: running });
      return ok(viewOfDial(running));
    });
    const [, second] = await Promise.all([list.dialNext(ONE, dial), list.dialNext(ONE, dial)]);
    expect(dial).toHaveBeenCalledOnce();
    expect(second).toEqual(ok(viewOfDial(running)));
  });

  it.each<[string, Partial<Dial>]>([
    ['is over', { step: 'ended' }],
    ['gave way to another', { id: 'dial-2' }],
  ])('is another for a press that comes when its call %s', async (_, change) => {
    const { list, collected, store } = await setUp();
    await collected(PAGE);
    await list.dialNext(ONE, begun());
    await store.update({ dial: { ...dialIn('talking'), ...change } });
    const dial = begun('dial-2');
    expect(await list.dialNext(ONE, dial)).toEqual(fail({ code: 'listMovedOn' }));
    expect(dial).not.toHaveBeenCalled();
  });

  it('is next again where its dial is refused', async () => {
    const { list, collected, now } = await setUp();
    await collected(PAGE);
    expect(await list.dialNext(ONE, async () => fail({ code: 'agentOnCall' }))).toEqual(fail({ code: 'agentOnCall' }));
    expect(now()).toEqual([`${ONE} waiting`, `${TWO} waiting`]);
  });

  it('counts as called for the next worker, where this one died while it began the dial', async () => {
    const { list, area, collected } = await setUp();
    await collected(PAGE);
    const dial = vi.fn(() => new Promise<never>(() => undefined));
    void list.dialNext(ONE, dial);
    await vi.waitFor(() => expect(dial).toHaveBeenCalledOnce());
    expect((await setUp(area)).now()).toEqual([`${ONE} called`, `${TWO} waiting`]);
  });
});

it('what the agent takes out or skips is so', async () => {
  const { list, collected, now } = await setUp();
  await collected(PAGE);
  await list.change(ONE, 'skipped');
  expect(now()).toEqual([`${ONE} skipped`, `${TWO} waiting`]);
  await list.change(TWO, 'removed');
  expect(now()).toEqual([`${ONE} skipped`]);
  await list.clear();
  expect(now()).toEqual([]);
});
