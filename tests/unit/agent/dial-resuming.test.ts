import { describe, expect, it } from 'vitest';
import { type Dial, isLeftPaused, viewOfDial } from '../../../lib/agent/dial/dial.ts';
import type { DialEvent } from '../../../lib/agent/dial/dial-event.ts';
import { reduceDial } from '../../../lib/agent/dial/dial-machine.ts';
import { refuse } from '../../../lib/agent/dial/dial-transition.ts';
import type { AgentPhase, AgentState } from '../../../lib/agent/state/agent-state.ts';
import type { SeenScreen } from '../../../lib/agent/state/screen-reading.ts';
import { happen, told } from './dial-events.ts';
import { agentIn, dialIn, NOW, NUMBER, screenIn } from './dials.ts';

interface Told extends Partial<AgentState> {
  readonly phase?: AgentPhase;
  readonly screen?: SeenScreen;
}

const at = (seconds: number, { phase = 'paused', screen, ...tells }: Told = {}) =>
  ({
    ...{ type: 'agent', agent: agentIn(phase, tells), now: NOW + seconds * 1_000 },
    ...(screen && { screen }),
  }) as const satisfies DialEvent;

/** All that is done about a lead that was shown to an agent who was ready, by these readings. */
function course(events: readonly DialEvent[], begun: Dial = dialIn('previewing', { wasReady: true })) {
  let dial = begun;
  const done: string[] = [];
  for (const event of events) {
    const next = reduceDial(dial, event);
    dial = next.dial;
    done.push(told(next.effects));
  }
  return { dial, done, isReady: done.includes('resume') };
}

const refusing = (number: string) =>
  ({ kind: 'dnc', text: `This phone number is in the DNC list:\n${number}`, since: NOW + 3_000 }) as const;

const every = (seconds: readonly number[], tells?: Told) => seconds.map((second) => at(second, tells));
const OWN = { source: 'recording' } as const;
const SEEN = { source: 'screen' } as const;
const LONG = [0, 1.5, 3, 4.5, 6, 7.5, 9];

it('makes an agent ready again who was, once the server has said for five seconds that he is free', () => {
  const { dial, done } = course(every([0, 1.5, 3, 4.5, 6, 7.5, 8]));
  expect(done).toEqual(['read 1500', 'askServer', ...Array(3).fill('askServer 1500'), 'askServer 1500', 'resume']);
  expect([dial.step, isLeftPaused(dial)]).toEqual(['cancelled', false]);
  expect(course(every([9.5, 20]), dial).isReady).toBe(false);
});

it('tells him meanwhile that he is paused', () => {
  const { dial } = course(every([0, 1.5]));
  expect(viewOfDial(dial)).toMatchObject({ stage: 'cancelled', leftPaused: true });
});

it('counts those seconds anew where the lead was shown once more meanwhile', () => {
  const again = at(7, { phase: 'previewing', leadId: '12', phoneNumber: NUMBER.nationalNumber });
  expect(course([...every([0, 1.5, 3, 4.5, 6]), again, ...every([7.5, 9, 10, 11])]).isReady).toBe(false);
});

it('does so after a refusal of the agent screen, no sooner', () => {
  const refused = dialIn('refused', { previewOf: '12', shownAt: NOW - 9_000, wasReady: true, stepSince: NOW });
  const { done } = course(every([0, 1.5, 3, 4.5, 5]), refused);
  expect(done.map((one) => one === 'resume')).toEqual([false, false, false, false, true]);
});

it('makes nobody ready whose call was stored meanwhile: a slow dialer takes seconds for that', () => {
  const ours = { leadId: '12', phoneNumber: NUMBER.nationalNumber };
  const { dial, isReady } = course([...every([0, 1.5, 3, 4.5]), at(6, { phase: 'dialling', ...ours })]);
  expect([dial.step, isReady]).toEqual(['ringing', false]);
});

it.each<[string, readonly DialEvent[]]>([
  ['where the agent screen alone says so', every(LONG, SEEN)],
  ['where nothing was read for long', every([0, 1.5, 3, 7.5, 12, 16.5])],
  ['who was read to have a lead in between', [...every([0, 1.5, 3, 4.5]), at(6, { leadId: '13' }), ...every([7.5, 9])]],
  ['whose phone rang in between', [...every([0, 1.5, 3, 4.5]), at(6, { phase: 'phoneRinging' }), ...every([7.5, 9])]],
  ['whose sub status is none that is known', every(LONG, { isUnclear: true })],
  ['who is ready', [...every([0, 1.5]), at(3, { phase: 'ready' }), ...every([4.5, 6, 7.5, 9, 10.5])]],
  ['who went on to another call', [...every([0, 1.5]), at(3, { phase: 'talking' }), ...every([4.5, 6, 7.5, 9, 10.5])]],
  ['who was on another call at once', [...every([0, 1.5], { phase: 'wrapUp' }), ...every([3, 4.5, 6, 7.5, 9, 10.5])]],
  ['who has chosen otherwise', [...every([0, 1.5]), { type: 'stateChosen', now: NOW }, ...every([3, 4.5, 6, 7.5, 9])]],
  ['half a minute later', [...every([0, 1.5]), ...every([33, 34.5, 36, 37.5, 39])]],
])('makes nobody ready %s', (_who, events) => {
  expect(course(events).isReady).toBe(false);
});

