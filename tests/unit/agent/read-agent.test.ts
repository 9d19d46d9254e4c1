import { describe, expect, it } from 'vitest';
import { type AgentPhase, UNKNOWN_AGENT, withPauseCode } from '../../../lib/agent/state/agent-state.ts';
import { readAgent } from '../../../lib/agent/state/read-agent.ts';
import type { ScreenPhase } from '../../../lib/agent/state/screen-reading.ts';
import type { AgentStatusRow, LiveStatus } from '../../../lib/vicidial/client.ts';
import { agentIn, NOW } from './dials.ts';

const ROW: AgentStatusRow = {
  status: 'PAUSED',
  callId: '',
  leadId: '',
  campaign: 'TESTCAMP',
  callsToday: 3,
  fullName: 'Alice Agent',
  pauseCode: 'BREAK',
  subStatus: '',
  phoneNumber: '',
  vendorLeadCode: '',
};

describe('a row of agent_status', () => {
  it.each<[LiveStatus, string, AgentPhase]>([
    ['PAUSED', '', 'paused'],
    ['PAUSED', 'PREVIEW', 'previewing'],
    ['PAUSED', 'DISPO', 'wrapUp'],
    ['PAUSED', 'RING', 'phoneRinging'],
    ['READY', '', 'ready'],
    ['CLOSER', '', 'ready'],
    ['INCALL', 'DIAL', 'dialling'],
    ['INCALL', '', 'talking'],
    ['INCALL', 'PARK', 'parked'],
    ['INCALL', 'DEAD', 'customerGone'],
    ['INCALL', '3-WAY', 'threeWay'],
    ['INCALL', 'a sub status of a later build', 'onCall'],
    ['QUEUE', '', 'onCall'],
  ])('%s %s is %s', (status, subStatus, phase) => {
    const reading = { source: 'agentStatus', row: { ...ROW, status, subStatus } } as const;
    expect(readAgent(reading, UNKNOWN_AGENT, NOW).phase).toBe(phase);
  });

  it.each([
    ['PAUSED', undefined],
    ['READY', true],
    ['CLOSER', true],
  ] as const)('RING in %s: the agent is ready all the same: %s', (status, isReady) => {
    const ringing = { source: 'agentStatus', row: { ...ROW, status, subStatus: 'RING' } } as const;
    const agent = readAgent(ringing, UNKNOWN_AGENT, NOW);
    expect([agent.phase, agent.isReady]).toEqual(['phoneRinging', isReady]);
    expect(readAgent({ source: 'agentStatus', row: ROW }, agent, NOW).isReady).toBeUndefined();
  });

  it('gives the pause code only while paused: VICIdial keeps the old one during a call', () => {
    const talking = { source: 'agentStatus', row: { ...ROW, status: 'INCALL' } } as const;
    expect(readAgent({ source: 'agentStatus', row: ROW }, UNKNOWN_AGENT, NOW).pauseCode).toBe('BREAK');
    expect(readAgent(talking, UNKNOWN_AGENT, NOW).pauseCode).toBeNull();
  });
});

describe('the status an agent may read himself', () => {
  it.each<[LiveStatus, AgentPhase]>([
    ['PAUSED', 'paused'],
    ['READY', 'ready'],
    ['CLOSER', 'ready'],
    ['INCALL', 'onCall'],
    ['QUEUE', 'onCall'],
    ['MQUEUE', 'onCall'],
  ])('%s is %s: ringing or talking is not told', (liveStatus, phase) => {
    expect(readAgent({ source: 'recording', liveStatus }, UNKNOWN_AGENT, NOW).phase).toBe(phase);
  });

  describe('shows a wrap-up as PAUSED', () => {
    const paused = { source: 'recording', liveStatus: 'PAUSED' } as const;
    const leftAfter = (phase: AgentPhase, ms = 0) => {
      const left = readAgent(paused, agentIn(phase), NOW);
      return readAgent(paused, left, NOW + ms).mayBeWrapUp;
    };

    it.each(['dialling', 'onCall', 'talking', 'parked', 'threeWay', 'customerGone', 'wrapUp'] as const)(
      'so it may be one after %s, for two minutes',
      (phase) => {
        expect([leftAfter(phase), leftAfter(phase, 120_000), leftAfter(phase, 120_001)]).toEqual([
          true,
          true,
          undefined,
        ]);
      },
    );

    it.each(['paused', 'ready', 'previewing', 'notLoggedIn', 'unknown', 'phoneRinging'] as const)(
      'which it is not after %s',
      (phase) => expect(leftAfter(phase)).toBeUndefined(),
    );

    it('nor once he is ready, nor by agent_status, which tells a wrap-up', () => {
      const left = readAgent(paused, agentIn('onCall'), NOW);
      expect(readAgent({ source: 'recording', liveStatus: 'READY' }, left, NOW).mayBeWrapUp).toBeUndefined();
      expect(readAgent({ source: 'agentStatus', row: ROW }, left, NOW).mayBeWrapUp).toBeUndefined();
    });
  });

  it('not being logged in is a state like any other', () => {
    expect(readAgent({ source: 'recording', notLoggedIn: true }, UNKNOWN_AGENT, NOW).phase).toBe('notLoggedIn');
  });
});

