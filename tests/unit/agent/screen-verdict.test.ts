import { describe, expect, it } from 'vitest';
import { mayStillBeTaken } from '../../../lib/agent/dial/dial-awaiting.ts';
import { reduceDial } from '../../../lib/agent/dial/dial-machine.ts';
import type { DialProblem } from '../../../lib/agent/dial/dial-view.ts';
import { hasTimedOut, judgeByScreen, whyNotPickedUp } from '../../../lib/agent/dial/screen-verdict.ts';
import type { ScreenAlertKind, SeenScreen } from '../../../lib/agent/state/screen-reading.ts';
import { agreesWithServer, isScreenSpeaking } from '../../../lib/agent/state/screen-reading.ts';
import { agentIn, dialIn, NOW, NUMBER, screenIn } from './dials.ts';

const SENT = NOW - 3_000;
const DIAL = dialIn('awaitingScreen', { sentAt: SENT });

function says(kind: ScreenAlertKind, text = 'words', since = SENT + 500): Partial<SeenScreen> {
  return { boxes: ['alert'], alert: { kind, text, since } };
}

function verdict(changes: Partial<SeenScreen>, dial = DIAL, now = NOW) {
  const { is, ...rest } = judgeByScreen(screenIn(changes), dial, now);
  return [is, 'problem' in rest ? rest.problem : null];
}

const refused = (kind: ScreenAlertKind, text = 'words') => ({ code: 'screenRefused', kind, text });

describe('a message on the agent screen', () => {
  it.each(['dnc', 'lists', 'callTime'] as const)('that came after the request and says %s refuses it', (kind) => {
    expect(verdict(says(kind))).toEqual(['refused', refused(kind)]);
  });

  it('that stood there before is not about this request', () => {
    expect(verdict(says('dnc', 'for another number', SENT - 1))).toEqual(['open', null]);
  });

  it('that stood there before and names this number is: the same refusal twice changes nothing in the page', () => {
    const text = `In the DNC list: ${NUMBER.nationalNumber}`;
    expect(verdict(says('dnc', text, SENT - 1))).toEqual(['refused', refused('dnc', text)]);
    expect(verdict(says('dnc', text, SENT - 1), DIAL, SENT + 1_000)[0]).toBe('open');
  });

  it('that the agent row is in a call leaves the request in its field', () => {
    expect(verdict(says('alreadyInCall'))).toEqual(['doubtful', refused('alreadyInCall')]);
  });

  it('in another language is shown, once the screen has had its time', () => {
    expect(verdict(says('other'))).toEqual(['doubtful', refused('other')]);
    expect(verdict(says('other'), DIAL, SENT + 1_000)[0]).toBe('open');
  });

  it('of a screen that no longer lives says nothing', () => {
    expect(verdict({ ...says('dnc'), isAlive: false })[0]).toBe('open');
  });

  it('beside a call says nothing about the request: it was taken', () => {
    expect(verdict({ ...says('other'), phase: 'dialling' })[0]).toBe('open');
  });
});

describe('a box on the agent screen', () => {
  it.each([
    ['pauseCode', 'pauseCode'],
    ['emptySession', 'emptySession'],
    ['groupAlias', 'other'],
    ['dialInGroup', 'other'],
    ['customerGone', 'other'],
  ] as const)('%s holds the request', (box, kind) => {
    expect(verdict({ boxes: [box] })).toEqual(['held', { code: 'screenHeld', kind }]);
  });

  it.each(['systemDisabled', 'alert'] as const)('%s does not', (box) => {
    expect(verdict({ boxes: [box] })[0]).toBe('open');
  });

  it('that the pause code sent before is about to close is not told', () => {
    expect(verdict({ boxes: ['pauseCode'] }, DIAL, SENT + 1_000)[0]).toBe('open');
  });
});

describe('why nothing was picked up', () => {
  it.each<[string, SeenScreen | null, DialProblem['code']]>([
    ['no screen in this browser', null, 'notPickedUp'],
    ['closed', screenIn({ isOpen: false, isAlive: false }), 'screenGone'],
    ['at its login', screenIn({ kind: 'campaignLogin', isAlive: false }), 'screenLoggedOut'],
    ['logged out', screenIn({ kind: 'loggedOut', isAlive: false }), 'screenLoggedOut'],
    ['disabled', screenIn({ kind: 'disabled', isAlive: false }), 'screenDisabled'],
    ['another page', screenIn({ kind: 'unrecognised', isAlive: false }), 'notPickedUp'],
    ['asleep', screenIn({ isHidden: true, isAlive: false }), 'screenHidden'],
    ['stuck in front', screenIn({ isAlive: false }), 'screenNotPolling'],
    ['alive', screenIn(), 'screenRefusedOrHeld'],
  ])('%s', (_, screen, code) => {
    expect(whyNotPickedUp(screen)).toEqual({ code });
  });

  it('is said when ten readings of the server have shown no call', () => {
    const screen = screenIn({ isHidden: true, isAlive: false });
    const event = { type: 'agent', agent: agentIn('paused'), screen, now: NOW } as const;
    expect(reduceDial(dialIn('awaitingScreen', { tries: 9 }), event).dial).toMatchObject({
      step: 'unknown',
      problem: { code: 'screenHidden' },
    });
  });
});

