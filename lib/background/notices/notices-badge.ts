import { isPhaseFollowed } from '../../agent/call/call-needs.ts';
import { isDialRunning } from '../../agent/dial/dial.ts';
import { type AgentSituation, situationOf } from '../../agent/state/agent-situation.ts';
import { describeAgent, type Tone } from '../../messages/describe.ts';
import { explainDial } from '../../messages/explain.ts';
import { explainVicidial } from '../../messages/explain-vicidial.ts';
import type { Explanation } from '../../messages/explanation.ts';
import type { MessageKey, Translate } from '../../messages/text.ts';
import { formatInternational } from '../../phone/format-number.ts';
import type { Badge } from '../../platform/badge.ts';
import type { SessionState } from '../../session/session-store.ts';
import { isOutcomeUnknown } from '../../vicidial/failure.ts';
import { screenViewOf } from '../status/panel-feed.ts';

// Each at least 4.5 to 1 against the white of the text.
const COLORS: Readonly<Record<Tone, string>> = {
  idle: '#5f6b7a',
  paused: '#8a5a00',
  ready: '#0b6e4f',
  busy: '#1d5fbf',
  live: '#a3195b',
  wrapUp: '#6a3fb5',
  problem: '#b3261e',
};

const TEXTS: Readonly<Partial<Record<MessageKey, MessageKey>>> = {
  agentLagging: 'badgeLagging',
  phaseNotLoggedIn: 'badgeSignedOut',
};

const TEXT_OF_TONE: Readonly<Record<Tone, MessageKey | null>> = {
  idle: null,
  paused: 'badgePaused',
  ready: 'badgeReady',
  busy: 'badgeRinging',
  live: 'badgeOnCall',
  wrapUp: 'badgeWrapUp',
  problem: 'badgeProblem',
};

/**
 * Readings that an agent looks at are 69 s apart at most (reading-interval.ts, after failures and with the jitter of
 * status-watch.ts). What is older is read by nobody, and says less and less.
 */
const STILL_TRUE_MS = 90_000;

/**
 * What the toolbar button says of the agent at `now` (ms since 1970): a few letters, a colour, and in its title the whole
 * sentence. Nothing where nobody follows his state and what was read last is old.
 */
export function badgeOf(session: SessionState, translate: Translate, now: number): Badge {
  const { agent, connection, screen } = session;
  const say = (tone: Tone, text: MessageKey | null, sentence: string): Badge => ({
    text: text ? translate(text) : '',
    color: COLORS[tone],
    title: translate('badgeTitle', sentence),
  });
  const problem = problemOf(session, now);
  if (problem) return say('problem', 'badgeProblem', translate(problem.key, ...problem.substitutions));
  const view = screenViewOf(screen);
  const situation = situationOf(connection !== null, agent, view);
  // A screen in a tab of this browser is known to stand still, or to be logged out, for as long as the tab is there.
  const isKnown = isPhaseFollowed(session) || isYoung(agent.readAt, now) || (view.seen && isOut(situation));
  if (connection && !isKnown) return say('idle', null, translate('phaseUnknown'));
  const { key, tone } = describeAgent(situation);
  return say(tone, TEXTS[key] ?? TEXT_OF_TONE[tone], translate(key));
}

function isOut(situation: AgentSituation): boolean {
  return situation === 'lagging' || situation === 'notLoggedIn';
}

/** When the badge of this session says no longer what it says at `now` though nothing happens (ms since 1970); null for never. */
export function badgeEndsAt({ agent, connection, connectionFailedAt }: SessionState, now: number): number | null {
  if (!connection) return null;
  const ends = [agent.readAt, connectionFailedAt].filter((at) => isYoung(at, now)).map((at) => at + STILL_TRUE_MS + 1);
  return ends.length > 0 ? Math.min(...ends) : null;
}

/** A reading from the future was made before the clock was set back: nothing says how old it is. */
function isYoung(at: number, now: number): boolean {
  return at <= now && now - at <= STILL_TRUE_MS;
}

/** A dialer that cannot be read, or a call that something holds back; what became of a call that is over is no state. */
function problemOf({ connectionProblem, connectionFailedAt, dial }: SessionState, now: number): Explanation | null {
  // A dialer that did not answer may do so by now; another refusal stands until the agent signs in anew.
  const isStanding = connectionProblem && (!isOutcomeUnknown(connectionProblem) || isYoung(connectionFailedAt, now));
  if (isStanding) return explainVicidial(connectionProblem);
  if (!isDialRunning(dial) || !dial.problem) return null;
  return explainDial(dial.problem, { number: formatInternational, country: (region) => region });
}
