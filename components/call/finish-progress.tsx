import { useEffect, useState } from 'preact/hooks';
import { type FinishStep, isFinishing } from '../../lib/agent/call/finish-call.ts';
import type { AgentPhase, AgentState } from '../../lib/agent/state/agent-state.ts';
import { isOnCall } from '../../lib/agent/state/pending-command.ts';
import { explainVicidial } from '../../lib/messages/explain-vicidial.ts';
import { type Explanation, explain } from '../../lib/messages/explanation.ts';
import type { FinishView } from '../../lib/messages/panel-state.ts';
import type { MessageKey } from '../../lib/messages/text.ts';
import { Icon } from '../icon.tsx';
import { useText } from '../text.tsx';

const STEPS: Readonly<Record<Exclude<FinishStep, 'failed'>, MessageKey>> = {
  pausing: 'finishEnding',
  hangingUp: 'finishEnding',
  awaitingEnd: 'finishEnding',
  disposing: 'finishDisposing',
  awaitingFree: 'finishAwaiting',
  done: 'finishDone',
};

// Long enough to be read, short enough not to speak of this call beside the next one.
const DONE_MS = 5_000;

/** True while nothing else should be asked of this call. A call that follows at once has its controls at once. */
export function isCallTaken(finish: FinishView | null, phase: AgentPhase): boolean {
  return isFinishing(finish) && (finish.step !== 'awaitingFree' || phase === 'wrapUp');
}

/** Why the ending of the call went no further; null unless it failed. */
export function explainEnding(finish: FinishView | null): Explanation | null {
  if (finish?.step !== 'failed') return null;
  if (!finish.problem) return explain('finishInterrupted');
  // The way to the agent screen stands on the card of the call.
  return finish.problem.code === 'notConfirmed' ? explain('finishNotConfirmed') : explainVicidial(finish.problem);
}

/** How far the ending of the call is. One live region that stays, so that each step is read. */
export function FinishProgress(props: { readonly finish: FinishView | null; readonly agent: AgentState }) {
  const { t } = useText();
  const finish = asShown(props.finish, props.agent);
  const ending = isFinishing(finish);
  // Beside the next call it would seem to speak of that one.
  const justDone = useJustDone(finish) && !isOnCall(props.agent.phase);
  const step = ending || justDone ? finish?.step : undefined;
  return (
    <p class={step ? 'finish-progress' : 'unseen'} role="status">
      {step && step !== 'failed' && (
        <>
          {ending ? <span class="spinner" /> : <Icon name="check" />}
          {t(STEPS[step])}
        </>
      )}
    </p>
  );
}

/** The background looks on for some seconds whether the agent stays free; for him the call is over once he is shown so. */
function asShown(finish: FinishView | null, { phase, mayBeWrapUp }: AgentState): FinishView | null {
  const isFree = (phase === 'paused' && !mayBeWrapUp) || phase === 'ready';
  return finish?.step === 'awaitingFree' && isFree ? { ...finish, step: 'done' } : finish;
}

/** The background keeps the last ending for good: only one that was seen under way is worth a word when it is done. */
function useJustDone(finish: FinishView | null): boolean {
  const [seen, setSeen] = useState(false);
  const ending = isFinishing(finish);
  const done = finish?.step === 'done';
  useEffect(() => {
    if (ending) setSeen(true);
    else if (!done) setSeen(false);
  }, [ending, done]);
  useEffect(() => {
    if (!seen || !done) return;
    const timer = setTimeout(() => setSeen(false), DONE_MS);
    return () => clearTimeout(timer);
  }, [seen, done]);
  return seen && done;
}
