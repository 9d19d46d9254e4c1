import { afterEach, beforeEach, expect, it } from 'vitest';
import { createDialer, type Dialer } from '../../simulator/dialer.ts';
import { ADMINISTRATOR, askedOf, createSupervisorRig, LIMITED, SUPERVISOR } from './supervisor-rig.ts';

let dialer: Dialer;
beforeEach(async () => {
  dialer = await createDialer();
});
afterEach(() => dialer.close());

const ALWAYS = { from: '2020-01-01', to: '2099-01-02', campaign: null };

it('asks once for what everybody did on whole days', async () => {
  const { desk } = await createSupervisorRig(dialer);
  const answer = await desk.figures(ALWAYS);
  expect(answer.ok && answer.value.find(({ user }) => user === '1000')?.fullName).toBe('Alice Agent');
  expect(askedOf(dialer, 'agent_stats_export').map(({ parameters }) => parameters)).toMatchObject([
    { datetime_start: '2020-01-01 00:00:00', datetime_end: '2099-01-02 23:59:59' },
  ]);
});

it('asks for one campaign, and hears that nobody worked in it', async () => {
  const { desk } = await createSupervisorRig(dialer);
  expect(await desk.figures({ ...ALWAYS, campaign: 'OTHERCMP' })).toEqual({ ok: true, value: [] });
  expect(askedOf(dialer, 'agent_stats_export')[0]?.parameters.campaign_id).toBe('OTHERCMP');
});

it('counts the calls of a campaign, for who is of level 9', async () => {
  const calls = { ...ALWAYS, campaign: 'TESTCAMP' };
  const { desk } = await createSupervisorRig(dialer, ADMINISTRATOR);
  const inCampaign = dialer.world.call_log.filter(({ campaign_id }) => campaign_id === 'TESTCAMP').length;
  expect(inCampaign).toBeGreaterThan(0);
  expect(await desk.campaignCalls(calls)).toEqual({ ok: true, value: inCampaign });
  const other = await createSupervisorRig(dialer, SUPERVISOR);
  expect(await other.desk.campaignCalls(calls)).toEqual({
    ok: false,
    failure: { code: 'vicidial', failure: { code: 'notPermitted', function: 'call_dispo_report' } },
  });
});

it('tells nobody without the right', async () => {
  const { desk } = await createSupervisorRig(dialer, LIMITED);
  expect(await desk.figures(ALWAYS)).toEqual({
    ok: false,
    failure: { code: 'vicidial', failure: { code: 'notPermitted', function: 'agent_stats_export' } },
  });
});
