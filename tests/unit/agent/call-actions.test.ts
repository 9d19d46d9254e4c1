import { describe, expect, it } from 'vitest';
import { type CallAction, type NotNow, whyNotNow, whyNotRing } from '../../../lib/agent/call/call-actions.ts';
import type { AgentPhase } from '../../../lib/agent/state/agent-state.ts';

/** Null where VICIdial acts on it, else why it would not. */
type Row = Readonly<Record<CallAction, NotNow | null>>;

/** A phase in which `works` are offered and everything else is refused for one reason, or for another of `others`. */
function row(works: readonly CallAction[], reason: NotNow, others: Partial<Row> = {}): Row {
  const all: Row = {
    ...{ hangUp: reason, finish: reason, park: reason, grab: reason, dtmf: reason, record: reason, pushFields: reason },
    ...{ blindTransfer: reason, ingroupTransfer: reason, threeWay: reason, leaveThreeWay: reason, hangUpThird: reason },
    ...{ previewDial: 'noPreview', previewSkip: 'noPreview', previewAlternative: 'noPreview' },
    ...{ pause: reason, ringMe: 'phoneInCall', countQueue: reason, logOut: 'onCall' },
    ...others,
  };
  return { ...all, ...Object.fromEntries(works.map((action) => [action, null])) };
}

const PREVIEW: Partial<Row> = { previewDial: 'notKnown', previewSkip: 'notKnown', previewAlternative: 'notKnown' };
const OUT: Partial<Row> = {
  ...{ previewDial: 'notLoggedIn', previewSkip: 'notLoggedIn', previewAlternative: 'notLoggedIn' },
  ...{ ringMe: 'notLoggedIn', logOut: 'notLoggedIn' },
};
const FREE = row(['countQueue', 'pause', 'ringMe', 'logOut'], 'noCall');
const CONNECTED = row(
  [
    ...(['countQueue', 'hangUp', 'finish', 'pause', 'park', 'blindTransfer', 'ingroupTransfer'] as const),
    ...(['threeWay', 'dtmf', 'record', 'pushFields'] as const),
  ],
  'notThreeWay',
  { grab: 'notParked' },
);

/** By agent-screen.md 4 and 5; a phase that is missing here does not compile. */
const EXPECTED: Readonly<Record<AgentPhase, Row>> = {
  unknown: row(['countQueue', 'ringMe'], 'notKnown', { ...PREVIEW, logOut: 'notKnown' }),
  notLoggedIn: row([], 'notLoggedIn', OUT),
  paused: FREE,
  ready: FREE,
  phoneRinging: FREE,
  previewing: row(['countQueue', 'ringMe', 'previewDial', 'previewSkip', 'previewAlternative'], 'noCall', {
    pause: 'inPreview',
    logOut: 'inPreview',
  }),
  dialling: row(['countQueue', 'hangUp', 'finish', 'pause'], 'stillRinging'),
  onCall: CONNECTED,
  talking: CONNECTED,
  parked: row(['countQueue', 'hangUp', 'finish', 'pause', 'grab', 'record', 'pushFields'], 'isParked'),
  threeWay: row(
    [
      ...([
        'countQueue',
        'hangUp',
        'finish',
        'pause',
        'leaveThreeWay',
        'hangUpThird',
        'dtmf',
        'record',
        'pushFields',
      ] as const),
    ],
    'isThreeWay',
    { grab: 'notParked' },
  ),
  customerGone: row(['countQueue', 'hangUp', 'finish', 'pause'], 'customerGone'),
  wrapUp: row(['countQueue', 'finish', 'pause', 'ringMe'], 'inWrapUp', { logOut: 'inWrapUp' }),
};

const PHASES = Object.keys(EXPECTED) as AgentPhase[];
const CELLS = PHASES.flatMap((phase) => (Object.keys(FREE) as CallAction[]).map((action) => [action, phase] as const));

describe('an action is offered where VICIdial acts on it, and elsewhere says why not', () => {
  it.each(CELLS)('%s while %s', (action, phase) => {
    expect(whyNotNow(action, { phase })).toBe(EXPECTED[phase][action]);
  });
});

it('a pause that may be a wrap-up takes a disposition, and no log-out before it', () => {
  const agent = { phase: 'paused', mayBeWrapUp: true } as const;
  expect([whyNotNow('finish', agent), whyNotNow('logOut', agent)]).toEqual([null, 'mayBeWrapUp']);
  expect([whyNotNow('hangUp', agent), whyNotNow('ringMe', agent)]).toEqual(['noCall', null]);
});

it('a phone that has dropped out of the session is rung in a call too', () => {
  expect(whyNotRing({ phase: 'talking' }, [])).toBe('phoneInCall');
  expect(whyNotRing({ phase: 'talking' }, ['emptySession'])).toBeNull();
});
