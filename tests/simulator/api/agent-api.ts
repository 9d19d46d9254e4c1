import { epochSeconds } from '../clock.ts';
import type { DialerContext, Route, SimRequest, SimResponse } from '../route.ts';
import { findLiveAgent, findUser, systemSettings, type User, type World } from '../world.ts';
import { callFunctions } from './agent/call.ts';
import { dialFunctions } from './agent/dial.ts';
import { fieldFunctions } from './agent/fields.ts';
import { ingroupFunctions } from './agent/ingroups.ts';
import { leadFunctions } from './agent/lead.ts';
import { leadOnScreenFunctions } from './agent/lead-on-screen.ts';
import { messageFunctions } from './agent/messages.ts';
import { notificationFunctions } from './agent/notifications.ts';
import { pauseFunctions } from './agent/pause.ts';
import { phoneFunctions } from './agent/phone.ts';
import { previewFunctions } from './agent/preview.ts';
import { transferFunctions } from './agent/transfer.ts';
import { type AgentAnswer, type AgentCall, type AgentFunction, type AnswerLine, refusal } from './agent-call.ts';
import { writeApiLog } from './api-log.ts';
import { checkLogin, mayUse } from './authentication.ts';
import { withCors } from './cors.ts';
import { cleanParameters, type Parameters } from './parameters.ts';
import { translatorFor } from './translation.ts';
import { agentVersion, jokeAnswer } from './version.ts';

/** One object per family; a new function is one more entry in one of them. */
const functions: ReadonlyMap<string, AgentFunction> = new Map(
  [
    dialFunctions,
    previewFunctions,
    callFunctions,
    pauseFunctions,
    phoneFunctions,
    transferFunctions,
    leadFunctions,
    fieldFunctions,
    leadOnScreenFunctions,
    ingroupFunctions,
    messageFunctions,
    notificationFunctions,
  ].flatMap((family) => Object.entries(family)),
);

export function agentApiRoutes(context: DialerContext): Route[] {
  const answer = (request: SimRequest) => answerRequest(context, request);
  return [{ path: '/agc/api.php', handle: (request) => withCors(context, request, answer) }];
}

// The order of these checks is what a client sees, and was recorded: source, login, flag, system switch, the function.
function answerRequest(context: DialerContext, request: SimRequest): SimResponse {
  const { world, clock } = context;
  const p = cleanParameters(request.parameters, 'agent', {
    anyScript: systemSettings(world).use_non_latin === '1',
  });
  const joke = jokeAnswer(p('function'));
  if (joke) return joke;
  if (p('function') === 'version') return { body: agentVersion(clock) };
  if (p('source').length < 2) return { body: `ERROR: Invalid Source - ${p('source')}\n` };
  const refused = refuseLogin(context, request, p);
  if (refused !== null) {
    writeApiLog(world, clock, request, p, { script: 'api', result: 'ERROR', reason: 'auth', data: refused });
    return { body: refused };
  }
  if (systemSettings(world).vdc_agent_api_active !== '1') return { body: 'ERROR: System API NOT ACTIVE\n' };
  const apiUser = findUser(world, p('user'));
  const wanted = functions.get(p('function'));
  const requestText = `${request.queryString}&${request.body}`;
  return apiUser && wanted
    ? runFunction(context, request, { world, clock, p, apiUser, requestText }, wanted)
    : { body: '' };
}

function refuseLogin({ world, clock }: DialerContext, request: SimRequest, p: Parameters): string | null {
  const [user, pass] = [p('user'), p('pass')];
  const outcome = checkLogin(world, clock, { user, pass, minimumLevel: 1, remoteAddress: request.remoteAddress });
  const apiFlag = findUser(world, user)?.vdc_agent_api_access === '1' ? 1 : 0;
  const reason = outcome === 'GOOD' && !hasActiveServer(world) ? 'ERRSERVERS' : outcome;
  if (reason === 'GOOD' && apiFlag === 1) return null;
  const details = reason === 'BAD' ? `0|api|${loginQuery(user, pass, epochSeconds(clock))}|` : '';
  return `ERROR: Invalid Username/Password: |${user}|${pass}|${reason === 'GOOD' ? 1 : 0}|${apiFlag}|${reason}|${details}\n`;
}

