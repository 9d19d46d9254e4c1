import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../../lib/messages/set-up-advice.ts';
import { advise, keysOf, LOGIN, SERVICE, told, WELL } from './set-up-reports.ts';

it('has nothing to say where all is well', () => {
  expect(advise({})).toEqual([]);
  expect(verdictOf(advise({}))).toBe('allWell');
});

describe('the list of allowed functions', () => {
  it('is given whole, with the outer spaces, when one is missing', () => {
    const functions = [told('external_dial', 'allowed'), told('logout', 'notListed')];
    expect(advise({ agent: { ...LOGIN, functions } })).toEqual([
      {
        weight: 'change',
        explanation: { key: 'setUpListMissing', substitutions: ['1000', 'logout'], action: null },
        line: ' external_dial logout ',
      },
    ]);
  });

  it('is said to lack the spaces where nothing is found in it', () => {
    const functions = [told('external_dial', 'notListed'), told('logout', 'notListed')];
    expect(keysOf({ agent: { ...LOGIN, functions } })).toEqual(['setUpListEmpty']);
  });

  it('is no help where VICIdial is too old', () => {
    const [advice] = advise({ agent: { ...LOGIN, functions: [told('calls_in_queue_count', 'unknownFunction')] } });
    expect(advice).toMatchObject({ weight: 'ask', explanation: { key: 'setUpOldVersion' } });
  });
});

it.each([
  ['badCredentials', 'failBadCredentials', 'stopped'],
  ['unreachable', 'failUnreachable', 'stopped'],
  ['noApiAccess', 'setUpApiAccess', 'findings'],
  ['apiOff', 'setUpApiOff', 'findings'],
  ['translated', 'setUpLanguage', 'findings'],
] as const)('a check that ended with %s says %s', (code, key, verdict) => {
  const advice = advise({ agent: { ...LOGIN, problem: { code } } });
  expect(advice.map(({ explanation }) => explanation.key)).toEqual([key]);
  expect(verdictOf(advice)).toBe(verdict);
});

describe('what the agent’s row says', () => {
  const mayDial = { ...LOGIN, functions: [told('external_dial', 'allowed')] };
  it.each([
    [{ mayDialByHand: false }, ['setUpManual']],
    [{ mayDialByHand: null }, ['setUpPauseFirst']],
    [{ hasWebphone: false }, ['setUpWebphone']],
    [{ isLoggedIn: false, mayDialByHand: null, hasWebphone: null }, ['setUpLogIn']],
    [{ isLoggedIn: null, mayDialByHand: null, hasWebphone: null }, ['setUpManualUnknown']],
  ])('%j', (facts, keys) => {
    expect(keysOf({ agent: mayDial, facts: { ...WELL.facts, ...facts } })).toEqual(keys);
  });
});

it('does not keep quiet of manual calls where the list of functions hides them', () => {
  const functions = [told('external_dial', 'notListed'), told('recording', 'notListed')];
  const hidden = { isLoggedIn: null, mayDialByHand: null, hasWebphone: null, mayUpdateFields: null, isViewable: null };
  expect(keysOf({ agent: { ...LOGIN, functions }, facts: hidden })).toEqual(['setUpListEmpty', 'setUpManualUnknown']);
  const dialHidden = [told('external_dial', 'notListed'), told('recording', 'allowed')];
  expect(keysOf({ agent: { ...LOGIN, functions: dialHidden }, facts: { ...WELL.facts, mayDialByHand: null } })).toEqual(
    ['setUpListMissing', 'setUpManualUnknown'],
  );
});

it.each([
  ['flagsMissing', ['maybe', 'setUpFlag', ['1000', 'Modify Leads = 1', 'update_fields']]],
  ['allowed', null],
  // The list hides the right.
  ['notListed', null],
] as const)('tells of the right to write to a lead where update_fields is %s', (listed, expected) => {
  const functions = [told('external_dial', 'allowed'), told('update_fields', listed)];
  const advice = advise({ agent: { ...LOGIN, functions } });
  const found = advice.find(({ explanation }) => explanation.substitutions[2] === 'update_fields');
  expect(found ? [found.weight, found.explanation.key, found.explanation.substitutions] : null).toEqual(expected);
});

it('says first why it stopped, also where something else has to be changed', () => {
  const stopped = { ...SERVICE, problem: { code: 'unreachable' } as const };
  const advice = advise({ service: stopped, facts: { ...WELL.facts, mayDialByHand: false } });
  expect(advice.map(({ weight }) => weight)).toEqual(['stopped', 'change']);
  expect(verdictOf(advice)).toBe('stopped');
});

it('puts what has to be changed before what could not be asked, and that before what may be', () => {
  const facts = { ...WELL.facts, mayDialByHand: false, hasWebphone: false };
  expect(keysOf({ facts, isRelay: true, service: null })).toEqual([
    'setUpManual',
    'setUpRelay',
    'setUpWebphone',
    'setUpNoService',
  ]);
});

it('warns of a password that VICIdial compares only in part', () => {
  expect(keysOf({ agent: { ...LOGIN, passwordWarning: 'stripped' } })).toEqual(['setUpPassword']);
});
