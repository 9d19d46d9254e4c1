import { useLayoutEffect, useRef } from 'preact/hooks';
import type { DialStage } from '../../lib/agent/dial/dial-view.ts';
import type { AgentPhase } from '../../lib/agent/state/agent-state.ts';
import { isOnCall } from '../../lib/agent/state/pending-command.ts';
import { describeDial } from '../../lib/messages/describe.ts';
import type { MessageKey } from '../../lib/messages/text.ts';
import { Icon } from '../icon.tsx';
import { useText } from '../text.tsx';

interface SignOutWarningProps {
  readonly phase: AgentPhase;
  /** Of the dial that is shown; null for none. */
  readonly stage: DialStage | null;
  readonly onSignOut: () => void;
  readonly onStay: () => void;
}

/** What becomes of the call when its agent signs out: one that is on goes on, one that waits is taken back first. */
export function SignOutWarning({ phase, stage, onSignOut, onStay }: SignOutWarningProps) {
  const { t } = useText();
  const stay = useRef<HTMLButtonElement>(null);
  // It stands far from the button that has asked for it. Not at the one that signs out: an Enter more is impatience.
  useLayoutEffect(() => stay.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // It would close the popup.
    event.preventDefault();
    onStay();
  };
  return (
    <div class="problem" role="alert" onKeyDown={onKeyDown}>
      <Icon name="alert" />
      <p>{t(warningOf(phase, stage))}</p>
      <button type="button" class="button small" onClick={onSignOut}>
        {t('signOutAnyway')}
      </button>
      <button type="button" class="button small" ref={stay} onClick={onStay}>
        {t('signOutStay')}
      </button>
    </div>
  );
}

function warningOf(phase: AgentPhase, stage: DialStage | null): MessageKey {
  if (stage === 'previewing') return 'signOutInPreview';
  if (phase === 'wrapUp' || stage === 'wrapUp') return 'signOutInWrapUp';
  const isOn = isOnCall(phase) || (stage !== null && describeDial({ stage }).next === 'hangUp');
  return isOn ? 'signOutDuringCall' : 'signOutWhileWaiting';
}
