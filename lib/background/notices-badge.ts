import { standingOf } from '../agent/agent-standing.ts';
import { viewOfDial } from '../agent/dial.ts';
import { isDialOver } from '../agent/dial-view.ts';
import { describeAgent, type Tone } from '../messages/describe.ts';
import { explainDial } from '../messages/explain.ts';
import { explainVicidial } from '../messages/explain-vicidial.ts';
import type { Explanation } from '../messages/explanation.ts';
import type { MessageKey, Translate } from '../messages/text.ts';
import { formatInternational } from '../phone/format-number.ts';
import type { Badge } from '../platform/badge.ts';
import type { SessionState } from '../session/session-store.ts';
import { screenViewOf } from './panel-feed.ts';

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

/** What the toolbar button says of the agent: a few letters, a colour, and in its title the whole sentence. */
export function badgeOf(session: SessionState, translate: Translate): Badge {
  const { agent, connection, screen } = session;
  const say = (tone: Tone, text: MessageKey | null, sentence: string): Badge => ({
    text: text ? translate(text) : '',
    color: COLORS[tone],
    title: translate('badgeTitle', sentence),
  });
  const problem = problemOf(session);
  if (problem) return say('problem', 'badgeProblem', translate(problem.key, ...problem.substitutions));
  if (!connection) return say('idle', null, translate('signInTitle'));
  const { key, tone } = describeAgent(agent.phase, standingOf(agent, screenViewOf(screen)));
  return say(tone, TEXTS[key] ?? TEXT_OF_TONE[tone], translate(key));
}

/** A dialer that cannot be read, or a call that something holds back; what became of a call that is over is no state. */
function problemOf({ connectionProblem, dial }: SessionState): Explanation | null {
  if (connectionProblem) return explainVicidial(connectionProblem);
  if (!dial?.problem || isDialOver(viewOfDial(dial).stage)) return null;
  return explainDial(dial.problem, { number: formatInternational, country: (region) => region });
}
