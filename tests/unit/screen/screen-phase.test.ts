import { describe, expect, it } from 'vitest';
import type { ScreenPhase } from '../../../lib/agent/state/screen-reading.ts';
import { callIdIn, createPhaseReader, type PhaseSigns } from '../../../lib/screen/screen-phase.ts';

const FREE: PhaseSigns = { control: 'paused', liveCall: 'OFF', hasLead: false, callId: null, isWrappingUp: false };
const CALL = 'M1121001512000002001';
const RINGING: PhaseSigns = { ...FREE, control: 'busy', hasLead: true, callId: CALL };
const TALKING: PhaseSigns = { ...RINGING, liveCall: 'ON' };

function phases(...signs: readonly PhaseSigns[]): (ScreenPhase | null)[] {
  const read = createPhaseReader();
  return signs.map((each, second) => read(each, second * 1_000));
}

describe('one look', () => {
  it.each<[string, Partial<PhaseSigns>, ScreenPhase | null]>([
    ['the picture "paused"', {}, 'paused'],
    ['the picture "active"', { control: 'ready' }, 'ready'],
    ['a campaign dialled by hand, free', { control: 'free' }, 'paused'],
    ['a lead and no call', { hasLead: true }, 'previewing'],
    ['a lead and a call that nobody has answered', { hasLead: true, callId: CALL }, 'dialling'],
    ['a live call', { hasLead: true, callId: CALL, liveCall: 'ON' }, 'talking'],
    ['an automatic call, whatever the dial control shows', { control: 'ready', liveCall: 'ON' }, 'talking'],
    ['a dead call', { hasLead: true, callId: CALL, liveCall: 'DEAD' }, 'customerGone'],
    ['the disposition box, over everything', { liveCall: 'ON', isWrappingUp: true }, 'wrapUp'],
    ['the line of an earlier call and no lead', { callId: CALL }, 'paused'],
    ['a dial step under way', { control: 'busy' }, null],
    ['a dial control of a skin of its own', { control: null }, null],
    ['a live-call picture of a skin of its own', { liveCall: null }, null],
  ])('%s', (_, signs, phase) => {
    expect(phases({ ...FREE, ...signs })).toEqual([phase]);
  });
});

describe('the call in the status line', () => {
  it.each([
    ['Called: (727)555-1212 UID: M1121001512000002001', CALL],
    // A third line, which the same line tells of from then on.
    ['Calling: (415)555-2671 UID: DC21001512000002001W', 'DC21001512000002001W'],
    ['Calling: (415)555-2671 UID: DC001512W0000002001W', 'DC001512W0000002001W'],
    ['Preview the Lead then DIAL LEAD or SKIP LEAD', null],
    ['', null],
  ])('%s', (line, id) => {
    expect(callIdIn(line)).toBe(id);
  });
});

describe('one look after the other', () => {
  it('takes a three-way call that was left for the wrap-up of the same call, not for a preview', () => {
    const third = { ...TALKING, callId: 'DC001512W0000002001W' };
    const left = { ...third, liveCall: 'OFF' } as const;
    expect(phases(FREE, RINGING, TALKING, third, left, { ...left, isWrappingUp: true }, FREE)).toEqual([
      ...['paused', 'dialling', 'talking', 'talking', 'wrapUp', 'wrapUp', 'paused'],
    ]);
  });

  it('takes a lead that was talked with for wrap-up also where the line has gone, and the next one for a preview', () => {
    const left = { ...RINGING, callId: null };
    const preview = { ...FREE, hasLead: true };
    const nameless = { ...TALKING, callId: null };
    const course = ['talking', 'wrapUp', 'paused', 'previewing'];
    expect(phases(TALKING, left, FREE, preview)).toEqual(course);
    expect(phases(nameless, left, FREE, preview)).toEqual(course);
  });

  it('follows a call; the second between hang-up and disposition box is wrap-up, not ringing', () => {
    const hungUp = RINGING;
    const box = { ...hungUp, isWrappingUp: true };
    expect(phases(FREE, RINGING, TALKING, hungUp, box, FREE)).toEqual([
      ...['paused', 'dialling', 'talking', 'wrapUp', 'wrapUp', 'paused'],
    ]);
  });

  it('takes the next call for a new one, whatever became of the last', () => {
    expect(phases(TALKING, { ...RINGING, callId: 'M1121001612000002002' })).toEqual(['talking', 'dialling']);
  });

  it('keeps the old state while the page is between two', () => {
    const between = { ...FREE, control: 'busy' } as const;
    expect(phases(FREE, between, between, RINGING)).toEqual(['paused', 'paused', 'paused', 'dialling']);
  });

  it('says that it does not know after five seconds without sense', () => {
    const strange: PhaseSigns = { ...FREE, control: null };
    expect(phases(FREE, ...Array.from({ length: 6 }, () => strange)).slice(-2)).toEqual(['paused', null]);
  });
});
