import { describe, expect, it } from 'vitest';
import type { CallRecord } from '../../../lib/agent/dial/dial-view.ts';
import {
  type DialList,
  MOST_LISTED,
  nextOf,
  withDial,
  withNumbers,
  withOutcomes,
  withState,
} from '../../../lib/agent/list/dial-list.ts';
import type { E164 } from '../../../lib/phone/phone-number.ts';

const [ONE, TWO, THREE] = ['+14155552671', '+14155552672', '+14155552673'] as E164[];
const number = (e164: E164, extension: string | null = null) => ({ e164, extension });
const LIST = withNumbers(
  [],
  [ONE, TWO, THREE].map((e164) => number(e164!)),
);
const states = (list: DialList) => list.map(({ state }) => state);

describe('numbers of a page', () => {
  it('are put behind those there are, each once, in their order', () => {
    const called = withState(LIST, ONE!, 'called');
    const longer = withNumbers(called, [number(TWO!), number('+493012345' as E164, '7'), number('+493012345' as E164)]);
    expect(longer.map(({ e164, state }) => [e164, state])).toEqual([
      [ONE, 'called'],
      [TWO, 'waiting'],
      [THREE, 'waiting'],
      ['+493012345', 'waiting'],
    ]);
    expect(longer[3]?.extension).toBe('7');
  });

  it('that are all in it change nothing', () => {
    expect(withNumbers(LIST, [number(TWO!)])).toBe(LIST);
  });

  it('end where nobody would call any more', () => {
    const many = Array.from({ length: MOST_LISTED + 3 }, (_, at) => number(`+1415${5_550_000 + at}` as E164));
    expect(withNumbers(LIST, many)).toHaveLength(MOST_LISTED);
  });
});

describe('what is next', () => {
  it.each([
    ['the first', LIST, ONE],
    ['the first that was not called', withState(LIST, ONE!, 'called'), TWO],
    ['the first that was not skipped', withState(withState(LIST, ONE!, 'called'), TWO!, 'skipped'), THREE],
    ['the first again, once it is put back', withState(withState(LIST, ONE!, 'called'), ONE!, 'waiting'), ONE],
    ['nothing in a list of none', [], undefined],
  ] as const)('is %s', (_, list, expected) => {
    expect(nextOf(list)?.e164).toBe(expected);
  });

  it('is nothing when all were called or skipped', () => {
    const over = [ONE, TWO, THREE].reduce((list, e164) => withState(list, e164!, 'skipped'), LIST);
    expect(nextOf(over)).toBeNull();
  });
});

it('a number is taken out, and no other', () => {
  expect(withState(LIST, TWO!, 'removed').map(({ e164 }) => e164)).toEqual([ONE, THREE]);
});

const call = (id: string, outcome: CallRecord['outcome']): CallRecord => ({
  ...{ id, outcome, e164: ONE!, extension: null, startedAt: 1, endedAt: 2, problem: null },
});

describe('the end of a dial', () => {
  const list = withDial(LIST, ONE!, 'dial-1');

  it('is told by the call of that dial alone', () => {
    expect(withOutcomes(list, [call('dial-9', 'talked')])[0]).not.toHaveProperty('outcome');
    expect(withOutcomes(list, [call('dial-9', 'talked'), call('dial-1', 'notAnswered')])[0]?.outcome).toBe(
      'notAnswered',
    );
  });

  it('stays known when the call is among the newest no more', () => {
    expect(withOutcomes(withOutcomes(list, [call('dial-1', 'talked')]), [])[0]?.outcome).toBe('talked');
  });

  it('is forgotten with its number called once more', () => {
    const again = withState(withOutcomes(list, [call('dial-1', 'talked')]), ONE!, 'waiting');
    expect(again[0]).toEqual({ e164: ONE, extension: null, state: 'waiting' });
    expect(states(again)).toEqual(['waiting', 'waiting', 'waiting']);
  });
});
