import { describe, expect, it } from 'vitest';
import type { ScreenBox, ScreenKind } from '../../../lib/agent/state/screen-reading.ts';
import { explainDial } from '../../../lib/messages/explain.ts';
import { explainAgentScreen, explainScreen } from '../../../lib/messages/explain-screen.ts';
import { waysOutOf } from '../../../lib/messages/explanation.ts';
import type { ScreenView } from '../../../lib/messages/panel-state.ts';

const WELL: ScreenView = { seen: true, alive: true, kind: 'agentScreen', boxes: [], hidden: false };

const KINDS: Readonly<Record<ScreenKind, string | null>> = {
  phoneLogin: 'screenLogin',
  campaignLogin: 'screenLogin',
  loggedOut: 'screenLoggedOut',
  disabled: 'screenDisabled',
  agentScreen: null,
  unrecognised: null,
};

const BOXES: Readonly<Record<ScreenBox, string | null>> = {
  pauseCode: 'screenPauseCode',
  emptySession: 'screenEmptySession',
  groupAlias: 'screenBox',
  dialInGroup: 'screenBox',
  customerGone: 'screenBox',
  disposition: null,
  alert: null,
  systemDisabled: 'screenSystemDisabled',
};

const keyOf = (screen: ScreenView, hasPauseCodes = true) => explainScreen(screen, hasPauseCodes)?.key ?? null;

describe('the agent screen', () => {
  it.each(Object.entries(KINDS))('on the page %s is told as %s', (kind, key) => {
    expect(keyOf({ ...WELL, kind: kind as ScreenKind })).toBe(key);
  });

  it.each(Object.entries(BOXES))('with the box %s is told as %s', (box, key) => {
    expect(keyOf({ ...WELL, boxes: [box as ScreenBox] })).toBe(key);
  });

  it('tells the first box that holds calls back', () => {
    expect(keyOf({ ...WELL, boxes: ['alert', 'systemDisabled', 'emptySession', 'pauseCode'] })).toBe(
      'screenEmptySession',
    );
  });

  it('that wants a pause code is not said to find one in Dialside while there are none', () => {
    expect(keyOf({ ...WELL, boxes: ['pauseCode'] }, false)).toBe('screenPauseCodeThere');
  });

  it('that stopped is told before its boxes, which nobody can trust then', () => {
    expect(keyOf({ ...WELL, alive: false, boxes: ['pauseCode'] })).toBe('screenStopped');
    expect(keyOf({ ...WELL, alive: false, sessionLost: true })).toBe('screenSessionLost');
  });

  it('that is logged out is not told to have stopped', () => {
    expect(keyOf({ ...WELL, alive: false, kind: 'loggedOut' })).toBe('screenLoggedOut');
  });

  it('in no tab of this browser may be open elsewhere: nothing is told', () => {
    expect(keyOf({ seen: false, alive: false, kind: null, boxes: [], hidden: false })).toBeNull();
  });

  it('is shown by the button beside each of them', () => {
    expect(explainScreen({ ...WELL, kind: 'loggedOut' }, true)?.action).toEqual({ kind: 'showScreen' });
  });
});

describe('a box', () => {
  const waysOf = (boxes: readonly ScreenBox[], hasPauseCodes = true) => {
    const told = explainScreen({ ...WELL, boxes }, hasPauseCodes);
    return told ? waysOutOf(told).map(({ kind }) => kind) : null;
  };

  it('that asks for a pause code is closed by one, or from the options while there is none', () => {
    expect(waysOf(['pauseCode'])).toEqual(['sendPauseCode', 'showScreen']);
    expect(waysOf(['pauseCode'], false)).toEqual(['showScreen', 'options']);
  });

  it('that misses the phone leads to the box, which alone goes on, and to the phone', () => {
    expect(waysOf(['emptySession'])).toEqual(['showScreen', 'ringMe', 'openWebphone']);
  });

  it.each(['dialInGroup', 'systemDisabled'] as const)('%s leads to the agent screen', (box) => {
    expect(waysOf([box])).toEqual(['showScreen']);
  });

  it.each([
    ['pauseCode', ['sendPauseCode', 'showScreen']],
    ['emptySession', ['showScreen', 'ringMe', 'openWebphone']],
    ['other', ['showScreen']],
  ] as const)('that holds a dial back for %s has the same ways out there', (kind, ways) => {
    const format = { number: (e164: string) => e164, country: (region: string) => region };
    const told = explainDial({ code: 'screenHeld', kind }, format);
    expect(waysOutOf(told).map((way) => way.kind)).toEqual(ways);
  });
});

describe('an agent screen that no tab here shows', () => {
  const UNSEEN: ScreenView = { seen: false, alive: false, kind: null, boxes: [], hidden: false };

  it('is told when the dialer hears nothing from it, with the button that shows it', () => {
    expect(explainAgentScreen('lagging', UNSEEN, true)).toEqual({
      key: 'agentLagged',
      substitutions: [],
      action: { kind: 'showScreen' },
    });
  });

  it('is not told otherwise', () => {
    expect(explainAgentScreen('wellSeen', UNSEEN, true)).toBeNull();
    expect(explainAgentScreen('signedOut', UNSEEN, true)).toBeNull();
  });

  it('is told as it is seen where it is seen', () => {
    expect(explainAgentScreen('lagging', { ...WELL, alive: false }, true)?.key).toBe('screenStopped');
  });
});
