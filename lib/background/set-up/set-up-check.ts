import type { AgentFacts, FunctionReport, LoginReport, SetUpReport } from '../../messages/set-up-report.ts';
import { fail, type Result } from '../../result.ts';
import type { Connection } from '../../session/connection.ts';
import type { Answer } from '../../vicidial/client.ts';
import type { VicidialFailure } from '../../vicidial/failure.ts';
import { AGENT_FUNCTIONS, createAgentProbe } from '../../vicidial/set-up/agent-probe.ts';
import {
  createServiceProbe,
  needsOf,
  type Right,
  SERVICE_CHANGES,
  SERVICE_FUNCTIONS,
  type ServiceFunction,
  SUPERVISOR_FUNCTIONS,
} from '../../vicidial/set-up/service-probe.ts';
import { passwordWarning, serviceCredentials } from '../../vicidial/wire/credentials.ts';
import type { RequestLine } from '../request-line.ts';
import { isLoginRefused, isSameLogin } from '../session/refused-login.ts';
import { agentClientOf, type FetchLike, statusClientOf } from '../session/sign-in.ts';
import type { Supervisor } from '../supervisor/supervisor.ts';
import type { SupervisorLogins } from '../supervisor/supervisor-login.ts';

/** Two requests a second at most, so that a check costs the dialer no more than a panel that is open. */
export const SPACING_MS = 500;

export interface SetUpCheckDeps {
  readonly fetch: FetchLike;
  /** The line in which everything that is only asked for one agent stands. */
  readonly inTurn: RequestLine['inTurn'];
  readonly sleep: (ms: number) => Promise<void>;
  /** Whoever is signed in on the supervisor's page. */
  readonly supervisors: Pick<SupervisorLogins, 'read'>;
  /** By which that login is asked, so that it is used no more once it is refused or signed out, by whomever. */
  readonly desk: Supervisor['desk'];
  readonly signOut: Supervisor['signOut'];
  /** The agent's own login is refused. Resolves with whether the connection has ended with it, and nothing more is sent for it. */
  readonly onAgentRefused: (failure: VicidialFailure) => Promise<boolean>;
  /** The second login is refused: it is to be used no more, by nobody, while the check goes on. */
  readonly onServiceRefused: (failure: VicidialFailure) => Promise<void>;
  /** The name of an agent who is not there; another one for each check, so that nobody can be there under it. */
  readonly nobody: string;
}

/** One question in its turn; once a login or the way to the dialer is refused, it is not asked any more. */
type Ask = <T>(question: () => Answer<T>) => Answer<T>;

/**
 * Asks the dialer what the logins of a connection may do, one question after the other, and changes nothing there. A login that is
 * refused is not used again.
 */
export async function checkSetUp(connection: Connection, deps: SetUpCheckDeps): Promise<SetUpReport> {
  const { server, agentUser, relay } = connection;
  const agent = askWith(deps);
  const facts = await agentFacts(connection, deps, agent.ask);
  const listed = relay ? notAsked(AGENT_FUNCTIONS) : await agentFunctions(connection, deps, agent.ask);
  const functions = listed.map((one) => lessFlag(one, facts));
  const refusedAgent = refusalOf(agent.stopped());
  const isOver = refusedAgent !== null && (await deps.onAgentRefused(refusedAgent));
  const service = isOver ? unaskedService(connection) : await serviceReport(connection, deps);
  const refused = refusalOf(service?.login.problem ?? null);
  const same = refused && (await refusedSupervisor(connection, deps, refused));
  if (refused) await deps.onServiceRefused(refused);
  return {
    server,
    agentUser,
    isRelay: relay !== undefined,
    agent: {
      user: connection.credentials?.user ?? null,
      passwordWarning: connection.credentials && passwordWarning(connection.credentials.password, false),
      problem: agent.stopped(),
      functions,
    },
    service: service?.login ?? null,
    supervisor: same ?? (await supervisorReport(connection, deps)),
    facts: { ...facts, isViewable: service?.isViewable ?? null },
  };
}

