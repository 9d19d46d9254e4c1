import { useText } from '../text.tsx';
import { PasswordField } from './password-field.tsx';

interface PinChoiceProps {
  /** Null while nothing is to be remembered. */
  readonly pin: string | null;
  readonly problem: string | null;
  readonly onPin: (pin: string | null) => void;
}

/** Whether the sign-in is remembered on this device, and under which PIN. */
export function PinChoice({ pin, problem, onPin }: PinChoiceProps) {
  const { t } = useText();
  return (
    <>
      <label class="check">
        <input
          type="checkbox"
          name="remember"
          checked={pin !== null}
          onChange={(event) => onPin(event.currentTarget.checked ? '' : null)}
        />
        {t('signInRemember')}
      </label>
      {pin !== null && (
        <PasswordField
          label={t('signInPin')}
          hint={t('signInPinHint')}
          name="pin"
          autoComplete="off"
          warning={null}
          problem={problem}
          value={pin}
          onValue={onPin}
        />
      )}
    </>
  );
}
