import { type Advice, adviseSetUp, verdictOf } from '../../lib/messages/set-up-advice.ts';
import type { FunctionReport, LoginReport, SetUpReport } from '../../lib/messages/set-up-report.ts';
import type { MessageKey, Translate } from '../../lib/messages/text.ts';
import { sentence } from '../text.tsx';

export const TOLD: Readonly<Record<FunctionReport['told'], MessageKey>> = {
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
  logout: 'setUpForLogout',
  agent_status: 'setUpForAgentStatus',
  lead_search: 'setUpForLeadSearch',
  lead_all_info: 'setUpForLeadInfo',
  check_phone_number: 'setUpForNumberCheck',
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

export function loginTitle(t: Translate, { user }: LoginReport, kind: 'agent' | 'service'): string {
  if (user === null) return t(kind === 'agent' ? 'setUpRelayLogin' : 'setUpRelayService');
  return t(kind === 'agent' ? 'setUpAgentLogin' : 'setUpServiceLogin', user);
}

/** The whole report as plain text, to be sent to an administrator. */
export function setUpText(t: Translate, report: SetUpReport): string {
  const advice = adviseSetUp(report);
  const functions = (login: LoginReport, kind: 'agent' | 'service') => [
    '',
    loginTitle(t, login, kind),
    ...login.functions.map(({ name, told }) => `- ${name}: ${t(TOLD[told])}`),
  ];
  return [
    `${t('setUpTitle')}: ${report.server}, ${report.agentUser}`,
    headlineOf(t, advice),
    '',
    ...advice.flatMap(({ explanation, line }) => [
      `- ${sentence(t, explanation)}`,
      ...(line === undefined ? [] : [`  "${line}"`]),
    ]),
    ...functions(report.agent, 'agent'),
    ...(report.service ? functions(report.service, 'service') : []),
  ].join('\n');
}
