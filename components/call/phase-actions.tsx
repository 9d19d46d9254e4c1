import type { CallAction } from '../../lib/agent/call/call-actions.ts';
import type { CallControlRequest } from '../../lib/messages/call-control.ts';
import { ActionButton } from '../action-button.tsx';
import { useText } from '../text.tsx';

interface PhaseActionsProps {
  readonly reasonOf: (action: CallAction) => string | null;
  readonly onSend: (request: CallControlRequest) => void;
}

/** A lead is shown and waits for the agent's word. */
export function PreviewActions({
  hasAlternative,
  reasonOf,
  onSend,
}: PhaseActionsProps & { readonly hasAlternative: boolean }) {
  const { t } = useText();
  return (
    <fieldset class="tool-ends" aria-label={t('previewActions')}>
      <ActionButton
        label={t('previewDial')}
        icon="phone"
        look="primary small"
        reason={reasonOf('previewDial')}
        onPress={() => onSend({ action: 'previewDial' })}
      />
      <ActionButton
        label={t('previewSkip')}
        reason={reasonOf('previewSkip')}
        onPress={() => onSend({ action: 'previewSkip' })}
      />
      {hasAlternative && (
        <ActionButton
          label={t('previewAlternative')}
          reason={reasonOf('previewAlternative')}
          onPress={() => onSend({ action: 'previewAlternative' })}
        />
      )}
    </fieldset>
  );
}

/** Three people talk: who goes. */
export function ThreeWayActions({ reasonOf, onSend }: PhaseActionsProps) {
  const { t } = useText();
  return (
    <fieldset class="tool-ends" aria-label={t('phaseThreeWay')}>
      <ActionButton
        label={t('threeWayLeave')}
        reason={reasonOf('leaveThreeWay')}
        note={t('threeWayLeaveNote')}
        onPress={() => onSend({ action: 'leaveThreeWay' })}
      />
      <HangUpThird reasonOf={reasonOf} onSend={onSend} />
    </fieldset>
  );
}

/** Also of a line that was to be hung up already: while it rings that has no effect. */
export function HangUpThird({ reasonOf, onSend }: PhaseActionsProps) {
  const { t } = useText();
  return (
    <ActionButton
      label={t('threeWayHangUp')}
      reason={reasonOf('hangUpThird')}
      note={t('threeWayHangUpNote')}
      onPress={() => onSend({ action: 'hangUpThird' })}
    />
  );
}
