import { checkLogin, clearFailures } from '../api/authentication.ts';
import {
  type Campaign,
  findCampaign,
  findLiveAgent,
  findUser,
  newRow,
  nextId,
  serverTime,
  systemSettings,
  type User,
  type World,
} from '../world.ts';
import type { PhoneSetting } from './phone-settings.ts';
import type { Choice, ScreenSettings } from './protocol.ts';
import type { ScreenContext } from './screen-context.ts';

export interface LoginForm {
  readonly phoneLogin: string;
  readonly phonePassword: string;
  readonly user: string;
  readonly password: string;
  readonly campaign: string;
  readonly remoteAddress: string;
}

export type LoginResult =
  | { readonly ok: true; readonly settings: ScreenSettings }
  | { readonly ok: false; readonly reason: string };

/** Logs an agent in: his live row is written afresh, so that whatever waited in it is gone. */
export function logIn(context: ScreenContext, form: LoginForm): LoginResult {
  const { world, clock } = context;
  const attempt = { user: form.user, pass: form.password, minimumLevel: 1, remoteAddress: form.remoteAddress };
  if (checkLogin(world, clock, attempt) !== 'GOOD') return refuse('Login incorrect, please try again');
  const user = findUser(world, form.user);
  const campaign = findCampaign(world, form.campaign);
  if (!user || !campaign || campaign.active !== 'Y') return refuse('Please choose an active campaign');
  const phone = context.phones.of(user.user);
  if (phone.login !== form.phoneLogin || phone.password !== form.phonePassword) {
    return refuse('Your phone login and password are not active in this system');
  }
  clearFailures(world, user, clock);
  return { ok: true, settings: openScreen(context, user, campaign, phone) };
}

function refuse(reason: string): LoginResult {
  return { ok: false, reason };
}

function openScreen(context: ScreenContext, user: User, campaign: Campaign, phone: PhoneSetting): ScreenSettings {
  const { world } = context;
  const before = findLiveAgent(world, user.user);
  const onHook = before?.on_hook_agent ?? 'N';
  const otherSession = world.web_client_sessions.some((row) => row.user === user.user);
  const sessionId = before?.conf_exten ?? freeSession(world);
  const extension = `SIP/${phone.login}`;
  const sessionName = writeWebSession(context, user, extension, sessionId);
  world.live_agents = world.live_agents.filter((row) => row !== before);
  world.live_agents.push(
    newRow('live_agents', {
      user: user.user,
      conf_exten: sessionId,
      extension,
      campaign_id: campaign.campaign_id,
      pause_code: 'LOGIN',
      on_hook_agent: onHook,
      calls_today: before?.calls_today ?? '0',
      closer_campaigns: before?.closer_campaigns ?? '',
      outbound_autodial: campaign.dial_method === 'MANUAL' ? 'N' : 'Y',
      last_update_time: serverTime(context.clock.now()),
    }),
  );
  const webphoneUrl = phone.webphone === 'N' ? '' : webphoneAddress(context, phone);
  writeSessionData(context, { user: user.user, campaign: campaign.campaign_id, sessionId, extension, webphoneUrl });
  connectPhone(context, user.user, phone);
  world.changed('live_agents', user.user);
  return {
    ...campaignSettings(world, campaign),
    user: user.user,
    password: user.pass,
    fullName: user.full_name,
    sessionName,
    sessionId,
    extension,
    phonePassword: phone.password,
    watchesSession: onHook !== 'Y' && phone.login !== 'nophone',
    agentDisable: context.options.agentDisable,
    webphoneFrame: phone.webphone === 'Y' ? webphoneUrl : '',
    otherSession,
  };
}

