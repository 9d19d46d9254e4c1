import type { VicidialFailure } from '../vicidial/failure.ts';
import { isSameUser } from '../vicidial/same-user.ts';
import type { ServiceFlag, ServiceNeeds } from '../vicidial/set-up/service-probe.ts';
import { explainVicidial } from './explain-vicidial.ts';
import { type Explanation, explain } from './explanation.ts';
import type { FunctionReport, LoginReport, SetUpReport } from './set-up-report.ts';

/** One thing that an administrator can do about a set-up. */
export interface Advice {
  /**
   * `stopped`: the check of a login ended here. `change`: something does not work without it. `maybe`: only where it is wanted. `ask`:
   * it could not be found out.
   */
  readonly weight: 'stopped' | 'change' | 'maybe' | 'ask';
  readonly explanation: Explanation;
  /** A value to be put into VICIdial as it stands, with the blanks at both ends. */
  readonly line?: string;
}

export type Verdict = 'allWell' | 'stopped' | 'findings' | 'cannotTell';

/** What the second login and the supervisor's are for in any case; their other functions serve what a company may do without. */
const NEEDED: readonly string[] = ['agent_status', 'logged_in_agents'];

/** VICIdial's own names on its page of a user. */
const FLAG_LABELS: Readonly<Record<ServiceFlag, string>> = {
  apiAccess: 'Agent API Access = 1',
  viewReports: 'View Reports = 1',
  modifyLeads: 'Modify Leads = 1',
  modifyLists: 'Modify Lists = 1',
  modifyCampaigns: 'Modify Campaigns = 1',
  deleteFromDnc: 'Delete From DNC Lists = 1',
};

/** Everything that follows from a report: what ended the check first, then what has to be changed. */
export function adviseSetUp(report: SetUpReport): readonly Advice[] {
  const { agent, service, supervisor } = report;
  const isOne = service?.user && supervisor?.user && isSameUser(service.user, supervisor.user);
  const logins = isOne ? [joined(service, supervisor)] : [service, supervisor].filter((login) => login !== null);
  const advice = [
    ...loginAdvice(agent),
    ...agentFunctionAdvice(agent),
    ...factAdvice(report),
    ...logins.flatMap((login) => [...serviceLoginAdvice(login), ...serviceAdvice(login)]),
    ...(service ? [...doNotCallAdvice(service), ...viewAdvice(report, service)] : []),
    ...(service ? [] : [{ weight: 'maybe', explanation: explain('setUpNoService') } as const]),
    ...(report.isRelay ? [{ weight: 'ask', explanation: explain('setUpRelay') } as const] : []),
  ];
  const order: readonly Advice['weight'][] = ['stopped', 'change', 'ask', 'maybe'];
  return order.flatMap((weight) => advice.filter((one) => one.weight === weight));
}

/** One user has one list of functions and one set of rights: told in two, the one would take away what the other gives. */
function joined(service: LoginReport, supervisor: LoginReport): LoginReport {
  const asked = [...service.functions, ...supervisor.functions].filter(({ told }) => told !== 'notAsked');
  const known = (one: FunctionReport) => asked.find(({ name }) => name === one.name) ?? one;
  const isNew = ({ name }: FunctionReport) => service.functions.every((one) => one.name !== name);
  return {
    user: service.user,
    passwordWarning: service.passwordWarning ?? supervisor.passwordWarning,
    problem: service.problem ?? supervisor.problem,
    functions: [...service.functions, ...supervisor.functions.filter(isNew)].map(known),
  };
}

export function verdictOf(advice: readonly Advice[]): Verdict {
  const has = (wanted: Advice['weight']) => advice.some(({ weight }) => weight === wanted);
  if (has('stopped')) return 'stopped';
  if (has('change')) return 'findings';
  return has('ask') ? 'cannotTell' : 'allWell';
}

