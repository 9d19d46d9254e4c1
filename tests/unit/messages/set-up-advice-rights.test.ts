import { describe, expect, it } from 'vitest';
import type { FunctionReport, SetUpReport } from '../../../lib/messages/set-up-report.ts';
import { advise, keysOf, LOGIN, SERVICE, told, WELL } from './set-up-reports.ts';

describe('the rights of the second login', () => {
  const STATUS = { level: 7, flags: ['apiAccess', 'viewReports'] } as const;
  const SEARCH = { level: 8, flags: ['apiAccess', 'modifyLeads'] } as const;

  it('are named without those that an allowed function proves', () => {
    const functions = [told('agent_status', 'allowed', STATUS), told('lead_search', 'flagsMissing', SEARCH)];
    const [advice] = advise({ service: { ...SERVICE, functions } });
    expect(advice).toMatchObject({
      weight: 'maybe',
      explanation: { key: 'setUpFlags', substitutions: ['api7', 'User Level = 8, Modify Leads = 1', 'lead_search'] },
    });
  });

  it('are told as one thing where only one can be missing', () => {
    const functions = [
      told('agent_status', 'allowed', STATUS),
      told('lead_search', 'flagsMissing', { level: 8, flags: ['apiAccess'] }),
    ];
    const [advice] = advise({ service: { ...SERVICE, functions } });
    expect(advice?.explanation).toMatchObject({
      key: 'setUpFlag',
      substitutions: ['api7', 'User Level = 8', 'lead_search'],
    });
  });

  it('have to be changed where not even the status may be read', () => {
    const functions = [told('agent_status', 'flagsMissing', STATUS)];
    const [advice] = advise({ service: { ...SERVICE, functions } });
    expect(advice).toMatchObject({
      weight: 'change',
      explanation: { substitutions: ['api7', 'Agent API Access = 1, View Reports = 1', 'agent_status'] },
    });
  });

  it('say nothing of whom it may see until that is known', () => {
    expect(keysOf({ facts: { ...WELL.facts, isViewable: null } })).toEqual([]);
    expect(keysOf({ facts: { ...WELL.facts, isViewable: false } })).toEqual(['setUpView']);
  });
});

describe('rights that only a change needs', () => {
  const STATUS = told('agent_status', 'flagsMissing', { level: 7, flags: ['apiAccess', 'viewReports'] });
  const LEADS = { level: 8, flags: ['apiAccess', 'modifyLeads'] } as const;
  const BLOCK = {
    ...told('add_dnc_phone', 'flagsMissing', { level: 8, flags: ['modifyLists'] }),
    isChange: true,
  } as const;
  const flagsOf = (...functions: readonly FunctionReport[]) =>
    advise({ service: { ...SERVICE, functions } }).map(({ weight, explanation }) => [
      weight,
      explanation.substitutions[1],
    ]);

  it('are named apart, for whoever wants it, where what has to be read may not be', () => {
    expect(flagsOf(STATUS, told('lead_search', 'allowed', LEADS), BLOCK)).toEqual([
      ['change', 'View Reports = 1'],
      ['maybe', 'Modify Lists = 1'],
    ]);
  });

  it('are named with what else that change may lack, and without what the reads lack, too', () => {
    const add = { ...told('add_lead', 'flagsMissing', LEADS), isChange: true } as const;
    const reads = [STATUS, told('lead_search', 'flagsMissing', LEADS)];
    const ofReads = ['change', 'User Level = 8, Agent API Access = 1, View Reports = 1, Modify Leads = 1'];
    expect(flagsOf(...reads, add)).toEqual([ofReads]);
    expect(flagsOf(...reads, add, BLOCK)).toEqual([ofReads, ['maybe', 'User Level = 8, Modify Lists = 1']]);
  });
});

describe('do-not-call lists', () => {
  const CHECK = { level: 8, flags: ['apiAccess'] } as const;

  it.each([
    ['notListed', ['setUpListMissing', 'setUpNoDoNotCall']],
    ['flagsMissing', ['setUpFlags', 'setUpNoDoNotCall']],
    ['unknownFunction', ['setUpOldVersion', 'setUpNoDoNotCall']],
    ['allowed', []],
    ['notAsked', []],
  ] as const)('are said not to be asked where the function that asks them is %s', (answer, keys) => {
    const functions = [told('agent_status', 'allowed'), told('check_phone_number', answer, CHECK)];
    expect(keysOf({ service: { ...SERVICE, functions } })).toEqual(keys);
  });
});

describe('functions that change something', () => {
  const SEARCH = told('lead_search', 'notListed');
  const ADD = { ...told('add_lead', 'notListed'), isChange: true } as const;
  const linesOf = (functions: readonly FunctionReport[]) =>
    advise({ service: { ...SERVICE, functions } }).map(({ weight, line }) => [weight, line]);

  it('are offered to who may already read all, and only if it is wanted', () => {
    expect(linesOf([told('agent_status', 'allowed'), ADD])).toEqual([['maybe', ' agent_status add_lead ']]);
  });

  it('stand in no value for a login that lacks what only reads', () => {
    expect(linesOf([told('agent_status', 'allowed'), SEARCH, ADD])).toEqual([['maybe', ' agent_status lead_search ']]);
    expect(linesOf([told('agent_status', 'notListed'), ADD])).toEqual([['change', ' agent_status ']]);
  });
});

