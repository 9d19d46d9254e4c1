import { type Advice, adviseSetUp, rightsOf, verdictOf } from '../../lib/messages/set-up-advice.ts';
import type { FunctionReport, LoginReport, SetUpReport } from '../../lib/messages/set-up-report.ts';
import type { MessageKey, Translate } from '../../lib/messages/text.ts';
import { hostOf } from '../../lib/read-url.ts';
import { sentence } from '../text.tsx';

const TOLD: Readonly<Record<FunctionReport['told'], MessageKey>> = {
  allowed: 'setUpToldAllowed',
  notListed: 'setUpToldNotListed',
  flagsMissing: 'setUpToldFlags',
  unknownFunction: 'setUpToldUnknown',
  notAsked: 'setUpToldNotAsked',
};

/** What Dialside does with a function. */
export const PURPOSES: Readonly<Record<string, MessageKey>> = {
  external_dial: 'setUpForDial',
  external_hangup: 'setUpForHangUp',
  external_status: 'setUpForStatus',
  external_pause: 'setUpForPause',
  pause_code: 'setUpForPauseCode',
  recording: 'setUpForRecording',
  webphone_url: 'setUpForWebphone',
  call_agent: 'setUpForCallAgent',
  preview_dial_action: 'setUpForPreview',
  send_dtmf: 'setUpForDtmf',
  park_call: 'setUpForPark',
  transfer_conference: 'setUpForTransfer',
  calls_in_queue_count: 'setUpForQueue',
  update_fields: 'setUpForFields',
  logout: 'setUpForLogout',
  agent_status: 'setUpForAgentStatus',
  lead_search: 'setUpForLeadSearch',
  lead_all_info: 'setUpForLeadInfo',
  check_phone_number: 'setUpForNumberCheck',
  phone_number_log: 'numberCalls',
  recording_lookup: 'numberRecordings',
  lead_callback_info: 'numberCallback',
  update_lead: 'setUpForCallbacks',
  add_lead: 'numberAddLead',
  add_dnc_phone: 'numberDoNotCallYes',
};

/** What the supervisor's page does with one, by the names of its sections and buttons. */
export const SUPERVISOR_PURPOSES: Readonly<Record<string, MessageKey>> = {
  logged_in_agents: 'supervisorAgents',
  in_group_status: 'supervisorQueues',
  user_group_status: 'supervisorQueues',
  campaigns_list: 'supervisorCampaigns',
  hopper_list: 'supervisorHopper',
  agent_stats_export: 'supervisorFigures',
  call_dispo_report: 'supervisorFigures',
  lead_search: 'supervisorLeads',
  lead_all_info: 'supervisorLeads',
  check_phone_number: 'supervisorDnc',
  update_campaign: 'setUpForCampaigns',
  update_alt_url: 'supervisorUrls',
  add_dnc_phone: 'supervisorDncAdd',
  delete_dnc_phone: 'supervisorDncRemove',
};

/** Campaign settings that decide what a click does, and that no API tells; by VICIdial's own names on its page of a campaign. */
export const CAMPAIGN_SETTINGS: readonly { readonly label: string; readonly key: MessageKey }[] = [
  { label: 'Manual Dial API', key: 'setUpCampaignApi' },
  { label: 'Manual Dial List ID', key: 'setUpCampaignList' },
  { label: 'Manual Dial Filter', key: 'setUpCampaignFilter' },
  { label: 'Manual Preview Dial', key: 'setUpCampaignPreview' },
  { label: 'Agent Pause Codes Active', key: 'setUpCampaignCodes' },
];

export function headlineOf(t: Translate, advice: readonly Advice[]): string {
  const changes = advice.filter(({ weight }) => weight === 'change').length;
  switch (verdictOf(advice)) {
    case 'allWell':
      return t('setUpAllWell');
    case 'stopped':
      return t('setUpStopped');
    case 'cannotTell':
      return t('setUpCannotTell');
    case 'findings':
      return t('setUpFindings', String(changes));
  }
}

export type LoginKind = 'agent' | 'service' | 'supervisor';

export function loginTitle(t: Translate, { user }: LoginReport, kind: LoginKind): string {
  if (kind === 'supervisor') return t('setUpSupervisorLogin', user ?? '');
  if (user === null) return t(kind === 'agent' ? 'setUpRelayLogin' : 'setUpRelayService');
  return t(kind === 'agent' ? 'setUpAgentLogin' : 'setUpServiceLogin', user);
}

/** What the dialer said of a function, with what the user needs where that is not enough. */
export function toldText(t: Translate, { told, needs }: FunctionReport): string {
  return told === 'flagsMissing' && needs ? `${t(TOLD[told])}: ${rightsOf(needs).join(', ')}` : t(TOLD[told]);
}

/** The whole report as plain text, to be sent to an administrator. */
export function setUpText(t: Translate, report: SetUpReport): string {
  const advice = adviseSetUp(report);
  const functions = (login: LoginReport, kind: LoginKind) => [
    '',
    loginTitle(t, login, kind),
    ...login.functions.map((one) => `- ${one.name}: ${toldText(t, one)}`),
  ];
  return [
    `${t('setUpTitle')}: ${hostOf(report.server)}, ${report.agentUser}`,
    headlineOf(t, advice),
    '',
    ...advice.flatMap(({ explanation, line }) => [
      `- ${sentence(t, explanation)}`,
      ...(line === undefined ? [] : [`  "${line}"`, `  ${t('setUpListReplaces')}`]),
    ]),
    ...functions(report.agent, 'agent'),
    ...(report.service ? functions(report.service, 'service') : []),
    ...(report.supervisor ? functions(report.supervisor, 'supervisor') : []),
  ].join('\n');
}
