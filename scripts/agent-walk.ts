import { type AgentSituation, situationOf } from '../lib/agent/state/agent-situation.ts';
import {
  type AgentPhase,
  type AgentState,
  type StatusReading,
  UNKNOWN_AGENT,
  withPauseCode,
} from '../lib/agent/state/agent-state.ts';
import { AGENT_TABLE, type AgentSign } from '../lib/agent/state/agent-table.ts';
import { readAgent } from '../lib/agent/state/read-agent.ts';
import type { ScreenPhase } from '../lib/agent/state/screen-reading.ts';
import type { ScreenView } from '../lib/messages/panel-state.ts';
import type { AgentStatusRow, LiveStatus } from '../lib/vicidial/client.ts';

/** Everything that may change what an agent is told that he is: a reading, by its sign, or something beside it. */
export type AgentEvent = AgentSign | keyof typeof BESIDE;

interface Facts {
  readonly isSignedIn: boolean;
  readonly agent: AgentState;
  readonly screen: ScreenView;
}

const NOW = Date.UTC(2026, 10, 18, 11);
const UNSEEN: ScreenView = { seen: false, alive: false, kind: null, boxes: [], hidden: false };
const ALIVE: ScreenView = { seen: true, alive: true, kind: 'agentScreen', boxes: [], hidden: false };
const SILENT: ScreenView = { ...ALIVE, alive: false };
const LOGGED_OUT: ScreenView = { ...SILENT, kind: 'loggedOut' };

const ROW: AgentStatusRow = {
  ...{ status: 'PAUSED', callId: '', leadId: '', campaign: '', callsToday: 0, fullName: '' },
  ...{ pauseCode: '', subStatus: '', phoneNumber: '', vendorLeadCode: '' },
};
const read = (facts: Facts, reading: StatusReading): Facts => ({
  ...facts,
  agent: readAgent(reading, facts.agent, NOW),
});
const pausedWith = (pauseCode: string): StatusReading => ({ source: 'agentStatus', row: { ...ROW, pauseCode } });

const SIGNED_OUT: Facts = { isSignedIn: false, agent: UNKNOWN_AGENT, screen: UNSEEN };

/** What is no plain sign: of the session, of a pause code, of the screen itself. */
const BESIDE = {
  signedIn: () => ({ ...SIGNED_OUT, isSignedIn: true }),
  signedOut: () => SIGNED_OUT,
  'row.PAUSED+code': (facts: Facts) => read(facts, pausedWith('LUNCH')),
  // What VICIdial writes where no tab of this browser shows the screen that it hears nothing of.
  'row.LAGGED': (facts: Facts) => read({ ...facts, screen: UNSEEN }, pausedWith('LAGGED')),
  codeTaken: (facts: Facts) => ({ ...facts, agent: withPauseCode(facts.agent, 'LUNCH') }),
  screenSilent: (facts: Facts) => ({ ...facts, screen: SILENT }),
  screenLoggedOut: (facts: Facts) => ({ ...facts, screen: LOGGED_OUT }),
} as const satisfies Record<string, (facts: Facts) => Facts>;

/** A reading that has this sign. */
export function readingOf(sign: AgentSign): StatusReading {
  const [from, what = ''] = sign.split('.');
  switch (from) {
    case 'live':
      return { source: 'recording', liveStatus: what as LiveStatus };
    case 'row':
      return { source: 'agentStatus', row: { ...ROW, status: what as LiveStatus } };
    case 'sub':
      return { source: 'agentStatus', row: { ...ROW, subStatus: what } };
    case 'screen':
      return { source: 'screen', phase: what as ScreenPhase, phoneNumber: '' };
    default:
      return { source: 'agentStatus', notLoggedIn: true };
  }
}

const SIGNS = Object.keys(AGENT_TABLE.unknown) as AgentSign[];
const PHASES = Object.keys(AGENT_TABLE) as AgentPhase[];

export const AGENT_EVENTS: readonly AgentEvent[] = [...SIGNS, ...(Object.keys(BESIDE) as (keyof typeof BESIDE)[])];
export const SITUATIONS: readonly AgentSituation[] = ['signedOut', ...PHASES, 'pausedWithCode', 'lagging'];

/** An agent in that situation, told by his screen, which is seen and lives, where that can tell it. */
function factsOf(situation: AgentSituation): Facts {
  if (situation === 'signedOut') return SIGNED_OUT;
  const phase = situation === 'pausedWithCode' || situation === 'lagging' ? 'paused' : situation;
  const source = `screen.${phase}` in AGENT_TABLE.unknown ? 'screen' : 'agentStatus';
  const pauseCode = situation === 'pausedWithCode' ? 'LUNCH' : '';
  const agent: AgentState = {
    ...UNKNOWN_AGENT,
    phase,
    source: phase === 'unknown' ? null : source,
    pauseCode,
    since: NOW,
    readAt: NOW,
  };
  return { isSignedIn: true, agent, screen: situation === 'lagging' ? SILENT : ALIVE };
}

function isBeside(event: AgentEvent): event is keyof typeof BESIDE {
  return event in BESIDE;
}

/** The situation after `event` in `situation`, by the code that runs. */
export function walk(situation: AgentSituation, event: AgentEvent): AgentSituation {
  const { isSignedIn, agent, screen } = after(factsOf(situation), event);
  return situationOf(isSignedIn, agent, screen);
}

function after(facts: Facts, event: AgentEvent): Facts {
  if (event === 'signedIn') return BESIDE.signedIn();
  // Nobody listens for an agent who is signed out.
  if (!facts.isSignedIn) return facts;
  if (isBeside(event)) return BESIDE[event](facts);
  const next = read(facts, readingOf(event));
  return event.startsWith('screen.') ? { ...next, screen: ALIVE } : next;
}
