import { describe, expect, it } from 'vitest';
import type { Dial, DialStep } from '../../../lib/agent/dial/dial.ts';
import { beginDial, reduceDial } from '../../../lib/agent/dial/dial-machine.ts';
import { FRESH_STATUS_MS } from '../../../lib/agent/state/reading-freshness.ts';
import { EVENTS, happen, told } from './dial-events.ts';
import { agentIn, dialIn, NOW, NUMBER, POLICY, screenIn } from './dials.ts';

describe('a click that is more than a minute old', () => {
  const late = (step: DialStep) => dialIn(step, { meantAt: NOW - 60_001 });

  it.each([
    ['readingStatus', 'paused'],
    ['awaitingPause', 'paused'],
    ['sendingCode', 'codeDone'],
    ['spacing', 'spaced'],
    ['spacing', 'restored'],
  ] as const)('places no call any more, in %s when %s', (step, event) => {
    expect(happen(late(step), event)).toMatchObject({
      dial: { step: 'refused', sentAt: null, problem: { code: 'tooLate' } },
      effects: [],
    });
  });

  it('is meant again when Dialside’s question is answered', () => {
    const { dial } = happen(late('confirming'), 'confirmed');
    expect(reduceDial(dial, { ...EVENTS.paused, now: NOW + 500 }).effects).toEqual([{ do: 'dial' }]);
  });
});

describe('beginning', () => {
  const fromScreen = agentIn('paused', { source: 'screen', readAt: NOW - FRESH_STATUS_MS.screen });

  const begin = (changes: Partial<Parameters<typeof beginDial>[0]>) =>
    beginDial({
      id: 'dial-1',
      number: NUMBER,
      policy: POLICY,
      source: 'page',
      agent: agentIn('paused'),
      screen: null,
      confirm: [],
      previousSentAt: 0,
      wasReady: false,
      now: NOW,
      ...changes,
    });

  it.each<[string, Parameters<typeof begin>[0], DialStep, string]>([
    ['a fresh reading that says paused dials at once', {}, 'sending', 'dial'],
    [
      'a stale reading is read again',
      { agent: agentIn('paused', { readAt: NOW - FRESH_STATUS_MS.agentStatus - 1 }) },
      'readingStatus',
      'read 0',
    ],
    ['what the agent screen said is believed for longer', { agent: fromScreen, screen: screenIn() }, 'sending', 'dial'],
    [
      'what a screen said that was logged out since is read again',
      { agent: fromScreen, screen: screenIn({ kind: 'loggedOut', phase: null, isAlive: false }) },
      'readingStatus',
      'read 0',
    ],
    [
      'what a screen said that has fallen silent since is read again',
      { agent: fromScreen, screen: screenIn({ isAlive: false }) },
      'readingStatus',
      'read 0',
    ],
    ['an agent never read is read', { agent: agentIn('unknown', { source: null }) }, 'readingStatus', 'read 0'],
    ['a number to confirm is confirmed', { confirm: ['premiumRate'] }, 'confirming', 'openConfirmation'],
    ['and so it is for READY', { confirm: ['premiumRate'], agent: agentIn('ready') }, 'confirming', 'openConfirmation'],
    [
      'a number to confirm waits for the reading that tells whether there is more to ask',
      { confirm: ['premiumRate'], agent: agentIn('paused', { readAt: NOW - FRESH_STATUS_MS.agentStatus - 1 }) },
      'readingStatus',
      'read 0',
    ],
    [
      'and for the one that may forbid the call',
      { confirm: ['premiumRate'], agent: agentIn('talking') },
      'readingStatus',
      'read 0',
    ],
    ['READY is paused', { agent: agentIn('ready') }, 'pausing', 'pause'],
    [
      'READY is asked about',
      { agent: agentIn('ready'), policy: { ...POLICY, whenReady: 'ask' } },
      'confirming',
      'openConfirmation',
    ],
    [
      'READY is not refused before it is read again',
      { agent: agentIn('ready'), policy: { ...POLICY, whenReady: 'never' } },
      'readingStatus',
      'read 0',
    ],
    ['a forced pause code is sent first', { policy: { ...POLICY, pauseCode: 'MANUAL' } }, 'sendingCode', 'sendCode'],
    [
      'a code that is set is left',
      { policy: { ...POLICY, pauseCode: 'MANUAL' }, agent: agentIn('paused', { pauseCode: 'BREAK' }) },
      'sending',
      'dial',
    ],
    ['a dial in the same second waits', { previousSentAt: NOW - 400 }, 'spacing', 'wait'],
    ['a clock set back does not hold the dial', { previousSentAt: NOW + 3_600_000 }, 'sending', 'dial'],
    ['a call that may be over by now is read again', { agent: agentIn('talking') }, 'readingStatus', 'read 0'],
    ['and so is a wrap-up', { agent: agentIn('wrapUp') }, 'readingStatus', 'read 0'],
    ['and an agent who was logged out', { agent: agentIn('notLoggedIn') }, 'readingStatus', 'read 0'],
    [
      'a reading from before the clock was set back is old',
      { agent: agentIn('paused', { readAt: NOW + 1 }) },
      'readingStatus',
      'read 0',
    ],
  ])('%s', (_, input, step, effects) => {
    const begun = begin(input);
    expect([begun.dial.step, told(begun.effects)]).toEqual([step, effects]);
  });

  it('refuses READY, where it may not be paused, by a reading made after the click', () => {
    const dial = dialIn('readingStatus', { policy: { ...POLICY, whenReady: 'never' } });
    expect(happen(dial, 'ready').dial).toMatchObject({ step: 'refused', problem: { code: 'readyNotAllowed' } });
  });

  it('waits for the rest of 1.1 s after the dial before', () => {
    expect(begin({ previousSentAt: NOW - 400 }).effects).toEqual([{ do: 'wait', ms: 700 }]);
  });
});

