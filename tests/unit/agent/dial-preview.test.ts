import { describe, expect, it } from 'vitest';
import { isDialRunning, recordOfDial, viewOfDial } from '../../../lib/agent/dial/dial.ts';
import { beginDial, reduceDial } from '../../../lib/agent/dial/dial-machine.ts';
import { happen, told } from './dial-events.ts';
import { agentIn, dialIn, NOW, NUMBER, POLICY } from './dials.ts';

const PREVIEW = { isPreview: true } as const;
const PAUSED = { stayPaused: 'wanted' } as const;

describe('a dial that only shows the lead', () => {
  it('begins as every dial does, and says so of itself', () => {
    const begun = beginDial({
      ...{ id: 'dial-1', number: NUMBER, isPreview: true, policy: POLICY, source: 'panel', confirm: [] },
      ...{ agent: agentIn('paused'), screen: null, previousSentAt: 0, wasReady: false, now: NOW },
    });
    expect([begun.dial.isPreview, begun.dial.step, told(begun.effects)]).toEqual([true, 'sending', 'dial']);
  });

  it.each(['awaitingScreen', 'held', 'resolving', 'unknown', 'cancelled'] as const)(
    'is taken once it is shown: %s',
    (step) => {
      const { dial, effects } = happen(dialIn(step, PREVIEW), 'previewing');
      expect([dial.step, told(effects)]).toEqual(['previewing', 'read 5000']);
      expect([viewOfDial(dial).stage, viewOfDial(dial).canCancel, isDialRunning(dial)]).toEqual([
        'previewing',
        false,
        true,
      ]);
    },
  );

  it('is not taken by the preview of another number, nor after its own call', () => {
    const other = { type: 'agent', agent: agentIn('previewing', { phoneNumber: '3125550100' }), now: NOW } as const;
    expect(reduceDial(dialIn('awaitingScreen', PREVIEW), other).dial.step).toBe('awaitingScreen');
    expect(happen(dialIn('wrapUp', PREVIEW), 'previewing').dial.step).toBe('ended');
    expect(happen(dialIn('talking', PREVIEW), 'previewing').dial.step).toBe('ended');
  });

  it('asks for the pause that lasts beyond the call with the call, not before', () => {
    const shown = happen(dialIn('awaitingScreen', { ...PREVIEW, ...PAUSED }), 'previewing').dial;
    expect(shown.stayPaused).toBe('wanted');
    expect(happen(shown, 'dialling').dial).toMatchObject({ step: 'ringing', stayPaused: 'asked' });
  });

  it('that is skipped was no call, and makes nobody ready', () => {
    const { dial, effects } = happen(dialIn('previewing', { wasReady: true }), 'paused');
    expect([dial.step, effects, recordOfDial(dial, NOW).outcome]).toEqual(['cancelled', [], 'cancelled']);
  });

  it('is followed as its call where it was called while a reading said that he is free', () => {
    const skipped = happen(dialIn('previewing'), 'paused').dial;
    expect(happen(skipped, 'dialling').dial.step).toBe('ringing');
  });

  it('does not see the preview that another dial has found', () => {
    expect(happen(dialIn('awaitingScreen'), 'previewing').dial.step).toBe('awaitingScreen');
  });
});
