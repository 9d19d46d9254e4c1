import type { AgentStanding } from '../agent/agent-standing.ts';
import type { ScreenBox, ScreenKind } from '../agent/screen-reading.ts';
import { type Explanation, explain, neverCase, type WayOut, withWayOut } from './explanation.ts';
import type { ScreenView } from './panel-state.ts';
import type { MessageKey } from './text.ts';

const SHOW_SCREEN: WayOut = { kind: 'showScreen' };

/**
 * What is wrong with the agent screen before anything was asked of it; null when nothing is, and while no tab of this
 * browser shows it, because it may be open elsewhere.
 */
export function explainScreen(screen: ScreenView, hasPauseCodes: boolean): Explanation | null {
  if (!screen.seen || screen.kind === null) return null;
  const key = kindKey(screen.kind) ?? (screen.alive ? firstOf(screen.boxes, hasPauseCodes) : 'screenStopped');
  return key && withWayOut(explain(key), SHOW_SCREEN);
}

/** The same, and what only the server tells: that it hears nothing of an agent screen that no tab here shows. */
export function explainAgentScreen(
  standing: AgentStanding,
  screen: ScreenView,
  hasPauseCodes: boolean,
): Explanation | null {
  const here = explainScreen(screen, hasPauseCodes);
  return here ?? (standing === 'lagging' ? withWayOut(explain('agentLagged'), SHOW_SCREEN) : null);
}

/** Null for the page on which an agent works; also for one that is not recognised, of which nothing can be said. */
function kindKey(kind: ScreenKind): MessageKey | null {
  switch (kind) {
    case 'phoneLogin':
    case 'campaignLogin':
      return 'screenLogin';
    case 'loggedOut':
      return 'screenLoggedOut';
    case 'disabled':
      return 'screenDisabled';
    case 'agentScreen':
    case 'unrecognised':
      return null;
    default:
      return neverCase(kind);
  }
}

function firstOf(boxes: readonly ScreenBox[], hasPauseCodes: boolean): MessageKey | null {
  return boxes.map((box) => boxKey(box, hasPauseCodes)).find((key) => key !== null) ?? null;
}

/** Null for boxes that hold no dial back (agent-screen observations: alert, system notice) or belong to every call. */
function boxKey(box: ScreenBox, hasPauseCodes: boolean): MessageKey | null {
  switch (box) {
    case 'pauseCode':
      return hasPauseCodes ? 'screenPauseCode' : 'screenPauseCodeThere';
    case 'emptySession':
      return 'screenEmptySession';
    case 'groupAlias':
    case 'dialInGroup':
    case 'customerGone':
      return 'screenBox';
    case 'disposition':
    case 'alert':
    case 'systemDisabled':
      return null;
    default:
      return neverCase(box);
  }
}