describe('a living screen that does not dial', () => {
  const watched = { screen: screenIn(), now: NOW };
  const bySelf = { type: 'agent', agent: agentIn('paused', { source: 'screen' }), ...watched } as const;
  const byServer = { type: 'agent', agent: agentIn('paused'), ...watched } as const;
  const waiting = dialIn('awaitingScreen', { tries: 3 });

  it('has the server asked after four readings', () => {
    expect(reduceDial(waiting, bySelf).effects).toEqual([{ do: 'askServer' }]);
    expect(reduceDial(dialIn('awaitingScreen', { tries: 2 }), bySelf).effects).toEqual([
      { do: 'readStatus', afterMs: 1_000 },
    ]);
  });

  it('is believed when the server says the same', () => {
    expect(reduceDial(waiting, byServer).dial).toMatchObject({
      step: 'unknown',
      problem: { code: 'screenRefusedOrHeld' },
    });
  });

  it('is not when the server shows the call', () => {
    expect(reduceDial(waiting, { ...byServer, agent: agentIn('onCall') }).dial.step).toBe('onCall');
  });
});

it('says of a call that rang in vain that it must be hung up, until it is', () => {
  const screen = screenIn({ ...says('dialTimedOut'), phase: 'dialling' });
  expect(hasTimedOut(screen, dialIn('ringing', { sentAt: SENT }))).toBe(true);
  expect(hasTimedOut(screen, dialIn('ringing', { sentAt: SENT + 1_000 }))).toBe(false);
  const inVain = reduceDial(dialIn('ringing', { sentAt: SENT }), { type: 'screenChanged', screen, now: NOW }).dial;
  expect(inVain).toMatchObject({ step: 'ringing', problem: { code: 'dialTimedOut' } });
  const still = reduceDial(inVain, { type: 'agent', agent: agentIn('dialling'), screen, now: NOW }).dial;
  expect(still.problem).toEqual({ code: 'dialTimedOut' });
  expect(reduceDial(still, { type: 'agent', agent: agentIn('wrapUp'), now: NOW }).dial.problem).toBeNull();
});

it('gives up a held request two minutes after the screen has gone', () => {
  const gone = screenIn({ isOpen: false, isAlive: false });
  const held = dialIn('held', { stepSince: NOW - 120_001, problem: { code: 'screenHeld', kind: 'pauseCode' } });
  expect(reduceDial(held, { type: 'agent', agent: agentIn('paused'), screen: gone, now: NOW }).dial).toMatchObject({
    step: 'unknown',
    problem: { code: 'screenGone' },
  });
});

describe('a box that nobody closes', () => {
  const box = screenIn({ phase: null, boxes: ['pauseCode'] });
  const at = (now: number) => ({ type: 'agent', agent: agentIn('paused'), screen: box, now }) as const;

  it('is read about more and more rarely, and not for ever', () => {
    let { dial, effects } = reduceDial(dialIn('awaitingScreen', { sentAt: NOW - 2_000 }), at(NOW));
    const waits: number[] = [];
    let now = NOW;
    for (let [read] = effects; read && dial.step !== 'unknown'; [read] = effects) {
      if (!('afterMs' in read)) throw new Error(read.do);
      waits.push(read.afterMs);
      now += read.afterMs;
      ({ dial, effects } = reduceDial(dial, at(now)));
    }
    expect([waits[0], waits.at(-1)]).toEqual([5_000, 60_000]);
    expect(waits.length).toBeLessThan(50);
    expect((now - NOW) / 60_000).toBeGreaterThan(30);
    expect(dial).toMatchObject({ step: 'unknown', problem: { code: 'notPickedUp' } });
    // It was waiting a moment ago: it can be taken back, and a call that comes of it is this one.
    expect([mayStillBeTaken(dial, now + 60_000), mayStillBeTaken(dial, now + 180_000)]).toEqual([true, false]);
  });

  it('is read about more rarely also while nothing can be read', () => {
    const held = dialIn('held', { stepSince: NOW - 600_000 });
    const failed = { type: 'statusFailed', failure: { code: 'unreachable' }, now: NOW } as const;
    expect(reduceDial(held, failed).effects).toEqual([{ do: 'readStatus', afterMs: 60_000 }]);
  });
});

describe('page and server', () => {
  it.each([
    ['talking', 'onCall', true],
    ['dialling', 'talking', true],
    ['talking', 'parked', true],
    ['wrapUp', 'paused', true],
    ['previewing', 'paused', true],
    ['ready', 'ready', true],
    ['paused', 'ready', false],
    ['paused', 'onCall', false],
    ['talking', 'wrapUp', false],
    ['ready', 'notLoggedIn', false],
    ['paused', 'unknown', false],
  ] as const)('%s and %s can both be right: %s', (screen, server, agrees) => {
    expect(agreesWithServer(screen, server)).toBe(agrees);
  });

  it.each<[string, Partial<SeenScreen>]>([
    ['silent', { isAlive: false }],
    ['contradicted by the server', { isTrusted: false }],
    ['logged out', { kind: 'loggedOut' }],
    ['not understood', { phase: null }],
  ])('a screen that is %s does not speak', (_, changes) => {
    expect(isScreenSpeaking(screenIn(changes))).toBe(false);
    expect(isScreenSpeaking(screenIn())).toBe(true);
  });
});
