import { describe, expect, it } from 'vitest';
import { standingOf } from '../../../lib/agent/state/agent-standing.ts';
import type { StatusSource } from '../../../lib/agent/state/agent-state.ts';
import type { ScreenView } from '../../../lib/messages/panel-state.ts';
import { agentIn } from './dials.ts';

const ALIVE: ScreenView = { seen: true, alive: true, kind: 'agentScreen', boxes: [], hidden: false };
const UNSEEN: ScreenView = { seen: false, alive: false, kind: null, boxes: [], hidden: false };
const LAGGED = agentIn('paused', { pauseCode: 'LAGGED' });

describe('an agent', () => {
  it.each([
    ['is well seen on a screen that polls', agentIn('paused'), ALIVE, 'wellSeen'],
    ['is well seen by the server alone', agentIn('talking'), UNSEEN, 'wellSeen'],
    [
      'lags when the screen here no longer polls, whatever the phase',
      agentIn('talking'),
      { ...ALIVE, alive: false },
      'lagging',
    ],
    ['lags when the dialer has paused him for it', LAGGED, UNSEEN, 'lagging'],
    ['does not lag by an old pause code while the screen polls', LAGGED, ALIVE, 'wellSeen'],
    ['does not lag by a pause code kept during a call', { ...LAGGED, phase: 'talking' as const }, UNSEEN, 'wellSeen'],
    ['is signed out when the server says so', agentIn('notLoggedIn'), UNSEEN, 'signedOut'],
    ['is signed out rather than lagging', agentIn('notLoggedIn'), { ...ALIVE, alive: false }, 'signedOut'],
    [
      'is not lagging on a page that is not understood',
      agentIn('paused'),
      { ...ALIVE, alive: false, kind: 'unrecognised' as const },
      'wellSeen',
    ],
  ])('%s', (_what, agent, screen, standing) => {
    expect(standingOf(agent, screen)).toBe(standing);
  });
});

describe.each(['phoneLogin', 'campaignLogin', 'loggedOut', 'disabled'] as const)('the page %s', (kind) => {
  const screen: ScreenView = { ...ALIVE, alive: false, kind };

  it.each([
    ['screen', 'signedOut'],
    [null, 'signedOut'],
    // Logged in elsewhere, beside a tab that was left over.
    ['agentStatus', 'wellSeen'],
    ['recording', 'wellSeen'],
  ] as const)('beside a state known from %s: %s', (source: StatusSource | null, standing) => {
    expect(standingOf(agentIn('paused', { source }), screen)).toBe(standing);
  });
});
