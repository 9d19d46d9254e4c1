import { describe, expect, it } from 'vitest';
import type { AgentPhase } from '../../../lib/agent/state/agent-state.ts';
import { createBadgeWatch } from '../../../lib/background/notices/badge-watch.ts';
import { badgeOf } from '../../../lib/background/notices/notices-badge.ts';
import { createTranslate } from '../../../lib/messages/text.ts';
import type { Connection } from '../../../lib/session/connection.ts';
import { EMPTY_SESSION, type SessionState } from '../../../lib/session/session-store.ts';
import messages from '../../../public/_locales/en/messages.json';
import { getMessageOf } from '../../locale-messages.ts';
import { agentIn, dialIn, NOW, screenIn } from '../agent/dials.ts';

const SIGNED_IN: SessionState = { ...EMPTY_SESSION, connection: { region: 'US' } as Connection };

const translate = createTranslate(getMessageOf(messages));

const badge = (change: Partial<SessionState>, now = NOW) => badgeOf({ ...SIGNED_IN, ...change }, translate, now);

const PHASES: Readonly<Record<AgentPhase, string>> = {
  unknown: '',
  notLoggedIn: 'OUT',
  paused: 'II',
  ready: 'RDY',
  previewing: '…',
  dialling: '…',
  onCall: 'TEL',
  talking: 'TEL',
  parked: 'TEL',
  threeWay: 'TEL',
  customerGone: 'ACW',
  wrapUp: 'ACW',
  phoneRinging: '…',
};

describe('the badge', () => {
  it.each(Object.entries(PHASES))('of an agent who is %s is "%s"', (phase, text) => {
    expect(badge({ agent: agentIn(phase as AgentPhase) }).text).toBe(text);
  });

  it('says the state in its title', () => {
    expect(badge({ agent: agentIn('ready') }).title).toBe('Dialside – Ready');
  });

  it.each([
    ['signed out of Dialside', { connection: null }, '', 'Dialside – Sign in to your dialer'],
    [
      'thrown out by the dialer',
      { connection: null, connectionProblem: { code: 'badCredentials' } },
      '!',
      /^Dialside – Wrong user/,
    ],
    [
      'without the dialer',
      { connectionProblem: { code: 'unreachable' }, connectionFailedAt: NOW },
      '!',
      /^Dialside – No connection/,
    ],
    ['whose screen stands still', { screen: screenIn({ isAlive: false }) }, 'LAG', /not responding$/],
    ['whose screen is logged out', { screen: screenIn({ kind: 'loggedOut', isAlive: false }) }, 'OUT', /Not logged in/],
    [
      'whose call is held back',
      { dial: dialIn('held', { problem: { code: 'screenHeld', kind: 'pauseCode' } }) },
      '!',
      /waits for a pause code/,
    ],
  ] as const)('of an agent %s', (_who, change, text, title) => {
    const shown = badge({ agent: agentIn('paused', { source: 'screen' }), ...change });
    expect(shown.text).toBe(text);
    expect(shown.title).toMatch(title);
  });

  it.each<[string, Partial<SessionState>, string]>([
    ['what was read hours ago', {}, ''],
    ['what the agent screen tells', { screen: screenIn({ phase: 'ready' }) }, 'RDY'],
    ['what is read for a call', { dial: dialIn('awaitingScreen') }, 'RDY'],
    ['an agent screen that stands still', { screen: screenIn({ isAlive: false }) }, 'LAG'],
    ['a dialer that did not answer', { connectionProblem: { code: 'unreachable' }, connectionFailedAt: NOW }, ''],
    ['a dialer that refuses to be read', { connectionProblem: { code: 'apiOff' }, connectionFailedAt: NOW }, '!'],
  ])('says of %s after 8 hours only what is still so', (_what, change, text) => {
    const shown = badge({ agent: agentIn('ready'), ...change }, NOW + 8 * 3_600_000);
    expect(shown.text).toBe(text);
    if (text === '') expect(shown.title).toBe('Dialside – Status not known yet');
  });

  it('becomes neutral by itself, once, and is not put off by what else is stored', () => {
    const clock = { now: NOW };
    const texts: string[] = [];
    const wakes: number[] = [];
    const watch = createBadgeWatch({
      translate,
      show: ({ text }) => texts.push(text),
      wakeAt: (time) => wakes.push(time),
      now: () => clock.now,
    });
    const session = { ...SIGNED_IN, agent: agentIn('ready') };
    watch.follow(session);
    clock.now += 20_000;
    watch.follow({ ...session, problem: { code: 'pauseNotSeen' } });
    expect([texts, wakes]).toEqual([['RDY'], [NOW + 90_001]]);
    const later = { ...session, agent: agentIn('ready', { readAt: NOW + 30_000 }) };
    clock.now = NOW + 90_001;
    watch.woken(later);
    expect(wakes).toEqual([NOW + 90_001, NOW + 120_001]);
    clock.now = NOW + 120_001;
    watch.woken(later);
    expect([texts, wakes.length]).toEqual([['RDY', ''], 2]);
  });

  it('forgets the problem of a call that is over', () => {
    const dial = dialIn('refused', { problem: { code: 'screenGone' } });
    expect(badge({ agent: agentIn('ready'), dial }).text).toBe('RDY');
  });

  it('fits: four characters at most', () => {
    const texts = Object.entries(messages).filter(([key]) => /^badge(?!Title)/.test(key));
    expect(texts.length).toBeGreaterThan(5);
    expect(texts.filter(([, { message }]) => message.length > 4)).toEqual([]);
  });

  it('can be read: white on each colour has a contrast of 4.5 to 1', () => {
    const phases = Object.keys(PHASES) as AgentPhase[];
    const colors = [
      ...phases.map((phase) => badge({ agent: agentIn(phase) })),
      badge({ connectionProblem: { code: 'apiOff' } }),
    ];
    for (const { color } of colors) expect(contrastToWhite(color), color).toBeGreaterThan(4.5);
  });
});

/** WCAG 2.2, relative luminance. */
function contrastToWhite(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/\w\w/g) ?? []).map((pair) => {
    const share = Number.parseInt(pair, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
