import type { AgentStanding } from '../agent/state/agent-standing.ts';
import type { ScreenBox, ScreenKind } from '../agent/state/screen-reading.ts';
import { type Explanation, explain, neverCase, type WayOut, withWayOut } from './explanation.ts';
import type { ScreenView } from './panel-state.ts';
import type { MessageKey } from './text.ts';

const SHOW_SCREEN: WayOut = { kind: 'showScreen' };

/** A code closes the box that asks for one, and a call that it holds back goes out (agent-screen.md 1.3). */
export const PAUSE_CODE_WAYS = [{ kind: 'sendPauseCode' }, SHOW_SCREEN] as const satisfies readonly WayOut[];
/** A phone that joins again does not close its box: somebody has to (agent-screen.md 3.3). */
export const EMPTY_SESSION_WAYS = [
  SHOW_SCREEN,
  { kind: 'ringMe' },
  { kind: 'openWebphone' },
] as const satisfies readonly WayOut[];

/**
 * What is wrong with the agent screen before anything was asked of it; null when nothing is, and while no tab of this
 * browser shows it, because it may be open elsewhere.
 */
export function explainScreen(screen: ScreenView, hasPauseCodes: boolean): Explanation | null {
  if (!screen.seen || screen.kind === null) return null;
  const stopped = screen.sessionLost ? 'screenSessionLost' : 'screenStopped';
  const key = kindKey(screen.kind) ?? (screen.alive ? null : stopped);
  return key ? withWayOut(explain(key), SHOW_SCREEN) : firstOf(screen, hasPauseCodes);
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

function firstOf({ boxes }: ScreenView, hasPauseCodes: boolean): Explanation | null {
  const told = boxes.map((box) => explainBox(box, hasPauseCodes)).filter((each) => each !== null);
  // The notice of the whole system holds nothing back: what does is more urgent.
  return told.find(({ key }) => key !== 'screenSystemDisabled') ?? told[0] ?? null;
}

/** Null for a box that belongs to every call, and for a message, which is told where it refuses a number. */
function explainBox(box: ScreenBox, hasPauseCodes: boolean): Explanation | null {
  switch (box) {
    case 'pauseCode':
      return hasPauseCodes
        ? withWayOut(explain('screenPauseCode'), ...PAUSE_CODE_WAYS)
        : withWayOut(explain('screenPauseCodeThere'), SHOW_SCREEN, { kind: 'options', section: 'pause-codes' });
    case 'emptySession':
      return withWayOut(explain('screenEmptySession'), ...EMPTY_SESSION_WAYS);
    case 'groupAlias':
    case 'dialInGroup':
    case 'customerGone':
      return withWayOut(explain('screenBox'), SHOW_SCREEN);
    case 'systemDisabled':
      return withWayOut(explain('screenSystemDisabled'), SHOW_SCREEN);
    case 'disposition':
    case 'alert':
      return null;
    default:
      return neverCase(box);
  }
}
