import { describe, expect, it } from 'vitest';
import { parseUrlTemplate } from '../../../lib/crm/url-template.ts';
import type { AltUrl } from '../../../lib/vicidial/non-agent-api/campaign-client.ts';
import type { UrlTemplate } from '../../../lib/vicidial/wire/url-template.ts';
import { CREDENTIALS, fakeServer, sentParams } from './fake-server.ts';
import { crmClients } from './recorded-crm.ts';

type Clients = ReturnType<typeof crmClients>;

const LEAD = { callingCode: '1', nationalNumber: '7275551212', listId: '101' };
const QUESTION = { callingCode: '1', nationalNumber: '7275551212', callTime: '9am-9pm' };
const CALLBACK = { at: '2027-02-01 10:00:00', type: 'ANYONE', campaign: 'TESTCAMP' } as const;
const URL_RULE = {
  ...{ active: true, rank: 1, statuses: [], description: '', lists: [], minimumSeconds: 0 },
  address: 'https://crm.example.com/hook?lead=--A--lead_id--B--' as UrlTemplate,
};

/** What each request holds beside source, user and password. */
const SENT: readonly (readonly [string, (clients: Clients) => Promise<unknown>, Readonly<Record<string, string>>])[] = [
  [
    'a new lead goes to a list that exists, with its duplicates and do-not-call checks',
    ({ writer }) =>
      writer.add({
        ...LEAD,
        fields: { first_name: "O'Neil", email: '', vendor_lead_code: 'CRM-1' },
        duplicates: { in: 'SYS', by: 'PHONEALT', within: 30 },
        doNotCall: { campaign: 'TESTCAMP' },
      }),
    {
      function: 'add_lead',
      phone_number: '7275551212',
      phone_code: '1',
      list_id: '101',
      list_exists_check: 'Y',
      first_name: "O'Neil",
      vendor_lead_code: 'CRM-1',
      duplicate_check: 'DUPPHONEALTSYS30DAY',
      dnc_check: 'Y',
      campaign_dnc_check: 'Y',
      campaign_id: 'TESTCAMP',
    },
  ],
  [
    'an empty text empties a column',
    ({ writer }) => writer.update('2001', { city: '', first_name: 'Anne' }),
    { function: 'update_lead', lead_id: '2001', search_method: 'LEAD_ID', city: '--BLANK--', first_name: 'Anne' },
  ],
  [
    'a call-back carries what VICIdial keeps of its comment',
    ({ writer }) => writer.planCallback('2001', { ...CALLBACK, user: '1000', comments: 'ring: "back"' }),
    {
      function: 'update_lead',
      lead_id: '2001',
      search_method: 'LEAD_ID',
      callback: 'Y',
      callback_status: 'CALLBK',
      callback_datetime: '2027-02-01 10:00:00',
      callback_type: 'ANYONE',
      callback_user: '1000',
      callback_comments: 'ring back',
      campaign_id: 'TESTCAMP',
    },
  ],
  [
    'a number is always checked against the list of the system',
    ({ numbers }) => numbers.check(QUESTION),
    {
      function: 'check_phone_number',
      phone_number: '7275551212',
      phone_code: '1',
      local_call_time: '9am-9pm',
      dnc_check: 'Y',
    },
  ],
  [
    'the list of the system has its own name',
    ({ dnc }) => dnc.add('7275551212', 'system'),
    { function: 'add_dnc_phone', phone_number: '7275551212', campaign_id: 'SYSTEM_INTERNAL' },
  ],
  [
    'agents come with what they do, in one request',
    ({ floor }) => floor.agents({ campaigns: ['TESTCAMP', 'QCAMP'] }),
    { function: 'logged_in_agents', campaigns: 'TESTCAMP|QCAMP', show_sub_status: 'YES', stage: 'tab' },
  ],
  [
    'a campaign is stopped',
    ({ campaigns }) => campaigns.update('TESTCAMP', { active: false, dialLevel: 1.5, emptyHopper: true }),
    {
      function: 'update_campaign',
      campaign_id: 'TESTCAMP',
      active: 'N',
      auto_dial_level: '1.5',
      reset_hopper: 'Y',
    },
  ],
  [
    'an address to be called is added for every disposition and list',
    ({ campaigns }) => campaigns.addAltUrl('TESTCAMP', 'dispo', URL_RULE),
    {
      function: 'update_alt_url',
      campaign_id: 'TESTCAMP',
      entry_type: 'campaign',
      url_type: 'dispo',
      alt_url_id: 'NEW',
      active: 'Y',
      url_rank: '1',
      url_statuses: '---ALL---',
      url_call_length: '0',
      url_address: URL_RULE.address,
    },
  ],
  [
    'of an address only what is to be changed is written',
    ({ campaigns }) => campaigns.changeAltUrl('TESTCAMP', 'start', '3', { active: false, statuses: [] }),
    {
      function: 'update_alt_url',
      campaign_id: 'TESTCAMP',
      entry_type: 'campaign',
      url_type: 'start',
      alt_url_id: '3',
      active: 'N',
      url_statuses: '---ALL---',
    },
  ],
  [
    'no in-group at all is a choice too',
    ({ desk }) => desk.changeIngroups('CHANGE', [], { blended: false }),
    { function: 'change_ingroups', agent_user: '1000', value: 'CHANGE', blended: 'NO', ingroup_choices: ' -' },
  ],
  [
    'a lead added for an agent is checked against both lists',
    ({ agentLead }) => agentLead.addLead({ callingCode: '1', nationalNumber: '7275551212' }),
    {
      function: 'external_add_lead',
      agent_user: '1000',
      phone_number: '7275551212',
      phone_code: '1',
      dnc_check: 'YES',
      campaign_dnc_check: 'YES',
    },
  ],
];