describe('a number that may be on a do-not-call list', () => {
  const asks = { ...POLICY, whenListed: 'refuse' } as const;
  const checked = (changes: Partial<Dial>, list: 'system' | 'campaign' | null, agent = agentIn('paused')) =>
    reduceDial(dialIn('checking', { policy: asks, ...changes }), { type: 'checked', list, agent, now: NOW });

  it('is looked up before anything else, the questions to the agent among it', () => {
    const begun = beginDial({
      ...{ id: 'dial-1', number: NUMBER, policy: asks, source: 'page', agent: agentIn('ready'), screen: null },
      ...{ confirm: ['premiumRate'], previousSentAt: 0, wasReady: false, now: NOW },
    });
    expect([begun.dial.step, told(begun.effects)]).toEqual(['checking', 'checkNumber']);
  });

  it.each(['system', 'campaign'] as const)(
    'is refused when it is on that of the %s, whatever else would be asked',
    (list) => {
      const { dial, effects } = checked({ confirm: ['premiumRate'] }, list);
      expect(dial).toMatchObject({ step: 'refused', sentAt: null, problem: { code: 'doNotCall', list } });
      expect(effects).toEqual([]);
    },
  );

  it('is asked about where the company lets its agents overrule the list, and dialled only after that', () => {
    const policy = { ...asks, whenListed: 'ask' } as const;
    const { dial, effects } = checked({ policy, confirm: ['premiumRate'] }, 'system');
    expect(dial).toMatchObject({ step: 'confirming', sentAt: null, confirm: ['premiumRate', 'doNotCall'] });
    expect(effects).toEqual([{ do: 'openConfirmation' }]);
    expect(happen(dial, 'declined').dial).toMatchObject({ step: 'cancelled', sentAt: null });
    const confirmed = happen(dial, 'confirmed').dial;
    expect(happen(confirmed, 'paused').effects).toEqual([{ do: 'dial' }]);
  });

  it('that is on none is asked about for what it costs', () => {
    expect(checked({ confirm: ['premiumRate'] }, null).dial).toMatchObject({
      step: 'confirming',
      confirm: ['premiumRate'],
    });
  });

  it('is dialled on a reading that is fresh after the answer, or read first', () => {
    expect(checked({}, null).effects).toEqual([{ do: 'dial' }]);
    const old = agentIn('paused', { readAt: NOW - FRESH_STATUS_MS.agentStatus - 1 });
    expect(checked({}, null, old).effects).toEqual([{ do: 'readStatus', afterMs: 0 }]);
  });
});

describe('an agent whose phone rings while he is READY', () => {
  const agent = agentIn('phoneRinging', { isReady: true });
  const on = (step: DialStep, whenReady: 'ask' | 'always' | 'never') =>
    reduceDial(dialIn(step, { policy: { ...POLICY, whenReady } }), { type: 'agent', agent, now: NOW });

  it('is paused first, asked, or refused, like any who is ready', () => {
    expect(on('readingStatus', 'always')).toMatchObject({ dial: { step: 'pausing' }, effects: [{ do: 'pause' }] });
    expect(on('readingStatus', 'ask').dial).toMatchObject({ step: 'confirming', confirm: ['ready'] });
    expect(on('readingStatus', 'never').dial).toMatchObject({ step: 'refused', problem: { code: 'readyNotAllowed' } });
  });

  it('is waited for until the pause is true', () => {
    expect(on('awaitingPause', 'always').dial.step).toBe('awaitingPause');
  });

  it('is not dialled for at once', () => {
    const begun = beginDial({
      ...{ id: 'dial-1', number: NUMBER, policy: { ...POLICY, whenReady: 'never' }, source: 'page', agent },
      ...{ screen: null, confirm: [], previousSentAt: 0, wasReady: false, now: NOW },
    });
    expect(begun.dial.step).toBe('readingStatus');
  });
});
