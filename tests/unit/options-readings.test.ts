import { expect, it } from 'vitest';
import { createReadings } from '../../entrypoints/options/readings.ts';

/** Settings whose answers and writes are let go by hand, in any order. */
function createOptions() {
  const open: ((value: string | null) => void)[] = [];
  const shown: string[] = [];
  const readings = createReadings(
    () =>
      new Promise<string>((resolve, reject) =>
        open.push((value) => (value === null ? reject(new Error('No answer')) : resolve(value))),
      ),
    (value) => void shown.push(value),
  );
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  return {
    ...readings,
    shown,
    open,
    /** Answers the question with that number, from 0. */
    async answer(at: number, value: string | null) {
      open[at]?.(value);
      await settle();
    },
    settle,
  };
}

function held() {
  let done = () => {};
  let fail = () => {};
  const promise = new Promise<void>((resolve, reject) => {
    done = resolve;
    fail = () => reject(new Error('Not stored'));
  });
  return { make: () => promise, done: () => done(), fail: () => fail() };
}

it('shows the newest answer, whichever comes last', async () => {
  const { read, answer, shown } = createOptions();
  void read();
  void read();
  await answer(1, 'new');
  await answer(0, 'old');
  expect(shown).toEqual(['new']);
});

it('shows nothing of before a change while that is made, nor once it is', async () => {
  const { read, change, answer, shown, settle } = createOptions();
  const write = held();
  void read();
  void read();
  const changed = change(write.make);
  await answer(0, 'before');
  write.done();
  await settle();
  await answer(1, 'before');
  expect(shown).toEqual([]);
  await answer(2, 'after');
  await changed;
  expect(shown).toEqual(['after']);
});

it('reads once behind changes that run at once, and ends each when that is shown', async () => {
  const { change, answer, shown, open, settle } = createOptions();
  const [first, second, third] = [held(), held(), held()];
  const ended: string[] = [];
  void change(first.make).then(() => ended.push('first'));
  void change(second.make).then(() => ended.push('second'));
  second.done();
  await settle();
  expect(open).toHaveLength(0);
  first.done();
  await settle();
  void change(third.make).then(() => ended.push('third'));
  await answer(0, 'without the third');
  expect([shown, ended]).toEqual([[], []]);
  third.done();
  await settle();
  await answer(1, 'all');
  expect(shown).toEqual(['all']);
  expect(ended.toSorted()).toEqual(['first', 'second', 'third']);
});

it('reads also behind a change that failed, and tells of it', async () => {
  const { change, answer, shown, settle } = createOptions();
  const write = held();
  const changed = expect(change(write.make)).rejects.toThrow('Not stored');
  write.fail();
  await settle();
  await answer(0, 'as it was');
  await changed;
  expect(shown).toEqual(['as it was']);
});

it('holds nobody up where the reading behind a change has no answer', async () => {
  const { change, answer, settle } = createOptions();
  const [first, second] = [held(), held()];
  const waits = change(first.make);
  const reads = change(second.make).catch(() => 'failed');
  first.done();
  await settle();
  second.done();
  await settle();
  await answer(0, null);
  expect(await reads).toBe('failed');
  await waits;
});