it('makes nobody ready by his own login’s word, which tells neither lead nor sub status', () => {
  const gone = course(every([0, 1.5])).dial;
  const later = [3, 4.5, 6, 7.5, 9, 10.5];
  expect(course(every(later, { ...OWN, screen: screenIn() }), gone).isReady).toBe(false);
  expect(course(every(later), gone).isReady).toBe(true);
});

it('tells the reason of a refusal that comes only then, and goes on looking after him', () => {
  const gone = course(every([0, 1.5, 3])).dial;
  const alert = refusing(NUMBER.nationalNumber);
  const { dial, isReady } = course([at(4.5, { screen: screenIn({ boxes: ['alert'], alert }) })], gone);
  expect([dial.step, dial.problem, isReady]).toMatchObject(['refused', { code: 'screenRefused', kind: 'dnc' }, false]);
  expect(course(every([6, 7.5, 9, 10.5]), dial).isReady).toBe(true);
  const told = reduceDial(gone, {
    type: 'screenChanged',
    screen: screenIn({ boxes: ['alert'], alert }),
    now: NOW + 5_000,
  });
  expect(told.dial.step).toBe('refused');
});

it.each([
  ['another number', '3125550100'],
  ['a longer number that begins so', `${NUMBER.nationalNumber}9`],
  ['none', ''],
])('tells no refusal as this call’s that names %s: the agent may have dialled by hand meanwhile', (_which, number) => {
  const gone = course(every([0, 1.5, 3])).dial;
  const screen = screenIn({ boxes: ['alert'], alert: refusing(number) });
  expect(course([at(4.5, { screen })], gone).dial).toMatchObject({ step: 'cancelled', problem: null });
  const told = reduceDial(gone, { type: 'screenChanged', screen, now: NOW + 5_000 });
  expect(told.dial.step).toBe('cancelled');
});

it('knows its number however the message writes it', () => {
  const gone = course(every([0, 1.5, 3])).dial;
  const screen = screenIn({ boxes: ['alert'], alert: refusing('1 (727) 555-1212') });
  expect(course([at(4.5, { screen })], gone).dial.step).toBe('refused');
});

it('takes up nothing in a new worker by itself', () => {
  const { dial } = course(every([0, 1.5, 3]));
  expect(happen(dial, 'restored')).toEqual({ dial, effects: [] });
});

it('asks the server first after a lead that was lost sight of is refused late', () => {
  const lost = dialIn('unknown', { previewOf: '12', shownAt: NOW - 9_000, wasReady: true, sentAt: NOW - 20_000 });
  const alert = { kind: 'dnc', text: 'in the DNC list', since: NOW } as const;
  const screen = screenIn({ boxes: ['alert'], alert });
  const { dial, effects } = reduceDial(lost, { type: 'screenChanged', screen, now: NOW });
  expect([dial.step, told(effects)]).toEqual(['refused', 'askServer']);
  expect(course(every([1.5, 3, 4.5, 6, 7.5]), dial).done.at(-1)).toBe('resume');
});

it('trusts no cancel of a preview that nobody saw shown: its lead may stand there all the same', () => {
  const unseen = dialIn('unknown', { previewOf: '12', wasReady: true, sentAt: NOW - 20_000 });
  const { dial, effects } = reduceDial(unseen, { type: 'cancelAsked', now: NOW });
  expect(told(effects)).not.toContain('resume');
  expect(isLeftPaused(dial)).toBe(true);
});

describe('a dial that began while its agent was still paused for a lead', () => {
  const after = { wasReady: true, isAfterPreview: true } as const;

  it('makes him ready once the server has said for five seconds that he is free, where it comes to no call either', () => {
    const { dial, effects } = happen(dialIn('sending', after), 'dialRefused');
    expect([dial.step, told(effects)]).toEqual(['refused', 'askServer']);
    const { done } = course(every([0, 1.5, 3, 4.5, 6]), dial);
    expect(done.map((one) => one === 'resume')).toEqual([false, false, false, false, true]);
  });

  it.each(['tooLate', 'agentOnCall'] as const)(
    'makes nobody ready who has gone, or on to something else: %s',
    (code) => {
      const { dial } = refuse(dialIn('spacing', after), { code }, NOW);
      expect(course(every([0, 1.5, 3, 4.5, 6]), dial).isReady).toBe(false);
    },
  );
});
