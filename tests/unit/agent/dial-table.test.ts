import { describe, expect, it } from 'vitest';
import type { Dial, DialStep } from '../../../lib/agent/dial/dial.ts';
import type { DialEvent } from '../../../lib/agent/dial/dial-event.ts';
import { reduceDial } from '../../../lib/agent/dial/dial-machine.ts';
import { DIAL_TABLE, type DialEventType } from '../../../lib/agent/dial/dial-table.ts';
import { EVENTS, type EventName, happen } from './dial-events.ts';
import { dialIn, NOW, NUMBER, STEPS } from './dials.ts';

/** What else of a dial decides where an event leads. */
const VARIANTS: readonly Partial<Dial>[] = [
  {},
  { confirm: ['ready'], isAnswered: true },
  { policy: { whenReady: 'ask', pauseCode: '', keepsPaused: true } },
  { policy: { whenReady: 'always', pauseCode: 'LUNCH', keepsPaused: true } },
  { policy: { whenReady: 'always', pauseCode: '', keepsPaused: true, whenListed: 'ask' } },
  { previousSentAt: NOW - 500 },
  { meantAt: NOW - 60_001 },
  { tries: 9 },
  { stayPaused: 'wanted' },
  { wasReady: true },
  { wasReady: true, problem: { code: 'tooLate' } },
  { callsBefore: 3 },
  { previewOf: '12', leadId: '12' },
  { previewOf: '12', leadId: '12', shownAt: NOW - 100_000, goneAt: NOW - 2_000 },
  { previewOf: '12', leadId: '12', shownAt: NOW - 100_000, wasReady: true },
];

const NAMES = Object.keys(EVENTS) as EventName[];
const { free, boxHolds, screenRefuses, screenDoubts } = EVENTS;
const SCREENS = [free, boxHolds, screenRefuses, screenDoubts].map(({ screen }) => screen);

/** The named event by itself, and a reading of the agent with all that one may tell, beside everything that the agent screen may show. */
function occurrences(name: EventName): readonly DialEvent[] {
  const event = { ...EVENTS[name], now: NOW } as DialEvent;
  if (event.type !== 'agent') return [event];
  const told = { ...event, agent: { ...event.agent, phoneNumber: NUMBER.nationalNumber, callsToday: 4 } };
  // The agent's own login, which tells no preview.
  const own = { ...event, agent: { ...event.agent, source: 'recording' as const } };
  return [event, told, own, ...SCREENS.map((screen) => ({ ...event, screen }))];
}

/** The steps that the machine reaches by an event of this type; leaving the dial untouched counts as none. */
function reached(step: DialStep, type: DialEventType): readonly DialStep[] {
  const found = new Set<DialStep>();
  for (const variant of VARIANTS) {
    const dial = dialIn(step, variant);
    for (const event of NAMES.flatMap(occurrences).filter((one) => one.type === type)) {
      const next = reduceDial(dial, event);
      if (next.dial !== dial || next.effects.length > 0) found.add(next.dial.step);
    }
  }
  return [...found].sort();
}

const ROWS = STEPS.flatMap((step) =>
  (Object.keys(DIAL_TABLE[step]) as DialEventType[]).map((type) => [step, type] as const),
);

describe('the dial’s table', () => {
  it.each(ROWS)('tells where %s leads by %s, no more and no less', (step, type) => {
    expect(reached(step, type)).toEqual([...DIAL_TABLE[step][type]].sort());
  });

  it('knows the steps and events that the tests know', () => {
    expect(Object.keys(DIAL_TABLE).sort()).toEqual([...STEPS].sort());
    expect(new Set(ROWS.map(([, type]) => type))).toEqual(new Set(NAMES.map((name) => EVENTS[name].type)));
  });

  it('leaves a dial that is over as it is, whatever happens', () => {
    const over = [dialIn('ended'), dialIn('refused'), dialIn('cancelled', { sentAt: null })];
    for (const dial of over) {
      for (const name of NAMES) expect(happen(dial, name), name).toEqual({ dial, effects: [] });
      expect(reduceDial(dial, { type: 'restored', now: NOW }).dial).toBe(dial);
    }
  });
});
