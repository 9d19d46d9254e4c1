import { expect, it } from 'vitest';
import { toldAfterRequest } from '../../../lib/background/session/told-after-request.ts';
import { EMPTY_SESSION, type SessionState } from '../../../lib/session/session-store.ts';
import { dialIn } from '../agent/dials.ts';

const FREE: SessionState = EMPTY_SESSION;
const SENDING: SessionState = { ...EMPTY_SESSION, dial: dialIn('sending') };

function createListener() {
  const told: SessionState[] = [];
  const waiting = new Set<() => void>();
  const hear = toldAfterRequest(
    (state) => told.push(state),
    (_, task) => {
      waiting.add(task);
      return () => waiting.delete(task);
    },
  );
  const pass = () => {
    for (const task of waiting) task();
    waiting.clear();
  };
  return { told, hear, pass };
}

it('a dial that is being sent is told once its request is out, all else at once', () => {
  const { told, hear, pass } = createListener();
  hear(FREE);
  expect(told).toEqual([FREE]);
  hear(SENDING);
  expect(told).toEqual([FREE]);
  pass();
  expect(told).toEqual([FREE, SENDING]);
});

it('of states that wait, the newest is told, once, and nobody waits longer for it', () => {
  const { told, hear, pass } = createListener();
  const newer = { ...SENDING, rungAt: 1 };
  hear(SENDING);
  hear(newer);
  pass();
  pass();
  expect(told).toEqual([newer]);
});

it('an answer that comes meanwhile is told at once, and no older state after it', () => {
  const { told, hear, pass } = createListener();
  const answered = { ...EMPTY_SESSION, dial: dialIn('ended') };
  hear(SENDING);
  hear(answered);
  expect(told).toEqual([answered]);
  pass();
  expect(told).toEqual([answered]);
});
