import { type DialView, isDialOver } from '../../lib/agent/dial/dial-view.ts';
import { explainDial, type ValueFormat } from '../../lib/messages/explain.ts';
import { type Explanation, waysOutOf } from '../../lib/messages/explanation.ts';
import type { PanelState } from '../../lib/messages/panel-state.ts';
import { useNow } from '../elapsed.tsx';
import { Problem, type TakenWayOut } from '../problem.tsx';
import { screenTroubleOf } from '../screen-trouble.ts';
import { useText } from '../text.tsx';

// Why a call came to nothing is read by then; this window stands open all day.
const OVER_SHOWN_MS = 60_000;

interface TroubleProps {
  readonly state: PanelState;
  readonly onWayOut: (wayOut: TakenWayOut) => void;
}

/** What is wrong with the newest call, or with the agent screen. */
export function Trouble({ state, onWayOut }: TroubleProps) {
  const { number, country } = useText();
  const trouble = troubleOf(state, useNow(), { number, country });
  return trouble && <Problem explanation={trouble} onWayOut={onWayOut} />;
}

function troubleOf(state: PanelState, now: number, format: ValueFormat) {
  const { dial } = state;
  const call = dial && isShown(dial, now) && dial.problem ? explainDial(dial.problem, format) : null;
  const trouble = call ?? screenTroubleOf(state);
  return trouble && withOpenWayOut(trouble);
}

function isShown({ stage, stageSince }: DialView, now: number): boolean {
  return !isDialOver(stage) || now - stageSince < OVER_SHOWN_MS;
}

/** Every other way out leads nowhere from this window. */
function withOpenWayOut(explanation: Explanation): Explanation {
  const { key, substitutions } = explanation;
  const show = waysOutOf(explanation).find(({ kind }) => kind === 'showScreen');
  return { key, substitutions, action: show ?? null };
}
