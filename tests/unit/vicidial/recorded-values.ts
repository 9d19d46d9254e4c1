import type { AgentStatusRow, LiveStatus, ServerVersion } from '../../../lib/vicidial/client.ts';

const WEBPHONE_URL =
  'https://dialer.example.com/agc/viciphone/viciphone.php?phone_login=Y2MxMDA=&phone_login=Y2MxMDA=' +
  '&phone_pass=c2lwLXNlY3JldC0xMDA=&server_ip=MTAuMTAuMTAuMTU=&callerid=MDAwMDAwMDAwMA==&protocol=U0lQ&codecs=' +
  '&options=SU5JVElBTF9MT0FELS1ESUFMUEFEX1ktLUFVVE9BTlNXRVJfWQ==&system_key=';

/** The value each recorded success holds, read from its text and not from the code, with the ids of the answers. */
export const RECORDED_VALUES: readonly (readonly [value: unknown, ids: readonly string[]])[] = [
  [
    version('2.14-82', '250122-1010', '2026-11-20 16:49:12', 1795211352),
    ['agent.version.noauth', 'agent.version.post'],
  ],
  [version('2.14-82', '250122-1010', '2026-11-20 16:49:13', 1795211353), ['agent.cors.get_with_origin']],
  [
    at(1795211353),
    [
      'agent.auth.function_allowed',
      'agent.auth.agent_uses_own_credentials',
      'agent.auth.agent_controls_other_agent',
      'agent.auth.ip_allowed',
      'agent.auth.lock_expired',
      'agent.post.body_credentials',
      'agent.get.log',
      'agent.post.mixed',
      'dial.ok',
      'dial.ok.post',
    ],
  ],
  [
    at(1795211354),
    [
      'dial.ok.search_garbage',
      'dial.ok.long_vendor_id',
      'dial.ok.vendor_id_with_bang',
      'dial.ok.vendor_id_semicolon_hash',
      'dial.preview_state',
      'dial.outbound_cid.ok',
      'dial.dial_ingroup.bad',
      'dial.dial_ingroup.incall',
      'dial.lead_id.ok',
      'dial.lead_id.other_campaign',
      'dial.alt_dial.search.alt',
      'dial.alt_dial.search.main',
      'dial.alt_dial.without_lead',
    ],
  ],
  [
    at(1795211355),
    [
      'dial.dial_override_ignored',
      'dial.alt_user.unknown_but_agent_given',
      'dial.close_window_link',
      'dial.close_window_link.es',
      'dial.same_twice',
      'dial.queue.ok',
      'dial.queue.two_numbers',
      'dial.queue.lead_id',
      'pause.pause',
    ],
  ],
  [
    null,
    [
      'preview.skip',
      'preview.dialonly',
      'preview.altdial',
      'preview.adr3dial',
      'hangup.ok',
      'hangup.no_call',
      'pause_code.unknown',
      'logout.ok',
      'call_agent.ok',
      'call_agent.twice',
      'call_agent.onhook',
      'transfer.hangup_xfer',
      'transfer.leave_3way_call',
      'transfer.blind_transfer',
      'transfer.local_closer',
      'transfer.dial_override',
      'transfer.cid_choice',
      'transfer.local_closer.default',
      'transfer.local_closer.agentdirect',
      'transfer.consultative',
      'park.park_customer',
      'park.grab_customer',
      'park.park_ivr_customer',
      'park.park_xfer',
      'dtmf.ok',
      'dtmf.no_call',
      'recording.start',
      'recording.stop.ok',
      'recording.stop.right_after_start',
      'st_active.dash',
      'altuser.ok.transfer_conference',
      'async.cancel_with_skip',
    ],
  ],
  [{ callbackStored: false }, ['status.ok', 'status.no_call', 'status.callback.not_cb_status', 'status.qm_only']],
  [{ callbackStored: true }, ['status.callback.campaign_status']],
  [at(1795211356), ['pause.pause_incall']],
  [WEBPHONE_URL, ['webphone.display', 'webphone.display.post', 'agent.webphone.own_credentials']],
  [
    { recording: false, recordingId: null, startedAt: null, liveStatus: 'INCALL' },
    ['recording.status.incall', 'async.lead_id_on_screen'],
  ],
  [{ recording: false, recordingId: null, startedAt: null, liveStatus: 'READY' }, ['recording.status.ready']],
  [
    { recording: false, recordingId: null, startedAt: null, liveStatus: 'PAUSED' },
    ['recording.status.own_credentials'],
  ],
  [
    { recording: true, recordingId: '91', startedAt: '2026-11-19 10:00:01', liveStatus: 'INCALL' },
    ['recording.status.recording'],
  ],
  [{ user: '1003', phoneNumber: '3125550100', leadId: '2005', vendorLeadCode: 'CRM-81' }, ['st_active.wrong_team']],
  [1, ['queue_count.ok']],
  [version('2.14-202', '250720-1841', '2026-11-20 16:49:19', 1795211359), ['na.version', 'na.options']],
  [
    row('PAUSED', '', '', 'TESTCAMP', 3, 'Alice Agent', 'BREAK', '', '', ''),
    [
      'na.auth.success_clears_failures',
      'na.auth.post',
      'agent_status.paused-break',
      'agent_status.level7',
      'agent_status.limited',
      'agent_status.pending_dial',
      'async.poll_does_not_clear',
      'async.dnc_refused_by_screen',
      'async.queue.waiting',
      'async.queue.two',
    ],
  ],
  [row('PAUSED', '', '', 'TESTCAMP', 0, 'Carol OnHook', 'LOGIN', '', '', ''), ['agent_status.on-hook-paused']],
  [
    row('INCALL', 'M1120162200000002005', '2005', 'TESTCAMP', 5, 'Dave InCall', '', '', '3125550100', 'CRM-81'),
    ['agent_status.incall-answered', 'agent_status.header', 'agent_status.tab', 'agent_status.include_ip'],
  ],
  [row('READY', '', '', 'TESTCAMP', 1, 'Erin Ready', '', '', '', ''), ['agent_status.ready']],
  [
    row('PAUSED', 'M1120162200000002002', '2002', 'TESTCAMP', 2, 'Ivan Dispo', '', 'DISPO', '7275551313', 'CRM-78'),
    ['agent_status.paused-disposition'],
  ],
  [
    row('INCALL', 'M1120162200000002001', '2001', 'TESTCAMP', 1, 'Leo Dialing', '', 'DIAL', '7275551212', 'CRM-77'),
    ['agent_status.incall-dialing'],
  ],
  [
    row('INCALL', 'Y1120162200000002006', '2006', 'TESTCAMP', 4, 'Mia Inbound', '', '', '3125550101', 'CRM-82'),
    ['agent_status.incall-inbound'],
  ],
  [
    row('INCALL', 'M1120162200000009999', '2002', 'TESTCAMP', 1, 'Ned Dead', '', 'DEAD', '7275551313', 'CRM-78'),
    ['agent_status.incall-customer-gone'],
  ],
  [
    row('PAUSED', '', '2001', 'TESTCAMP', 1, 'Oda Preview', '', 'PREVIEW', '7275551212', 'CRM-77'),
    ['agent_status.paused-preview'],
  ],
  [
    row('INCALL', 'M1120162200000002005', '2005', 'TESTCAMP', 5, 'Dave InCall', '', 'PARK', '3125550100', 'CRM-81'),
    ['agent_status.parked'],
  ],
  [
    row('INCALL', 'M1120162200000002005', '2005', 'TESTCAMP', 5, 'Dave InCall', '', '3-WAY', '3125550100', 'CRM-81'),
    ['agent_status.3way'],
  ],
  [
    row(
      'INCALL',
      'M1201649230000002001',
      '2001',
      'TESTCAMP',
      4,
      'Alice Agent',
      'BREAK',
      'DIAL',
      '7275551212',
      'CRM-77',
    ),
    ['async.second_dial_lost'],
  ],
  [
    row('INCALL', 'M1201649230000003001', '3001', 'TESTCAMP', 4, 'Alice Agent', 'BREAK', 'DIAL', '7275550000', ''),
    ['async.dnc_not_filtered'],
  ],
  [
    at(1795211363),
    [
      'async.dial_during_preview',
      'lang.english_user',
      'agent.source_long',
      'agent.source_dash',
      'dial.phone_code_plus',
      'agent.options_runs_the_function',
    ],
  ],
  [{ user: '1000', phoneNumber: '7275551212', leadId: '2001', vendorLeadCode: 'CRM-77' }, ['async.active_lead']],
  [
    version('2.14-82', '250122-1010', '2026-11-20 16:49:23', 1795211363),
    ['agent.cors.on.extension_origin', 'agent.cors.on.other_origin'],
  ],
  [
    version('2.14-202', '250720-1841', '2026-11-20 16:49:23', 1795211363),
    ['na.cors.on.get', 'na.cors.on.extension_origin', 'na.cors.on.other_origin'],
  ],
  [at(1795211364), ['altuser.ok.external_pause']],
  [
    row(
      'INCALL',
      'M1201649240000002001',
      '2001',
      'TESTCAMP',
      4,
      'Alice Agent',
      'BREAK',
      'DIAL',
      '7275551212',
      'CRM-77',
    ),
    ['async.queue.dialed', 'async.hangup_flag_cleared_on_start'],
  ],
];

function at(epochSeconds: number): { readonly epochSeconds: number } {
  return { epochSeconds };
}

function version(version: string, build: string, localTime: string, epochSeconds: number): ServerVersion {
  return { version, build, localTime, epochSeconds };
}

function row(
  status: LiveStatus,
  callId: string,
  leadId: string,
  campaign: string,
  callsToday: number,
  fullName: string,
  pauseCode: string,
  subStatus: string,
  phoneNumber: string,
  vendorLeadCode: string,
): AgentStatusRow {
  return {
    status,
    callId,
    leadId,
    campaign,
    callsToday,
    fullName,
    pauseCode,
    subStatus,
    phoneNumber,
    vendorLeadCode,
  };
}