describe('what the agent screen shows', () => {
  const screen = (phase: ScreenPhase) => ({ source: 'screen', phase, phoneNumber: '7275551212' }) as const;
  const known = agentIn('paused', { pauseCode: 'BREAK', campaign: 'TESTCAMP', fullName: 'Alice Agent' });

  it('is the agent state, and keeps what only the server tells', () => {
    expect(readAgent(screen('talking'), known, NOW)).toMatchObject({
      ...{ phase: 'talking', source: 'screen', phoneNumber: '7275551212', campaign: 'TESTCAMP' },
      ...{ fullName: 'Alice Agent', pauseCode: null },
    });
  });

  it.each([
    ['30123456', '49', '+4930123456'],
    ['7275551212', '1', '+17275551212'],
    // Dialled with its code, as some campaigns do.
    ['17275551212', '1', '+17275551212'],
    ['+4930123456', '1', '+4930123456'],
    ['30123456', '', '30123456'],
    ['', '49', null],
  ])('has the number %j with the calling code %j as %j', (phoneNumber, callingCode, whole) => {
    const reading = { ...screen('talking'), phoneNumber, callingCode };
    expect(readAgent(reading, known, NOW).phoneNumber).toBe(whole);
  });

  it('keeps calling code and name beside a row of the server, which tells neither, as long as the number is the same', () => {
    const reading = { ...screen('talking'), phoneNumber: '30123456', callingCode: '49', customerName: 'Erika Muster' };
    const seen = readAgent(reading, known, NOW);
    const row = { ...ROW, status: 'INCALL', phoneNumber: '30123456' } as const;
    const whole = { phoneNumber: '+4930123456', customerName: 'Erika Muster' };
    expect(readAgent({ source: 'agentStatus', row }, seen, NOW)).toMatchObject(whole);
    const other = { ...row, phoneNumber: '7275551212' };
    expect(readAgent({ source: 'agentStatus', row: other }, seen, NOW)).toMatchObject({
      ...{ phoneNumber: '7275551212', customerName: null },
    });
    expect(readAgent({ source: 'agentStatus', row: { ...row, phoneNumber: '' } }, seen, NOW).phoneNumber).toBeNull();
  });

  it('keeps the pause code as long as the pause', () => {
    expect(readAgent(screen('paused'), known, NOW).pauseCode).toBe('BREAK');
    expect(readAgent(screen('paused'), agentIn('ready', { pauseCode: 'BREAK' }), NOW).pauseCode).toBeNull();
  });

  it.each(['parked', 'threeWay'] as const)('keeps what the server called %s, which it shows as talking', (phase) => {
    expect(readAgent(screen('talking'), agentIn(phase), NOW).phase).toBe(phase);
    expect(readAgent(screen('wrapUp'), agentIn(phase), NOW).phase).toBe('wrapUp');
  });

  it('keeps nothing of before the login', () => {
    const out = agentIn('notLoggedIn', { campaign: 'OTHERCMP' });
    expect(readAgent(screen('paused'), out, NOW).campaign).toBeNull();
  });
});

describe('a pause code that was sent', () => {
  const paused = withPauseCode(agentIn('paused', { source: 'recording' }), 'LUNCH');
  const own = { source: 'recording', liveStatus: 'PAUSED' } as const;

  it('holds as long as the pause, which is read without it', () => {
    expect(readAgent(own, paused, NOW + 30_000).pauseCode).toBe('LUNCH');
    expect(readAgent({ ...own, liveStatus: 'READY' }, paused, NOW + 1_000).pauseCode).toBeNull();
  });

  it('does not hold over a time in which nobody looked, nor against the server', () => {
    expect(readAgent(own, paused, NOW + 60_000).pauseCode).toBeNull();
    expect(readAgent({ source: 'agentStatus', row: { ...ROW, pauseCode: 'LAGGED' } }, paused, NOW).pauseCode).toBe(
      'LAGGED',
    );
  });

  it('is of no other state', () => {
    expect(withPauseCode(agentIn('ready'), 'LUNCH').pauseCode).toBeNull();
  });
});

it('counts the time in a state from its first reading', () => {
  const first = readAgent({ source: 'recording', liveStatus: 'READY' }, UNKNOWN_AGENT, NOW);
  const second = readAgent({ source: 'recording', liveStatus: 'READY' }, first, NOW + 5_000);
  const third = readAgent({ source: 'recording', liveStatus: 'PAUSED' }, second, NOW + 9_000);
  expect([second.since, second.readAt, third.since]).toEqual([NOW, NOW + 5_000, NOW + 9_000]);
});

describe('whether a call is recorded', () => {
  const read = (liveStatus: 'INCALL' | 'PAUSED', isRecording?: boolean) =>
    readAgent(
      { source: 'recording', liveStatus, ...(isRecording !== undefined && { isRecording }) },
      agentIn('paused'),
      NOW,
    );

  it('is what the newest reading of the own login says of one that is on', () => {
    expect([read('INCALL', true).isRecording, read('INCALL', false).isRecording]).toEqual([true, false]);
    expect([read('PAUSED', true), read('INCALL')].map((agent) => 'isRecording' in agent)).toEqual([false, false]);
  });

  it('is not known any more once something else tells the state', () => {
    const recorded = read('INCALL', true);
    const next = readAgent({ source: 'screen', phase: 'talking', phoneNumber: '' }, recorded, NOW);
    expect('isRecording' in next).toBe(false);
  });
});

it('a reading tells the lead that is on the screen, where there is one', () => {
  const screen = { source: 'screen', phase: 'talking', phoneNumber: '7275551212' } as const;
  const row = { ...ROW, status: 'INCALL' } as const;
  expect(readAgent({ ...screen, leadId: '2001' }, UNKNOWN_AGENT, NOW).leadId).toBe('2001');
  expect(readAgent({ source: 'agentStatus', row: { ...row, leadId: '2001' } }, UNKNOWN_AGENT, NOW).leadId).toBe('2001');
  const without = [{ ...screen, leadId: '' }, screen, { source: 'agentStatus', row }] as const;
  for (const reading of without) expect(readAgent(reading, UNKNOWN_AGENT, NOW)).not.toHaveProperty('leadId');
});
