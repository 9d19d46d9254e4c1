import { describe, expect, it } from 'vitest';
import { mayOverruleDoNotCall, mayRemember, NO_POLICY, type PolicyValues } from '../../../lib/settings/policy.ts';
import { POLICY_NAMES, parsePolicy } from '../../../lib/settings/policy-parser.ts';

/** For each entry: what is accepted, as what, and what is not. */
const ENTRIES: { readonly [K in keyof PolicyValues]-?: readonly [good: unknown, read: unknown, bad: unknown] } = {
  server: [
    'dialer.example.com/agc/vicidial.php',
    'dialer.example.com/agc/vicidial.php',
    'https://6666:x@dialer.example',
  ],
  agentPath: ['/calls/api.php', '/calls/api.php', '//evil.example/api.php'],
  nonAgentPath: ['/calls/non_agent_api.php', '/calls/non_agent_api.php', 'non_agent_api.php?x'],
  relay: [true, true, 'yes'],
  regions: [['DE', 'AT'], ['DE', 'AT'], []],
  pauseCodes: [[{ code: 'LUNCH' }], [{ code: 'LUNCH', name: '' }], [{ code: 'TOOLONG', name: '' }]],
  dispositions: [
    [{ code: 'CALLBK', name: 'Later', isCallback: true }, { code: 'NI' }],
    [
      { code: 'CALLBK', name: 'Later', isCallback: true },
      { code: 'NI', name: '', isCallback: false },
    ],
    ['NI'],
  ],
  transferIngroups: [['SALES'], ['SALES'], ['SALES LINE']],
  pauseBeforeDial: ['never', 'never', 'sometimes'],
  dialPauseCode: ['CALL', 'CALL', 'CALL ME'],
  webphoneHosts: [['Phone.example:8443'], ['phone.example:8443'], ['https://phone.example/']],
  siteMode: ['marksOnly', 'marksOnly', 'off'],
  numbersInNotices: [true, true, 'true'],
  keepCalls: [false, false, 0],
  lockAfterMinutes: [0, 0, -1],
  mostDialsPerMinute: [60, 60, 61],
  neverDial: [['+'], ['+'], ['1900']],
  alwaysAsk: [['+1876', '+882'], ['+1876', '+882'], ['+0']],
  alwaysAllow: [['+49'], ['+49'], '+49'],
  recordRules: [[{ preset: 'HubSpot' }], [{ preset: 'HubSpot' }], [{ preset: 'vTiger' }]],
  screenPops: [
    [{ template: 'https://crm.example/--A--lead_id--B--' }],
    [{ template: 'https://crm.example/--A--lead_id--B--', campaigns: [], ingroups: [] }],
    [{ template: 'http://crm.example/--A--lead_id--B--' }],
  ],
  popWay: ['sameTab', 'sameTab', 'window'],
  appearance: ['dark', 'dark', 'sepia'],
  afterCallPages: [
    [{ name: 'Order', template: 'https://crm.example/order', statuses: ['SALE'] }],
    [
      {
        ...{ name: 'Order', template: 'https://crm.example/order', campaigns: [] },
        ...{ statuses: ['SALE'], minimumSeconds: 0, rank: 0 },
      },
    ],
    [{ name: 'Order', template: 'javascript:alert(1)' }],
  ],
  sites: [
    ['https://crm.example:8443/contacts', 'desk.example', 'http://old.example', 'desk.example', '*'],
    ['https://crm.example/*', 'https://desk.example/*', 'http://old.example/*', 'https://*/*', 'http://*/*'],
    ['https://*.example.com'],
  ],
  remember: [false, false, 'no'],
  overruleDoNotCall: [true, true, 1],
  previews: [false, false, 'no'],
  callTime: ['9am-9pm', '9am-9pm', '9 to 9'],
  newLeadList: ['2001', '2001', '2'],
  testNumber: ['+14155550100', '+14155550100', '4155550100'],
};

