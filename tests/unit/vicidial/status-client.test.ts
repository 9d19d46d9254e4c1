import { describe, expect, it } from 'vitest';
import { fakeServer, sentParams, statusOf } from './fake-server.ts';

const COLUMNS = 'INCALL M1120 2005 TESTCAMP 5 Dave AGENTS 1 BREAK DIAL 3125550100 CRM-81 8600053 192.0.2.7'.split(' ');
const ROW = {
  status: 'INCALL',
  callId: 'M1120',
  leadId: '2005',
  campaign: 'TESTCAMP',
  callsToday: 5,
  fullName: 'Dave',
  pauseCode: 'BREAK',
  subStatus: 'DIAL',
  phoneNumber: '3125550100',
  vendorLeadCode: 'CRM-81',
};
const NEWER = { pauseCode: '', subStatus: '', phoneNumber: '', vendorLeadCode: '' };

const ask = (body: string) => statusOf(fakeServer(body)).agentStatus('1000');

describe('agent_status', () => {
  it('is asked for with tabs, signed, on the Non-Agent endpoint', async () => {
    const server = fakeServer('');
    await statusOf(server).agentStatus('1003');
    expect(server.requests[0]!.url).toBe('https://dialer.example.com/vicidial/non_agent_api.php');
    expect(sentParams(server)).toEqual({
      source: 'dialside',
      user: 'apiuser',
      pass: 'apipass123',
      function: 'agent_status',
      agent_user: '1003',
      stage: 'tab',
    });
  });

  it.each([
    [14, ROW],
    [13, ROW],
    [12, ROW],
    [11, { ...ROW, vendorLeadCode: '' }],
    [10, { ...ROW, vendorLeadCode: '', phoneNumber: '' }],
    [9, { ...ROW, ...NEWER, pauseCode: 'BREAK' }],
    [8, { ...ROW, ...NEWER }],
  ])('is read with %i columns', async (count, value) => {
    expect(await ask(`${COLUMNS.slice(0, count).join('\t')}\n`)).toEqual({ ok: true, value });
    expect(await ask(`${COLUMNS.slice(0, count).join('|')}\n`)).toEqual({ ok: true, value });
  });

  it.each([7, 1])('is not read with %i columns', async (count) => {
    expect(await ask(COLUMNS.slice(0, count).join('\t'))).toEqual({ ok: false, failure: { code: 'notVicidial' } });
  });

  it('is not read with more than 14 columns, or another status', async () => {
    expect((await ask([...COLUMNS, 'x'].join('\t'))).ok).toBe(false);
    expect((await ask(COLUMNS.join('\t').replace('INCALL', 'NAPPING'))).ok).toBe(false);
    expect((await ask(COLUMNS.join(','))).ok).toBe(false);
  });

  it('keeps bars of a name and empty columns at the end', async () => {
    const answer = await ask('PAUSED\t\t0\tTESTCAMP\t\tDave | Night\tAGENTS\t1\t\t\t\t\t\n');
    expect(answer).toEqual({
      ok: true,
      value: { ...ROW, ...NEWER, status: 'PAUSED', callId: '', leadId: '', callsToday: 0, fullName: 'Dave | Night' },
    });
  });

  it('refuses an agent whose name would be cut, before anything is sent', async () => {
    const server = fakeServer('');
    expect(await statusOf(server).agentStatus('10.00')).toEqual({
      ok: false,
      failure: { code: 'refusedInput', field: 'agent_user', problem: 'badCharacters' },
    });
    expect(server.requests).toHaveLength(0);
  });
});

describe('version', () => {
  it.each([
    '',
    'VERSION: 2.14',
    'VERSION: <b>|BUILD: 1|DATE: 2026-11-20 16:49:12|EPOCH: 1795211352',
    'VERSION: 2.14-82|BUILD: 250122-1010|DATE: today|EPOCH: 1795211352',
    'VERSION: 2.14-82|BUILD: 250122-1010|DATE: 2026-11-20 16:49:12|EPOCH: now',
    '<html>VERSION: 2.14-82|BUILD: 250122-1010|DATE: 2026-11-20 16:49:12|EPOCH: 1795211352',
  ])('%j is none', async (body) => {
    expect(await statusOf(fakeServer(body)).version()).toEqual({ ok: false, failure: { code: 'notVicidial' } });
  });
});
