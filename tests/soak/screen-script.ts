import type { ScreenAlert, ScreenBox, ScreenKind, ScreenReading } from '../../lib/agent/state/screen-reading.ts';
import { classifyAlert } from '../../lib/screen/alert-kind.ts';
import { callIdIn, createPhaseReader, type PhaseSigns } from '../../lib/screen/screen-phase.ts';
import type { Clock } from '../simulator/clock.ts';
import type { DrivenScreen } from '../simulator/screen/driven-screen.ts';
import type { BoxId } from '../simulator/screen/page/screen.ts';

const BOXES: Readonly<Partial<Record<BoxId, ScreenBox>>> = {
  PauseCodeSelectBox: 'pauseCode',
  NoneInSessionBox: 'emptySession',
  DispoSelectBox: 'disposition',
  AlertBox: 'alert',
};
const POLL_LIMIT_MS = 3_000;

/** Reads the simulated page as the agent screen's script does, from its state instead of its elements. */
export function createScreenScript(screen: DrivenScreen, clock: Clock, now: () => number): () => ScreenReading {
  const readPhase = createPhaseReader();
  let alert: ScreenAlert | null = null;
  return () => {
    const { state } = screen;
    const kind = kindOf(screen);
    const isScreen = kind === 'agentScreen';
    const text = screen.textOf('AlertBox');
    if (text === undefined) alert = null;
    else if (alert?.text !== text) alert = { kind: classifyAlert(text), text, since: now() };
    const polledAt = screen.requests.findLast(({ name }) => name === 'poll')?.time ?? 0;
    return {
      kind,
      phase: isScreen ? readPhase(signsOf(screen), now()) : null,
      leadId: state.lead?.lead_id ?? '',
      phoneNumber: state.lead?.phone_number ?? '',
      boxes: [...state.boxes.keys()].flatMap((box) => BOXES[box] ?? []),
      alert,
      isHidden: false,
      isPolling: isScreen && clock.now() - polledAt <= POLL_LIMIT_MS,
    };
  };
}

function kindOf({ isOpen }: DrivenScreen): ScreenKind {
  if (isOpen('LogouTBox')) return 'loggedOut';
  return isOpen('AgenTDisablEBoX') ? 'disabled' : 'agentScreen';
}

function signsOf({ state, settings }: DrivenScreen): PhaseSigns {
  const phase = state.call?.phase;
  const isBusy = state.call !== null || state.dialPending || state.wrapUp !== 'none';
  const rests = settings.dialMethod === 'MANUAL' ? 'free' : state.control;
  return {
    control: isBusy ? 'busy' : rests,
    liveCall: phase === 'gone' ? 'DEAD' : phase === 'live' ? 'ON' : 'OFF',
    hasLead: state.lead !== null,
    callId: callIdIn(state.statusLine),
    isWrappingUp: state.boxes.has('DispoSelectBox'),
  };
}