describe('a policy', () => {
  it('that is not there says nothing', () => expect(parsePolicy({})).toEqual(NO_POLICY));

  it.each(Object.entries(ENTRIES))('reads %s', (name, [good, read]) => {
    expect(parsePolicy({ [name]: good })).toEqual({ values: { [name]: read }, locked: [], problems: [] });
  });

  it.each(Object.entries(ENTRIES))('leaves out a bad %s, tells it, and reads the others', (name, [, , bad]) => {
    const others = Object.fromEntries(
      Object.entries(ENTRIES).flatMap(([each, [good]]) => (each === name ? [] : [[each, good]])),
    );
    const { values, problems } = parsePolicy({ [name]: bad, ...others, locked: Object.keys(others) });
    expect(Object.keys(values).sort()).toEqual(Object.keys(others).sort());
    expect(problems).toEqual([{ name: expect.stringMatching(`^${name}(\\[0\\].*)?$`), expected: expect.any(String) }]);
  });

  it('is asked for nothing that is not tested here', () => {
    expect(Object.keys(ENTRIES).sort()).toEqual([...POLICY_NAMES].sort());
  });

  it('tells where in a list the trouble is', () => {
    const pauseCodes = [{ code: 'LUNCH' }, { code: 'COFFEE BREAK' }];
    expect(parsePolicy({ pauseCodes }).problems).toEqual([
      { name: 'pauseCodes[1].code', expected: 'policyExpectsPauseCodes' },
    ]);
  });

  it('with a name nobody knows is told so', () => {
    expect(parsePolicy({ sitemode: 'buttons' }).problems).toEqual([
      { name: 'sitemode', expected: 'policyExpectsNothing' },
    ]);
  });

  it.each(['', 'not a url', 'ftp://dialer.example', 'dialer.example/?user=1', 'javascript:alert(1)', 7])(
    'takes no server like %j',
    (server) => expect(parsePolicy({ server }).values).toEqual({}),
  );
});

describe('a lock', () => {
  it('holds for a value that is there', () => {
    expect(parsePolicy({ siteMode: 'buttons', locked: ['siteMode', 'siteMode'] }).locked).toEqual(['siteMode']);
  });

  it.each([
    ['of a value that is missing', { locked: ['siteMode'] }, 'locked[0] "siteMode"'],
    [
      'of a value that cannot be read',
      { regions: 'DE', keepCalls: false, locked: ['keepCalls', 'regions'] },
      'locked[1] "regions"',
    ],
    ['of what is no setting', { locked: ['toString'] }, 'locked[0] "toString"'],
    ['that is no text', { locked: [{ name: 'siteMode' }] }, 'locked[0]'],
    ['outside a list', { locked: 'siteMode' }, 'locked'],
  ])('%s is told and holds for nothing', (_what, managed, name) => {
    const { locked, problems } = parsePolicy(managed);
    expect(problems).toContainEqual({ name, expected: 'policyExpectsLocked' });
    expect(locked.filter((each) => each !== 'keepCalls')).toEqual([]);
  });
});

it.each([
  [{}, true],
  [{ remember: true }, true],
  [{ remember: false, locked: ['remember'] }, false],
  [{ remember: 'off' }, true],
])('%j lets a sign-in be remembered: %s', (managed, allowed) => {
  expect(mayRemember(parsePolicy(managed))).toBe(allowed);
});

it.each([
  [{}, false],
  [{ overruleDoNotCall: true }, true],
  [{ overruleDoNotCall: false }, false],
  [{ overruleDoNotCall: 'yes' }, false],
])('%j lets a do-not-call number be called: %s', (managed, allowed) => {
  expect(mayOverruleDoNotCall(parsePolicy(managed))).toBe(allowed);
});

it.each(['remember', 'overruleDoNotCall', 'previews'])('%s needs no lock, and a lock of it is no mistake', (name) => {
  expect(parsePolicy({ [name]: true, locked: [name] })).toMatchObject({ locked: [], problems: [] });
});
