import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { groupAgents } from '../../components/supervisor/agent-groups.ts';
import { nextPollMs, queuesPaceMs } from '../../components/supervisor/poll-pace.ts';
import { isOutOfReach, NOTHING_READ, readingAfter } from '../../components/supervisor/reading.ts';
import { createPoll } from '../../entrypoints/supervisor/poll.ts';
import type { LoggedInAgent } from '../../lib/messages/supervisor.ts';
import { fail, ok } from '../../lib/result.ts';

const agentIn = (status: LoggedInAgent['status'], subStatus = ''): LoggedInAgent => ({
  ...{ user: '1000', campaign: 'C', session: '8600051', status, leadId: '', callId: '', callsToday: 0 },
  ...{ fullName: 'Alice', userGroup: 'AGENTS', pauseCode: '', subStatus },
});

it.each([
  ['INCALL', '', 'talking'],
  ['INCALL', 'DIAL', 'dialling'],
  ['INCALL', 'DEAD', 'customerGone'],
  ['INCALL', 'PARK', 'parked'],
  ['INCALL', '3-WAY', 'threeWay'],
  ['INCALL', 'NEWER', 'onCall'],
  ['QUEUE', '', 'onCall'],
  ['CLOSER', '', 'ready'],
  ['READY', 'RING', 'phoneRinging'],
  ['PAUSED', '', 'paused'],
  ['PAUSED', 'DISPO', 'wrapUp'],
  ['PAUSED', 'PREVIEW', 'previewing'],
] as const)('an agent in %s %s is shown as %s', (status, subStatus, phase) => {
  expect(groupAgents([agentIn(status, subStatus)]).map((group) => group.phase)).toEqual([phase]);
});

it('puts calls before who is free, and that before who is not', () => {
  const groups = groupAgents([agentIn('PAUSED'), agentIn('READY'), agentIn('INCALL'), agentIn('PAUSED')]);
  expect(groups.map(({ phase, agents }) => [phase, agents.length])).toEqual([
    ['talking', 1],
    ['ready', 1],
    ['paused', 2],
  ]);
});

it.each([
  [0, 0, 5_000],
  [0, 1, 6_000],
  [1, 0, 5_000],
  [3, 0, 20_000],
  [9, 0, 60_000],
])('after %i failures in a row the agents are asked for at the pace of %i in %i ms', (failures, random, ms) => {
  expect(nextPollMs(failures, random)).toBe(ms);
});

it.each([
  [0, 15_000],
  [5, 15_000],
  [20, 60_000],
])('%i queues are asked for every %i ms, so that there is a request in three seconds at most', (queues, ms) => {
  expect(queuesPaceMs(queues)).toBe(ms);
  expect(nextPollMs(1, 0, queuesPaceMs(queues))).toBe(ms);
});

describe('the poll', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('asks while it can be seen, one question at a time', async () => {
    let answer = (_: 'answered' | 'failed') => {};
    const ask = vi.fn(() => new Promise<'answered' | 'failed'>((resolve) => (answer = resolve)));
    const poll = createPoll(ask);
    poll.show(true);
    expect(ask).not.toHaveBeenCalled();
    poll.start();
    poll.show(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ask).toHaveBeenCalledTimes(1);
    answer('answered');
    await vi.advanceTimersByTimeAsync(6_000);
    expect(ask).toHaveBeenCalledTimes(2);
    poll.show(false);
    answer('answered');
    await vi.advanceTimersByTimeAsync(600_000);
    expect(ask).toHaveBeenCalledTimes(2);
    poll.show(true);
    expect(ask).toHaveBeenCalledTimes(3);
    poll.stop();
    answer('answered');
    await vi.advanceTimersByTimeAsync(600_000);
    expect(ask).toHaveBeenCalledTimes(3);
  });

  it('asks ever more rarely while nothing is answered', async () => {
    const ask = vi.fn(async () => 'failed' as const);
    const poll = createPoll(ask);
    poll.start();
    await vi.advanceTimersByTimeAsync(600_000);
    // 60 to 72 seconds apart in the end; at the usual pace it would be a hundred.
    expect(ask.mock.calls.length).toBeLessThan(16);
    expect(ask.mock.calls.length).toBeGreaterThan(10);
    poll.stop();
  });
});

describe('what was read last', () => {
  const read = readingAfter<number>(NOTHING_READ, ok([1, 2]), 1_000);
  const failure = { code: 'vicidial', failure: { code: 'unreachable' } } as const;

  it('is kept when a question fails, and is live again with the next answer', () => {
    const failed = readingAfter(read, fail(failure), 2_000);
    expect(failed).toEqual({ rows: [1, 2], readAt: 1_000, problem: failure, failedAt: 2_000 });
    expect(readingAfter(failed, ok([3]), 3_000)).toEqual({ rows: [3], readAt: 3_000, problem: null, failedAt: null });
  });

  it.each([
    ['the dialer was not reached since', failure, 2_000, true],
    ['it was read after the failure', failure, 500, false],
    [
      'the other thing was refused',
      { code: 'vicidial', failure: { code: 'notPermitted', function: 'x' } },
      2_000,
      false,
    ],
  ] as const)('is out of reach or not where %s', (_, problem, failedAt, expected) => {
    expect(isOutOfReach(read, readingAfter(NOTHING_READ, fail(problem), failedAt))).toBe(expected);
  });
});