describe('the value of a list', () => {
  const change = (name: string, answer: FunctionReport['told']) => ({ ...told(name, answer), isChange: true as const });
  const linesOf = (report: Partial<SetUpReport>) => advise(report).flatMap(({ line }) => (line ? [line] : []));

  it('takes no change away that the login has', () => {
    const functions = [
      ...[told('agent_status', 'allowed'), told('recording_lookup', 'notListed'), change('update_lead', 'allowed')],
      ...[change('add_lead', 'notListed'), change('add_dnc_phone', 'flagsMissing')],
    ];
    const line = ' agent_status recording_lookup update_lead add_dnc_phone ';
    expect(linesOf({ service: { ...SERVICE, functions } })).toEqual([line]);
    expect(linesOf({ service: null, supervisor: { ...SERVICE, functions } })).toEqual([line]);
  });

  it('is one for who is second login and supervisor', () => {
    const service = {
      ...{ ...SERVICE, passwordWarning: 'stripped' as const },
      functions: [
        told('agent_status', 'allowed'),
        told('recording_lookup', 'notListed'),
        change('add_lead', 'allowed'),
      ],
    };
    const supervisor = {
      ...{ ...service, user: 'API7' },
      functions: [
        ...[told('logged_in_agents', 'notListed'), told('recording_lookup', 'notListed')],
        ...[change('update_campaign', 'allowed'), change('update_alt_url', 'notListed')],
      ],
    };
    const both = advise({ service, supervisor });
    expect(both.map(({ explanation }) => explanation.key)).toEqual(['setUpPassword', 'setUpListMissing']);
    expect(both.map(({ line }) => line)).toEqual([
      undefined,
      ' agent_status recording_lookup add_lead logged_in_agents update_campaign ',
    ]);
    expect(linesOf({ service, supervisor: { ...supervisor, user: 'boss' } })).toHaveLength(2);
  });

  it('is of what was asked, where who is both was refused as the one', () => {
    const service = {
      ...{ ...SERVICE, problem: { code: 'badCredentials' } as const },
      functions: [told('agent_status', 'notAsked'), told('lead_search', 'notAsked')],
    };
    const supervisor = {
      ...SERVICE,
      functions: [told('logged_in_agents', 'allowed'), told('lead_search', 'notListed')],
    };
    const advice = advise({ service, supervisor });
    expect(advice.map(({ explanation }) => explanation.key)).toEqual(['failServiceCredentials', 'setUpListMissing']);
    expect(advice[1]?.explanation.substitutions).toEqual(['api7', 'lead_search']);
    const refused = { ...supervisor, problem: service.problem, functions: service.functions };
    expect(keysOf({ service, supervisor: refused })).toEqual(['failServiceCredentials']);
  });
});

describe('a supervisor’s login', () => {
  const REPORTS = { level: 7, flags: ['apiAccess', 'viewReports'] } as const;
  const CAMPAIGNS = { level: 8, flags: ['apiAccess', 'modifyCampaigns'] } as const;
  const LISTS = { level: 8, flags: ['modifyLists', 'deleteFromDnc'] } as const;
  const adviseSupervisor = (...functions: readonly FunctionReport[]) =>
    advise({ supervisor: { ...LOGIN, user: 'boss', functions } });

  it('may lack what a company does not want of it', () => {
    const floor = told('logged_in_agents', 'allowed', REPORTS);
    expect(
      adviseSupervisor(
        floor,
        { ...told('update_campaign', 'flagsMissing', CAMPAIGNS), isChange: true },
        { ...told('delete_dnc_phone', 'flagsMissing', LISTS), isChange: true },
      ),
    ).toMatchObject([
      {
        weight: 'maybe',
        explanation: {
          key: 'setUpFlags',
          substitutions: [
            'boss',
            'User Level = 8, Modify Campaigns = 1, Modify Lists = 1, Delete From DNC Lists = 1',
            'update_campaign, delete_dnc_phone',
          ],
        },
      },
    ]);
  });

  it('has to be changed where it may not even see who is there', () => {
    expect(adviseSupervisor(told('logged_in_agents', 'flagsMissing', REPORTS))).toMatchObject([{ weight: 'change' }]);
    expect(adviseSupervisor(told('logged_in_agents', 'notListed', REPORTS))).toMatchObject([
      { weight: 'change', line: ' logged_in_agents ' },
    ]);
  });

  it('that is refused is told with the level as a cause', () => {
    const advice = advise({ supervisor: { ...LOGIN, user: 'boss', problem: { code: 'badCredentials' } } });
    expect(advice).toMatchObject([{ weight: 'stopped', explanation: { key: 'failServiceCredentials' } }]);
  });
});

it('names the level as a cause where the second login is refused', () => {
  const [advice] = advise({ service: { ...SERVICE, problem: { code: 'badCredentials' } } });
  expect(advice).toMatchObject({ weight: 'stopped', explanation: { key: 'failServiceCredentials' } });
});