function askWith({ inTurn, sleep }: Pick<SetUpCheckDeps, 'inTurn' | 'sleep'>): {
  readonly ask: Ask;
  stopped(): VicidialFailure | null;
} {
  let problem: VicidialFailure | null = null;
  const ask: Ask = async (question) => {
    if (problem) return fail(problem);
    const answer = await inTurn(question);
    if (!answer.ok && isEnd(answer.failure)) problem = answer.failure;
    // Not in the line: a click that looks for its lead does not wait for this. Nor does a refused login: whoever else has it would
    // send it once more meanwhile.
    if (!refusalOf(problem)) await sleep(SPACING_MS);
    return answer;
  };
  return { ask, stopped: () => problem };
}

/** Says nothing of one function alone: whatever is asked after it would be answered the same. */
function isEnd({ code }: VicidialFailure): boolean {
  switch (code) {
    case 'unknownFunction':
    case 'notPermitted':
    case 'notLoggedIn':
    case 'notPaused':
    case 'agentNotFound':
    case 'webphoneEmpty':
    case 'webphoneUrlInvalid':
    case 'noSessionData':
    case 'relayRefused':
    case 'otherError':
    case 'invalidParameters':
      return false;
    default:
      return true;
  }
}

async function agentFunctions(connection: Connection, { fetch, nobody }: SetUpCheckDeps, ask: Ask) {
  const { server, agentPath: path, credentials } = connection;
  const probe = createAgentProbe({ server, path, credentials, fetch });
  const reports: FunctionReport[] = [];
  for (const name of AGENT_FUNCTIONS) reports.push({ name, told: toldBy(await ask(() => probe.listed(name, nobody))) });
  return reports;
}

/** Asked for nobody, VICIdial looks at the list alone; the agent's own flag of `update_fields` is asked for beside it. */
function lessFlag(one: FunctionReport, { mayUpdateFields }: AgentFacts): FunctionReport {
  const lacksFlag = one.name === 'update_fields' && one.told === 'allowed' && mayUpdateFields === false;
  return lacksFlag ? { ...one, told: 'flagsMissing' } : one;
}

/** What the agent's own row says; the address of his webphone, a secret, ends here. */
async function agentFacts(connection: Connection, { fetch }: SetUpCheckDeps, ask: Ask): Promise<AgentFacts> {
  const { server, agentPath, credentials, agentUser, relay } = connection;
  const client = agentClientOf(connection, fetch);
  const status = await ask(() => client.recordingState());
  const isLoggedIn = status.ok ? true : status.failure.code === 'notLoggedIn' ? false : null;
  const unknown = { mayDialByHand: null, hasWebphone: null, mayUpdateFields: null, isViewable: null };
  if (!isLoggedIn) return { isLoggedIn, ...unknown };
  const probe = createAgentProbe({ server, path: relay?.path ?? agentPath, credentials, relay: !!relay, fetch });
  const manual = await ask(() => probe.mayDialByHand(agentUser));
  const phone = await ask(() => client.webphoneUrl());
  // A relay does not pass it on.
  const fields = relay ? null : await ask(() => client.mayUpdateFields());
  return {
    ...unknown,
    isLoggedIn,
    mayDialByHand: manual.ok ? manual.value : null,
    hasWebphone: phone.ok ? true : phone.failure.code === 'webphoneEmpty' ? false : null,
    mayUpdateFields: fields?.ok ? fields.value : null,
  };
}

function refusalOf(problem: VicidialFailure | null): VicidialFailure | null {
  return problem && isLoginRefused(problem) ? problem : null;
}

interface ServiceReport {
  readonly login: LoginReport;
  readonly isViewable: boolean | null;
}

function unaskedService({ statusCredential }: Connection): ServiceReport | null {
  if (!statusCredential) return null;
  const { user, password } = statusCredential;
  const functions = notAsked([...SERVICE_FUNCTIONS, ...SERVICE_CHANGES]);
  return { login: loginReport(user, passwordWarning(password, true), null, functions), isViewable: null };
}

