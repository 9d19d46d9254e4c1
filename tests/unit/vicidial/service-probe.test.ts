import { describe, expect, it } from 'vitest';
import {
  createServiceProbe,
  SERVICE_CHANGES,
  SERVICE_FUNCTIONS,
  type ServiceFunction,
  SUPERVISOR_FUNCTIONS,
} from '../../../lib/vicidial/set-up/service-probe.ts';
import { serviceCredentials } from '../../../lib/vicidial/wire/credentials.ts';
import { CREDENTIALS, fakeServer, SERVER, sentParams } from './fake-server.ts';
import { RECORDED_CASES } from './recorded.ts';

const SIGNED = ['source', 'user', 'pass', 'function'];
const NOBODYS = '0000000000000000';
const NO_CAMPAIGN = { campaign_id: 'NOSUCH' };
const NO_CALLS = { campaigns: 'NOSUCH', query_date: '2000-01-01', end_date: '2000-01-01' };

/** The recorded request that each question is, with what stands in it instead of what the recorded dialer had. */
const RECORDED: Readonly<Record<ServiceFunction, readonly [string, Readonly<Record<string, string>>]>> = {
  agent_status: ['agent_status.missing', {}],
  lead_search: ['lead_search.missing', {}],
  lead_all_info: ['lead_all_info.missing', {}],
  check_phone_number: ['check_phone.short', { phone_number: '00000' }],
  phone_number_log: ['phone_number_log.missing', {}],
  recording_lookup: ['recording_lookup.missing', {}],
  lead_callback_info: ['lead_callback_info.missing', {}],
  update_lead: ['na_update_lead.no_update', { lead_id: '0' }],
  add_lead: ['na_add_lead.short', { phone_number: '00000', list_id: '999' }],
  add_dnc_phone: ['add_dnc.missing', { phone_number: NOBODYS }],
  delete_dnc_phone: ['delete_dnc.none', { phone_number: NOBODYS }],
  logged_in_agents: ['logged_in_agents.all', { stage: 'pipe', header: 'YES' }],
  in_group_status: ['in_group_status.missing', {}],
  user_group_status: ['user_group_status.missing', {}],
  agent_stats_export: ['agent_stats_export.missing', {}],
  call_dispo_report: ['call_dispo_report.level9', NO_CALLS],
  campaigns_list: ['campaigns_list.other', {}],
  hopper_list: ['hopper_list.bad', NO_CAMPAIGN],
  update_campaign: ['update_campaign.none', NO_CAMPAIGN],
  update_alt_url: ['update_alt_url.bad_campaign', NO_CAMPAIGN],
};
const ALL = [...new Set<ServiceFunction>([...SERVICE_FUNCTIONS, ...SERVICE_CHANGES, ...SUPERVISOR_FUNCTIONS])];

async function ask(name: ServiceFunction, body: string) {
  const server = fakeServer(body);
  const credentials = serviceCredentials(CREDENTIALS, []);
  if (!credentials.ok) throw new Error('No login');
  const right = await createServiceProbe({ server: SERVER, credentials: credentials.value, fetch: server.fetch }).right(
    name,
  );
  return { right, sent: Object.entries(sentParams(server)).filter(([key]) => !SIGNED.includes(key)) };
}

describe.each(ALL)('the question for %s', (name) => {
  const [id, standIns] = RECORDED[name];
  const recorded = RECORDED_CASES.find((one) => one.id === id)!;

  it('is a request that was recorded, and did nothing', async () => {
    const { right, sent } = await ask(name, recorded.response);
    const inputs = Object.entries({ ...recorded.request, ...standIns }).filter(([key]) => !SIGNED.includes(key));
    expect(recorded.request.function).toBe(name);
    expect(Object.fromEntries(sent)).toEqual(Object.fromEntries(inputs));
    expect(recorded.response).not.toMatch(/^\s*SUCCESS/m);
    expect(right).toEqual({ ok: true, value: 'allowed' });
  });

  it.each([
    ['auth USER DOES NOT HAVE PERMISSION TO USE THIS FUNCTION: |apiuser|x|', 'notListed'],
    [`${name} USER DOES NOT HAVE PERMISSION TO DO THIS: |apiuser|0|`, 'flagsMissing'],
  ])('is refused by %s', async (line, told) => {
    expect((await ask(name, `ERROR: ${line}\n`)).right).toEqual({ ok: true, value: told });
  });

  it('takes a success for no answer', async () => {
    expect((await ask(name, `SUCCESS: ${name} DONE - apiuser|0\n`)).right.ok).toBe(false);
  });
});
