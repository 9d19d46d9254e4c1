import type { AgentState } from '../agent/agent-state.ts';
import type { DialProblem } from '../agent/dial-view.ts';
import { describePhase, type Tone } from '../messages/describe.ts';
import { explainDial, explainNumber, type ValueFormat } from '../messages/explain.ts';
import type { Explanation } from '../messages/explanation.ts';
import type { MessageKey, Translate } from '../messages/text.ts';
import { formatInternational } from '../phone/format-number.ts';
import type { NumberFailure } from '../phone/phone-number.ts';
import { type Badge, showBadge } from '../platform/badge.ts';
import { browser } from '../platform/extension-api.ts';

const FORMAT: ValueFormat = { number: formatInternational, country: (region) => region };

const BADGES: Readonly<Record<Tone, { readonly key: MessageKey | null; readonly color: string }>> = {
  idle: { key: null, color: '#5f6b7a' },
  paused: { key: 'badgePaused', color: '#8a5a00' },
  ready: { key: 'badgeReady', color: '#0b6e4f' },
  busy: { key: 'badgeRinging', color: '#1d5fbf' },
  live: { key: 'badgeOnCall', color: '#a3195b' },
  wrapUp: { key: 'badgeWrapUp', color: '#6a3fb5' },
  problem: { key: 'badgeProblem', color: '#b3261e' },
};

export interface Notices {
  /** For dials that were started where Dialside shows nothing of its own, such as the context menu. */
  dialProblem(problem: DialProblem): Promise<void>;
  numberProblem(failure: NumberFailure): Promise<void>;
  badge(agent: AgentState, isSignedIn: boolean, hasProblem: boolean): Promise<void>;
}

/** What the agent is told outside pages and panels: notifications and the toolbar button. */
export function createNotices(translate: Translate): Notices {
  const notify = async ({ key, substitutions }: Explanation) => {
    await browser.notifications.create('dialside', {
      type: 'basic',
      iconUrl: browser.runtime.getURL('/icons/128.png'),
      title: translate('extensionName'),
      message: translate(key, ...substitutions),
    });
  };

  const badgeOf = (agent: AgentState, isSignedIn: boolean, hasProblem: boolean): Badge => {
    const { key, tone } = describePhase(agent.phase);
    const badge = BADGES[isSignedIn ? (hasProblem ? 'problem' : tone) : 'idle'];
    const title = isSignedIn ? `${translate('extensionName')} – ${translate(key)}` : translate('extensionName');
    return { text: badge.key ? translate(badge.key) : '', color: badge.color, title };
  };

  return {
    dialProblem: (problem) => notify(explainDial(problem, FORMAT)),
    numberProblem: (failure) => notify(explainNumber(failure, FORMAT)),
    badge: (agent, isSignedIn, hasProblem) => showBadge(badgeOf(agent, isSignedIn, hasProblem)),
  };
}
