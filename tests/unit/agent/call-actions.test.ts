import { describe, expect, it } from 'vitest';
import type { AgentPhase } from '../../../lib/agent/agent-state.ts';
import { type CallAction, type NotNow, whyNotNow, whyNotRing } from '../../../lib/agent/call-actions.ts';

describe('an action is offered where VICIdial acts on it, and elsewhere says why not', () => {
  it.each<[CallAction, AgentPhase, NotNow | null]>([
    ['hangUp', 'talking', null],
    ['hangUp', 'dialling', null],
    ['hangUp', 'customerGone', null],
    ['hangUp', 'paused', 'noCall'],
    ['hangUp', 'wrapUp', 'inWrapUp'],
    ['finish', 'wrapUp', null],
    ['finish', 'ready', 'noCall'],
    ['park', 'talking', null],
    ['park', 'parked', 'isParked'],
    ['park', 'dialling', 'stillRinging'],
    ['grab', 'parked', null],
    ['grab', 'talking', 'notParked'],
    ['dtmf', 'onCall', null],
    ['dtmf', 'customerGone', 'customerGone'],
    ['blindTransfer', 'talking', null],
    ['blindTransfer', 'threeWay', 'isThreeWay'],
    ['leaveThreeWay', 'threeWay', null],
    ['leaveThreeWay', 'talking', 'notThreeWay'],
    ['previewSkip', 'previewing', null],
    ['previewSkip', 'talking', 'noPreview'],
    ['pause', 'ready', null],
    ['pause', 'paused', null],
    ['pause', 'dialling', null],
    ['pause', 'talking', null],
    ['pause', 'wrapUp', null],
    ['pause', 'previewing', 'inPreview'],
    ['pause', 'unknown', 'notKnown'],
    ['ringMe', 'ready', null],
    ['ringMe', 'wrapUp', null],
    ['ringMe', 'unknown', null],
    ['ringMe', 'dialling', 'phoneInCall'],
    ['ringMe', 'talking', 'phoneInCall'],
    ['ringMe', 'parked', 'phoneInCall'],
    ['ringMe', 'notLoggedIn', 'notLoggedIn'],
    ['countQueue', 'talking', null],
    ['countQueue', 'unknown', null],
    ['countQueue', 'notLoggedIn', 'notLoggedIn'],
    ['park', 'previewing', 'noCall'],
    ['park', 'unknown', 'notKnown'],
    ['logOut', 'previewing', 'inPreview'],
    ['logOut', 'paused', null],
    ['logOut', 'talking', 'onCall'],
    ['logOut', 'wrapUp', 'inWrapUp'],
    ['logOut', 'notLoggedIn', 'notLoggedIn'],
  ])('%s while %s: %s', (action, phase, reason) => expect(whyNotNow(action, { phase })).toBe(reason));
});

it('a phone that has dropped out of the session is rung in a call too', () => {
  expect(whyNotRing({ phase: 'talking' }, [])).toBe('phoneInCall');
  expect(whyNotRing({ phase: 'talking' }, ['emptySession'])).toBeNull();
});
