import { Icon } from '../icon.tsx';
import { useText } from '../text.tsx';

// As on every telephone (ITU-T E.161); + stands where * would, since VICIdial dials no star codes.
const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '+', '0'] as const;

interface KeypadProps {
  readonly onKey: (key: string) => void;
  readonly onDelete: () => void;
}

export function Keypad({ onKey, onDelete }: KeypadProps) {
  const { t } = useText();
  return (
    <fieldset class="keypad" aria-label={t('dialKeypad')}>
      {KEYS.map((key) => (
        <button key={key} type="button" class="button key" onClick={() => onKey(key)}>
          {key}
        </button>
      ))}
      <button type="button" class="button key" aria-label={t('dialDelete')} onClick={onDelete}>
        <Icon name="backspace" />
      </button>
    </fieldset>
  );
}
