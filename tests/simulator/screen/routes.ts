import { guarded } from '../control.ts';
import { pause } from '../deliver.ts';
import { type DialerContext, jsonResponse, type Route, type SimRequest, type SimResponse } from '../route.ts';
import { optionalText, parseRule, readBody, text } from '../telephone/routes.ts';
import type { AgentScreens } from './agent-screens.ts';
import type { LoginForm } from './log-in.ts';
import { autoLoginPage, campaignLoginPage, phoneLoginPage } from './login-pages.ts';
import { pageScript } from './page-scripts.ts';
import { parseWebphoneSetting } from './phone-settings.ts';
import { picture } from './pictures.ts';
import { POLL_SCRIPT, STEP_SCRIPT } from './protocol.ts';
import { screenPage } from './screen-page.ts';

/** `/agc/vicidial.php` with all it loads and asks, and `/control/screen...` for tests and demonstrations. */
export function agentScreenRoutes(context: DialerContext, screens: AgentScreens): Route[] {
  return [
    { path: '/agc/vicidial.php', handle: (request) => ({ body: answerLogin(context, screens, request) }) },
    { path: `/agc/${POLL_SCRIPT}`, handle: ({ parameters }) => ({ body: screens.answerPoll(parameters) }) },
    { path: `/agc/${STEP_SCRIPT}`, handle: (request) => takeStep(context, screens, request) },
    { path: '/agc/screen/*', handle: ({ path }) => script(path.slice('/agc/screen/'.length)) },
    { path: '/agc/images/*', handle: ({ path }) => image(path.slice('/agc/images/'.length)) },
    {
      path: '/agc/blank.php',
      handle: () => ({ body: '<!DOCTYPE html>\n<html><head><title></title></head><body></body></html>\n' }),
    },
    { method: 'GET', path: '/control/screen', handle: guarded((request) => openScreen(screens, request)) },
    {
      method: 'POST',
      path: '/control/screen/settings',
      handle: guarded((request) => changeSettings(screens, request)),
    },
    { method: 'POST', path: '/control/screen/hand-over', handle: guarded((request) => handOver(screens, request)) },
  ];
}

/** GET, or a form without a phone: the phone login. Then the campaign login, then the screen itself. */
function answerLogin({ world }: DialerContext, screens: AgentScreens, request: SimRequest): string {
  const form = loginForm(request);
  if (request.method !== 'POST' || form.phoneLogin === '') return phoneLoginPage();
  if (form.user === '') return campaignLoginPage(world, form);
  const result = screens.logIn(form);
  return result.ok ? screenPage(result.settings) : campaignLoginPage(world, form, result.reason);
}

function loginForm({ parameters, remoteAddress }: SimRequest): LoginForm {
  const of = (name: string) => parameters.get(name) ?? '';
  return {
    phoneLogin: of('phone_login'),
    phonePassword: of('phone_pass'),
    user: of('VD_login'),
    password: of('VD_pass'),
    campaign: of('VD_campaign'),
    remoteAddress,
  };
}

async function takeStep(
  { clock }: DialerContext,
  screens: AgentScreens,
  { parameters }: SimRequest,
): Promise<SimResponse> {
  await pause(clock, screens.stepDelayMs(parameters));
  return { body: screens.answerStep(parameters) };
}

async function script(path: string): Promise<SimResponse> {
  const body = await pageScript(path);
  return body === null
    ? { status: 404, contentType: 'text/plain', body: 'Not Found\n' }
    : { contentType: 'text/javascript; charset=utf-8', body };
}

function image(name: string): SimResponse {
  return { contentType: 'image/svg+xml', body: picture(name) };
}

/**
 * `?user=1000` logs that agent in and leads to the screen's own address. His phone is in the session from the start unless
 * `joins` says otherwise; `campaign` and `webphone` (N, Y, Y_API_LAUNCH) as wanted.
 */
function openScreen(screens: AgentScreens, { parameters }: SimRequest): SimResponse {
  const form = screens.loginFormOf(parameters.get('user') ?? '', parameters.get('campaign'));
  const webphone = parseWebphoneSetting(parameters.get('webphone'));
  const joins = parseRule(parameters.get('joins') ?? 'always');
  screens.phones.change(form.user, { ...(webphone ? { webphone } : {}), joins });
  return { body: autoLoginPage(form) };
}

/** `{agentDisable?}` for the site, `{user, webphone?, joins?}` for a phone; read at the next login. */
function changeSettings(screens: AgentScreens, request: SimRequest): SimResponse {
  const body = readBody(request);
  if (typeof body.agentDisable === 'boolean') screens.options.agentDisable = body.agentDisable;
  const user = optionalText(body, 'user');
  const webphone = parseWebphoneSetting(optionalText(body, 'webphone'));
  const joins = optionalText(body, 'joins');
  const change = { ...(webphone ? { webphone } : {}), ...(joins ? { joins: parseRule(joins) } : {}) };
  if (user) screens.phones.change(user, change);
  return jsonResponse({ done: true });
}

/** `{user, leadId, ingroup?}`: an automatic call, or one of an in-group, for an agent who is READY. */
function handOver(screens: AgentScreens, request: SimRequest): SimResponse {
  const body = readBody(request);
  return jsonResponse({
    done: screens.handOverCall(text(body, 'user'), text(body, 'leadId'), optionalText(body, 'ingroup')),
  });
}