/** What is refused here, for VICIdial would cut it, drop signs of it, or do something else. */
const REFUSED: readonly (readonly [string, string, (clients: Clients) => Promise<unknown>])[] = [
  ['vendor_lead_code', 'tooLong', ({ leads }) => leads.find({ vendorLeadCode: 'x'.repeat(21) })],
  ['vendor_lead_code', 'badCharacters', ({ leads }) => leads.find({ vendorLeadCode: 'A|B' })],
  ['national_number', 'badCharacters', ({ leads }) => leads.find({ number: '+17275551212' })],
  ['national_number', 'tooLong', ({ leads }) => leads.find({ number: '7275551212,7275551313' })],
  ['national_number', 'tooShort', ({ dnc }) => dnc.add('72755', 'system')],
  ['campaign_id', 'badCharacters', ({ dnc }) => dnc.remove('7275551212', { campaign: 'TEST CAMP' })],
  ['lead_id', 'badCharacters', ({ leads }) => leads.lead('2001 or 1')],
  ['first_name', 'tooLong', ({ writer }) => writer.add({ ...LEAD, fields: { first_name: 'x'.repeat(31) } })],
  ['comments', 'badCharacters', ({ writer }) => writer.update('2001', { comments: 'one\ntwo' })],
  ['first_name', 'notAllowed', ({ writer }) => writer.update('2001', { first_name: '--BLANK--' })],
  ['city', 'notAllowed', ({ writer }) => writer.add({ ...LEAD, fields: { city: 'x--BLANK--' } })],
  ['date_of_birth', 'notAllowed', ({ writer }) => writer.update('2001', { date_of_birth: '1980-02-30' })],
  ['email', 'badCharacters', ({ writer }) => writer.update('2001', { email: 'anna at home' })],
  ['list_id', 'badCharacters', ({ writer }) => writer.add({ ...LEAD, listId: 'mine' })],
  ['fields', 'empty', ({ writer }) => writer.update('2001', {})],
  ['callback_datetime', 'badCharacters', ({ writer }) => writer.planCallback('2001', { ...CALLBACK, at: 'now' })],
  ['call_time', 'empty', ({ numbers }) => numbers.check({ ...QUESTION, callTime: '' })],
  ['call_id', 'badCharacters', ({ numbers }) => numbers.call('M11191000000000020|2')],
  ['date', 'badCharacters', ({ numbers }) => numbers.recordings({ agentUser: '1000', day: 'today' })],
  ['datetime_start', 'notAllowed', ({ reports }) => reports.agents({ from: '2026-13-01 00:00:00', to: '' })],
  ['user_group', 'empty', ({ floor }) => floor.userGroups([])],
  ['ingroup_choices', 'badCharacters', ({ floor }) => floor.ingroups(['SALESLINE', 'A|B'])],
  ['auto_dial_level', 'notAllowed', ({ campaigns }) => campaigns.update('TESTCAMP', { dialLevel: 21 })],
  ['auto_dial_level', 'notAllowed', ({ campaigns }) => campaigns.update('TESTCAMP', { dialLevel: Number.NaN })],
  ['fields', 'empty', ({ campaigns }) => campaigns.update('TESTCAMP', {})],
  ['hopper_level', 'notAllowed', ({ campaigns }) => campaigns.update('TESTCAMP', { hopperLevel: 1.5 })],
  ['url_rank', 'notAllowed', ({ campaigns }) => campaigns.addAltUrl('TESTCAMP', 'dispo', { ...URL_RULE, rank: 1.5 })],
  [
    'url_call_length',
    'notAllowed',
    ({ campaigns }) => campaigns.changeAltUrl('C1', 'start', '3', { minimumSeconds: 1.5 }),
  ],
  ['url_lists', 'empty', ({ campaigns }) => campaigns.changeAltUrl('C1', 'start', '3', { lists: [] })],
  ['url_description', 'empty', ({ campaigns }) => campaigns.changeAltUrl('C1', 'start', '3', { description: '' })],
  ['alt_url_id', 'badCharacters', ({ campaigns }) => campaigns.changeAltUrl('C1', 'start', 'NEW', { active: true })],
  ['fields', 'empty', ({ campaigns }) => campaigns.changeAltUrl('C1', 'start', '3', {})],
  [
    'url_address',
    'badCharacters',
    ({ campaigns }) => campaigns.changeAltUrl('C1', 'start', '3', { address: `${URL_RULE.address};` as UrlTemplate }),
  ],
  ['panels', 'empty', ({ desk }) => desk.refreshPanels([])],
  ['ingroup_choices', 'empty', ({ desk }) => desk.changeIngroups('ADD', [], { blended: false })],
  ['audio_file', 'badCharacters', ({ desk }) => desk.playback({ play: '../secret' })],
  ['audio_file', 'badCharacters', ({ desk }) => desk.leaveMessage(['one|two'])],
  ['notification_text', 'badCharacters', ({ desk }) => desk.notify({ user: '1000' }, '<b>hi</b>')],
  ['rank', 'badCharacters', ({ desk }) => desk.setTimer('MESSAGE_ONLY', 'hello', -1)],
];

