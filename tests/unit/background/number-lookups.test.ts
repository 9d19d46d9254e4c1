import { describe, expect, it } from 'vitest';
import {
  createNumberLookups,
  MOST_PER_MINUTE,
  type NumberLookupsDeps,
  SPACING_MS,
} from '../../../lib/background/records/number-lookups.ts';
import { REMEMBERED_MS } from '../../../lib/background/records/remembered-answers.ts';
import { fail, ok } from '../../../lib/result.ts';
import type { NumberClient, NumberQuestion, NumberVerdict } from '../../../lib/vicidial/non-agent-api/number-client.ts';
import { NOW, NUMBER } from '../agent/dials.ts';
import { createServiceDesk } from './service-desk.ts';

const OPEN: NumberVerdict = { verdict: 'dialable', gmtOffsetHours: -5 };

/** Lookups with a clock, and the dialer behind them. */
function createScene(changes: Partial<NumberLookupsDeps> = {}, answer: NumberVerdict | null = OPEN) {
  const asked: NumberQuestion[] = [];
  const clock = { now: NOW };
  const client = {
    check: async (question: NumberQuestion) => {
      asked.push(question);
      return answer ? ok(answer) : fail({ code: 'unreachable' } as const);
    },
  } as unknown as NumberClient;
  const lookups = createNumberLookups({
    numbers: () => client,
    campaign: () => null,
    callTime: async () => null,
    session: () => 'sign-in-1',
    isDialling: () => false,
    inTurn: (ask) => ask(),
    spaced: (ask) => ask(),
    now: () => clock.now,
    ...changes,
  });
  const look = (line = 0) =>
    lookups.verdictOn({
      ...NUMBER,
      e164: `+1727555${1000 + line}` as typeof NUMBER.e164,
      nationalNumber: `727555${1000 + line}`,
    });
  return { asked, clock, look };
}

describe('what VICIdial says of a number', () => {
  it.each<[NumberVerdict, string | null, object]>([
    [OPEN, null, { doNotCall: null, clockMinutes: -300, isOutsideCallTime: null }],
    [OPEN, '9am-9pm', { doNotCall: null, clockMinutes: -300, isOutsideCallTime: false }],
    [
      { verdict: 'outsideCallTime', gmtOffsetHours: 5.75 },
      '9am-9pm',
      { doNotCall: null, clockMinutes: 345, isOutsideCallTime: true },
    ],
    [
      { verdict: 'doNotCall', list: 'campaign' },
      null,
      { doNotCall: 'campaign', clockMinutes: null, isOutsideCallTime: null },
    ],
  ])('%j, with the hours %s', async (answer, hours, verdict) => {
    const { look, asked } = createScene({ callTime: async () => hours, campaign: () => 'TESTCAMP' }, answer);
    expect(await look()).toEqual(verdict);
    expect(asked).toEqual([
      { callingCode: '1', nationalNumber: '7275551000', callTime: hours ?? '24hours', campaign: 'TESTCAMP' },
    ]);
  });

  it('is asked once in five minutes, also where nothing was answered', async () => {
    for (const answer of [OPEN, null]) {
      const { look, asked, clock } = createScene({}, answer);
      await Promise.all([look(), look()]);
      clock.now += REMEMBERED_MS - 1;
      await look();
      expect(asked).toHaveLength(1);
      clock.now += 1;
      await look();
      expect(asked).toHaveLength(2);
    }
  });

  it('is not asked of more numbers within a minute than a person rests at', async () => {
    const { look, asked, clock } = createScene();
    const answers = await Promise.all(Array.from({ length: MOST_PER_MINUTE + 5 }, (_, line) => look(line)));
    expect(answers.filter((answer) => answer === null)).toHaveLength(5);
    expect(asked).toHaveLength(MOST_PER_MINUTE);
    // What is known is told all the same.
    expect(await look(0)).not.toBeNull();
    clock.now += 60_000;
    expect(await look(MOST_PER_MINUTE)).not.toBeNull();
  });

  it.each<[string, Partial<NumberLookupsDeps>]>([
    ['no login may ask', { numbers: () => null }],
    ['nobody is signed in', { session: () => null }],
    ['a dial goes first', { isDialling: () => true }],
  ])('is nothing where %s', async (_why, changes) => {
    const { look, asked } = createScene(changes);
    expect(await look()).toBeNull();
    expect(asked).toEqual([]);
  });

  it('gives way to a dial that begins while it waits', async () => {
    let isDialling = false;
    const { look, asked } = createScene({
      isDialling: () => isDialling,
      spaced: async (ask) => {
        isDialling = true;
        return ask();
      },
    });
    expect(await look()).toBeNull();
    expect(asked).toEqual([]);
  });

  it('is forgotten with the sign-in', async () => {
    let session = 'sign-in-1';
    const { look, asked } = createScene({ session: () => session });
    await look();
    session = 'sign-in-2';
    await look();
    expect(asked).toHaveLength(2);
  });
});

it('the questions of a worker keep their distance, stand in its line, and are the second login’s', async () => {
  const desk = await createServiceDesk({ service: () => `AREACODE: 1|-5#PHONE: ${NUMBER.nationalNumber}|1||||\n` });
  const first = desk.lookups.verdictOn(NUMBER);
  const second = desk.lookups.verdictOn({ ...NUMBER, e164: '+17275551213' as typeof NUMBER.e164 });
  await desk.turn();
  expect(await first).toEqual({ doNotCall: null, clockMinutes: -300, isOutsideCallTime: null });
  expect(desk.asked).toHaveLength(1);
  expect(desk.asked[0]).toMatchObject({ function: 'check_phone_number', user: 'api8' });
  desk.timers.find(({ ms }) => ms === SPACING_MS)?.task();
  await second;
  expect(desk.asked).toHaveLength(2);
});