function loginAdvice({ user, passwordWarning, problem }: LoginReport): readonly Advice[] {
  const advice: Advice[] = [];
  if (passwordWarning) advice.push({ weight: 'change', explanation: explain('setUpPassword', user ?? '') });
  if (problem) advice.push(problemAdvice(problem, user ?? ''));
  return advice;
}

/** A level below 7 is answered like a wrong password here (docs/vicidial, section 2.2). */
function serviceLoginAdvice(login: LoginReport): readonly Advice[] {
  if (login.problem?.code !== 'badCredentials') return loginAdvice(login);
  const refused: Advice = { weight: 'stopped', explanation: explain('failServiceCredentials') };
  return [...loginAdvice({ ...login, problem: null }), refused];
}

/** What ended the check of a login: a setting where it is one, else why nothing more is known. */
function problemAdvice(problem: VicidialFailure, user: string): Advice {
  switch (problem.code) {
    case 'noApiAccess':
      return { weight: 'change', explanation: explain('setUpApiAccess', user) };
    case 'apiOff':
      return { weight: 'change', explanation: explain('setUpApiOff') };
    case 'translated':
      return { weight: 'change', explanation: explain('setUpLanguage', user) };
    default:
      return { weight: 'stopped', explanation: explainVicidial(problem) };
  }
}

function agentFunctionAdvice(login: LoginReport): readonly Advice[] {
  return [...listAdvice(login, 'change'), ...unknownAdvice(login.functions)];
}

/** The whole value of the list, because VICIdial keeps no other: what is missing cannot be added alone. */
function listAdvice(
  { user, functions }: Pick<LoginReport, 'user' | 'functions'>,
  weight: Advice['weight'],
): readonly Advice[] {
  const missing = functions.filter(({ told }) => told === 'notListed').map(({ name }) => name);
  if (missing.length === 0) return [];
  const isAll = functions.every(({ told }) => told === 'notListed');
  const explanation = isAll
    ? explain('setUpListEmpty', user ?? '')
    : explain('setUpListMissing', user ?? '', missing.join(', '));
  return [{ weight, explanation, line: ` ${functions.map(({ name }) => name).join(' ')} ` }];
}

function unknownAdvice(functions: readonly FunctionReport[]): readonly Advice[] {
  const unknown = functions.filter(({ told }) => told === 'unknownFunction').map(({ name }) => name);
  return unknown.length === 0 ? [] : [{ weight: 'ask', explanation: explain('setUpOldVersion', unknown.join(', ')) }];
}

function serviceAdvice(login: LoginReport): readonly Advice[] {
  const { user, functions } = login;
  const isNeeded = ({ name, told }: FunctionReport) => NEEDED.includes(name) && told !== 'allowed';
  const weight = functions.some(isNeeded) ? 'change' : 'maybe';
  const reads = functions.filter(({ isChange }) => !isChange);
  const flags = missingRights(reads, functions);
  // What only a change needs, no login has to have; told with whatever else may be why that change is refused.
  const changes = functions.filter(({ isChange }) => isChange);
  const isMore = (change: FunctionReport) => missingRights([change], functions).some((right) => !flags.includes(right));
  const flagsOfChanges = missingRights(changes.filter(isMore), functions);
  const hasOrReads = functions.filter(({ isChange, told }) => !isChange || told !== 'notListed');
  const isReadInFull = reads.every(({ told }) => told !== 'notListed');
  return [
    // What changes something is offered only to who has all that does not; the value takes none of it away that is listed.
    ...(isReadInFull ? listAdvice(login, 'maybe') : listAdvice({ user, functions: hasOrReads }, weight)),
    ...flagsAdvice(user, { flags, of: reads, weight }),
    ...flagsAdvice(user, { flags: flagsOfChanges, of: changes.filter(isMore), weight: 'maybe' }),
    ...unknownAdvice(functions),
  ];
}

interface MissingFlags {
  readonly flags: readonly string[];
  readonly of: readonly FunctionReport[];
  readonly weight: Advice['weight'];
}