describe('a request', () => {
  it.each(SENT)('%s', async (_name, ask, params) => {
    const server = fakeServer('');
    await ask(crmClients(server, CREDENTIALS));
    expect(sentParams(server)).toEqual({ source: 'dialside', user: 'apiuser', pass: 'apipass123', ...params });
  });

  it.each(REFUSED)('with a wrong %s (%s) is not sent', async (field, problem, ask) => {
    const server = fakeServer('');
    const answer = await ask(crmClients(server, CREDENTIALS));
    expect(answer).toEqual({ ok: false, failure: { code: 'refusedInput', field, problem } });
    expect(server.requests).toHaveLength(0);
  });

  it.each([
    ['leads', '/vicidial/non_agent_api.php', ({ leads }: Clients) => leads.lead('2001')],
    ['agentLead', '/agc/api.php', ({ agentLead }: Clients) => agentLead.switchLead({ leadId: '2001' })],
  ])('of %s goes to %s', async (_name, path, ask) => {
    const server = fakeServer('');
    await ask(crmClients(server, CREDENTIALS));
    expect(server.requests.map(({ url }) => url)).toEqual([`https://dialer.example.com${path}`]);
  });
});

it('an address to be called is a template, whose host no field can change', () => {
  // @ts-expect-error any text might have a field in its host
  const text: AltUrl = { ...URL_RULE, address: 'https://--A--email--B--/x' };
  expect(parseUrlTemplate(text.address)).toEqual({ ok: false, failure: 'fieldInHost' });
});
