import { serverTime } from '../../clock.ts';
import { type AgentSession, newRow, nextId, type World } from '../../world.ts';
import { type AgentAnswer, type AgentFunction, namesAgent, notValid, refusal, success } from '../agent-call.ts';

const webphoneUrl: AgentFunction = {
  target: 'agent',
  refuse: (p) => (namesAgent(p) && ['DISPLAY', 'LAUNCH'].includes(p('value')) ? null : notValid(p)),
  run({ world, p }, agent) {
    const session = sessionOf(world, agent.user);
    if (!session) return refusal('webphone_url error - no session data', agent.user);
    if (session.webphone_url === '') return refusal('webphone_url error - webphone url is empty', agent.user);
    return { text: p('value') === 'LAUNCH' ? launchPage(session.webphone_url) : session.webphone_url };
  },
};

function launchPage(url: string): string {
  return [
    `<META HTTP-EQUIV=Refresh CONTENT="0; URL=${url}">`,
    '</HEAD>',
    '<BODY BGCOLOR=#FFFFFF marginheight=0 marginwidth=0 leftmargin=0 topmargin=0>',
    `<a href="${url}">click here to continue. . .</a>`,
    '</BODY>',
    '',
  ].join('\n');
}

const callAgent: AgentFunction = {
  target: 'agent',
  refuse: (p) => (namesAgent(p) && p('value') === 'CALL' ? null : notValid(p)),
  // Nothing prevents a second ring: each request orders one.
  run({ world, clock }, agent): AgentAnswer {
    const session = sessionOf(world, agent.user);
    if (!session) return refusal('call_agent error - no session data', agent.user);
    if (session.agent_login_call === '') return refusal('call_agent error - entry is empty', agent.user);
    orderCall(world, session.agent_login_call, serverTime(clock.now()));
    return success('call_agent function sent', agent.user);
  },
};

/** Replays the order that rang the agent's phone at login. */
function orderCall(world: World, loginCall: string, entry_date: string): void {
  const [, , , status, , server_ip, , action, callerid, line_b, line_c, line_d, line_e, line_f] = loginCall.split('|');
  const man_id = nextId(world.manager.map((row) => row.man_id));
  const row = {
    man_id,
    entry_date,
    status,
    server_ip,
    action,
    callerid,
    cmd_line_b: line_b,
    cmd_line_c: line_c,
    // The program writes the extension anew, with two spaces: recorded in call_agent.ok.
    cmd_line_d: line_d?.replace('Exten: ', 'Exten:  '),
    cmd_line_e: line_e,
    cmd_line_f: line_f,
  };
  world.manager.push(newRow('manager', withoutMissing(row)));
  world.changed('manager', man_id);
}

function withoutMissing(row: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, value ?? '']));
}

function sessionOf(world: World, user: string): AgentSession | undefined {
  return world.agent_sessions.find((row) => row.user === user);
}

export const phoneFunctions = { webphone_url: webphoneUrl, call_agent: callAgent };
