import { useRef, useState } from 'preact/hooks';
import { dialerClockOf, judgeCallbackTime, suggestCallbackTime } from '../../lib/agent/call/callback-time.ts';
import type { AgentCallback } from '../../lib/messages/call-control.ts';
import { CallbackFields, callbackOf, draftCallback } from '../call/callback-fields.tsx';
import { useText } from '../text.tsx';
import { ChangeForm, type ChangeProgress } from './change-form.tsx';

interface CallbackFormProps extends ChangeProgress {
  /** As in the panel's state. */
  readonly clockAheadMs: number | undefined;
  readonly onPlan: (callback: AgentCallback) => void;
  readonly onLeave: () => void;
}

/** What keeps a call-back from being planned. A time that is `perhapsPast` is sent when the agent presses once more. */
type Obstacle = 'noTime' | 'past' | 'perhapsPast' | null;

const PROBLEMS = { noTime: 'callbackAtMissing', past: 'callbackPast' } as const;

/** Plans when a lead is called again. */
export function CallbackForm({ clockAheadMs, onPlan, ...form }: CallbackFormProps) {
  const { t } = useText();
  const clock = dialerClockOf(clockAheadMs, Date.now());
  const suggested = useRef(draftCallback(suggestCallbackTime(clock, Date.now()))).current;
  const [draft, setDraft] = useState(suggested);
  const [obstacle, setObstacle] = useState<Obstacle>(null);
  const submit = () => {
    const callback = callbackOf(draft);
    if (!callback) return setObstacle('noTime');
    const time = judgeCallbackTime(callback.at, clock, Date.now());
    if (time === 'past') return setObstacle('past');
    if (time === 'perhapsPast' && obstacle !== 'perhapsPast') return setObstacle('perhapsPast');
    onPlan(callback);
  };
  return (
    <ChangeForm {...form} label={t('numberPlanCallback')} submit={t('numberPlan')} onSubmit={submit}>
      <CallbackFields
        draft={draft}
        clock={clock}
        problem={obstacle === 'noTime' || obstacle === 'past' ? t(PROBLEMS[obstacle]) : null}
        warning={obstacle === 'perhapsPast' ? t('callbackPerhapsPast') : null}
        onChange={(next) => {
          setDraft(next);
          setObstacle(null);
        }}
      />
    </ChangeForm>
  );
}