function campaignSettings(world: World, campaign: Campaign) {
  return {
    campaign: campaign.campaign_id,
    dialMethod: campaign.dial_method,
    dialLevel: Number(campaign.auto_dial_level),
    pauseCodesActive: campaign.agent_pause_codes_active,
    manualDialFilter: campaign.manual_dial_filter,
    callTimeCheck: campaign.manual_dial_call_time_check,
    dialTimeoutSeconds: Number(campaign.dial_timeout),
    apiManualDial: campaign.api_manual_dial,
    allowInbound: campaign.campaign_allow_inbound === 'Y',
    pauseCodes: world.pause_codes
      .filter((row) => row.campaign_id === campaign.campaign_id)
      .map((row) => ({ code: row.pause_code, name: row.pause_code_name })),
    dispositions: dispositionsOf(world, campaign.campaign_id),
    inGroups: world.inbound_groups.filter((row) => row.active === 'Y').map((row) => row.group_id),
  };
}

function dispositionsOf(world: World, campaignId: string): Choice[] {
  const ofCampaign = world.campaign_statuses.filter((row) => row.campaign_id === campaignId);
  return [...world.system_statuses, ...ofCampaign]
    .filter((row) => row.selectable === 'Y')
    .map((row) => ({ code: row.status, name: row.status_name }));
}

function freeSession(world: World): string {
  return nextId(
    world.live_agents.map((row) => row.conf_exten),
    8_600_050,
  );
}

function writeWebSession({ world, clock }: ScreenContext, user: User, extension: string, sessionId: string): string {
  const sessionName = `${clock.now()}_${sessionId}${world.web_client_sessions.length}`;
  const start_time = serverTime(clock.now());
  world.web_client_sessions.push(
    newRow('web_client_sessions', { session_name: sessionName, user: user.user, extension, start_time }),
  );
  return sessionName;
}

interface SessionData {
  readonly user: string;
  readonly campaign: string;
  readonly sessionId: string;
  readonly extension: string;
  readonly webphoneUrl: string;
}

/** What the API's webphone_url and call_agent answer from. */
function writeSessionData({ world, clock }: ScreenContext, data: SessionData): void {
  const time = serverTime(clock.now());
  const callerId = `S${time.slice(2).replace(/\D/g, '')}${data.sessionId}`;
  const order = [
    `Channel: ${data.extension}`,
    'Context: default',
    `Exten: ${data.sessionId}`,
    'Priority: 1',
    `Callerid: "${callerId}" <0000000000>`,
  ].join('|');
  world.agent_sessions = world.agent_sessions.filter((row) => row.user !== data.user);
  world.agent_sessions.push(
    newRow('agent_sessions', {
      user: data.user,
      campaign_id: data.campaign,
      conf_exten: data.sessionId,
      extension: data.extension,
      webphone_url: data.webphoneUrl,
      agent_login_call: `||${time}|NEW|N|10.10.10.15||Originate|${callerId}|${order}|||||`,
    }),
  );
}

/** The address with the phone's secret. A reserved example host cannot be opened: this dialer's own page stands in. */
function webphoneAddress(context: ScreenContext, phone: PhoneSetting): string {
  const configured = systemSettings(context.world).webphone_url;
  const isReserved = configured === '' || /^https:\/\/[^/]*\bexample\.com\//.test(configured);
  const page = isReserved ? `${context.origin()}/agc/webphone/webphone.php` : configured;
  const encoded = (text: string) => Buffer.from(text).toString('base64');
  const login = encoded(phone.login);
  const options = encoded('INITIAL_LOAD--DIALPAD_Y--AUTOANSWER_Y');
  return (
    `${page}?phone_login=${login}&phone_login=${login}&phone_pass=${encoded(phone.password)}` +
    `&server_ip=${encoded('10.10.10.15')}&callerid=${encoded('0000000000')}&protocol=${encoded('SIP')}` +
    `&codecs=&options=${options}&system_key=`
  );
}

/** A desk phone is rung by the login; a web phone waits for somebody to ring it. */
function connectPhone({ telephone }: ScreenContext, user: string, phone: PhoneSetting): void {
  telephone.phones.setRule(user, phone.joins);
  if (phone.webphone === 'N') telephone.phones.ring(user);
}
