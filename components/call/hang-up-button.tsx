import type { PendingCommand } from '../../lib/messages/panel-state.ts';
import { Icon } from '../icon.tsx';
import { useText } from '../text.tsx';

interface HangUpButtonProps {
  readonly pending: PendingCommand | null;
  readonly onHangUp: () => void;
}

export function HangUpButton({ pending, onHangUp }: HangUpButtonProps) {
  const { t } = useText();
  const hangingUp = pending?.kind === 'hangUp';
  return (
    // Not disabled: it would lose the focus, and with it the way to what comes next.
    <button
      type="button"
      class="button danger hang-up"
      aria-disabled={hangingUp}
      onClick={() => !hangingUp && onHangUp()}
    >
      <Icon name="hangUp" />
      {t(hangingUp ? 'pendingHangUp' : 'callHangUp')}
    </button>
  );
}