// The real answer carries the text of the query that failed, password included; clients have to redact it.
function loginQuery(user: string, pass: string, epoch: number): string {
  return `SELECT count(*) from vicidial_users where user='${user}' and pass='${pass}' and user_level > 0 and active='Y' and ( (failed_login_count < 10) or (UNIX_TIMESTAMP(last_login_date) < ${epoch - 900}) );`;
}

function hasActiveServer(world: World): boolean {
  return world.servers.some((server) => server.active === 'Y' && server.active_asterisk_server === 'Y');
}

function runFunction(context: DialerContext, request: SimRequest, call: AgentCall, wanted: AgentFunction): SimResponse {
  const answer = wanted.refuse(call.p) ?? refusePermission(call.apiUser, call.p) ?? callTarget(call, wanted);
  if ('crashed' in answer) return { status: 500, body: '' };
  const last: Partial<AnswerLine> = 'lines' in answer ? (answer.lines.at(-1) ?? {}) : { word: 'SUCCESS' };
  writeApiLog(context.world, context.clock, request, call.p, {
    script: 'api',
    result: last.word ?? '',
    reason: last.reason ?? '',
    data: last.fields ?? '',
  });
  return { body: printAnswer(answer, translatorFor(call.world, call.apiUser)) };
}

function refusePermission(apiUser: User, p: Parameters): AgentAnswer | null {
  if (mayUse(apiUser, p('function'))) return null;
  return refusal(
    'auth USER DOES NOT HAVE PERMISSION TO USE THIS FUNCTION',
    [p('value'), apiUser.user, p('function'), apiUser.user_group].join('|'),
  );
}

function callTarget(call: AgentCall, wanted: AgentFunction): AgentAnswer {
  if (wanted.target === 'none') return wanted.run(call);
  const { p, world } = call;
  const byAlternative = p('alt_user').length > 1 ? findUserByCustomThree(world, p('alt_user')) : undefined;
  const user = byAlternative?.user ?? p('agent_user');
  const agent = findLiveAgent(world, user);
  const withTarget: AgentCall = { ...call, p: (name) => (name === 'agent_user' ? user : p(name)) };
  const answer = agent ? wanted.run(withTarget, agent) : refusal('agent_user is not logged in', user);
  const isUnknown = p('alt_user').length > 1 && !byAlternative;
  return isUnknown ? precededBy({ word: 'ERROR', reason: 'no user found', fields: p('alt_user') }, answer) : answer;
}

function findUserByCustomThree(world: World, text: string): User | undefined {
  return world.users.find((user) => user.custom_three.toLowerCase() === text.toLowerCase());
}

// An unknown alt_user is complained about, and then the command is done for agent_user all the same.
function precededBy(line: AnswerLine, answer: AgentAnswer): AgentAnswer {
  if ('lines' in answer) return { ...answer, lines: [line, ...answer.lines] };
  return 'text' in answer ? { text: `${printLine(line, (phrase) => phrase)}\n${answer.text}` } : answer;
}

function printAnswer(answer: Exclude<AgentAnswer, { crashed: true }>, translate: (phrase: string) => string): string {
  if ('text' in answer) return answer.text;
  const text = answer.lines.map((line) => printLine(line, translate)).join('\n');
  return `${text}${answer.endsWithNewline ? '\n' : ''}${answer.after ?? ''}`;
}

function printLine({ word, reason, fields }: AnswerLine, translate: (phrase: string) => string): string {
  return `${translate(word)}: ${translate(reason)} - ${fields}`;
}
