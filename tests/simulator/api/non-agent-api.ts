import type { DialerContext, Route, SimRequest, SimResponse } from '../route.ts';
import { findUser, systemSettings } from '../world.ts';
import { writeApiLog } from './api-log.ts';
import { checkLogin, clearFailures, mayUse } from './authentication.ts';
import { withCors } from './cors.ts';
import { addLeadFunctions } from './non-agent/add-lead.ts';
import { agentListFunctions } from './non-agent/agent-lists.ts';
import { agentStatusFunctions } from './non-agent/agent-status.ts';
import { altUrlFunctions } from './non-agent/alt-urls.ts';
import { callHistoryFunctions } from './non-agent/call-history.ts';
import { campaignFunctions } from './non-agent/campaigns.ts';
import { dncFunctions } from './non-agent/dnc.ts';
import { leadInfoFunctions } from './non-agent/lead-info.ts';
import { leadSearchFunctions } from './non-agent/lead-search.ts';
import { liveCountFunctions } from './non-agent/live-counts.ts';
import { numberFunctions } from './non-agent/numbers.ts';
import { reportFunctions } from './non-agent/reports.ts';
import { updateLeadFunctions } from './non-agent/update-lead.ts';
import type { NonAgentFunction, UnusualAnswer } from './non-agent-call.ts';
import { cleanParameters, type Parameters } from './parameters.ts';
import { jokeAnswer, nonAgentVersion } from './version.ts';

/** One object per family; a new function is one more entry in one of them. */
const functions: ReadonlyMap<string, NonAgentFunction> = new Map(
  [
    agentStatusFunctions,
    agentListFunctions,
    addLeadFunctions,
    updateLeadFunctions,
    leadSearchFunctions,
    leadInfoFunctions,
    numberFunctions,
    dncFunctions,
    callHistoryFunctions,
    campaignFunctions,
    altUrlFunctions,
    liveCountFunctions,
    reportFunctions,
  ].flatMap((family) => Object.entries(family)),
);

const minimumLevel = 7;

export function nonAgentApiRoutes(context: DialerContext): Route[] {
  const answer = (request: SimRequest) => answerRequest(context, request);
  return [{ path: '/vicidial/non_agent_api.php', handle: (request) => withCors(context, request, answer) }];
}

// The order was recorded: login, source, the list of allowed functions, then the function's own flags.
function answerRequest(context: DialerContext, request: SimRequest): SimResponse {
  const { world, clock } = context;
  const p = cleanParameters(request.parameters, 'nonAgent', {
    anyScript: systemSettings(world).use_non_latin === '1',
  });
  const name = p('function');
  const joke = jokeAnswer(name);
  if (joke) return joke;
  if (name === 'version') return { body: nonAgentVersion(clock) };
  const refused = refuseLogin(context, request, p);
  if (refused !== null) return { body: refused };
  const apiUser = findUser(world, p('user'));
  if (!apiUser) throw new Error('a user who has just signed in is there');
  clearFailures(world, apiUser, clock);
  const source = p('source');
  if (source.length < 2) return { body: `ERROR: Invalid Source - ${source}\nERROR: Invalid Source: |${source}|\n` };
  if (!mayUse(apiUser, name)) {
    return { body: `ERROR: auth USER DOES NOT HAVE PERMISSION TO USE THIS FUNCTION: |${apiUser.user}|${name}|\n` };
  }
  const answer = functions.get(name)?.({ world, clock, p, apiUser }) ?? 'ERROR: NO FUNCTION SPECIFIED\n';
  const response: UnusualAnswer = typeof answer === 'string' ? { body: answer } : answer;
  // A program that died had no time to log.
  if (response.status !== undefined) return response;
  const { body } = response;
  const result = body.startsWith('ERROR: ') ? 'ERROR' : 'SUCCESS';
  writeApiLog(world, clock, request, p, { script: 'non-agent', result, reason: name, data: body.trimEnd() });
  return response;
}

// Unlike the Agent API these failures are not logged.
function refuseLogin({ world, clock }: DialerContext, request: SimRequest, p: Parameters): string | null {
  const [user, pass, remoteAddress] = [p('user'), p('pass'), request.remoteAddress];
  switch (checkLogin(world, clock, { user, pass, minimumLevel, remoteAddress })) {
    case 'GOOD':
      return null;
    case 'LOCK':
      return `ERROR: Too many login attempts, try again in 15 minutes: |${user}|LOCK|\n`;
    case 'IPBLOCK':
      return `ERROR: Your IP Address is not allowed: ${remoteAddress}: ||IPBLOCK|\n`;
    case 'BAD':
      return `ERROR: Login incorrect, please try again: |${user}|${pass}|BAD|\n`;
  }
}