function flagsAdvice(user: string | null, { flags, of, weight }: MissingFlags): readonly Advice[] {
  if (flags.length === 0) return [];
  const refused = of.filter(({ told }) => told === 'flagsMissing').map(({ name }) => name);
  const key = flags.length === 1 ? 'setUpFlag' : 'setUpFlags';
  return [{ weight, explanation: explain(key, user ?? '', flags.join(', '), refused.join(', ')) }];
}

/** Blocked or not is told of no number that is dialled all the same: an administrator would never learn of it. */
function doNotCallAdvice({ user, functions }: LoginReport): readonly Advice[] {
  const told = functions.find(({ name }) => name === 'check_phone_number')?.told;
  if (told === undefined || told === 'allowed' || told === 'notAsked') return [];
  return [{ weight: 'maybe', explanation: explain('setUpNoDoNotCall', user ?? '') }];
}

/** Rights that a refused function needs, without those that an allowed one of all has proven. One of them at least is not there. */
function missingRights(functions: readonly FunctionReport[], all: readonly FunctionReport[]): readonly string[] {
  const allowed = all.flatMap(({ told, needs }) => (told === 'allowed' && needs ? [needs] : []));
  const refused = functions.flatMap(({ told, needs }) => (told === 'flagsMissing' && needs ? [needs] : []));
  const proven = new Set(allowed.flatMap(({ flags }) => flags));
  // The Non-Agent API lets nobody below in.
  const provenLevel = Math.max(7, ...allowed.map(({ level }) => level));
  const level = Math.max(7, ...refused.map((needs) => needs.level));
  const flags = [...new Set(refused.flatMap((needs) => needs.flags))].filter((flag) => !proven.has(flag));
  return [...(level > provenLevel ? [levelLabel(level)] : []), ...flags.map((flag) => FLAG_LABELS[flag])];
}

function levelLabel(level: number): string {
  return `User Level = ${level}`;
}

/** All that a user needs for a function beside the list, by VICIdial's own names. */
export function rightsOf({ level, flags }: ServiceNeeds): readonly string[] {
  return [levelLabel(level), ...flags.map((flag) => FLAG_LABELS[flag])];
}

function factAdvice({ facts, agent, agentUser, isRelay }: SetUpReport): readonly Advice[] {
  if (facts.isLoggedIn === false) return [{ weight: 'ask', explanation: explain('setUpLogIn', agentUser) }];
  if (agent.problem) return [];
  if (facts.isLoggedIn === null) return [byHandUnknown(agentUser)];
  const advice: Advice[] = [];
  if (facts.mayDialByHand === false) advice.push({ weight: 'change', explanation: explain('setUpManual', agentUser) });
  const maySee = isRelay || agent.functions.some(({ name, told }) => name === 'external_dial' && told === 'allowed');
  if (facts.mayDialByHand === null)
    advice.push(maySee ? { weight: 'ask', explanation: explain('setUpPauseFirst') } : byHandUnknown(agentUser));
  const lacksFlag = agent.functions.some(({ name, told }) => name === 'update_fields' && told === 'flagsMissing');
  if (lacksFlag) advice.push(flagOfFields(agent.user));
  if (facts.hasWebphone === false) advice.push({ weight: 'maybe', explanation: explain('setUpWebphone', agentUser) });
  return advice;
}

/** Not needed to call: it writes what a page says of the customer. */
function flagOfFields(user: string | null): Advice {
  return { weight: 'maybe', explanation: explain('setUpFlag', user ?? '', FLAG_LABELS.modifyLeads, 'update_fields') };
}

/** VICIdial tells of the flag only whoever may use the functions that ask for it. */
function byHandUnknown(agentUser: string): Advice {
  return { weight: 'ask', explanation: explain('setUpManualUnknown', agentUser) };
}

function viewAdvice({ facts, agentUser }: SetUpReport, { user }: LoginReport): readonly Advice[] {
  if (facts.isViewable !== false) return [];
  return [{ weight: 'change', explanation: explain('setUpView', user ?? '', agentUser) }];
}