async function serviceReport(connection: Connection, deps: SetUpCheckDeps): Promise<ServiceReport | null> {
  const { server, nonAgentPath, statusCredential, credentials, agentUser, relay } = connection;
  const { ask, stopped } = askWith(deps);
  const client = statusClientOf(connection, deps.fetch);
  const look = async () => {
    const seen = await ask(() => client.agentStatus(agentUser));
    return seen.ok || seen.failure.code === 'notLoggedIn' ? true : seen.failure.code === 'agentNotFound' ? false : null;
  };
  if (relay?.hasStatus) {
    const isViewable = await look();
    return { login: loginReport(null, null, stopped(), notAsked(SERVICE_FUNCTIONS)), isViewable };
  }
  if (relay || !statusCredential) return null;
  const login = serviceCredentials(statusCredential, [agentUser, ...(credentials ? [credentials.user] : [])]);
  if (!login.ok) return null;
  const probe = createServiceProbe({ server, path: nonAgentPath, credentials: login.value, fetch: deps.fetch });
  const functions = await rightsOf(probe.right, [...SERVICE_FUNCTIONS, ...SERVICE_CHANGES], ask);
  const maySee = functions.some(({ name, told }) => name === 'agent_status' && told === 'allowed');
  const isViewable = maySee ? await look() : null;
  const warning = passwordWarning(statusCredential.password, true);
  return { login: loginReport(statusCredential.user, warning, stopped(), functions), isViewable };
}

/** Who is second login and supervisor has been refused already: his login is given up, and not sent again. Null where he is neither. */
async function refusedSupervisor(
  { server, statusCredential }: Connection,
  { supervisors, signOut }: SetUpCheckDeps,
  refused: VicidialFailure,
): Promise<LoginReport | null> {
  const login = await supervisors.read();
  if (login?.server !== server || !statusCredential || !isSameLogin(login.credentials, statusCredential)) return null;
  await signOut(login.id);
  const { user, password } = login.credentials;
  return loginReport(user, passwordWarning(password, true), refused, notAsked(SUPERVISOR_FUNCTIONS));
}

/** Ends the questions of a supervisor who is not signed in any more; never told. */
const GONE: VicidialFailure = { code: 'badCredentials' };

/** Only at the dialer that is checked, never with a login of the agent's, and null also where it is gone before the last answer. */
async function supervisorReport(
  { server, agentUser, credentials }: Connection,
  { supervisors, desk, sleep }: SetUpCheckDeps,
): Promise<LoginReport | null> {
  // Not before its turn: what was asked until here takes ten seconds.
  const login = await supervisors.read();
  if (login?.server !== server) return null;
  const { id, credentials: own } = login;
  if (!serviceCredentials(own, [agentUser, ...(credentials ? [credentials.user] : [])]).ok) return null;
  // The desk has a line of its own.
  const { ask, stopped } = askWith({ inTurn: (question) => question(), sleep });
  const { right } = desk(id);
  const rightNow = async (name: ServiceFunction): Answer<Right> => {
    const answer = await right(name);
    if (answer.ok) return answer;
    return fail(answer.failure.code === 'vicidial' ? answer.failure.failure : GONE);
  };
  const functions = await rightsOf(rightNow, SUPERVISOR_FUNCTIONS, ask);
  if (stopped() === GONE) return null;
  return loginReport(own.user, passwordWarning(own.password, true), stopped(), functions);
}

const CHANGES: readonly ServiceFunction[] = [
  ...SERVICE_CHANGES,
  'delete_dnc_phone',
  'update_campaign',
  'update_alt_url',
];

async function rightsOf(
  right: (name: ServiceFunction) => Answer<Right>,
  names: readonly ServiceFunction[],
  ask: Ask,
): Promise<readonly FunctionReport[]> {
  const functions: FunctionReport[] = [];
  for (const name of names) {
    const told = toldBy(await ask(() => right(name)));
    functions.push({ name, told, needs: needsOf(name), ...(CHANGES.includes(name) && { isChange: true as const }) });
  }
  return functions;
}

function loginReport(
  user: string | null,
  warning: LoginReport['passwordWarning'],
  problem: VicidialFailure | null,
  functions: readonly FunctionReport[],
): LoginReport {
  return { user, passwordWarning: warning, problem, functions };
}

function notAsked(names: readonly string[]): readonly FunctionReport[] {
  return names.map((name) => ({ name, told: 'notAsked' }));
}

function toldBy(answer: Result<Right, VicidialFailure>): FunctionReport['told'] {
  if (answer.ok) return answer.value;
  return answer.failure.code === 'unknownFunction' ? 'unknownFunction' : 'notAsked';
}
