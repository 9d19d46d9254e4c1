import type { CampaignRow, LoggedInAgent } from '../../../lib/vicidial/non-agent-api/supervisor-client.ts';
import { LEAD_COLUMNS } from '../../../lib/vicidial/wire/lead-fields.ts';

/** The value each recorded success of a CRM's functions holds, read from its text and not from the code, with the ids of the answers. */
export const RECORDED_CRM_VALUES: readonly (readonly [value: unknown, ids: readonly string[]])[] = [
  [
    null,
    [
      'update_fields.ok',
      'update_fields.ok.post',
      'update_fields.empty_value',
      'refresh_panel.ok',
      'timer.ok',
      'vm_message.ok',
      'audio.play',
      'lead_all_info.none',
      'lead_all_info.missing',
      'callid_info.live',
      'callid_info.none',
      'update_campaign.ok',
    ],
  ],
  [{}, ['na_update_lead.by_lead', 'na_update_lead.phone_change']],
  [
    { outcome: 'added', leadId: '3001' },
    [
      'add_lead.ok',
      'add_lead.duplicate',
      'add_lead.dnc_unchecked',
      'na_add_lead.ok.post',
      'na_add_lead.unknown_list',
      'na_add_lead.dup_none',
      'na_add_lead.dup_days',
      'na_add_lead.callback',
      'na_add_lead.callback_bad_user',
      'na_add_lead.callback_no_campaign',
      'na_add_lead.hopper',
      'na_add_lead.custom_off',
      'na_add_lead.utf8_nonlatin',
    ],
  ],
  [{ outcome: 'doNotCall', list: 'system' }, ['add_lead.dnc', 'na_add_lead.dnc']],
  [{ outcome: 'doNotCall', list: 'campaign' }, ['add_lead.camp_dnc', 'na_add_lead.camp_dnc']],
  [
    ['SALESLINE', 'SUPPORT'],
    ['ingroups.change', 'ingroups.add'],
  ],
  ['2007', ['switch_lead.vendor', 'switch_lead.both_keys']],
  ['15', ['notify.user']],
  ['16', ['notify.guess_type']],
  [
    [
      agent('1000', 'TESTCAMP', '8600051', 'PAUSED', '', '', 3, 'Alice Agent', 'BREAK', ''),
      agent('1002', 'TESTCAMP', '8600052', 'PAUSED', '', '', 0, 'Carol OnHook', 'LOGIN', ''),
      agent('1003', 'TESTCAMP', '8600053', 'INCALL', '2005', 'M1120162200000002005', 5, 'Dave InCall', '', ''),
      agent('1004', 'TESTCAMP', '8600054', 'READY', '', '', 1, 'Erin Ready', '', ''),
      agent('1005', 'TESTCAMP', '8600055', 'PAUSED', '', '', 0, 'Frank NoManual', '', ''),
      agent('1006', 'QCAMP', '8600056', 'PAUSED', '', '', 0, 'Grace Queue', 'BREAK', ''),
      agent('1007', 'TESTCAMP', '8600057', 'PAUSED', '', '', 0, 'Heidi NoSession', '', ''),
      agent('1008', 'TESTCAMP', '8600058', 'PAUSED', '2002', 'M1120162200000002002', 2, 'Ivan Dispo', '', 'DISPO'),
      agent('1009', 'ACAMP', '8600059', 'INCALL', '2003', 'M1120162200000002003', 2, 'Judy AutoQueue', '', ''),
      agent('1010', 'TESTCAMP', '8600060', 'PAUSED', '', '', 0, 'Ken EmptyWebphone', '', ''),
      agent('1011', 'TESTCAMP', '8600061', 'INCALL', '2001', 'M1120162200000002001', 1, 'Leo Dialing', '', 'DIAL'),
      agent('1012', 'TESTCAMP', '8600062', 'INCALL', '2006', 'Y1120162200000002006', 4, 'Mia Inbound', '', ''),
      agent('1013', 'TESTCAMP', '8600063', 'INCALL', '2002', 'M1120162200000009999', 1, 'Ned Dead', '', 'DEAD'),
      agent('1014', 'TESTCAMP', '8600064', 'PAUSED', '2001', '', 1, 'Oda Preview', '', 'PREVIEW'),
    ],
    ['logged_in_agents.sub_status'],
  ],
  [
    [],
    [
      'logged_in_agents.none',
      'logged_in_agents.user_groups',
      'lead_search.miss',
      'lead_callback_info.none',
      'phone_number_log.none',
      'recording_lookup.none',
      'agent_stats_export.none',
      'hopper_list.none',
      'update_alt_url.list_off',
      'update_alt_url.list_empty',
      'lead_search.country_code_in_number',
    ],
  ],
  [{ user: '1000', fullName: 'Alice Agent', userGroup: 'AGENTS', level: 1, active: true }, ['user_details.ok']],
  [{ campaigns: ['ACAMP', 'QCAMP', 'TESTCAMP'], ingroups: ['SALESLINE'] }, ['agent_campaigns.ok']],
  [
    [
      campaign('TESTCAMP', 'Test Campaign', true, 'RATIO', '1', ['NEW', 'NA']),
      campaign('QCAMP', 'Queue Campaign', true, 'MANUAL', '0', ['NEW']),
      campaign('ACAMP', 'Queue Autocall Campaign', true, 'MANUAL', '0', ['NEW']),
      campaign('OTHERCMP', 'Other Campaign', true, 'MANUAL', '0', ['NEW']),
      campaign('OFFCAMP', 'Inactive Campaign', false, 'MANUAL', '0', ['NEW']),
    ],
    ['campaigns_list.ok'],
  ],
  [[campaign('OTHERCMP', 'Other Campaign', true, 'MANUAL', '0', ['NEW'])], ['campaigns_list.other']],
  [
    { outcome: 'duplicate', leadId: '2001' },
    ['na_add_lead.dup_list', 'na_add_lead.dup_camp', 'na_add_lead.dup_sys', 'na_add_lead.dup_alt'],
  ],
  ['added', ['na_update_lead.callback', 'add_dnc.campaign', 'add_dnc.bad_campaign']],
  [1, ['na_update_lead.callback_remove']],
  [
    ['2007', '2001'],
    ['lead_search.multi', 'lead_search.vendor'],
  ],
  [
    lead(
      'NEW||CRM-77|SRC1|101|-5.00|1|7275551212|MR|Anna|Q|Smith|1 Main St||7275559999|Tampa|FL||33601|USA|F|1980-01-01|7275558888|anna@example.com|sec|note one|0|2026-01-02 09:00:00|0||0|2001',
    ),
    ['lead_all_info.ok', 'lead_all_info.tab'],
  ],
  [
    [
      lead('NEW||CRM-77|SRC2|102|-5.00|1|7275551212||Anna||Dup||||Tampa|FL|||USA|F|0000-00-00|||||0||0||0|2007'),
      lead(
        'NEW||CRM-77|SRC1|101|-5.00|1|7275551212|MR|Anna|Q|Smith|1 Main St||7275559999|Tampa|FL||33601|USA|F|1980-01-01|7275558888|anna@example.com|sec|note one|0|2026-01-02 09:00:00|0||0|2001',
      ),
    ],
    ['lead_all_info.phone'],
  ],
  [
    [
      {
        leadId: '2006',
        for: 'USERONLY',
        status: 'ACTIVE',
        at: '2027-01-05 09:00:00',
        user: '1000',
        campaign: 'TESTCAMP',
        comments: 'call later',
      },
    ],
    ['lead_callback_info.ok'],
  ],
  [
    [
      {
        number: '7275551313',
        at: '2026-11-19 10:00:00',
        listId: '101',
        seconds: 65,
        leadStatus: 'SALE',
        endedBy: 'AGENT',
        disposition: 'SALE',
        user: '1000',
      },
    ],
    ['phone_number_log.ok', 'phone_number_log.type_all'],
  ],
  [
    {
      callId: 'M1119100000000002002',
      talkSeconds: 0,
      at: '2026-11-19 10:00:00',
      number: '7275551313',
      type: 'OUTBOUND_MANUAL',
      campaign: 'TESTCAMP',
      disposition: 'SALE',
      user: '1000',
    },
    ['callid_info.ok'],
  ],
  [
    [
      {
        startedAt: '2026-11-19 10:00:01',
        user: '1000',
        recordingId: '91',
        leadId: '2002',
        seconds: 64,
        location: 'http://10.10.10.15/RECORDINGS/20261119-100001_7275551313-all.wav',
      },
    ],
    ['recording_lookup.agent_date'],
  ],
  [
    [
      {
        user: '1000',
        fullName: 'Alice Agent',
        userGroup: 'AGENTS',
        calls: 0,
        pauses: 1,
        loginSeconds: 0,
        pausedSeconds: 0,
        waitSeconds: 0,
        talkSeconds: 0,
        wrapUpSeconds: 0,
        deadSeconds: 0,
      },
    ],
    ['agent_stats_export.ok'],
  ],
  [[{ campaign: 'TESTCAMP', calls: 1 }], ['call_dispo_report.level9']],
  [
    { callsWaiting: 1, agents: 14, inCalls: 4, waiting: 1, paused: 7, inWrapUp: 1, dialling: 1 },
    ['user_group_status.ok'],
  ],
  [
    { callsWaiting: 1, agents: 0, inCalls: 0, waiting: 0, paused: 0, inWrapUp: 0, dialling: 0, calls: 2 },
    ['in_group_status.ok'],
  ],
  [
    [
      {
        leadId: '2001',
        listId: '101',
        priority: 0,
        callingCode: '1',
        nationalNumber: '7275551212',
        status: 'NEW',
        timesCalled: 0,
        vendorLeadCode: 'CRM-77',
      },
    ],
    ['hopper_list.ok'],
  ],
  [
    { verdict: 'dialable', gmtOffsetHours: -5 },
    ['check_phone.ok', 'check_phone.campaign_calltime', 'check_phone.camp_dnc_other'],
  ],
  [{ verdict: 'doNotCall', list: 'system' }, ['check_phone.dnc']],
  [{ verdict: 'doNotCall', list: 'campaign' }, ['check_phone.camp_dnc']],
  ['alreadyListed', ['add_dnc.exists']],
  ['removed', ['delete_dnc.ok']],
  ['notListed', ['delete_dnc.none']],
  ['8', ['update_alt_url.new']],
  [
    [
      {
        id: '3',
        active: true,
        rank: 1,
        statuses: ['SALE'],
        description: 'to CRM',
        lists: [],
        minimumSeconds: 0,
        address: 'https://crm.example.com/hook',
      },
    ],
    ['update_alt_url.list'],
  ],
];

function agent(
  user: string,
  campaign: string,
  session: string,
  status: LoggedInAgent['status'],
  leadId: string,
  callId: string,
  callsToday: number,
  fullName: string,
  pauseCode: string,
  subStatus: string,
): LoggedInAgent {
  const userGroup = 'AGENTS';
  return { user, campaign, session, status, leadId, callId, callsToday, fullName, userGroup, pauseCode, subStatus };
}

function lead(row: string): Record<string, string> {
  const columns = row.split('|');
  return Object.fromEntries(LEAD_COLUMNS.map((name, at) => [name, columns[at]!]));
}

function campaign(
  id: string,
  name: string,
  active: boolean,
  dialMethod: string,
  dialLevel: string,
  dialStatuses: readonly string[],
): CampaignRow {
  return { id, name, active, dialMethod, dialLevel, dialStatuses };
}
