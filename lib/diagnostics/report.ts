import type { PanelState } from '../messages/panel-state.ts';
import type { EditableSettings } from '../messages/protocol.ts';
import type { Policy } from '../settings/policy.ts';

/** What is known of this installation; the report takes what may be told of it. */
export interface Installation {
  readonly version: string;
  /** The browser's own description of itself. */
  readonly userAgent: string;
  readonly language: string;
  /** Match patterns that the browser has granted. */
  readonly granted: readonly string[];
  readonly state: PanelState;
  readonly settings: EditableSettings;
  readonly policy: Policy;
}

/**
 * What helps to find out why something does not work, as text to be read before it is given away. Says of lists how many entries they
 * have, of failures their kind, of the rest what cannot name anybody: no login, number, name of a customer, code or text that was
 * typed. Servers and sites are named only `withNames`.
 */
export function diagnosticReport(known: Installation, { withNames }: { readonly withNames: boolean }): string {
  const { state, granted } = known;
  const report = {
    dialside: known.version,
    browser: known.userAgent,
    language: known.language,
    permissions: {
      allSites: granted.includes('https://*/*'),
      sites: granted.length,
      ...(withNames && { patterns: granted }),
    },
    connection: connectionOf(state, withNames),
    agent: { phase: state.agent.phase, source: state.agent.source },
    agentScreen: {
      seen: state.screen.seen,
      alive: state.screen.alive,
      kind: state.screen.kind,
      hidden: state.screen.hidden,
      boxes: state.screen.boxes,
    },
    phone: {
      microphoneHeard: state.microphoneHeard,
      rung: state.rungAt > 0,
      saidToBeConnected: state.phoneHeard === true,
    },
    problems: problemsOf(state),
    settings: settingsOf(known.settings),
    policy: {
      values: Object.keys(known.policy.values),
      locked: known.policy.locked,
      problems: known.policy.problems.length,
    },
  };
  return JSON.stringify(report, null, 2);
}

function connectionOf({ connection }: PanelState, withNames: boolean) {
  const problem = connection.problem?.code ?? null;
  if (connection.status === 'signedOut') return { status: 'signedOut', isLocked: connection.isLocked, problem };
  return {
    status: 'signedIn',
    encrypted: connection.server.startsWith('https:'),
    ...(withNames && { server: connection.server }),
    dialMethod: connection.dialMethod ?? 'unknown',
    statusLoginRefused: connection.statusLoginRefused,
    problem,
  };
}

interface Coded {
  readonly code: string;
  readonly failure?: { readonly code: string };
}

/** Kinds of the newest failures, the newest first. Their texts and numbers stay here. */
function problemsOf({ problem, dial, history }: PanelState): readonly string[] {
  const all: readonly (Coded | null | undefined)[] = [problem, dial?.problem, ...history.map((call) => call.problem)];
  return all.flatMap((each) => (each ? [each.failure ? `${each.code}: ${each.failure.code}` : each.code] : []));
}

/** Settings that hold one of a few words of ours, or countries: they name nobody. */
const TOLD: readonly string[] = [
  'regions',
  'pauseBeforeDial',
  'siteMode',
  'popWay',
  'appearance',
] satisfies (keyof EditableSettings)[];

/** Switches, numbers and choices as they are; of lists how many entries they have, of all else whether it is set. */
function settingsOf(settings: EditableSettings) {
  const told = Object.entries(settings).map(([name, value]: [string, unknown]) => {
    if (TOLD.includes(name) || typeof value === 'boolean' || typeof value === 'number') return [name, value];
    if (Array.isArray(value)) return [name, value.length];
    return [name, value !== '' && value !== null && value !== undefined];
  });
  return Object.fromEntries(told);
}
